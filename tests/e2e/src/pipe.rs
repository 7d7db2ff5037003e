//! The debugging pipe: DevTools messages over two inherited files, each ended by a zero byte.
//!
//! The pipe reaches what the debugging port does not (`Extensions.loadUnpacked`), also in branded Chrome and Edge,
//! which ignore `--load-extension`.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::process::Command;

use anyhow::{Context, Result, bail};
use command_fds::{CommandFdExt, FdMapping};
use serde_json::{Value, json};

/// Our ends of the pipe to one browser.
pub struct Pipe {
    to_browser: UnixStream,
    from_browser: BufReader<UnixStream>,
    last: u64,
}

impl Pipe {
    /// Makes the pipe and hands its other ends to the browser `command` will start: it reads from file 3 and writes
    /// to file 4.
    ///
    /// # Errors
    /// When the system gives no pipe.
    pub fn attach(command: &mut Command) -> Result<Pipe> {
        let (to_browser, reads) = UnixStream::pair()?;
        let (from_browser, writes) = UnixStream::pair()?;
        command
            .args(["--remote-debugging-pipe", "--enable-unsafe-extension-debugging"])
            .fd_mappings(vec![
                FdMapping {
                    parent_fd: reads.into(),
                    child_fd: 3,
                },
                FdMapping {
                    parent_fd: writes.into(),
                    child_fd: 4,
                },
            ])?;
        Ok(Pipe {
            to_browser,
            from_browser: BufReader::new(from_browser),
            last: 0,
        })
    }

    /// Sends one command to the browser and waits for its result; events in between are passed over.
    ///
    /// # Errors
    /// When the browser refuses it or is gone.
    pub fn call(&mut self, method: &str, parameters: Value) -> Result<Value> {
        let message = json!({"method": method, "params": parameters});
        self.send(method, message)
    }

    /// The same to a page that is attached to, by its session.
    ///
    /// # Errors
    /// See [`Pipe::call`].
    pub fn call_in(&mut self, session: &str, method: &str, parameters: Value) -> Result<Value> {
        let message = json!({"method": method, "params": parameters, "sessionId": session});
        self.send(method, message)
    }

    fn send(&mut self, method: &str, mut message: Value) -> Result<Value> {
        self.last += 1;
        if let Value::Object(members) = &mut message {
            members.insert("id".to_owned(), self.last.into());
        }
        let mut message = serde_json::to_vec(&message)?;
        message.push(0);
        self.to_browser.write_all(&message).context("the browser is gone")?;
        loop {
            let mut answer = Vec::new();
            if self
                .from_browser
                .read_until(0, &mut answer)
                .context("the browser is gone")?
                == 0
            {
                bail!("the browser closed the debugging pipe");
            }
            answer.pop();
            let mut answer: Value = serde_json::from_slice(&answer)?;
            if answer.get("id") != Some(&json!(self.last)) {
                continue;
            }
            if let Some(error) = answer.get("error") {
                bail!("{method}: {error}");
            }
            return Ok(answer.get_mut("result").map(Value::take).unwrap_or_default());
        }
    }
}

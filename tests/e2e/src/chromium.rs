//! Chromium and its kin, started by us rather than by the driver, so that we may also kill it and start it again on
//! the same profile.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use base64::Engine;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use thirtyfour::{Capabilities, WebDriver};

use crate::driver::DriverProcess;
use crate::pipe::Pipe;
use crate::sandbox::Sandbox;
use crate::{extension, permissions, run_folder, until};

/// How to start a browser.
#[derive(Clone, Debug)]
pub struct Options {
    /// The program.
    pub program: PathBuf,
    /// The unpacked extension.
    pub extension: PathBuf,
    /// Its profile; kept between starts, and thrown away with the last of these options.
    pub profile: Arc<Profile>,
    /// Without a window.
    pub headless: bool,
    /// Width and height of the window in CSS pixels.
    pub window: (u32, u32),
    /// Further arguments, such as `--force-dark-mode` or `--lang=da`.
    pub arguments: Vec<String>,
    agreed: Vec<String>,
    held: Vec<String>,
}

impl Options {
    /// Headless, with a fresh profile of this name and the extension as built.
    ///
    /// # Errors
    /// When an old profile of that name cannot be removed.
    pub fn fresh(name: &str) -> Result<Options> {
        let profile = run_folder()
            .join("profiles")
            .join(format!("{name}-{}", std::process::id()));
        if profile.exists() {
            std::fs::remove_dir_all(&profile)?;
        }
        std::fs::create_dir_all(&profile)?;
        Ok(Options {
            program: std::env::var_os("LATCHKEY_BROWSER").map_or_else(|| "chromium".into(), PathBuf::from),
            extension: extension("chrome")
                .canonicalize()
                .context("the extension is not built: ./build.sh build")?,
            profile: Arc::new(Profile(profile.canonicalize()?)),
            headless: true,
            window: (1280, 900),
            arguments: Vec::new(),
            agreed: Vec::new(),
            held: Vec::new(),
        })
    }
}

impl Options {
    /// The person says yes when the extension asks for one of these optional hosts: a headless browser shows no prompt.
    pub fn agree(&mut self, hosts: &[&str]) {
        self.agreed.extend(hosts.iter().map(|&host| host.to_owned()));
    }

    /// The person has said yes to these optional hosts before.
    pub fn hold(&mut self, hosts: &[&str]) {
        self.agree(hosts);
        self.held.extend(hosts.iter().map(|&host| host.to_owned()));
    }
}

/// The folder of a profile; it is removed with this value.
#[derive(Debug)]
pub struct Profile(PathBuf);

impl Profile {
    /// The files that hold one of these texts, as they stand or as UTF-16.
    pub fn holding(&self, texts: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        let mut open = vec![self.0.clone()];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = entry.path();
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    open.push(path);
                    continue;
                }
                // A pipe or a socket of the browser would never end.
                if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
                    continue;
                }
                let Ok(bytes) = std::fs::read(&path) else { continue };
                // As text, whatever it is: searching that is quick.
                let said = String::from_utf8_lossy(&bytes);
                for text in texts {
                    let wide: String = text.chars().flat_map(|letter| [letter, '\0']).collect();
                    if said.contains(text.as_str()) || said.contains(wide.as_str()) {
                        found.push(path.display().to_string());
                    }
                }
            }
        }
        found
    }
}

impl Deref for Profile {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The children of a browser that has just been killed may write a little longer.
        for _ in 0..20 {
            if std::fs::remove_dir_all(&self.0).is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        eprintln!("left behind: {}", self.0.display());
    }
}

/// A browser with the extension loaded; it is killed with this value.
pub struct Chromium {
    process: Child,
    pipe: Pipe,
    /// How it was started.
    pub options: Options,
    /// The extension's id, as the browser said it.
    pub id: String,
}

impl Chromium {
    /// Starts the browser on the sandbox and loads the extension.
    ///
    /// # Errors
    /// When the browser does not start or does not load the extension.
    pub async fn start(options: Options, sandbox: &Sandbox) -> Result<Chromium> {
        let port_file = options.profile.join("DevToolsActivePort");
        if port_file.exists() {
            std::fs::remove_file(&port_file)?;
        }
        let mut command = Command::new(&options.program);
        let (width, height) = options.window;
        command
            .arg(format!("--user-data-dir={}", options.profile.display()))
            .arg(format!("--window-size={width},{height}"))
            .args([
                "--remote-debugging-port=0",
                "--no-first-run",
                "--no-default-browser-check",
            ])
            // Nothing but the sandbox is to be reached, also not by the browser itself.
            .args([
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ])
            .args(["--password-store=basic", "--use-mock-keychain"])
            .args(&sandbox.ready.chromium_args)
            .args(&options.arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if options.headless {
            command.arg("--headless=new");
        }
        if is_root() {
            command.arg("--no-sandbox");
        }
        let mut pipe = Pipe::attach(&mut command)?;
        command.arg("about:blank");
        let mut process = command
            .spawn()
            .with_context(|| format!("could not start {}", options.program.display()))?;
        // The pipe's ends that the browser inherited are dropped with the command.
        drop(command);
        let path = options.extension.display().to_string();
        let (agreed, held) = (options.agreed.clone(), options.held.clone());
        let started = tokio::task::spawn_blocking(move || {
            let loaded = pipe
                .call("Extensions.loadUnpacked", json!({ "path": path }))
                .context("the browser did not load the extension")?;
            let id = loaded.get("id").and_then(Value::as_str);
            let id = id.context("the browser named no extension")?.to_owned();
            if !agreed.is_empty() {
                permissions::agree(&mut pipe, &id, &agreed)?;
            }
            if !held.is_empty() {
                permissions::ask(&mut pipe, &id, &held)?;
            }
            anyhow::Ok((pipe, id))
        });
        let (pipe, id) = match started.await? {
            Ok(started) => started,
            Err(error) => {
                // It fails only for a browser that has already ended.
                process.kill().ok();
                return Err(error);
            }
        };
        Ok(Chromium {
            process,
            pipe,
            options,
            id,
        })
    }

    /// The process id of the browser.
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }

    /// Sends a command to the browser itself, such as `Extensions.triggerAction` (the toolbar click).
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn devtools(&mut self, method: &str, parameters: Value) -> Result<Value> {
        self.pipe.call(method, parameters)
    }

    /// Loads the extension anew from its folder, as an update or the reload button does.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub fn reload_extension(&mut self) -> Result<()> {
        let path = self.options.extension.display().to_string();
        self.pipe
            .call("Extensions.loadUnpacked", json!({ "path": path }))
            .map(drop)
    }

    /// Attaches a driver session to the browser. The browser stays when the session ends.
    ///
    /// # Errors
    /// When chromedriver refuses, as it does for a browser of another version.
    pub async fn session(&self, driver: &DriverProcess) -> Result<WebDriver> {
        let port_file = self.options.profile.join("DevToolsActivePort");
        let port = until("the browser's debugging port", || async {
            let text = std::fs::read_to_string(&port_file).unwrap_or_default();
            Ok(text.lines().next().and_then(|line| line.parse::<u16>().ok()))
        })
        .await?;
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set(
            "goog:chromeOptions",
            json!({"debuggerAddress": format!("127.0.0.1:{port}")}),
        )?;
        driver.session(capabilities).await
    }

    /// Closes the browser as a person does, so that its profile is written, and gives back how to start it again.
    ///
    /// # Errors
    /// When it does not end.
    pub async fn close(mut self) -> Result<Options> {
        // Its answer may come or the pipe break first.
        self.pipe.call("Browser.close", json!({})).ok();
        until("the browser to end", || {
            let ended = self.process.try_wait();
            async move { Ok(ended?.map(drop)) }
        })
        .await?;
        Ok(self.options.clone())
    }

    /// Kills the browser at once (SIGKILL), as a crash would, and gives back how to start it again.
    ///
    /// # Errors
    /// When it had ended by itself.
    pub fn kill(mut self) -> Result<Options> {
        self.process.kill()?;
        self.process.wait()?;
        Ok(self.options.clone())
    }

    /// Whether the browser still runs.
    ///
    /// # Errors
    /// When the system does not say.
    pub fn runs(&mut self) -> Result<bool> {
        Ok(self.process.try_wait()?.is_none())
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        // Both fail only for a browser that has already ended.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The id Chromium gives an unpacked extension: from the manifest's key, else from the folder's path.
///
/// # Errors
/// When the manifest cannot be read.
pub fn extension_id(folder: &Path) -> Result<String> {
    let manifest: Value = serde_json::from_slice(&std::fs::read(folder.join("manifest.json"))?)?;
    let named = match manifest.get("key").and_then(Value::as_str) {
        Some(key) => base64::engine::general_purpose::STANDARD.decode(key)?,
        None => folder.canonicalize()?.into_os_string().into_encoded_bytes(),
    };
    let letters = Sha256::digest(&named)
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b'a' + half))
        .collect();
    Ok(letters)
}

/// Chromium's own process sandbox does not start for root.
fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|metadata| std::os::unix::fs::MetadataExt::uid(&metadata) == 0)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Profile;

    #[test]
    fn a_profile_stays_until_the_last_of_its_options_is_gone() {
        let folder = std::env::temp_dir().join(format!("latchkey-profile-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("Default")).unwrap();
        std::fs::write(folder.join("Default/Preferences"), "{}").unwrap();
        let first = Arc::new(Profile(folder.clone()));
        let second = Arc::clone(&first);
        drop(first);
        assert!(folder.join("Default/Preferences").exists());
        drop(second);
        assert!(!folder.exists());
    }
}

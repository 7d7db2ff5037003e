//! The sandbox tenant as a child process, and its control host.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// The host that controls the tenant and is no part of it.
const CONTROL: &str = "sandbox.latchkey.test";

/// The org of the tenant.
pub const ORG: &str = "contoso.crm4.dynamics.com";

/// The Teams chat settings of the Customer Service admin center, as the portal addresses them.
pub const TEAMS_CHAT: &str = "https://contoso.crm4.dynamics.com/main.aspx?appname=msdynce_CustomerServiceAdminCenter\
    &pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin";

/// The line the sandbox prints when it can be used.
#[derive(Clone, Debug, Deserialize)]
pub struct Ready {
    /// The port on loopback.
    pub port: u16,
    /// The file with the certificate of its own authority, PEM.
    pub ca: PathBuf,
    /// The host names it answers for.
    pub hosts: Vec<String>,
    /// What makes Chromium take it for those hosts.
    pub chromium_args: Vec<String>,
}

/// A running sandbox; it ends with this value.
pub struct Sandbox {
    _process: Child,
    /// What it said when it was ready.
    pub ready: Ready,
    client: reqwest::Client,
}

impl Sandbox {
    /// Starts a sandbox on a free port with these further arguments and waits until it is ready.
    ///
    /// # Errors
    /// When the program is not built, refuses its arguments, or says something else than the contract.
    pub async fn start(arguments: &[&str]) -> Result<Sandbox> {
        let program = program("latchkey-sandbox")?;
        let mut process = Command::new(&program)
            .args(["--port", "0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("could not start {}", program.display()))?;
        let output = process.stdout.take().context("the sandbox has no output")?;
        let mut lines = BufReader::new(output).lines();
        let Some(line) = lines.next_line().await? else {
            bail!("the sandbox ended before it was ready")
        };
        let ready: Ready = serde_json::from_str(&line).with_context(|| format!("not a ready line: {line}"))?;
        // Whatever it prints later is read and passed on, so that it never waits for a full pipe.
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                eprintln!("sandbox: {line}");
            }
        });

        // The second call of a process finds the provider installed, which is as good.
        rustls::crypto::ring::default_provider().install_default().ok();
        let authority = reqwest::Certificate::from_pem(&std::fs::read(&ready.ca)?)?;
        let client = reqwest::Client::builder()
            .tls_certs_only([authority])
            .resolve(CONTROL, ([127, 0, 0, 1], ready.port).into())
            .no_proxy()
            .build()?;
        Ok(Sandbox {
            _process: process,
            ready,
            client,
        })
    }

    fn address(&self, path: &str) -> String {
        format!("https://{CONTROL}:{}{path}", self.ready.port)
    }

    async fn get(&self, path: &str) -> Result<Value> {
        Ok(self
            .client
            .get(self.address(path))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?)
    }

    /// What somebody outside the browser downloads from one of the tenant's hosts.
    ///
    /// # Errors
    /// When the host refuses or cannot be reached.
    pub async fn download(&self, host: &str, path: &str) -> Result<Vec<u8>> {
        let authority = reqwest::Certificate::from_pem(&std::fs::read(&self.ready.ca)?)?;
        let client = reqwest::Client::builder()
            .tls_certs_only([authority])
            .resolve(host, ([127, 0, 0, 1], self.ready.port).into())
            .no_proxy()
            .build()?;
        let answer = client
            .get(format!("https://{host}:{}{path}", self.ready.port))
            .send()
            .await?;
        Ok(answer.error_for_status()?.bytes().await?.to_vec())
    }

    /// The whole tenant.
    ///
    /// # Errors
    /// When the control host refuses or cannot be reached, as with every question below.
    pub async fn state(&self) -> Result<Value> {
        self.get("/state").await
    }

    /// Replaces the sets `document` names.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn put_state(&self, document: &Value) -> Result<()> {
        self.client
            .put(self.address("/state"))
            .json(document)
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }

    /// Every request since the last time they were forgotten, in order.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn requests(&self) -> Result<Vec<Value>> {
        match self.get("/requests").await? {
            Value::Array(requests) => Ok(requests),
            Value::Object(mut answer) => match answer.remove("requests") {
                Some(Value::Array(requests)) => Ok(requests),
                _ => bail!("/requests is no list"),
            },
            _ => bail!("/requests is no list"),
        }
    }

    /// Every token, code and client secret made so far, each with its kind: for looking for one that is kept where it may
    /// not be.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn secrets(&self) -> Result<Vec<(String, String)>> {
        let all = self.get("/secrets").await?;
        let text = |each: &Value, name: &str| each.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let all = all.as_array().context("/secrets is no list")?;
        Ok(all
            .iter()
            .map(|each| (text(each, "kind"), text(each, "value")))
            .collect())
    }

    /// Forgets the requests so far.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn forget_requests(&self) -> Result<()> {
        self.client
            .delete(self.address("/requests"))
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }

    /// Makes later requests fail as `fault` says.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn fault(&self, fault: &Value) -> Result<()> {
        self.client
            .post(self.address("/faults"))
            .json(fault)
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }

    /// Takes every fault back.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn clear_faults(&self) -> Result<()> {
        self.client
            .delete(self.address("/faults"))
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }

    /// Delays every answer by so many milliseconds.
    ///
    /// # Errors
    /// See [`Sandbox::state`].
    pub async fn latency(&self, milliseconds: u64) -> Result<()> {
        let body = serde_json::json!({ "ms": milliseconds });
        self.client
            .post(self.address("/latency"))
            .json(&body)
            .send()
            .await?
            .error_for_status()?;
        Ok(())
    }
}

/// A program of this workspace, built beside the one that runs (a test stands one folder deeper).
fn program(name: &str) -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    let found = here
        .ancestors()
        .skip(1)
        .take(2)
        .map(|folder| folder.join(name))
        .find(|path| path.exists());
    found.with_context(|| format!("{name} is not built: run `cargo build --workspace --bins`"))
}

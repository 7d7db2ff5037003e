//! The ready line: everything a browser or a tool needs to reach the sandbox.

use super::{CONTROL_HOST, GRAPH_HOST, ORG_API_HOST, ORG_HOST, VIVA_HOST};
use crate::pages::portals;
use crate::{entra, power_platform, sales, salesforce, teams};
use serde::Serialize;

/// Printed as one line of JSON when the server listens.
#[derive(Debug, Clone, Serialize)]
pub struct Ready {
    /// Always true.
    pub ready: bool,
    /// Port on 127.0.0.1.
    pub port: u16,
    /// Base64 of the SHA-256 of the server certificate's public key.
    pub spki: String,
    /// File with the certificate of the authority to trust.
    pub ca: String,
    /// Host names the sandbox stands for.
    pub hosts: Vec<&'static str>,
    /// Flags for Chromium: real host names lead here, and nothing else leads anywhere.
    pub chromium_args: Vec<String>,
}

impl Ready {
    pub(super) fn new(port: u16, spki: String, ca: String) -> Self {
        let mut hosts = vec![
            ORG_HOST,
            ORG_API_HOST,
            VIVA_HOST,
            CONTROL_HOST,
            GRAPH_HOST,
            power_platform::HOST,
        ];
        hosts.extend([
            power_platform::rule_based::HOST,
            power_platform::connectors::HOST,
            teams::HOST,
        ]);
        hosts.extend(entra::HOSTS);
        hosts.extend(portals::HOSTS);
        hosts.extend(salesforce::HOSTS);
        hosts.extend(sales::HOSTS);
        let mut rules: Vec<String> = hosts
            .iter()
            .map(|host| format!("MAP {host} 127.0.0.1:{port}"))
            .collect();
        rules.push("MAP * ~NOTFOUND".into());
        rules.push("EXCLUDE 127.0.0.1".into());
        rules.push("EXCLUDE localhost".into());
        let chromium_args = vec![
            format!("--host-resolver-rules={}", rules.join(",")),
            format!("--ignore-certificate-errors-spki-list={spki}"),
            "--no-first-run".into(),
            "--no-default-browser-check".into(),
            "--disable-background-networking".into(),
            "--disable-component-update".into(),
            "--disable-sync".into(),
        ];
        Self {
            ready: true,
            port,
            spki,
            ca,
            hosts,
            chromium_args,
        }
    }
}

//! Prepared misfortunes: refused, throttled, slow or lost answers.

use crate::dataverse::solutions::Doom;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::watch;

/// What a fault waits for; each part by substring, an absent part matches everything.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Match {
    host: Option<String>,
    method: Option<String>,
    path: Option<String>,
}

/// Which side of carrying out a dropped request the connection dies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Drop {
    /// Nothing was carried out.
    Before,
    /// Carried out, but the answer is lost.
    After,
}

/// One prepared fault.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// What it waits for.
    #[serde(rename = "match", default)]
    pub target: Match,
    /// The first match it strikes, from 1.
    #[serde(default = "one")]
    pub nth: u64,
    /// How many matches it strikes.
    #[serde(default = "one")]
    pub times: u64,
    /// Status to answer with instead.
    pub status: Option<u16>,
    /// Headers of that answer.
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    /// Body of that answer; text as it is, anything else as JSON.
    pub body: Option<serde_json::Value>,
    /// Milliseconds the answer waits.
    #[serde(default)]
    pub delay_ms: u64,
    /// Whether the answer also waits until the faults are forgotten.
    #[serde(default)]
    pub hold: bool,
    /// Whether the connection dies, and when.
    pub drop: Option<Drop>,
    /// What the import this request opens fails with, midway.
    pub import: Option<Doom>,
    #[serde(skip)]
    seen: u64,
}

fn one() -> u64 {
    1
}

/// What befalls a request.
#[derive(Debug, Clone, Default)]
pub struct Fate {
    /// How long the answer waits.
    pub delay: Duration,
    /// Whose dropping at the other end lets a held answer go.
    pub held: Option<watch::Receiver<()>>,
    /// Whether the connection dies.
    pub drop: Option<Drop>,
    /// An answer in place of the real one: status, headers, body.
    pub answer: Option<(u16, BTreeMap<String, String>, Option<serde_json::Value>)>,
    /// What the import it opens fails with.
    pub import: Option<Doom>,
}

/// All prepared faults and the general latency.
#[derive(Debug, Default)]
pub struct Faults {
    prepared: Vec<Fault>,
    /// Held answers wait for its end.
    holding: watch::Sender<()>,
    /// Milliseconds every answer waits.
    pub latency: u64,
}

impl Faults {
    /// Adds a fault.
    pub fn add(&mut self, fault: Fault) {
        self.prepared.push(fault);
    }

    /// Forgets all faults, and lets go the answers they hold.
    pub fn clear(&mut self) {
        self.prepared.clear();
        self.holding = watch::Sender::default();
    }

    /// Counts a request and says what befalls it; the first fault that strikes decides.
    pub fn meet(&mut self, host: &str, method: &str, path: &str) -> Fate {
        let mut fate = Fate {
            delay: Duration::from_millis(self.latency),
            ..Fate::default()
        };
        let mut struck = false;
        for fault in &mut self.prepared {
            let fits = |part: &Option<String>, text: &str| part.as_ref().is_none_or(|p| text.contains(p.as_str()));
            let method_fits = fault
                .target
                .method
                .as_ref()
                .is_none_or(|m| m.eq_ignore_ascii_case(method));
            if !method_fits || !fits(&fault.target.host, host) || !fits(&fault.target.path, path) {
                continue;
            }
            fault.seen += 1;
            if struck || fault.seen < fault.nth || fault.seen >= fault.nth.saturating_add(fault.times) {
                continue;
            }
            struck = true;
            fate.delay += Duration::from_millis(fault.delay_ms);
            fate.held = fault.hold.then(|| self.holding.subscribe());
            fate.drop = fault.drop;
            fate.import.clone_from(&fault.import);
            fate.answer = fault
                .status
                .map(|status| (status, fault.headers.clone(), fault.body.clone()));
        }
        fate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> Fault {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn nth_and_times_count_only_matches() {
        let mut faults = Faults::default();
        faults.add(fault(
            r#"{"match":{"method":"PATCH","path":"accounts"},"nth":2,"times":1,"status":503}"#,
        ));
        let strikes: Vec<bool> = ["PATCH", "GET", "PATCH", "PATCH"]
            .iter()
            .map(|method| {
                faults
                    .meet("contoso.crm4.dynamics.com", method, "/api/data/v9.2/accounts(1)")
                    .answer
                    .is_some()
            })
            .collect();
        assert_eq!(strikes, [false, false, true, false]);
    }

    #[test]
    fn a_held_answer_waits_until_the_faults_are_forgotten() {
        let mut faults = Faults::default();
        faults.add(fault(r#"{"hold":true}"#));
        let held = faults
            .meet("contoso.crm4.dynamics.com", "GET", "/api/data/v9.2/WhoAmI")
            .held
            .unwrap();
        assert!(held.has_changed().is_ok());
        faults.clear();
        assert!(held.has_changed().is_err());
    }

    #[test]
    fn an_unknown_field_is_refused() {
        assert!(serde_json::from_str::<Fault>(r#"{"matches":{}}"#).is_err());
    }
}

//! What a sandbox is started with: port, language, generation, dialects, scale.

use crate::pages::{Csp, Generation};
use std::collections::BTreeMap;
use thiserror::Error;

/// Kind of environment the organisation claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A production organisation.
    Production,
    /// A sandbox organisation.
    Sandbox,
}

/// How many of each the company has; unset means the small company.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scale {
    /// Users in all.
    pub users: usize,
    /// Root roles in all, copies in business units not counted.
    pub roles: usize,
    /// Teams in all.
    pub teams: usize,
}

/// A start option the sandbox does not understand.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConfigError {
    /// An unknown dialect key or answer.
    #[error("unknown dialect '{0}'; known: {known}", known = known_dialects())]
    Dialect(String),
    /// A scale entry that is not `users=`, `roles=` or `teams=` with a number.
    #[error("unknown scale '{0}'; write users=N,roles=N,teams=N")]
    Scale(String),
    /// Another word than the option allows.
    #[error("'{value}' is no {option}; one of: {allowed}")]
    Value {
        /// The option.
        option: &'static str,
        /// What was given.
        value: String,
        /// What may be given.
        allowed: &'static str,
    },
}

/// One unproven fact of the real service: its name, its answers, default first, and what it is about.
pub type Dialect = (&'static str, &'static [&'static str], &'static str);

/// Every unproven fact of the real service that is a switch here.
pub const DIALECTS: &[Dialect] = &[
    (
        "roleprivileges",
        &["all", "rootonly"],
        "whether a role's copies have privilege rows of their own",
    ),
    (
        "removal",
        &["delete", "inactive"],
        "whether a record type is removed by deleting its row or by deactivating it",
    ),
    (
        "sharepoint",
        &["return", "replace"],
        "whether four SharePoint privileges survive ReplacePrivilegesRole",
    ),
    (
        "privilegecache",
        &["fresh", "late"],
        "whether the next reads still see yesterday's privileges",
    ),
    (
        "masterswitch",
        &["setting", "other"],
        "whether the master switch is the setting msdyn_EnableTeamsChat or elsewhere",
    ),
    (
        "settingremoval",
        &["row", "refused"],
        "whether the row of a setting's value can be deleted, so that it is unset again",
    ),
    (
        "filteringattributes",
        &["comma", "semicolon"],
        "what separates the columns of key updates",
    ),
    (
        "contextviewid",
        &["bare", "braces"],
        "whether a note's view is written with braces",
    ),
    (
        "entitytype",
        &["metadataid", "other"],
        "whether a row of entities has the table's MetadataId",
    ),
    (
        "managedrow",
        &["deletable", "kept"],
        "whether the product's own rows of record types can be deleted",
    ),
    (
        "draftetag",
        &["draft", "published"],
        "whether If-Match is held against the draft or against what is published",
    ),
    (
        "apppublish",
        &["alone", "sitemap"],
        "whether publishing an app publishes its site map too",
    ),
    (
        "panelink",
        &["both", "relation", "name"],
        "what ties a pane to its profile",
    ),
    (
        "chatsync",
        &["open", "gated"],
        "whether the sync column takes a global administrator",
    ),
    (
        "isinherited",
        &["writable", "refused"],
        "whether a role's member's privilege inheritance can be written",
    ),
    (
        "staging",
        &["clean", "uploads"],
        "whether staging a solution leaves a row of stagesolutionuploads behind",
    ),
    (
        "consent",
        &["needed", "given"],
        "whether Latchkey's scopes have been consented to before",
    ),
    (
        "directoryrole",
        &["global", "application", "user", "platform", "none"],
        "which directory role the administrator holds",
    ),
    (
        "mfa",
        &["none", "powerapps"],
        "whether a token for Power Platform takes a second factor",
    ),
    (
        "graphreplication",
        &["at-once", "late"],
        "whether the next requests see what Graph has just made",
    ),
    (
        "secretplus",
        &["some", "first"],
        "whether every second client secret or the first of each application has a +",
    ),
    (
        "appuser",
        &["bap", "dataverse"],
        "whether application users are added by BAP's addAppUser only, or by posting to systemusers",
    ),
    (
        "leadpress",
        &["scripted", "hand"],
        "whether Partner Center's OK and Validate take a scripted press",
    ),
    (
        "appnames",
        &["2025", "2026", "external"],
        "what the sales agent's components in Salesforce are called, and of which kind its app is",
    ),
    (
        "userremoval",
        &["deleted", "inactive"],
        "whether the integration user's record goes with the connection or becomes inactive",
    ),
    (
        "setremoval",
        &["deleted", "kept"],
        "whether the permission set goes with the connection",
    ),
    ("turnoff", &["save", "at-once"], "whether turning access off takes Save"),
    (
        "connectors",
        &["listed", "absent"],
        "whether the Sales settings list Connectors",
    ),
    (
        "datasources",
        &["one", "several"],
        "whether the Sales settings list other data sources beside Salesforce",
    ),
    (
        "sourcepane",
        &["region", "heading", "plain"],
        "whether a data source's settings are a region of its name, only have it as their heading, or do not say whose they are",
    ),
    (
        "secondtenant",
        &["none", "present"],
        "whether another tenant has connected to this Salesforce before",
    ),
    (
        "classicframe",
        &["my", "setup"],
        "whether Salesforce's classic pages are framed from My Domain or from Setup's own host",
    ),
    (
        "optionvalues",
        &["names", "numbers"],
        "whether the choices of an app's policies have the Metadata API's names as values, or numbers",
    ),
    (
        "permissionable",
        &["all", "implicit"],
        "whether Salesforce holds field permissions against lookups to accounts",
    ),
    (
        "externalapps",
        &["listed", "hidden"],
        "whether ExternalClientApplication can be queried",
    ),
    (
        "powerplatformapp",
        &["installed", "uninstalled", "blocked"],
        "how Microsoft Power Platform stands among Salesforce's connected apps",
    ),
    (
        "viva",
        &["absent", "trial", "production"],
        "whether the environment msdyn_viva is there, and as what",
    ),
    (
        "vivaname",
        &["lower", "upper"],
        "how the environment msdyn_viva is written",
    ),
    (
        "dlp-etag",
        &["enforced", "ignored"],
        "whether a data policy sent with an old etag is refused",
    ),
    (
        "dlp-unknown",
        &["kept", "dropped"],
        "whether what the service does not know of a data policy survives an update",
    ),
    (
        "teams-api",
        &["open", "closed"],
        "whether the API of Teams policies lets an app of the tenant's own in",
    ),
    (
        "teams-key",
        &["none", "needed"],
        "whether a Teams policy carries a key that a write gives back",
    ),
    (
        "teams-save",
        &["stays", "leaves"],
        "whether the Teams admin center stays on a policy that was saved, or goes back to the list",
    ),
];

fn known_dialects() -> String {
    DIALECTS
        .iter()
        .map(|(key, answers, _)| format!("{key}={}", answers.join("|")))
        .collect::<Vec<_>>()
        .join(", ")
}

/// How to start a sandbox.
#[derive(Debug, Clone)]
pub struct Config {
    /// Port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// A state document to start from, as `PUT /state` takes it.
    pub seed: Option<serde_json::Value>,
    /// Language of the signed-in user: `en`, `da`, `fr` or `ja`.
    pub locale: String,
    /// Product generation.
    pub generation: Generation,
    /// Policy the pages are served with.
    pub csp: Csp,
    /// What the organisation claims to be.
    pub kind: Kind,
    /// Size of the company.
    pub scale: Scale,
    /// Chosen answers by key; [`Config::set_dialect`] checks them.
    pub dialects: BTreeMap<String, String>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            port: 0,
            seed: None,
            locale: "en".into(),
            generation: Generation::G2026,
            csp: Csp::Default,
            kind: Kind::Production,
            scale: Scale::default(),
            dialects: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Chooses an answer, written `key=answer`.
    ///
    /// # Errors
    /// When the key or the answer is not among [`DIALECTS`].
    pub fn set_dialect(&mut self, pair: &str) -> Result<(), ConfigError> {
        let unknown = || ConfigError::Dialect(pair.to_owned());
        let (key, answer) = pair.split_once('=').ok_or_else(unknown)?;
        let (_, answers, _) = DIALECTS.iter().find(|(k, ..)| *k == key).ok_or_else(unknown)?;
        if !answers.contains(&answer) {
            return Err(unknown());
        }
        self.dialects.insert(key.to_owned(), answer.to_owned());
        Ok(())
    }

    /// The chosen answer, else the default one.
    pub fn dialect(&self, key: &str) -> &str {
        if let Some(answer) = self.dialects.get(key) {
            return answer;
        }
        DIALECTS
            .iter()
            .find(|(k, ..)| *k == key)
            .and_then(|(_, answers, _)| answers.first())
            .copied()
            .unwrap_or("")
    }

    /// Reads `users=N,roles=N,teams=N`, any of them.
    ///
    /// # Errors
    /// When an entry has another name or no number.
    pub fn set_scale(&mut self, text: &str) -> Result<(), ConfigError> {
        for entry in text.split(',').filter(|entry| !entry.is_empty()) {
            let unknown = || ConfigError::Scale(entry.to_owned());
            let (key, number) = entry.split_once('=').ok_or_else(unknown)?;
            let number: usize = number.trim().parse().map_err(|_| unknown())?;
            match key.trim() {
                "users" => self.scale.users = number,
                "roles" => self.scale.roles = number,
                "teams" => self.scale.teams = number,
                _ => return Err(unknown()),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Config, ConfigError};

    #[test]
    fn an_unknown_dialect_is_refused_by_name() {
        let mut config = Config::default();
        let error = config.set_dialect("colour=red").unwrap_err();
        assert!(error.to_string().contains("colour=red") && error.to_string().contains("roleprivileges=all|rootonly"));
        assert_eq!(
            config.set_dialect("removal=maybe"),
            Err(ConfigError::Dialect("removal=maybe".into()))
        );
        config.set_dialect("removal=inactive").unwrap();
        assert_eq!(config.dialect("removal"), "inactive");
        assert_eq!(config.dialect("roleprivileges"), "all");
    }

    #[test]
    fn scale_takes_any_of_its_three_numbers() {
        let mut config = Config::default();
        config.set_scale("users=10000,teams=200").unwrap();
        assert_eq!(
            (config.scale.users, config.scale.roles, config.scale.teams),
            (10_000, 0, 200)
        );
        assert!(config.set_scale("users=many").is_err());
    }
}

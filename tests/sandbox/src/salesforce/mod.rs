//! Salesforce: the org `contoso`, its REST API, its sign-in.
//!
//! ```text
//! id.rs         15- and 18-character ids
//! schema.rs     objects and fields
//! store.rs      records, and the state document of them
//! cast.rs       the org as it starts
//! people.rs     its users
//! rights.rs     what a user may
//! soql/         queries
//! refusal.rs    errors in the API's shape
//! service.rs    one request in, one answer out
//! describe.rs   describe, limits, versions
//! writes.rs     creating, changing, deleting records, and who may
//! checks.rs     what a record must be to be kept
//! composite.rs  several requests in one
//! connection.rs the sales agent's connection: what its service makes here
//! oauth/        sign-in, tokens, sessions
//! setup/        Setup's pages
//! ```
//!
//! Sources: REST API guide, Object Reference, SOQL reference, help "OAuth Authorization Flows"; what is published
//! nowhere says so.

pub mod cast;
mod checks;
mod composite;
pub mod connection;
mod describe;
pub mod id;
pub mod oauth;
mod people;
pub mod refusal;
pub mod rights;
pub mod schema;
mod service;
pub mod setup;
mod soql;
pub mod store;
mod writes;

pub use oauth::OAuth;
pub use service::{Answer, Call};

use crate::clock::Clock;
use crate::mint::Mint;
use connection::Connection;
use refusal::Refusal;
use rights::Rights;
use schema::Schema;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use store::{Records, Row, flag};

/// The org's My Domain host.
pub const HOST: &str = "contoso.my.salesforce.com";
/// Every host of the org, of the sign-in and of Setup.
pub const HOSTS: [&str; 4] = [HOST, "login.salesforce.com", setup::HOSTS[0], setup::HOSTS[1]];

/// The connection's part of the state document, beside the objects.
const CONNECTION: &str = "connection";

/// What an app's record holds beside its fields: what only Setup shows, and how it is reached.
pub struct App;

impl App {
    /// Members that hold a secret; they read `***`.
    pub const SECRETS: [&'static str; 1] = ["ConsumerSecret"];
    const MEMBERS: [&'static str; 12] = [
        "ConsumerKey",
        "ConsumerSecret",
        "CallbackUrls",
        "Scopes",
        "RequireSecret",
        "RequirePkce",
        "PermittedUsers",
        "IpRelaxation",
        "RefreshTokenPolicy",
        "SessionTimeout",
        "Blocked",
        "MadeBy",
    ];

    /// Whether a set's records may have such a member.
    pub fn knows(set: &str, name: &str) -> bool {
        match set {
            "ConnectedApplication" | "ExternalClientApplication" | "OauthToken" => Self::MEMBERS.contains(&name),
            "User" | "PermissionSet" => name == "MadeBy",
            _ => false,
        }
    }
}

/// The org.
#[derive(Debug)]
pub struct Salesforce {
    /// Its objects.
    pub schema: Schema,
    /// Its records.
    pub records: Records,
    /// Sign-ins and tokens.
    pub oauth: OAuth,
    /// The sales agent's connection.
    pub connection: Connection,
    /// Answers not yet read to their end, by locator: whose, and the records left.
    cursors: BTreeMap<String, (String, Vec<Value>)>,
    /// Users with what shows that a form came from a page of theirs.
    confirmations: BTreeSet<(String, String)>,
    /// API requests of the day.
    used: u64,
}

/// A state document's part, read and not yet put in place.
pub struct Prepared {
    sets: Vec<(&'static str, BTreeMap<String, Row>)>,
    connection: Option<Connection>,
}

impl Salesforce {
    /// The org's id.
    pub fn organization(&self) -> &str {
        self.records
            .all("Organization")
            .next()
            .map_or("", |row| store::text(row, "Id"))
    }

    /// A user by sign-in name, else federation id, else mail: for tools that know a person by the directory's name.
    pub fn person(&self, name: &str) -> Option<&Row> {
        ["Username", "FederationIdentifier", "Email"]
            .iter()
            .find_map(|field| self.records.find("User", field, name))
    }

    /// Who a bearer token stands for: a session or token of this org, or `sandbox:<user>`.
    ///
    /// # Errors
    /// `INVALID_SESSION_ID`; `API_DISABLED_FOR_ORG` for a user without API Enabled.
    fn caller(&mut self, header: &str, clock: Clock) -> Result<Rights, Refusal> {
        let token = match header.split_once(' ') {
            Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("oauth") => {
                token.trim()
            }
            _ => return Err(Refusal::session()),
        };
        let user = match token.strip_prefix("sandbox:") {
            Some(name) => self.person(name).map(|row| store::text(row, "Id").to_owned()),
            None => self.oauth.session(token, clock)?,
        };
        let user = user
            .filter(|id| self.records.get("User", id).is_some_and(|row| flag(row, "IsActive")))
            .ok_or_else(Refusal::session)?;
        let rights = Rights::of(&self.records, &user, clock);
        if !rights.holds("ApiEnabled") {
            // Both the code and the words are documented for a user without the right; that they come together is not.
            return Err(Refusal::new(
                403,
                "API_DISABLED_FOR_ORG",
                "API is disabled for this User",
            ));
        }
        Ok(rights)
    }

    /// Its part of the state document.
    pub fn document(&self, system: bool) -> Value {
        let mut document = self.records.document(&self.schema, system);
        document.insert(CONNECTION.to_owned(), self.connection.document());
        Value::Object(document)
    }

    /// Reads its part of a state document.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn prepare(&self, document: &Value) -> Result<Prepared, String> {
        let parts: &Map<String, Value> = document.as_object().ok_or("'salesforce' is not an object")?;
        let sets = parts
            .iter()
            .filter(|(set, _)| *set != CONNECTION)
            .map(|(set, rows)| Records::prepare(&self.schema, set, rows));
        Ok(Prepared {
            sets: sets.collect::<Result<_, _>>()?,
            connection: parts
                .get(CONNECTION)
                .map(|part| self.connection.read(part))
                .transpose()?,
        })
    }

    /// Replaces the sets that were named; the others stay.
    pub fn replace(&mut self, prepared: Prepared) {
        for (object, rows) in prepared.sets {
            self.records.replace(object, rows);
        }
        if let Some(connection) = prepared.connection {
            self.connection = connection;
        }
    }
}

/// What a request works on.
pub struct World<'a> {
    /// The org.
    pub org: &'a mut Salesforce,
    /// Makes ids and tokens.
    pub mint: &'a mut Mint,
    /// The cloud's clock.
    pub clock: Clock,
}

//! Partner Center: offers, the destination their leads go to, and Validate, which writes a test lead there.
//!
//! Members are those of the lead destination in the product ingestion API; which values the real test lead has is
//! unpublished (S004-51).

use super::{Outside, PageResponse, Visit, refused, told};
use crate::dataverse::security::privilege_id;
use crate::ident::Guid;
use serde_json::{Map, Value, json};

/// Members of a connection that are secrets.
const SECRETS: [&str; 2] = ["applicationKey", "password"];

/// What the article has the role hold (S004-34, S004-37 to S004-42).
const NEEDED: [&str; 8] = [
    "prvCreateLead",
    "prvReadSolution",
    "prvCreateUserEntityUISettings",
    "prvReadUserEntityUISettings",
    "prvWriteUserEntityUISettings",
    "prvReadAsyncOperation",
    "prvWriteAsyncOperation",
    "prvAppendToAsyncOperation",
];

/// One offer.
#[derive(Debug, Clone, PartialEq)]
struct Offer {
    id: String,
    name: String,
    /// `draft` or `live`.
    state: String,
    /// Where its leads go, secrets in clear; none until connected.
    leads: Option<Map<String, Value>>,
}

/// The publisher's offers.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerCenter {
    offers: Vec<Offer>,
}

impl PartnerCenter {
    /// Two offers: one nobody has published, one that is live and sends its leads by mail.
    pub(super) fn first() -> Self {
        let offer = |name: &str, state: &str, leads: Option<Value>| Offer {
            id: Guid::derive("offer", name).to_string(),
            name: name.to_owned(),
            state: state.to_owned(),
            leads: leads.and_then(|leads| leads.as_object().cloned()),
        };
        let mail = json!({"leadDestination": "email", "contactEmail": "sales@contoso.com"});
        Self {
            offers: vec![
                offer("Contoso Field Insights", "draft", None),
                offer("Contoso Returns Desk", "live", Some(mail)),
            ],
        }
    }

    /// The state document's part; also what pages are told: no secret is in it.
    pub(super) fn document(&self) -> Value {
        let offers = self.offers.iter().map(|offer| {
            let mut leads = offer.leads.clone();
            for (name, value) in leads.iter_mut().flatten() {
                if SECRETS.contains(&name.as_str()) {
                    *value = json!("***");
                }
            }
            json!({"id": offer.id, "name": offer.name, "state": offer.state, "customerLeads": leads})
        });
        json!({"offers": offers.collect::<Vec<_>>()})
    }

    pub(super) fn read(&self, document: &Value) -> Result<Self, String> {
        let offers = document.get("offers").and_then(Value::as_array);
        let offers = offers.ok_or("'partnercenter' has no list 'offers'")?;
        let read = offers.iter().map(|given| {
            let text = |name: &str| {
                let value = given.get(name).and_then(Value::as_str);
                value
                    .map(str::to_owned)
                    .ok_or_else(|| format!("an offer has no '{name}'"))
            };
            let id = text("id")?;
            let leads = given.get("customerLeads").and_then(Value::as_object).cloned();
            let before = self.offers.iter().find(|offer| offer.id == id);
            Ok(Offer {
                leads: leads.map(|leads| kept(leads, before.and_then(|offer| offer.leads.as_ref()))),
                name: text("name")?,
                state: text("state")?,
                id,
            })
        });
        read.collect::<Result<_, String>>().map(|offers| Self { offers })
    }
}

/// A connection with `***` replaced by the secret that was there.
fn kept(mut leads: Map<String, Value>, before: Option<&Map<String, Value>>) -> Map<String, Value> {
    for name in SECRETS {
        if leads.get(name) == Some(&json!("***")) {
            let old = before.and_then(|before| before.get(name)).cloned();
            leads.insert(name.to_owned(), old.unwrap_or_else(|| json!("")));
        }
    }
    leads
}

pub(super) fn respond(
    center: &mut PartnerCenter,
    visit: &Visit<'_>,
    outside: &mut dyn Outside,
) -> Option<PageResponse> {
    let below = visit.path.strip_prefix("/dashboard/api/offers")?;
    let mut parts = below.split('/').filter(|part| !part.is_empty());
    let Some(id) = parts.next() else {
        return Some(told(200, &center.document()));
    };
    let found = center.offers.iter_mut().find(|offer| offer.id == id);
    let Some(offer) = found else {
        return Some(refused(404, "notFound", "There is no such offer."));
    };
    Some(match (visit.method.as_str(), parts.next(), parts.next()) {
        ("PUT", Some("customer-leads"), None) => connect(offer, &visit.json()),
        ("DELETE", Some("customer-leads"), None) => {
            offer.leads = None;
            told(200, &json!({"ok": true}))
        }
        ("POST", Some("customer-leads"), Some("validate")) => match validate(offer, outside) {
            Ok(lead) => told(200, &json!({"lead": lead})),
            Err((code, message)) => refused(400, &code, &message),
        },
        _ => refused(405, "notAllowed", "Not that way."),
    })
}

/// Saves a connection; the page has checked it too.
fn connect(offer: &mut Offer, given: &Value) -> PageResponse {
    let wrong = |member: &str| refused(400, "invalid", member);
    let Some(leads) = given.as_object().cloned() else {
        return wrong("body");
    };
    let leads = kept(leads, offer.leads.as_ref());
    let text = |name: &str| leads.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    let members: &[&str] = match (text("leadDestination"), text("authentication")) {
        ("dynamics", "azureAD") => &["applicationId", "directoryId", "applicationKey"],
        ("dynamics", "office365") => &["username", "password"],
        ("dynamics", _) => return wrong("authentication"),
        ("email", _) => &[],
        _ => return wrong("leadDestination"),
    };
    if let Some(empty) = members.iter().find(|member| text(member).is_empty()) {
        return wrong(empty);
    }
    for id in ["applicationId", "directoryId"] {
        if members.contains(&id) && Guid::parse(text(id)).is_none() {
            return wrong(id);
        }
    }
    if text("leadDestination") == "dynamics" && !text("instanceUrl").starts_with("https://") {
        return wrong("instanceUrl");
    }
    let mails: Vec<&str> = text("contactEmail").split(';').map(str::trim).collect();
    if mails.iter().any(|mail| !mail.contains('@')) {
        return wrong("contactEmail");
    }
    offer.leads = Some(leads);
    told(200, &json!({"ok": true}))
}

type Fault = (String, String);

/// What the service said, as code and message.
fn fault(answer: &Value) -> Fault {
    let said = |pointer: &str| answer.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    (
        said("/error/code").or_else(|| said("/error")).unwrap_or_default(),
        said("/error/message")
            .or_else(|| said("/error_description"))
            .unwrap_or_else(|| "The destination could not be reached.".to_owned()),
    )
}

/// Writes the test lead with the connection's own credentials and answers its id.
fn validate(offer: &Offer, outside: &mut dyn Outside) -> Result<String, Fault> {
    let told = |code: &str, message: &str| (code.to_owned(), message.to_owned());
    let leads = offer
        .leads
        .as_ref()
        .ok_or_else(|| told("notConnected", "Connect first."))?;
    let text = |name: &str| leads.get(name).and_then(Value::as_str).unwrap_or_default().trim();
    if text("leadDestination") != "dynamics" {
        return Err(told(
            "notSupported",
            "Only a Dynamics 365 destination can be validated here.",
        ));
    }
    let org = text("instanceUrl").trim_end_matches('/');
    let bearer = match text("authentication") {
        "azureAD" => application(
            outside,
            org,
            text("directoryId"),
            text("applicationId"),
            text("applicationKey"),
        )?,
        _ => match outside.password(text("username"), text("password")) {
            Some(false) => return Err(told("AADSTS50126", "Invalid username or password.")),
            _ => format!("Bearer sandbox:{}", text("username")),
        },
    };
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
    let (status, me) = outside.fetch("GET", &format!("{org}/api/data/v9.0/WhoAmI"), &headers, "");
    if status != 200 {
        return Err(fault(&me));
    }
    let user = me.get("UserId").and_then(Value::as_str).unwrap_or_default();
    let mut lead = json!({
        "subject": format!("Test lead – {}", offer.name), "firstname": "Test", "lastname": "Lead",
        "companyname": "Microsoft", "emailaddress1": "testlead@example.com",
        "description": "A test lead from the commercial marketplace.", "leadsourcecode": 8,
    });
    let missing = lacking(outside, org, user);
    if let Some(missing) = missing.first() {
        return Err((
            "0x80040220".to_owned(),
            format!(
                "Principal user (Id={user}, type=8) is missing {missing} privilege (Id={}).",
                privilege_id(missing)
            ),
        ));
    }
    // Names one of the caller's own choice, so that the answer needs no header.
    let (_, before) = outside.fetch(
        "GET",
        &format!("{org}/api/data/v9.0/leads?$count=true&$top=1"),
        &headers,
        "",
    );
    let id = Guid::derive("testlead", &format!("{}{before}", offer.id)).to_string();
    if let Some(map) = lead.as_object_mut() {
        map.insert("leadid".into(), json!(id));
    }
    match outside.fetch(
        "POST",
        &format!("{org}/api/data/v9.0/leads"),
        &headers,
        &lead.to_string(),
    ) {
        (204 | 201, _) => Ok(id),
        (_, refusal) => Err(fault(&refusal)),
    }
}

/// The privileges of [`NEEDED`] a user does not hold.
fn lacking(outside: &mut dyn Outside, org: &str, user: &str) -> Vec<&'static str> {
    let headers = [("authorization", "Bearer sandbox:admin@contoso.com")];
    let names = serde_json::to_string(&NEEDED).unwrap_or_default();
    let url = format!(
        "{org}/api/data/v9.0/systemusers({user})/Microsoft.Dynamics.CRM.RetrieveUserSetOfPrivilegesByNames(PrivilegeNames=@p)?@p={names}"
    );
    let (_, answer) = outside.fetch("GET", &url, &headers, "");
    let held: Vec<&str> = answer
        .get("RolePrivileges")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.get("PrivilegeName").and_then(Value::as_str))
        .collect();
    NEEDED.into_iter().filter(|name| !held.contains(name)).collect()
}

/// A token of the application's own, from the directory of its connection. Where no Entra answers, the application
/// user is found by its id instead.
fn application(
    outside: &mut dyn Outside,
    org: &str,
    directory: &str,
    application: &str,
    secret: &str,
) -> Result<String, Fault> {
    let encode =
        |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
    let body = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}&resource={}",
        encode(application),
        encode(secret),
        encode(org)
    );
    let url = format!("https://login.microsoftonline.com/{directory}/oauth2/token");
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let (status, answer) = outside.fetch("POST", &url, &headers, &body);
    if let Some(token) = answer.get("access_token").and_then(Value::as_str) {
        return Ok(format!("Bearer {token}"));
    }
    if status != 404 || !answer.is_null() {
        return Err(fault(&answer));
    }
    let url = format!("{org}/api/data/v9.0/systemusers?$select=domainname&$filter=applicationid eq {application}");
    let (_, found) = outside.fetch(
        "GET",
        &url,
        &[("authorization", "Bearer sandbox:admin@contoso.com")],
        "",
    );
    let name = found.pointer("/value/0/domainname").and_then(Value::as_str);
    name.map(|name| format!("Bearer sandbox:{name}")).ok_or_else(|| {
        (
            "0x80072560".to_owned(),
            "The user is not a member of the organization.".to_owned(),
        )
    })
}

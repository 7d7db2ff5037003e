//! The message that welcomes the sellers (S001-40): the article's own, with the tenant's facts in it, in the language the
//! admin chooses. Made of messages; the interface puts them into words.

use super::observed::Observed;
use crate::domain::deployment::steps::{COMMUNITY, IDEAS, LEARN};
use crate::domain::reading::Reading;
use crate::text::Text;

/// A line of the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A paragraph.
    Paragraph(Text),
    /// A heading within it.
    Heading(Text),
    /// A link, with its address.
    Link(Text, String),
}

/// Where the articles for sellers are, by their name below [`LEARN`] (S001-40).
const ARTICLES: [(&str, &str); 6] = [
    ("deploy-welcome-contact", "connect-contact"),
    ("deploy-welcome-save", "save-outlook-activities-crm"),
    ("deploy-welcome-record", "view-record-details"),
    ("deploy-welcome-draft", "use-copilot-kickstart-email-messages"),
    ("deploy-welcome-meeting", "view-meeting-summary-recap"),
    ("deploy-welcome-update", "view-update-crm-record-details"),
];

/// Its subject.
pub const fn subject() -> Text {
    Text::new("deploy-welcome-subject")
}

/// What is left out of it, since it was not read; with the reason, where there is more of one than that nobody signed in.
pub fn left_out(observed: &Observed) -> Vec<(Text, Option<Text>)> {
    fn unread<T>(fact: &'static str, reading: Option<&Reading<T>>) -> Option<(Text, Option<Text>)> {
        let why = match reading {
            Some(Reading::Complete(_) | Reading::Partial { .. }) => return None,
            Some(Reading::Unreadable(why)) => Some(why.clone()),
            None => None,
        };
        let text = Text::new("deploy-welcome-without").message("fact", Text::new(fact));
        Some((text, why))
    }
    let tenant = observed.directory.as_ref().map(|read| &read.tenant);
    let salesforce = observed.salesforce.as_ref().map(|read| &read.organization);
    let mut left = Vec::new();
    left.extend(unread("deploy-fact-tenant", tenant));
    left.extend(unread("deploy-fact-salesforce", salesforce));
    if observed.admin.name.is_empty() {
        left.extend(unread::<()>("deploy-fact-sender", None));
    }
    left
}

/// Its parts, in their order. What is not known of the tenant is left out.
pub fn parts(observed: &Observed) -> Vec<Part> {
    let at = |name: &str| format!("{LEARN}{name}");
    let mut parts = vec![Part::Paragraph(match observed.tenant() {
        Some(tenant) => Text::new("deploy-welcome-dear").name("tenant", &tenant.name),
        None => Text::new("deploy-welcome-dear-all"),
    })];
    parts.push(Part::Paragraph(Text::new("deploy-welcome-what")));
    parts.push(Part::Heading(Text::new("deploy-welcome-first")));
    let read = observed
        .salesforce
        .as_ref()
        .filter(|read| read.organization.value().is_some());
    parts.push(Part::Paragraph(match read {
        Some(salesforce) => Text::new("deploy-welcome-sign-in-at").name("host", &salesforce.host),
        None => Text::new("deploy-welcome-sign-in"),
    }));
    parts.push(Part::Link(
        Text::new("deploy-welcome-sign-in-how"),
        at("sign-in-crm-outlook"),
    ));
    parts.push(Part::Link(Text::new("deploy-welcome-pin"), at("open-app")));
    parts.push(Part::Heading(Text::new("deploy-welcome-more")));
    for (text, name) in ARTICLES {
        parts.push(Part::Link(Text::new(text), at(name)));
    }
    parts.push(Part::Heading(Text::new("deploy-welcome-help")));
    parts.push(Part::Link(Text::new("deploy-welcome-trouble"), at("troubleshoot")));
    parts.push(Part::Link(Text::new("deploy-link-community"), COMMUNITY.to_owned()));
    parts.push(Part::Link(Text::new("deploy-link-ideas"), IDEAS.to_owned()));
    let admin = &observed.admin;
    if !admin.name.is_empty() {
        parts.push(Part::Paragraph(
            Text::new("deploy-welcome-from").name("name", &admin.name),
        ));
    }
    parts
}

/// The same in brief, for the address of a mail, which some programs cut: one link stands for the single articles.
pub fn brief(parts: Vec<Part>) -> Vec<Part> {
    let mut brief = Vec::with_capacity(parts.len());
    for part in parts {
        let id = match &part {
            Part::Paragraph(says) | Part::Heading(says) | Part::Link(says, _) => says.id.clone(),
        };
        if !ARTICLES.iter().any(|(article, _)| *article == id) {
            brief.push(part);
        }
        if id == "deploy-welcome-more" {
            brief.push(Part::Link(Text::new("deploy-welcome-articles"), LEARN.to_owned()));
        }
    }
    brief
}

//! The Overview's lines about Bright Pattern: what can be told of its prerequisites without a secret (S002-02, S002-08 to
//! S002-12, S002-15).

use super::app::App;
use super::observed::{Observed, Portal, TenantTrouble};
use crate::domain::reading::Reading;
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::text::Text;

/// The lines, the worst first.
pub fn readiness(observed: &Observed) -> Vec<ReadinessLine> {
    let mut lines = vec![tenant(observed), page(observed)];
    lines.extend(form(observed));
    lines.extend(app(observed));
    lines.sort_by_key(|line| line.readiness);
    lines
}

fn line(id: &str, readiness: Readiness, statement: Text, evidence: Option<Text>) -> ReadinessLine {
    ReadinessLine {
        id: id.to_owned(),
        readiness,
        statement,
        evidence,
        fix: (readiness != Readiness::Ready).then_some(Fix::Review),
    }
}

/// The addresses stand on the tenant, which the organization and its own challenge have to agree on.
fn tenant(observed: &Observed) -> ReadinessLine {
    let at = |readiness, statement, evidence| line("tenant", readiness, statement, evidence);
    if observed.login.is_none() {
        return at(Readiness::Blocked, Text::new("bright-challenge-host"), None);
    }
    match observed.tenant() {
        Err(TenantTrouble::Disagree { told, challenged }) => at(
            Readiness::Blocked,
            Text::new("bright-tenants-disagree")
                .name("told", told)
                .name("challenged", challenged),
            None,
        ),
        Err(TenantTrouble::Unknown(why)) => at(Readiness::Unknown, Text::new("bright-ready-no-tenant"), Some(why)),
        Ok(_) => {
            let evidence = match &observed.challenge {
                Reading::Unreadable(why) => why.clone(),
                _ => Text::new("bright-ready-challenge"),
            };
            at(Readiness::Ready, Text::new("bright-ready-addresses"), Some(evidence))
        }
    }
}

fn page(observed: &Observed) -> ReadinessLine {
    match &observed.portal {
        Portal::NotShown => line(
            "page",
            Readiness::Unknown,
            Text::new("bright-ready-no-page"),
            Some(Text::new("bright-plan-no-page")),
        ),
        Portal::Shown(shown) => match shown.accounts.value() {
            Some(accounts) => line(
                "page",
                Readiness::Ready,
                Text::new("bright-ready-accounts").number("count", accounts.len() as i64),
                Some(Text::new("bright-value").name("value", &shown.host)),
            ),
            None => line(
                "page",
                Readiness::Unknown,
                Text::new("bright-accounts-not-shown"),
                Some(Text::new("bright-value").name("value", &shown.host)),
            ),
        },
    }
}

/// What stands in a form that is open, where it cannot be right.
fn form(observed: &Observed) -> impl Iterator<Item = ReadinessLine> {
    observed.troubles().into_iter().map(|(field, trouble)| {
        let id = field.locator().split('.').next_back().unwrap_or_default();
        let id = format!("form:{id}");
        line(&id, Readiness::Attention, trouble.explain(field), None)
    })
}

/// Of the app, if it was looked at. Nothing of it can be told without a sign-in and a client id.
fn app(observed: &Observed) -> Vec<ReadinessLine> {
    let Some(app) = &observed.app else {
        return vec![line(
            "app",
            Readiness::Unknown,
            Text::new("bright-ready-app-unknown"),
            Some(Text::new("bright-ready-app-how")),
        )];
    };
    match &app.application {
        Reading::Unreadable(why) => vec![line(
            "app",
            Readiness::Unknown,
            Text::new("bright-ready-app-unread"),
            Some(why.clone()),
        )],
        reading => match reading.value() {
            Some(Some(_)) => parts(app, observed),
            _ => vec![line("app", Readiness::Blocked, Text::new("bright-plan-no-app"), None)],
        },
    }
}

fn parts(app: &App, observed: &Observed) -> Vec<ReadinessLine> {
    let host = observed.shown().map(|shown| shown.host.as_str());
    let told = |id, has: Option<bool>, [yes, no, unknown]: [&'static str; 3]| match has {
        Some(true) => line(id, Readiness::Ready, Text::new(yes), None),
        Some(false) => line(id, Readiness::Attention, Text::new(no), None),
        None => line(id, Readiness::Unknown, Text::new(unknown), None),
    };
    vec![
        told(
            "app:reply",
            host.and_then(|host| app.has_reply(host)),
            [
                "bright-ready-reply",
                "bright-ready-no-reply",
                "bright-ready-reply-unknown",
            ],
        ),
        told(
            "app:permission",
            app.lists_permission(),
            [
                "bright-ready-permission",
                "bright-ready-no-permission",
                "bright-ready-app-unread",
            ],
        ),
        told(
            "app:grant",
            app.is_granted(),
            [
                "bright-ready-grant",
                "bright-ready-no-grant",
                "bright-ready-grant-unknown",
            ],
        ),
    ]
}

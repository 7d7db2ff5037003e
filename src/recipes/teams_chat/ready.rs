//! The Overview's lines about Teams chat. What is off by choice is neither red nor amber.

use super::choices::Choices;
use super::observed::Observed;
use crate::domain::chat::consent::{Consent, Permission};
use crate::domain::chat::pane_access::TeamsInPane;
use crate::domain::chat::record_type::Switch;
use crate::domain::chat::setting::Scope;
use crate::domain::reading::Reading;
use crate::recipes::readiness::{Fix, Readiness, ReadinessLine};
use crate::sorted;
use crate::text::Text;

/// The lines, the worst first.
pub fn readiness(observed: &Observed) -> Vec<ReadinessLine> {
    let mut lines = switch(observed);
    lines.extend(record_types(observed));
    lines.extend(timeline(observed));
    lines.push(consent(observed));
    lines.extend(access(observed));
    lines.extend(site_maps(observed));
    lines.extend(profiles(observed));
    sorted::sort_by_key(&mut lines, |line| line.readiness);
    lines
}

/// Adds what a line's [`Fix::Add`] stands for to the choices: the Reads of the role with that root id.
pub fn add_fix(observed: &Observed, choices: &mut Choices, key: &str) {
    choices.set_role(observed, key, true);
}

/// Takes what [`add_fix`] added out of the choices again.
pub fn take_fix(observed: &Observed, choices: &mut Choices, key: &str) {
    choices.set_role(observed, key, false);
}

fn line(id: impl Into<String>, readiness: Readiness, statement: Text) -> ReadinessLine {
    ReadinessLine {
        id: id.into(),
        readiness,
        statement,
        evidence: None,
        fix: (readiness != Readiness::Ready).then_some(Fix::Review),
    }
}

fn unread(id: &str, statement: Text, why: Text) -> ReadinessLine {
    ReadinessLine {
        evidence: Some(why),
        ..line(id, Readiness::Unknown, statement)
    }
}

/// Why something is not completely read, if it is not.
fn gap<T>(reading: &Reading<T>) -> Option<Text> {
    match reading {
        Reading::Complete(_) => None,
        Reading::Partial { missing, .. } => Some(
            missing
                .first()
                .cloned()
                .unwrap_or(Text::new("disconnect-export-partial")),
        ),
        Reading::Unreadable(why) => Some(why.clone()),
    }
}

fn switch(observed: &Observed) -> Vec<ReadinessLine> {
    if let Some(why) = gap(&observed.switch) {
        return vec![unread("switch", Text::new("chat-ready-switch-unread"), why)];
    }
    let Some(switch) = observed.switch() else {
        let absent = Text::new("chat-ready-switch-absent");
        return vec![unread("switch", absent, Text::new("chat-ready-switch-absent-evidence"))];
    };
    let setting = &switch.setting;
    let (readiness, statement) = match setting.scope(observed.chat_apps()) {
        Scope::All => (Readiness::Ready, Text::new("chat-ready-all")),
        Scope::Selected(apps) => (
            Readiness::Ready,
            Text::new("chat-ready-selected").number("count", apps.len() as i64),
        ),
        Scope::Off if setting.is_untouched() => (Readiness::Blocked, Text::new("chat-ready-never-on")),
        Scope::Off => (Readiness::Ready, Text::new("chat-ready-off")),
    };
    let mut lines = vec![line("switch", readiness, statement)];
    let waiting = setting.waiting().count();
    if waiting > 0 {
        let text = Text::new("chat-ready-waiting").number("count", waiting as i64);
        lines.push(line("waiting", Readiness::Attention, text));
    }
    lines
}

fn record_types(observed: &Observed) -> Vec<ReadinessLine> {
    if let Some(why) = gap(&observed.record_types) {
        return vec![unread("record-types", Text::new("disconnect-ready-types-unread"), why)];
    }
    let all = observed.record_types.value().into_iter().flatten();
    let active: Vec<_> = all.filter(|row| row.active).collect();
    if active.is_empty() {
        return vec![line(
            "record-types",
            Readiness::Blocked,
            Text::new("disconnect-ready-types-none"),
        )];
    }
    let count = Text::new("chat-ready-types").number("count", active.len() as i64);
    let mut lines = vec![line("record-types", Readiness::Ready, count)];
    for row in active {
        let configuration = &row.configuration;
        let none = configuration.followed.as_deref().unwrap_or_default().is_empty();
        if configuration.is_on(Switch::KeyUpdates) && none {
            let text = Text::new("chat-ready-no-columns").name("type", &row.name);
            lines.push(line(format!("columns:{}", row.id), Readiness::Attention, text));
        }
        let view = configuration.view.as_deref().filter(|view| !view.is_empty());
        if let (Some(view), Reading::Complete(views)) = (view, &observed.views) {
            let id = crate::domain::chat::context_card::view_id(view).map(|(id, _)| id);
            if !views.iter().any(|(_, known)| Some(&known.id) == id.as_ref()) {
                let text = Text::new("chat-ready-no-view").name("type", &row.name);
                lines.push(line(format!("view:{}", row.id), Readiness::Attention, text));
            }
        }
    }
    lines
}

fn timeline(observed: &Observed) -> Option<ReadinessLine> {
    if let Some(why) = gap(&observed.timeline) {
        return Some(unread("timeline", Text::new("chat-ready-timeline-unread"), why));
    }
    let on = (*observed.timeline.value()?)?;
    let off = observed
        .switch()
        .is_some_and(|switch| switch.setting.scope(observed.chat_apps()) == Scope::Off);
    Some(match on {
        true if off => line("timeline", Readiness::Attention, Text::new("chat-ready-timeline-alone")),
        true => line("timeline", Readiness::Ready, Text::new("chat-ready-timeline-on")),
        false => line("timeline", Readiness::Ready, Text::new("chat-ready-timeline-off")),
    })
}

/// Whether the tenant has consented takes a sign-in of its own, and even then not whose grant Dynamics 365 uses: never
/// green (S003-08 to S003-13).
fn consent(observed: &Observed) -> ReadinessLine {
    let all = Permission::ALL;
    let text = Text::new("chat-ready-consent").number("count", all.len() as i64);
    let why = match &observed.consents {
        None => {
            let names = all.map(Permission::name);
            Text::new("chat-consent-needs-sign-in").name("permissions", names.join(", "))
        }
        Some(Reading::Unreadable(why)) => why.clone(),
        Some(read) => {
            let is_held = |one: &Permission| matches!(one.consent(Some(read)), Consent::HeldBy(_));
            let held: Vec<&str> = all.into_iter().filter(is_held).map(Permission::name).collect();
            if held.is_empty() {
                Text::new("chat-ready-consent-none")
            } else {
                Text::new("chat-ready-consent-held").name("permissions", held.join(", "))
            }
        }
    };
    unread("consent", text, why)
}

/// A role with some of the seven Reads is meant to reach the pane and does not; one with none is somebody's choice.
fn access(observed: &Observed) -> Vec<ReadinessLine> {
    let Some(reading) = &observed.access else {
        return vec![unread(
            "access",
            Text::new("chat-ready-access-unread"),
            Text::new("chat-not-read-yet"),
        )];
    };
    if let Some(why) = gap(reading) {
        return vec![unread("access", Text::new("chat-ready-access-unread"), why)];
    }
    let Some(access) = reading.value() else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for one in &access.roles {
        let lacks = one.lacking(access).len();
        if lacks > 0 && !one.held.is_empty() {
            let text = Text::new("chat-ready-role-lacks")
                .name("role", &one.role.name)
                .number("count", lacks as i64);
            lines.push(ReadinessLine {
                fix: Some(Fix::Add {
                    key: one.role.id.clone(),
                }),
                ..line(format!("role:{}", one.role.id), Readiness::Attention, text)
            });
        }
    }
    if lines.is_empty() {
        lines.push(line("access", Readiness::Ready, Text::new("chat-ready-access")));
    }
    lines
}

fn site_maps(observed: &Observed) -> Option<ReadinessLine> {
    let reading = observed.site_maps.as_ref()?;
    if let Some(why) = gap(reading) {
        return Some(unread("site-maps", Text::new("chat-ready-pages-unread"), why));
    }
    let maps = reading.value()?;
    let has = |map: &&super::observed::AppSiteMap| map.map.as_ref().is_ok_and(|read| !read.pages.is_empty());
    let count = maps.iter().filter(has).count();
    let text = Text::new("chat-ready-pages")
        .number("count", count as i64)
        .number("all", maps.len() as i64);
    Some(line("site-maps", Readiness::Ready, text))
}

fn profiles(observed: &Observed) -> Option<ReadinessLine> {
    let reading = observed.profiles.as_ref()?;
    if let Some(why) = gap(reading) {
        return Some(unread("profiles", Text::new("chat-ready-profiles-unread"), why));
    }
    let custom = reading.value()?.iter().filter(|one| !one.profile.is_default());
    let (mut on, mut off, mut unclear) = (0, 0, 0);
    for one in custom {
        match one.teams {
            Some(TeamsInPane::On) => on += 1,
            Some(TeamsInPane::Off | TeamsInPane::NoPane) => off += 1,
            Some(TeamsInPane::NotRecognised | TeamsInPane::Unclear) | None => unclear += 1,
        }
    }
    let text = Text::new("chat-ready-profiles").number("on", on).number("off", off);
    Some(if unclear > 0 {
        unread("profiles", text, Text::new("chat-ready-profiles-unclear"))
    } else {
        line("profiles", Readiness::Ready, text)
    })
}

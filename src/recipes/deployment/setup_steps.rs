//! The steps on the page of **Microsoft Power Platform** in Salesforce's Setup: for each policy the form is opened, the
//! choice made, saved, and read on the page that shows it; the way back is the same in the same order with the former
//! choice (S001-26 to S001-28). A form that somebody had open is none of these: what is chosen in it besides would be saved
//! as well, by nobody's plan.

use serde_json::{Value, json};

use super::observed::{Observed, Salesforce};
use super::planning::{Draft, PlanError};
use super::setup_page::{Said, Shown};
use crate::domain::organization::{Organization, SignedInUser};
use crate::domain::reading::Reading;
use crate::domain::salesforce::app_policy::Policy;
use crate::plan::making::{field, on_page};
use crate::plan::model::{
    Action, Change, Delta, LockProbe, PageAct, Patience, Probe, Risk, Service, Step, Target, Undo,
};
use crate::portal::salesforce_setup as at;
use crate::recipes::salesforce::target;
use crate::text::Text;

/// Key of the page among a plan's targets.
pub const PAGE: &str = "salesforce-app";

/// How long the page may take to show what became of a press, in milliseconds.
const DRAWN_MS: u64 = 30_000;

/// A look at the page, and what must hold there.
fn look(locator: &str, label: Text, pointer: &str, equals: Value) -> Probe {
    on_page(locator, vec![field(label, pointer, equals)])
}

/// The page as a target: its host and the app are looked at again before anything is done and after every navigation.
fn page(shown: &Shown, organization: &Organization, admin: &SignedInUser) -> Target {
    let label = || Text::new("deploy-lock-setup");
    let mut lock = vec![(at::PAGE, "/host", json!(shown.host))];
    if shown.app.is_empty() {
        lock.push((at::APP, "/there", json!(true)));
    } else {
        lock.push((at::PAGE, "/open", json!(shown.app)));
    }
    let lock = lock.into_iter().map(|(locator, pointer, equals)| LockProbe {
        probe: look(locator, label(), pointer, equals),
        what: label(),
        required: true,
    });
    Target {
        id: PAGE.to_owned(),
        service: Service::Page,
        identity: shown.host.clone(),
        name: organization.name.clone(),
        host: shown.host.clone(),
        kind: organization.kind,
        user: admin.clone(),
        lock: lock.collect(),
    }
}

/// A choice in the form: the control, what is done with it, and what then stands at which pointer; before that, what stood.
struct Chosen {
    locator: &'static str,
    act: PageAct,
    pointer: &'static str,
    stands: Value,
    before: Value,
}

impl Chosen {
    /// Of a list.
    fn of(locator: &'static str, option: &str, before: &str) -> Self {
        Self {
            locator,
            act: PageAct::Choose {
                option: option.to_owned(),
            },
            pointer: "/chosen",
            stands: json!(option),
            before: json!(before),
        }
    }

    /// Of radio buttons.
    fn radio(locator: &'static str) -> Self {
        Self {
            locator,
            act: PageAct::Set { checked: true },
            pointer: "/checked",
            stands: json!(true),
            before: json!(false),
        }
    }

    fn look(&self, label: Text, stands: &Value) -> Probe {
        look(self.locator, label, self.pointer, stands.clone())
    }

    fn change(&self, label: &Text) -> Change {
        Change {
            guard: self.look(label.clone(), &self.before),
            action: Action::Page {
                locator: self.locator.to_owned(),
                act: self.act.clone(),
            },
            proof: self.look(label.clone(), &self.stands),
            patience: None,
        }
    }
}

/// A press whose outcome the page shows, or says why not.
fn pressed(guard: Probe, button: &str, proof: Probe) -> Change {
    Change {
        guard,
        action: Action::Page {
            locator: button.to_owned(),
            act: PageAct::Press,
        },
        proof,
        patience: Some(Patience {
            alert: Some(at::ALERT.to_owned()),
            ..Patience::of(DRAWN_MS)
        }),
    }
}

/// What a policy is called, and how it is to be.
const fn words(policy: Policy) -> (&'static str, &'static str) {
    match policy {
        Policy::Ip => ("deploy-policy-ip", "deploy-policy-ip-wanted"),
        Policy::Refresh => ("deploy-policy-refresh", "deploy-policy-refresh-wanted"),
        Policy::Timeout => ("deploy-policy-timeout", "deploy-policy-timeout-wanted"),
    }
}

/// Where it is shown, the wanted choice in the form, and the former one, if the form can be brought back to it.
fn choices(policy: Policy, said: &Said) -> (&'static str, Chosen, Option<Chosen>) {
    let former = said.is.as_deref().unwrap_or(&said.text);
    match policy {
        Policy::Ip => (
            at::IP,
            Chosen::of(at::IP_CHOICE, at::RELAX, former),
            Some(Chosen::of(at::IP_CHOICE, former, at::RELAX)),
        ),
        Policy::Timeout => (
            at::TIMEOUT,
            Chosen::of(at::TIMEOUT_CHOICE, at::NO_TIMEOUT, former),
            Some(Chosen::of(at::TIMEOUT_CHOICE, former, at::NO_TIMEOUT)),
        ),
        Policy::Refresh => {
            let [until_revoked, ..] = at::REFRESH_CHOICES;
            let kind = at::refresh_kind(&said.text).and_then(|kind| at::REFRESH_CHOICES.get(kind));
            (
                at::REFRESH,
                Chosen::radio(until_revoked),
                kind.map(|kind| Chosen::radio(kind)),
            )
        }
    }
}

/// A policy of the app is as the article wants it.
pub(super) fn policy(draft: &mut Draft, observed: &Observed, policy: Policy) -> Result<(), PlanError> {
    let incomplete = |what: &'static str| PlanError::Incomplete { what: Text::new(what) };
    let salesforce = observed.salesforce.as_ref().ok_or(PlanError::SignIn)?;
    let shown = salesforce
        .setup()
        .filter(|shown| shown.may_edit)
        .ok_or_else(|| incomplete("deploy-what-setup"))?;
    let (Some(said), wanted) = shown.of(policy) else {
        return Err(incomplete("deploy-what-setup"));
    };
    targets(draft, salesforce, shown)?;
    draft.steps.extend({
        let after = draft.steps.iter().rfind(|step| step.target == PAGE);
        steps(policy, said, wanted, after.map(|step| step.id.clone()))
    });
    let means = Text::new(match policy {
        Policy::Ip => "deploy-note-ip",
        Policy::Refresh => "deploy-note-refresh",
        Policy::Timeout => "deploy-note-timeout",
    });
    for note in [
        Text::new("deploy-note-setup"),
        Text::new("deploy-note-setup-reach"),
        means,
    ] {
        if !draft.notes.contains(&note) {
            draft.notes.push(note);
        }
    }
    Ok(())
}

/// The organization, which the API tells, and the page, which belongs to it.
fn targets(draft: &mut Draft, salesforce: &Salesforce, shown: &Shown) -> Result<(), PlanError> {
    let incomplete = |what: &'static str| PlanError::Incomplete { what: Text::new(what) };
    let (Reading::Complete(organization), Reading::Complete(own)) = (&salesforce.organization, &salesforce.own) else {
        return Err(incomplete("salesforce-what-identity"));
    };
    // Without it nothing would tell as whom the plan writes.
    let identity = salesforce.identity.as_deref();
    let identity = identity.ok_or_else(|| incomplete("salesforce-what-identity"))?;
    let admin = SignedInUser {
        id: own.id.clone(),
        name: own.name.clone(),
        upn: own.username.clone(),
    };
    for target in [
        target::target(organization, &admin, Some(identity)),
        page(shown, organization, &admin),
    ] {
        if !draft.targets.iter().any(|known| known.id == target.id) {
            draft.targets.push(target);
        }
    }
    Ok(())
}

/// The form is opened, the choice made, and saved.
fn steps(policy: Policy, said: &Said, wanted: &'static str, after: Option<String>) -> Vec<Step> {
    let (name, is_wanted) = words(policy);
    let label = || Text::new(name);
    let (cell, choice, former) = choices(policy, said);
    let id = |what: &str| format!("{name}:{what}");
    let form = |there: bool| look(at::SAVE, Text::new("deploy-setup-form"), "/there", json!(there));
    let shows = |pointer: &str, value: &str| look(cell, label(), pointer, json!(value));
    let delta = |label, from, to| vec![Delta { label, from, to }];
    let there = |is: bool| Text::new(if is { "salesforce-there" } else { "salesforce-not-there" });
    // A radio button only tells that it is not chosen, and so nothing of which other one is: that the policy is still as it
    // was, what is shown tells, right before the form is opened.
    let opens = |stands: Probe| {
        let guard = match policy {
            Policy::Refresh => stands,
            Policy::Ip | Policy::Timeout => look(at::EDIT, Text::new("deploy-setup-edit"), "/there", json!(true)),
        };
        let mut opens = pressed(guard, at::EDIT, form(true));
        opens.patience = opens.patience.map(|patience| Patience {
            anew: Some(true),
            ..patience
        });
        opens
    };
    // All three are done again with the former choice; without one there is nothing to save.
    let back = |change: Option<Change>| match change {
        Some(change) => Undo::After(Box::new(change)),
        None => Undo::Nothing {
            why: Text::new("deploy-undo-form"),
        },
    };
    let step = |what: &str, title: &'static str, reason: &'static str, needs: Vec<String>, change, undo, delta| Step {
        id: id(what),
        target: PAGE.to_owned(),
        title: Text::new(title)
            .message("policy", label())
            .message("value", Text::new(is_wanted)),
        reason: Text::new(reason),
        delta,
        risk: Risk::Reversible,
        needs,
        change,
        undo,
        unproven: Some(Text::new("deploy-unproven-setup")),
    };
    let opened_back = former.as_ref().map(|_| opens(shows("/is", wanted)));
    let chosen_back = match &former {
        Some(former) => back(Some(former.change(&label()))),
        None => Undo::None {
            why: Text::new("deploy-undo-refresh").name("value", &said.text),
        },
    };
    let saved_back = former.as_ref().map(|former| {
        let stands = former.look(label(), &former.stands);
        pressed(stands, at::SAVE, shows("/text", &said.text))
    });
    let saves = pressed(choice.look(label(), &choice.stands), at::SAVE, shows("/is", wanted));
    vec![
        step(
            "open",
            "deploy-setup-step-open",
            "deploy-reason-setup-open",
            after.into_iter().collect(),
            opens(shows("/text", &said.text)),
            back(opened_back),
            delta(Text::new("deploy-setup-form"), there(false), there(true)),
        ),
        step(
            "choose",
            "deploy-setup-step-choose",
            "deploy-reason-setup-choose",
            vec![id("open")],
            choice.change(&label()),
            chosen_back,
            delta(
                label(),
                Text::new("lead-verbatim").name("text", &said.text),
                Text::new(is_wanted),
            ),
        ),
        step(
            "save",
            "deploy-setup-step-save",
            "deploy-reason-setup-save",
            // Both: a choice that was made already is not taken back, and the order must not break there.
            vec![id("open"), id("choose")],
            saves,
            back(saved_back),
            delta(Text::new("deploy-setup-form"), there(true), there(false)),
        ),
    ]
}

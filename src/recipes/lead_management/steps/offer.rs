//! The offer's connection details on Partner Center's page, then the test lead in Dataverse (S004-44 to S004-51). No API
//! validates; what is entered there cannot be taken back from here.

use serde_json::json;

use super::{change, delta, field, guide, none, nothing, on_page, reading, step, verbatim};
use crate::domain::day::Day;
use crate::domain::lead::Credential;
use crate::domain::lead::connection;
use crate::plan::model::{Action, Condition, PageAct, Patience, Probe, Risk, SlotKind, Step, placeholder};
use crate::recipes::disconnect::planning::TARGET;
use crate::recipes::lead_management::choices::Hands;
use crate::recipes::lead_management::observed::Observed;
use crate::recipes::lead_management::offer_page::{CONNECT, DETAILS};
use crate::recipes::lead_management::planning::{Draft, PAGE, PlanError, slot};
use crate::services::dataverse::leads;
use crate::text::Text;

/// Id of the step that reads the test lead.
pub const LEAD: &str = "offer:lead";
/// Id of the step that validates.
pub const VALIDATE: &str = "offer:validate";

/// Id of the step that saves the connection details.
pub const OK_STEP: &str = "offer:ok";

/// How long the page may take to validate.
const VALIDATE_MS: u64 = 2 * 60 * 1000;
const OK: &str = "partner-center.ok";
const VALIDATE_BUTTON: &str = "partner-center.validate";
const VALIDATED: &str = "partner-center.validation";

/// The steps.
pub(in super::super) fn add(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let directory = observed.directory_id().ok_or(PlanError::SignIn)?.to_owned();
    let url = connection::url(&observed.organization.host);
    if choices.hands == Hands::Admin {
        return by_hand(draft, &url, &directory);
    }
    let place = observed.offer.place().ok_or(PlanError::NoPage)?;
    if !place.connects {
        return Err(PlanError::NoCustomerLeads);
    }
    let pressed = |step: Step, button: &str, says: &'static str| match choices.hands {
        Hands::Press => Step {
            change: change(
                step.change.guard,
                guide(Text::new(says), Some(button)),
                step.change.proof,
            ),
            ..step
        },
        _ => step,
    };
    let mut steps = vec![
        press("offer:connect", "lead-step-connect", CONNECT, there(false), there(true)),
        chosen(
            "offer:destination",
            "lead-step-destination",
            "lead-detail-destination",
            "partner-center.destination",
            "dynamics",
        ),
        filled(
            "offer:url",
            "lead-step-url",
            "lead-detail-url",
            "partner-center.url",
            &url,
        ),
    ];
    let authentication = choices.credential.key();
    let called = connection::authentication(choices.credential).first().copied();
    steps.push(Step {
        delta: vec![delta(
            Text::new("lead-detail-authentication"),
            Text::new("lead-value-page"),
            verbatim(called.unwrap_or_default()),
        )],
        ..chosen(
            "offer:authentication",
            "lead-step-authentication",
            "lead-detail-authentication",
            "partner-center.authentication",
            authentication,
        )
    });
    match choices.credential {
        Credential::Entra => {
            let (_, client) = super::entra::ids(draft)?;
            draft.slot(slot::SECRET, SlotKind::Secret);
            let secret = placeholder(slot::SECRET);
            steps.push(filled(
                "offer:client",
                "lead-step-client",
                "lead-client-id",
                "partner-center.application-id",
                &client,
            ));
            steps.push(filled(
                "offer:directory",
                "lead-step-directory",
                "lead-detail-directory",
                "partner-center.directory-id",
                &directory,
            ));
            steps.extend(handed(
                "offer:secret",
                "lead-step-hand-secret",
                "partner-center.client-secret",
                &secret,
            ));
        }
        Credential::Office365 => {
            draft.slot(slot::PASSWORD, SlotKind::Secret);
            let password = placeholder(slot::PASSWORD);
            steps.push(filled(
                "offer:user",
                "lead-step-user-name",
                "lead-upn",
                "partner-center.user-name",
                &choices.upn,
            ));
            steps.extend(handed(
                "offer:password",
                "lead-step-hand-password",
                "partner-center.password",
                &password,
            ));
        }
    }
    if !choices.emails.is_empty() {
        let emails = connection::joined(&choices.emails);
        steps.push(filled(
            "offer:emails",
            "lead-step-emails",
            "lead-emails-label",
            "partner-center.contact-email",
            &emails,
        ));
    }
    let ok = lasting(press(OK_STEP, "lead-step-ok", OK, there(true), there(false)));
    steps.push(pressed(ok, OK, "lead-guide-ok"));
    let means = |means: &str| field(Text::new("lead-page-validation"), "/means", json!(means));
    let mut validate = lasting(press(
        VALIDATE,
        "lead-step-validate",
        VALIDATE_BUTTON,
        Vec::new(),
        vec![means("valid")],
    ));
    validate.change.patience = Some(Patience {
        fails: vec![means("invalid")],
        why: Some("/text".to_owned()),
        ..Patience::of(VALIDATE_MS)
    });
    steps.push(pressed(validate, VALIDATE_BUTTON, "lead-guide-validate"));
    for step in &mut steps {
        // Somebody may go to another offer in between.
        for probe in [&mut step.change.guard, &mut step.change.proof] {
            let open = field(Text::new("lead-page-open"), "/open", json!(place.open));
            probe.conditions.insert(0, open);
        }
    }
    let before: Vec<String> = draft
        .steps
        .iter()
        .filter(|step| !step.id.starts_with("solution:"))
        .map(|step| step.id.clone())
        .collect();
    for (at, mut step) in steps.into_iter().enumerate() {
        let own: Vec<String> = draft.steps.iter().rev().take(1).map(|step| step.id.clone()).collect();
        let needs = if at == 0 { &before } else { &own };
        step.unproven = Some(Text::new("lead-unproven-page"));
        let needs: Vec<&str> = needs.iter().map(String::as_str).collect();
        draft.push(step, &needs);
    }
    if let Some(user) = super::environment::user(draft) {
        let step = lead(&user, newest(observed), Text::new("lead-guide-lead"));
        draft.push(step, &[VALIDATE]);
    }
    Ok(())
}

/// The admin fills in the page; the test lead shows that it was done.
fn by_hand(draft: &mut Draft<'_>, url: &str, directory: &str) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let authentication = connection::authentication(choices.credential).first().copied();
    let guide = match choices.credential {
        Credential::Entra => Text::new("lead-guide-offer-entra").name("directory", directory),
        Credential::Office365 => Text::new("lead-guide-offer-office").name("user", &choices.upn),
    };
    let guide = guide
        .name("url", url)
        .name("authentication", authentication.unwrap_or_default());
    let user = super::environment::user(draft).ok_or(PlanError::NoCredential)?;
    let before: Vec<String> = draft.steps.iter().map(|step| step.id.clone()).collect();
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let step = Step {
        delta: vec![delta(
            Text::new("lead-test-lead"),
            Text::new("lead-value-absent"),
            Text::new("lead-value-there"),
        )],
        ..lead(&user, newest(observed), guide)
    };
    draft.push(step, &before);
    Ok(())
}

fn there(there: bool) -> Vec<Condition> {
    vec![field(Text::new("lead-page-details"), "/there", json!(there))]
}

/// What each step on the page is for.
fn reason(id: &str) -> &'static str {
    match id {
        "offer:destination" => "lead-reason-destination",
        "offer:url" => "lead-reason-url",
        "offer:authentication" => "lead-reason-authentication",
        "offer:client" => "lead-reason-client",
        "offer:directory" => "lead-reason-directory",
        "offer:secret-emptied" | "offer:password-emptied" => "lead-reason-emptied",
        "offer:secret" => "lead-reason-hand-secret",
        "offer:user" => "lead-reason-user-name",
        "offer:password" => "lead-reason-hand-password",
        "offer:emails" => "lead-reason-emails",
        OK_STEP => "lead-reason-ok",
        VALIDATE => "lead-reason-validate",
        _ => "lead-reason-connect",
    }
}

/// Nothing of it is saved before *OK*.
fn page(id: &str, title: &'static str, locator: &str, act: PageAct, guard: Probe, proof: Probe) -> Step {
    let action = Action::Page {
        locator: locator.to_owned(),
        act,
    };
    step(
        id,
        PAGE,
        Text::new(title),
        Text::new(reason(id)),
        change(guard, action, proof),
        nothing("lead-undo-fill"),
    )
}

/// Presses a button; what that changes shows elsewhere on the page.
fn press(id: &str, title: &'static str, button: &str, guard: Vec<Condition>, proof: Vec<Condition>) -> Step {
    let shows = if id == VALIDATE { VALIDATED } else { DETAILS };
    page(
        id,
        title,
        button,
        PageAct::Press,
        on_page(shows, guard),
        on_page(shows, proof),
    )
}

/// What cannot be taken back once it is pressed.
fn lasting(step: Step) -> Step {
    Step {
        risk: Risk::Irreversible,
        undo: none("lead-undo-offer"),
        ..step
    }
}

fn chosen(id: &str, title: &'static str, label: &'static str, locator: &str, option: &str) -> Step {
    let act = PageAct::Choose {
        option: option.to_owned(),
    };
    let is = field(Text::new(label), "/chosen", json!(option));
    page(
        id,
        title,
        locator,
        act,
        on_page(locator, field_there()),
        on_page(locator, vec![is]),
    )
}

/// Fills an input.
fn filled(id: &str, title: &'static str, label: &'static str, locator: &str, text: &str) -> Step {
    let act = PageAct::Fill { text: text.to_owned() };
    let is = field(Text::new(label), "/value", json!(text));
    Step {
        delta: vec![delta(Text::new(label), Text::new("lead-value-page"), verbatim(text))],
        ..page(
            id,
            title,
            locator,
            act,
            on_page(locator, field_there()),
            on_page(locator, vec![is]),
        )
    }
}

/// Fills a secret input, of which only that something stands in it can be read.
fn secretly(id: &str, title: &'static str, locator: &str, text: &str) -> Step {
    let act = PageAct::Fill { text: text.to_owned() };
    let is = field(Text::new("lead-page-filled"), "/filled", json!(!text.is_empty()));
    page(
        id,
        title,
        locator,
        act,
        on_page(locator, field_there()),
        on_page(locator, vec![is]),
    )
}

/// Hands a secret over: the field is emptied first, since one that is filled looks the same whatever stands in it.
fn handed(id: &str, title: &'static str, locator: &str, secret: &str) -> [Step; 2] {
    let emptied = secretly(&format!("{id}-emptied"), "lead-step-emptied", locator, "");
    [emptied, secretly(id, title, locator, secret)]
}

fn field_there() -> Vec<Condition> {
    vec![field(Text::new("lead-page-field"), "/there", json!(true))]
}

/// When the newest lead of all was made, by the service's own clock.
fn newest(observed: &Observed) -> Option<&str> {
    let created = observed.leads.value()?.first()?.created.as_str();
    let is_time = created
        .bytes()
        .all(|byte| byte.is_ascii_digit() || b"-:.TZ".contains(&byte));
    (is_time && Day::parse(created).is_some()).then_some(created)
}

/// The test lead: made by the account, after every lead there was when the plan was made. It is the proof that everything before it works (S004-51).
fn lead(user: &str, newest: Option<&str>, instruction: Text) -> Step {
    let path = leads::leads_by_path(user, newest);
    let any = Condition::Member {
        label: Text::new("lead-test-lead"),
        list: "/value".to_owned(),
        key: std::collections::BTreeMap::new(),
        fields: std::collections::BTreeMap::new(),
    };
    Step {
        unproven: Some(Text::new("lead-unproven-lead")),
        ..step(
            LEAD,
            TARGET,
            Text::new("lead-step-lead"),
            Text::new("lead-reason-lead"),
            change(
                reading(&path, Vec::new()),
                guide(instruction, None),
                reading(&path, vec![any]),
            ),
            none("lead-undo-lead"),
        )
    }
}

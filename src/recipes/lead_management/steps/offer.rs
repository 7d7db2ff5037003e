//! The offer's connection details on Partner Center's page, then the test lead in Dataverse (S004-44 to S004-51). No API
//! validates; what is entered there cannot be taken back from here.

use serde_json::json;

use super::{change, field, guide, none, on_page, reading, step};
use crate::domain::day::Day;
use crate::domain::lead::Credential;
use crate::domain::lead::connection;
use crate::plan::model::{Action, Condition, PageAct, Probe, Risk, SlotKind, Step, placeholder};
use crate::recipes::disconnect::planning::TARGET;
use crate::recipes::lead_management::observed::Observed;
use crate::recipes::lead_management::planning::{Draft, PAGE, PlanError, slot};
use crate::services::dataverse::leads;
use crate::text::Text;

/// Id of the step that reads the test lead.
pub const LEAD: &str = "offer:lead";
/// Id of the step that validates.
pub const VALIDATE: &str = "offer:validate";

/// What the page's parts are called in locators.
const DETAILS: &str = "partner-center.connection-details";
const VALIDATED: &str = "partner-center.validation";

/// The steps.
pub(in super::super) fn add(draft: &mut Draft<'_>) -> Result<(), PlanError> {
    let (observed, choices) = (draft.observed, draft.choices);
    let directory = observed.directory_id().ok_or(PlanError::SignIn)?.to_owned();
    let url = connection::url(&observed.organization.host);
    let mut steps = vec![
        press(
            "offer:connect",
            "lead-step-connect",
            "partner-center.connect",
            there(false),
            there(true),
        ),
        chosen(
            "offer:destination",
            "lead-step-destination",
            "partner-center.destination",
            "dynamics",
        ),
        filled("offer:url", "lead-step-url", "partner-center.url", &url, false),
    ];
    let authentication = choices.credential.key();
    steps.push(chosen(
        "offer:authentication",
        "lead-step-authentication",
        "partner-center.authentication",
        authentication,
    ));
    match choices.credential {
        Credential::Entra => {
            let (_, client) = super::entra::ids(draft)?;
            draft.slot(slot::SECRET, SlotKind::Secret);
            let secret = placeholder(slot::SECRET);
            steps.push(filled(
                "offer:client",
                "lead-step-client",
                "partner-center.application-id",
                &client,
                false,
            ));
            steps.push(filled(
                "offer:directory",
                "lead-step-directory",
                "partner-center.directory-id",
                &directory,
                false,
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
                "partner-center.user-name",
                &choices.upn,
                false,
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
            "partner-center.contact-email",
            &emails,
            false,
        ));
    }
    steps.push(press(
        "offer:ok",
        "lead-step-ok",
        "partner-center.ok",
        there(true),
        there(false),
    ));
    steps.push(press(
        VALIDATE,
        "lead-step-validate",
        "partner-center.validate",
        Vec::new(),
        is_there(field(Text::new("lead-page-validation"), "/means", json!("valid"))),
    ));
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
        let step = lead(&user, newest(observed));
        draft.push(step, &[VALIDATE]);
    }
    Ok(())
}

fn there(there: bool) -> Vec<Condition> {
    vec![field(Text::new("lead-page-details"), "/there", json!(there))]
}

fn page(id: &str, title: &'static str, locator: &str, act: PageAct, guard: Probe, proof: Probe) -> Step {
    let action = Action::Page {
        locator: locator.to_owned(),
        act,
    };
    Step {
        risk: Risk::Irreversible,
        ..step(
            id,
            PAGE,
            Text::new(title),
            Text::new("lead-reason-offer"),
            change(guard, action, proof),
            none("lead-undo-offer"),
        )
    }
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

fn chosen(id: &str, title: &'static str, locator: &str, option: &str) -> Step {
    let act = PageAct::Choose {
        option: option.to_owned(),
    };
    let is = field(Text::new(title), "/chosen", json!(option));
    page(
        id,
        title,
        locator,
        act,
        on_page(locator, field_there()),
        on_page(locator, is_there(is)),
    )
}

/// Fills an input; of a secret one only that something stands in it can be read.
fn filled(id: &str, title: &'static str, locator: &str, text: &str, secret: bool) -> Step {
    let act = PageAct::Fill { text: text.to_owned() };
    let is = if secret {
        field(Text::new(title), "/filled", json!(!text.is_empty()))
    } else {
        field(Text::new(title), "/value", json!(text))
    };
    page(
        id,
        title,
        locator,
        act,
        on_page(locator, field_there()),
        on_page(locator, is_there(is)),
    )
}

/// Hands a secret over: the field is emptied first, since one that is filled looks the same whatever stands in it.
fn handed(id: &str, title: &'static str, locator: &str, secret: &str) -> [Step; 2] {
    let emptied = filled(&format!("{id}-emptied"), "lead-step-emptied", locator, "", true);
    [emptied, filled(id, title, locator, secret, true)]
}

fn field_there() -> Vec<Condition> {
    vec![field(Text::new("lead-page-field"), "/there", json!(true))]
}

/// What is on the page, and as it should be.
fn is_there(condition: Condition) -> Vec<Condition> {
    let mut conditions = field_there();
    conditions.push(condition);
    conditions
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
fn lead(user: &str, newest: Option<&str>) -> Step {
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
                guide(Text::new("lead-guide-lead"), None),
                reading(&path, vec![any]),
            ),
            none("lead-undo-lead"),
        )
    }
}

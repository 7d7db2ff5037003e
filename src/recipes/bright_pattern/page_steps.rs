//! The steps on Bright Pattern's own page: the properties opened, each field filled and read back, the refresh token by
//! the admin's own consent, the connection tested, the account saved and found again in the list (S002-03 to S002-17).

use serde_json::json;

use super::choices::Choices;
use super::observed::{Field, Shown};
use super::planning::{SECRET, TARGET};
use crate::domain::integration_account::{Endpoints, TYPE};
use crate::plan::making::{field, on_page};
use crate::plan::model::{Action, Change, Condition, Delta, PageAct, Patience, Probe, Risk, Step, Undo, placeholder};
use crate::portal::bright_pattern as at;
use crate::recipes::disconnect::planning::on_off;
use crate::text::Text;

/// Id of the step that adds an account.
const ADD: &str = "account:add";
/// Id of the step that opens the properties of a new account.
pub const OPEN: &str = "account:open";
/// Id of the step that empties the secret's field.
const EMPTIED: &str = "account:client-secret-emptied";
/// Id of the step that tests the connection.
pub const TEST: &str = "account:test";
/// How long the page's test may take, in milliseconds.
const TEST_MS: u64 = 60_000;
/// Id of the step that saves the account.
pub const APPLY: &str = "account:apply";

/// The steps, in the order of the page. `secret` names the step that makes the client secret, if one does.
pub fn steps(
    shown: &Shown,
    choices: &Choices,
    endpoints: &Endpoints,
    client_id: &str,
    secret: Option<&str>,
) -> Vec<Step> {
    let mut steps = Vec::new();
    if !shown.is_form_open() {
        steps.extend(open(shown));
    }
    let before = steps.len();
    let fill = |input: Field, text: &str| {
        let shows = vec![there(input.label()), field(input.label(), "/value", json!(text))];
        field_step(input, PageAct::Fill { text: text.to_owned() }, shows, value(text))
    };
    steps.push(field_step(
        Field::Type,
        PageAct::Choose {
            option: TYPE.to_owned(),
        },
        vec![
            there(Field::Type.label()),
            field(Field::Type.label(), "/chosen", json!(TYPE)),
        ],
        value(TYPE),
    ));
    steps.push(fill(Field::Name, choices.name.trim()));
    if choices.is_default {
        steps.push(field_step(
            Field::Default,
            PageAct::Set { checked: true },
            vec![
                there(Field::Default.label()),
                field(Field::Default.label(), "/checked", json!(true)),
            ],
            on_off(true),
        ));
    }
    steps.push(fill(Field::Authorization, &endpoints.authorization));
    steps.push(fill(Field::Token, &endpoints.token));
    steps.push(fill(Field::Api, &endpoints.api));
    steps.push(fill(Field::ClientId, client_id));
    // A secret field never tells what it holds, only that it holds something: so it is emptied first.
    let holding = |text: String, is_filled: bool| {
        let label = || Field::ClientSecret.label();
        let shows = vec![there(label()), field(label(), "/filled", json!(is_filled))];
        field_step(
            Field::ClientSecret,
            PageAct::Fill { text },
            shows,
            Text::new("bright-secret-there"),
        )
    };
    let emptied = Step {
        id: EMPTIED.to_owned(),
        title: Text::new("bright-step-empty").message("field", Field::ClientSecret.label()),
        delta: Vec::new(),
        ..holding(String::new(), false)
    };
    let mut typed = holding(placeholder(SECRET), true);
    typed.needs.push(EMPTIED.to_owned());
    typed.needs.extend(secret.map(str::to_owned));
    steps.extend([emptied, typed]);
    steps.push(refresh_token());
    if !shown.is_form_open() {
        for step in steps.iter_mut().skip(before) {
            step.needs.push(OPEN.to_owned());
        }
    }
    // Of the steps that open the properties the last alone: what the others used is gone with its press, and would be
    // missed where a run that was cut off looks at the page again.
    let filled = steps.iter().skip(before.saturating_sub(1));
    let filled: Vec<String> = filled.map(|step| step.id.clone()).collect();
    let mut test = test();
    test.needs.clone_from(&filled);
    steps.push(test);
    // Not the test: an account may be saved for which Microsoft's side is not ready yet, if the admin says so.
    let mut apply = apply(choices);
    apply.needs = filled;
    steps.push(apply);
    steps
}

fn value(text: &str) -> Text {
    Text::new("bright-value").name("value", text)
}

fn there(label: Text) -> Condition {
    field(Text::new("bright-there").message("what", label), "/there", json!(true))
}

fn step(id: &str, title: Text, change: Change) -> Step {
    Step {
        id: id.to_owned(),
        target: TARGET.to_owned(),
        title,
        reason: Text::new("bright-reason-account"),
        delta: Vec::new(),
        risk: Risk::Reversible,
        needs: Vec::new(),
        change,
        // Until Apply nothing is saved, and what stands in the fields is gone with the page.
        undo: Undo::Nothing {
            why: Text::new("bright-undo-unsaved"),
        },
        unproven: Some(Text::new("bright-unproven-page")),
    }
}

/// A field brought to what it is to hold. What stood in it before does not matter: nothing of it is saved.
fn field_step(field: Field, act: PageAct, shows: Vec<Condition>, to: Text) -> Step {
    let locator = field.locator();
    let change = Change {
        guard: on_page(locator, vec![there(field.label())]),
        action: Action::Page {
            locator: locator.to_owned(),
            act,
        },
        proof: on_page(locator, shows),
        patience: None,
    };
    let id = format!("account:{}", locator.split('.').next_back().unwrap_or_default());
    Step {
        delta: vec![Delta {
            label: field.label(),
            from: Text::new("bright-empty"),
            to,
        }],
        ..step(
            &id,
            Text::new("bright-step-field").message("field", field.label()),
            change,
        )
    }
}

/// Where the page's own button for it is found it is pressed and the type selected, else the admin opens the properties
/// (S002-03, S002-04).
fn open(shown: &Shown) -> Vec<Step> {
    let form = || Text::new("bright-form");
    let properties = || on_page(at::AUTHORIZATION, vec![there(form())]);
    let opened = || {
        vec![Delta {
            label: form(),
            from: Text::new("bright-form-closed"),
            to: Text::new("bright-form-open"),
        }]
    };
    if !shown.has(at::ADD) {
        let change = Change {
            guard: on_page(at::AUTHORIZATION, vec![field(form(), "/there", json!(false))]),
            action: Action::Guide {
                instruction: Text::new("bright-guide-open"),
                locator: Some(at::MENU.to_owned()),
            },
            proof: properties(),
            patience: None,
        };
        return vec![Step {
            delta: opened(),
            ..step(OPEN, Text::new("bright-step-open"), change)
        }];
    }
    let picker = || Text::new("bright-picker");
    let press = |locator: &str, what: &'static str, proof: Probe| Change {
        guard: on_page(locator, vec![there(Text::new(what))]),
        action: Action::Page {
            locator: locator.to_owned(),
            act: PageAct::Press,
        },
        proof,
        patience: None,
    };
    let add = press(at::ADD, "bright-add", on_page(at::PICKER, vec![there(picker())]));
    let pick = Change {
        guard: on_page(at::PICKER, vec![there(picker())]),
        action: Action::Page {
            locator: at::PICKER.to_owned(),
            act: PageAct::Choose {
                option: TYPE.to_owned(),
            },
        },
        proof: on_page(
            at::PICKER,
            vec![there(picker()), field(picker(), "/chosen", json!(TYPE))],
        ),
        patience: None,
    };
    let mut pick = step("account:new-type", Text::new("bright-step-pick"), pick);
    pick.needs.push(ADD.to_owned());
    pick.delta = vec![Delta {
        label: picker(),
        from: Text::new("bright-empty"),
        to: value(TYPE),
    }];
    let mut ok = Step {
        delta: opened(),
        ..step(
            OPEN,
            Text::new("bright-step-open"),
            press(at::PICKER_OK, "bright-picker-ok", properties()),
        )
    };
    ok.needs.push(pick.id.clone());
    vec![step(ADD, Text::new("bright-step-add"), add), pick, ok]
}

/// The admin signs in and consents in the window that opens: no script can, or may (S002-14, S002-15).
fn refresh_token() -> Step {
    let input = Field::RefreshToken;
    let filled = |filled: bool| {
        on_page(
            at::REFRESH_TOKEN,
            vec![there(input.label()), field(input.label(), "/filled", json!(filled))],
        )
    };
    let change = Change {
        guard: on_page(at::REFRESH_TOKEN, vec![there(input.label())]),
        action: Action::Guide {
            instruction: Text::new("bright-guide-refresh-token"),
            locator: Some(at::REFRESH_BUTTON.to_owned()),
        },
        proof: filled(true),
        patience: None,
    };
    Step {
        reason: Text::new("bright-reason-consent"),
        risk: Risk::Irreversible,
        delta: vec![Delta {
            label: input.label(),
            from: Text::new("bright-empty"),
            to: Text::new("bright-refresh-token-there"),
        }],
        undo: Undo::None {
            why: Text::new("bright-undo-consent"),
        },
        ..step("account:refresh-token", Text::new("bright-step-refresh-token"), change)
    }
}

/// The page's own test, and what it says (S002-16). Our own would spend the token, and Entra may refuse the origin.
fn test() -> Step {
    let said = Text::new("bright-test-result");
    let change = Change {
        guard: on_page(at::TEST, vec![there(Text::new("bright-test"))]),
        action: Action::Page {
            locator: at::TEST.to_owned(),
            act: PageAct::Press,
        },
        proof: on_page(
            at::TEST_RESULT,
            vec![there(said.clone()), field(said.clone(), "/means", json!(at::SUCCEEDED))],
        ),
        // Microsoft's side may take its time; a no ends it, in the page's own words.
        patience: Some(Patience {
            fails: vec![there(said.clone()), field(said.clone(), "/means", json!(at::FAILED))],
            why: Some("/text".to_owned()),
            ..Patience::of(TEST_MS)
        }),
    };
    Step {
        reason: Text::new("bright-reason-test"),
        delta: vec![Delta {
            label: said,
            from: Text::new("bright-test-not-run"),
            to: Text::new("bright-test-succeeded"),
        }],
        undo: Undo::Nothing {
            why: Text::new("bright-undo-test"),
        },
        ..step(TEST, Text::new("bright-step-test"), change)
    }
}

/// Apply, proven by the list (S002-17). No published source names a way to delete an account, so there is no way back.
fn apply(choices: &Choices) -> Step {
    let name = choices.name.trim();
    let label = || Text::new("bright-account").name("name", name);
    let listed = Condition::Member {
        label: label(),
        list: "/all".to_owned(),
        key: [("name".to_owned(), json!(name))].into(),
        fields: [].into(),
    };
    let change = Change {
        guard: on_page(at::APPLY, vec![there(Text::new("bright-apply"))]),
        action: Action::Page {
            locator: at::APPLY.to_owned(),
            act: PageAct::Press,
        },
        proof: on_page(at::ACCOUNTS, vec![listed]),
        patience: None,
    };
    Step {
        delta: vec![Delta {
            label: label(),
            from: Text::new("bright-account-absent"),
            to: Text::new("bright-account-there"),
        }],
        undo: Undo::None {
            why: Text::new("bright-undo-account"),
        },
        risk: Risk::Irreversible,
        ..step(APPLY, Text::new("bright-step-apply"), change)
    }
}

//! The master switch in its layers (S003-31 to S003-36).

use latchkey::domain::chat::setting::*;

const UNSET: Option<bool> = None;
const ON: Option<bool> = Some(true);
const OFF: Option<bool> = Some(false);
const VALUES: [Option<bool>; 3] = [UNSET, ON, OFF];
const OVERRIDABLE: [Overridable; 4] = [
    Overridable::Nowhere,
    Overridable::EnvironmentAndApp,
    Overridable::EnvironmentOnly,
    Overridable::AppOnly,
];
const APPS: [&str; 2] = ["hub", "workspace"];

fn value(app: &str, published: Option<bool>, draft: Option<bool>) -> AppValue {
    AppValue {
        app: app.to_owned(),
        published,
        draft,
    }
}

fn setting(environment: Option<bool>, apps: &[(&str, Option<bool>)]) -> Setting {
    Setting {
        default: false,
        overridable: Overridable::EnvironmentAndApp,
        environment,
        apps: apps.iter().map(|(app, own)| value(app, *own, *own)).collect(),
    }
}

fn selected(apps: &[&str]) -> Scope {
    Scope::Selected(apps.iter().map(|&app| app.to_owned()).collect())
}

fn environment(from: Option<bool>, to: Option<bool>) -> Change {
    Change {
        layer: Layer::Environment,
        from,
        to,
    }
}

fn app(app: &str, from: Option<bool>, to: Option<bool>) -> Change {
    Change {
        layer: Layer::App(app.to_owned()),
        from,
        to,
    }
}

/// Every setting two apps can be in.
fn every() -> Vec<Setting> {
    let mut every = Vec::new();
    for overridable in OVERRIDABLE {
        for default in [true, false] {
            for environment in VALUES {
                for own in 0..81 {
                    let at = |power: usize| VALUES[own / power % 3];
                    every.push(Setting {
                        default,
                        overridable,
                        environment,
                        apps: vec![value("hub", at(1), at(3)), value("workspace", at(9), at(27))],
                    });
                }
            }
        }
    }
    every
}

fn every_scope() -> [Scope; 5] {
    [
        Scope::Off,
        Scope::All,
        selected(&["hub"]),
        selected(&["workspace"]),
        selected(&APPS),
    ]
}

/// What every layer holds: the environment, then each app published and draft.
fn layers(setting: &Setting) -> Vec<Option<bool>> {
    let mut held = vec![setting.environment];
    for app in APPS {
        let value = setting.apps.iter().find(|value| value.app == app);
        held.push(value.and_then(|value| value.published));
        held.push(value.and_then(|value| value.draft));
    }
    held
}

#[test]
fn s003_31_the_effective_value_is_the_app_s_then_the_environment_s_then_the_default() {
    for default in [true, false] {
        for environment in VALUES {
            for own in VALUES {
                for overridable in OVERRIDABLE {
                    let setting = Setting {
                        default,
                        overridable,
                        environment,
                        apps: vec![value("hub", own, UNSET)],
                    };
                    let apps = matches!(overridable, Overridable::EnvironmentAndApp | Overridable::AppOnly);
                    let all = matches!(
                        overridable,
                        Overridable::EnvironmentAndApp | Overridable::EnvironmentOnly
                    );
                    let expected = match (own, environment) {
                        (Some(on), _) if apps => (on, Source::App),
                        (_, Some(on)) if all => (on, Source::Environment),
                        _ => (default, Source::Default),
                    };
                    let effective = setting.effective("hub");
                    assert_eq!((effective.on, effective.from), expected, "{setting:?}");
                }
            }
        }
    }
}

#[test]
fn s003_31_the_level_is_read_as_the_definition_writes_it_and_an_unseen_number_is_not_guessed() {
    assert_eq!(Overridable::from_wire(false, 0), Some(Overridable::Nowhere));
    assert_eq!(Overridable::from_wire(true, 0), Some(Overridable::EnvironmentAndApp));
    assert_eq!(Overridable::from_wire(true, 1), Some(Overridable::EnvironmentOnly));
    assert_eq!(Overridable::from_wire(true, 2), Some(Overridable::AppOnly));
    assert_eq!(Overridable::from_wire(true, 3), None);
}

#[test]
fn s003_31_to_33_every_scope_is_reached_from_every_state_with_no_value_too_many_or_refused() {
    let mut reached = 0;
    for setting in every() {
        for scope in every_scope() {
            for unset in [true, false] {
                let changes = match setting.changes(&scope, &APPS, unset) {
                    Ok(changes) => changes,
                    Err(why) => {
                        let lacking = match why {
                            ScopeError::Fixed => setting.overridable == Overridable::Nowhere,
                            ScopeError::NoEnvironment => setting.overridable == Overridable::AppOnly,
                            ScopeError::NoApps => !setting.overridable.apps(),
                        };
                        assert!(lacking, "{setting:?} {scope:?}");
                        continue;
                    }
                };
                reached += 1;
                let after = setting.after(&changes);
                assert_eq!(after.scope(APPS), scope, "{setting:?} {changes:?}");
                assert_eq!(after.effective_elsewhere().on, scope == Scope::All);
                for left_out in 0..changes.len() {
                    let mut fewer = changes.clone();
                    fewer.remove(left_out);
                    let without = setting.after(&fewer);
                    assert!(
                        without.scope(APPS) != scope || without.effective_elsewhere().on != (scope == Scope::All),
                        "{setting:?} {changes:?} does not need {left_out}"
                    );
                }
                // Done twice changes nothing the second time.
                assert_eq!(after.changes(&scope, &APPS, unset), Ok(Vec::new()));
            }
        }
    }
    assert!(reached > 10_000, "{reached}");
}

#[test]
fn s003_31_undo_restores_every_layer_and_unset_is_not_false() {
    for setting in every() {
        for scope in every_scope() {
            let Ok(changes) = setting.changes(&scope, &APPS, true) else {
                continue;
            };
            let back: Vec<Change> = changes.iter().rev().map(Change::undo).collect();
            assert_eq!(layers(&setting.after(&changes).after(&back)), layers(&setting));
        }
    }
    assert_eq!(environment(UNSET, ON).undo(), environment(ON, UNSET));
}

#[test]
fn s003_32_all_apps_are_those_added_later_as_well() {
    let all = setting(ON, &[]);
    assert!(all.effective("added_later").on);
    assert_eq!(all.scope(["hub", "added_later"]), Scope::All);
    let every_one_there_is = setting(OFF, &[("hub", ON), ("workspace", ON)]);
    assert!(!every_one_there_is.effective("added_later").on);
    assert_eq!(every_one_there_is.scope(APPS), selected(&APPS));
}

#[test]
fn s003_32_an_app_taken_out_keeps_it_from_being_all() {
    let but_one = setting(ON, &[("hub", OFF)]);
    assert_eq!(but_one.scope(APPS), selected(&["workspace"]));
    // It follows the environment again where a value can be taken away, and is else written.
    assert_eq!(
        but_one.changes(&Scope::All, &APPS, true),
        Ok(vec![app("hub", OFF, UNSET)])
    );
    assert_eq!(
        but_one.changes(&Scope::All, &APPS, false),
        Ok(vec![app("hub", OFF, ON)])
    );
}

#[test]
fn s003_33_what_is_written_to_an_app_waits_until_it_is_published() {
    let before = setting(OFF, &[]);
    let changes = before.changes(&selected(&["hub"]), &APPS, true).unwrap();
    assert_eq!(changes, [app("hub", UNSET, ON)]);
    assert_eq!(changes[0].publishes(), Some("hub"));
    let after = before.after(&changes);
    assert!(!after.effective("hub").on);
    assert!(after.effective_when_published("hub").on);
    assert_eq!(
        after.waiting().map(|value| value.app.as_str()).collect::<Vec<_>>(),
        ["hub"]
    );
    assert_eq!(before.waiting().count(), 0);
}

#[test]
fn s003_34_all_apps_and_back_keeps_the_earlier_selection() {
    let before = setting(OFF, &[("hub", ON), ("workspace", OFF)]);
    let to_all = before.changes(&Scope::All, &APPS, true).unwrap();
    let all = before.after(&to_all);
    assert_eq!(all.scope(APPS), Scope::All);
    assert_eq!(all.first_selection(&APPS, &["workspace"]), ["hub"]);
    let to_selected = all.changes(&selected(&["hub"]), &APPS, true).unwrap();
    assert_eq!(to_selected, [environment(ON, OFF)]);
    assert_eq!(all.after(&to_selected).scope(APPS), selected(&["hub"]));
}

#[test]
fn s003_34_an_organization_that_has_it_keeps_its_selection() {
    let used = setting(UNSET, &[("hub", ON)]);
    assert_eq!(used.first_selection(&APPS, &APPS), ["hub"]);
    assert!(!used.is_untouched());
}

#[test]
fn s003_35_never_set_up_starts_with_the_preselected_apps_that_exist() {
    let fresh = setting(UNSET, &[]);
    assert!(fresh.is_untouched());
    assert_eq!(
        fresh.first_selection(&["workspace", "sales", "hub"], &["hub", "workspace", "gone"]),
        ["hub", "workspace"]
    );
    // Switched off is not "never set up": nothing is preselected over the head of whoever did it.
    assert!(!setting(OFF, &[]).is_untouched());
    assert_eq!(setting(OFF, &[]).first_selection(&APPS, &APPS), [""; 0]);
}

#[test]
fn s003_35_a_draft_somebody_left_is_not_untouched() {
    let mut drafted = setting(UNSET, &[]);
    drafted.apps.push(value("hub", UNSET, ON));
    assert!(!drafted.is_untouched());
}

#[test]
fn s003_36_nobody_loses_the_chat_between_two_writes() {
    // From all to selected: the app's own value first, the environment's last.
    let all = setting(ON, &[]);
    assert_eq!(
        all.changes(&selected(&["workspace"]), &APPS, true),
        Ok(vec![app("workspace", UNSET, ON), environment(ON, OFF)])
    );
    // From selected to all: the environment first.
    let some = setting(OFF, &[("hub", OFF), ("workspace", ON)]);
    assert_eq!(
        some.changes(&Scope::All, &APPS, false),
        Ok(vec![environment(OFF, ON), app("hub", OFF, ON)])
    );
}

#[test]
fn s003_36_on_is_what_the_apps_selected_have_not_every_app_as_the_article_says() {
    let some = setting(UNSET, &[("workspace", ON)]);
    assert!(some.effective("workspace").on);
    assert!(!some.effective("msdynce_saleshub").on);
}

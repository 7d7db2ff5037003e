//! Choices as an address carries them to a tab of their own: written as JSON, taken in wish by wish against what was
//! read there. An address is outside text, so nothing in it is more than a wish.

use serde_json::{Map, Value, json};

use super::choices::{Choices, Place};
use super::observed::Observed;
use crate::domain::chat::context_card::view_id;
use crate::domain::chat::key_updates;
use crate::domain::chat::record_type::{Configuration, Switch};
use crate::domain::chat::setting::Scope;
use crate::domain::chat::site_map::Title;

/// The choices as JSON.
pub fn pack(choices: &Choices) -> Value {
    let scope = choices.scope().map(|scope| match scope {
        Scope::Off => json!(false),
        Scope::All => json!(true),
        Scope::Selected(apps) => json!(apps),
    });
    let types = choices.types().iter().map(|(id, wanted)| (id.clone(), packed(wanted)));
    let added = choices.added().iter().map(|(table, added)| {
        let one = json!({"id": added.id, "as": packed(&added.configuration)});
        (table.clone(), one)
    });
    let pages = choices.pages().iter().map(|(app, place)| {
        let titles: Vec<Value> = place
            .titles
            .iter()
            .map(|title| json!([title.lcid, title.text]))
            .collect();
        (app.clone(), json!([place.area, place.group, titles]))
    });
    let teams = choices.teams_in_pane().iter().map(|(id, on)| (id.clone(), json!(on)));
    json!({
        "scope": scope, "types": types.collect::<Map<String, Value>>(), "added": added.collect::<Map<String, Value>>(),
        "removed": choices.removed(), "timeline": choices.timeline(), "roles": choices.roles(),
        "pages": pages.collect::<Map<String, Value>>(), "profiles": choices.profiles(),
        "teams": teams.collect::<Map<String, Value>>(), "publish": choices.published(),
    })
}

fn packed(wanted: &Configuration) -> Value {
    let on: Vec<&str> = Switch::ALL
        .into_iter()
        .filter(|switch| wanted.is_on(*switch))
        .map(Switch::column)
        .collect();
    let followed = wanted
        .followed
        .as_deref()
        .and_then(|list| key_updates::parse(list).ok());
    json!([on, wanted.view, followed])
}

/// What was packed, as choices against what was read; what is not understood is no wish.
pub fn unpack(observed: &Observed, packed: &Value) -> Choices {
    let mut choices = Choices::default();
    let scope = match &packed["scope"] {
        Value::Bool(true) => Some(Scope::All),
        Value::Bool(false) => Some(Scope::Off),
        Value::Array(apps) => Some(Scope::Selected(texts(apps))),
        _ => None,
    };
    match scope {
        Some(scope) if observed.switch().is_some() => choices.set_scope(observed, scope),
        scope => choices.set_on_page(scope.map(|scope| scope != Scope::Off)),
    }
    for (id, wanted) in members(&packed["types"]) {
        configure(observed, &mut choices, id, wanted);
    }
    for (table, added) in members(&packed["added"]) {
        if let Some(id) = added["id"].as_str().and_then(crate::domain::guid::guid) {
            choices.add_type(observed, table, &id);
            configure(observed, &mut choices, &id, &added["as"]);
        }
    }
    for id in list(&packed["removed"]) {
        choices.set_removed(observed, &id, true);
    }
    if let Some(on) = packed["timeline"].as_bool() {
        choices.set_timeline(observed, on);
    }
    for id in list(&packed["roles"]) {
        choices.set_role(observed, &id, true);
    }
    for (app, place) in members(&packed["pages"]) {
        choices.set_page(observed, app, placed(place));
    }
    for name in list(&packed["profiles"]) {
        choices.set_profile(&name, true);
    }
    for (id, on) in members(&packed["teams"]) {
        choices.set_teams_in_pane(observed, id, on == &Value::Bool(true));
    }
    for app in list(&packed["publish"]) {
        choices.set_publish(observed, &app, true);
    }
    choices
}

fn configure(observed: &Observed, choices: &mut Choices, id: &str, wanted: &Value) {
    let on = list(&wanted[0]);
    for switch in Switch::ALL {
        choices.set(observed, id, switch, on.iter().any(|column| column == switch.column()));
    }
    let view = wanted[1].as_str().and_then(view_id);
    choices.set_view(observed, id, view.as_ref().map(|(id, _)| id.as_str()));
    if wanted[2].is_array() {
        choices.set_followed(observed, id, &list(&wanted[2]));
    }
}

fn placed(place: &Value) -> Option<Place> {
    let titles = place[2].as_array()?.iter().filter_map(|title| {
        Some(Title {
            lcid: u32::try_from(title[0].as_u64()?).ok()?,
            text: title[1].as_str()?.to_owned(),
        })
    });
    Some(Place {
        area: place[0].as_str()?.to_owned(),
        group: place[1].as_str()?.to_owned(),
        titles: titles.collect(),
    })
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn texts(values: &[Value]) -> Vec<String> {
    values.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn list(value: &Value) -> Vec<String> {
    value.as_array().map_or_else(Vec::new, |values| texts(values))
}

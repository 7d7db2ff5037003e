//! The integration user's rights: promised, held, missing, more than promised (S000-18, S000-24 to S000-43), and all of it
//! as a file.

use yew::prelude::*;

use super::{framed, said};
use crate::domain::reading::Reading;
use crate::domain::salesforce::proof::{FieldLine, FieldStanding, ObjectLine, Proof};
use crate::domain::salesforce::rights::{EACH, Rights};
use crate::recipes::salesforce_connection::Observed;
use crate::recipes::salesforce_connection::export::{csv, json};
use crate::recipes::salesforce_connection::ready::missing;
use crate::text::Text;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::panel::Panel;
use crate::ui::view;

/// The section; nothing without exactly one integration user.
pub fn section(panel: &Panel, observed: &Observed) -> Html {
    let Some(reading) = &observed.proof else {
        return Html::default();
    };
    let inside = match reading {
        Reading::Unreadable(why) => said(panel, "salesforce-proof", Glyph::Unknown, why),
        reading => match reading.value() {
            Some(proof) => html! {
                <>
                    { whole(panel, proof) }
                    { view::reading(&panel.words, reading, "salesforce-rights") }
                    { objects(panel, proof) }
                    { fields(panel, proof) }
                    { more(panel, proof) }
                    { sets(panel, observed) }
                    { files(panel, observed) }
                </>
            },
            None => Html::default(),
        },
    };
    framed(panel, "salesforce-rights", "salesforce-rights-title", inside)
}

fn whole(panel: &Panel, proof: &Proof) -> Html {
    let (glyph, says) = if let Some(says) = missing(proof) {
        (Glyph::Blocked, says)
    } else if proof.has_unknown() {
        (Glyph::Unknown, Text::new("salesforce-ready-partly"))
    } else if proof.has_more() {
        (Glyph::Attention, Text::new("salesforce-ready-more"))
    } else {
        (Glyph::Ready, Text::new("salesforce-ready-rights"))
    };
    said(panel, "salesforce-proof", glyph, &says)
}

fn named(panel: &Panel, rights: Rights) -> Html {
    let words = &panel.words;
    if rights.is_empty() {
        return words.word("salesforce-right-none");
    }
    let names = rights
        .each()
        .map(|right| words.label(&Text::new(right.name)).to_string());
    words.names(names)
}

/// Rights as they are kept ([`Seen`](crate::domain::salesforce::drift::Seen)), each in the words of the tables. Those on the
/// whole organization have no others than their names.
pub fn kept(panel: &Panel, rights: &[String]) -> Html {
    let words = &panel.words;
    let said = |right: &String| {
        let (what, column) = match right.split_once(':') {
            Some((what, column)) => (what, column),
            None if right.contains('.') => (right.as_str(), "PermissionsRead"),
            None => return html! { <bdi>{ right.clone() }</bdi> },
        };
        match EACH.iter().find(|known| known.column == column) {
            Some(known) => {
                let text = Text::new("salesforce-right-on").name("what", what);
                words.html(&text.message("right", Text::new(known.name)))
            }
            None => html! { <bdi>{ right.clone() }</bdi> },
        }
    };
    let separated = |(at, right)| {
        html! { <>{ (at > 0).then(|| words.word("list-separator")) }{ said(right) }</> }
    };
    rights.iter().enumerate().map(separated).collect()
}

fn table(panel: &Panel, testid: &'static str, caption: &'static str, first: &'static str, rows: Html) -> Html {
    let words = &panel.words;
    html! {
        <table data-testid={testid}>
            <caption class="unseen">{ words.word(caption) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.word(first) }</th>
                    <th scope="col">{ words.word("salesforce-promised") }</th>
                    <th scope="col">{ words.word("salesforce-held") }</th>
                </tr>
            </thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}

/// How a row stands, by shape and in words.
fn standing(panel: &Panel, glyph: Glyph, says: &'static str) -> Html {
    html! {
        <span class="with-icon">{ glyph.small() }<span>{ panel.words.word(says) }</span></span>
    }
}

fn objects(panel: &Panel, proof: &Proof) -> Html {
    let row = |line: &ObjectLine| {
        let (glyph, says) = match (line.missing().is_empty(), line.more().is_empty()) {
            (true, true) => (Glyph::Ready, "salesforce-standing-held"),
            (true, false) => (Glyph::Attention, "salesforce-standing-more"),
            (false, _) => (Glyph::Blocked, "salesforce-standing-missing"),
        };
        let differs = if !line.missing().is_empty() {
            named(panel, line.missing())
        } else if !line.more().is_empty() {
            named(panel, line.more())
        } else {
            Html::default()
        };
        html! {
            <tr key={line.object} data-testid={format!("salesforce-object-{}", line.object)}>
                <th scope="row"><code><span>{ line.object }</span></code></th>
                <td>{ named(panel, line.wanted) }</td>
                <td>{ standing(panel, glyph, says) }<span class="caption">{ differs }</span></td>
            </tr>
        }
    };
    let rows = html! { <>{ for proof.objects.iter().map(row) }</> };
    table(
        panel,
        "salesforce-objects",
        "salesforce-objects",
        "salesforce-object",
        rows,
    )
}

fn fields(panel: &Panel, proof: &Proof) -> Html {
    let row = |line: &FieldLine| {
        let (glyph, says) = match line.standing {
            FieldStanding::Held if line.editable => (Glyph::Attention, "salesforce-standing-edit"),
            FieldStanding::Held => (Glyph::Ready, "salesforce-standing-held"),
            FieldStanding::Implicit => (Glyph::Ready, "salesforce-standing-implicit"),
            FieldStanding::Missing => (Glyph::Blocked, "salesforce-standing-absent"),
            FieldStanding::NotThere => (Glyph::Unknown, "salesforce-standing-not-there"),
            FieldStanding::Unknown => (Glyph::Unknown, "salesforce-standing-unknown"),
        };
        let (object, field) = line.field.split_at(line.field.find('.').map_or(0, |dot| dot + 1));
        html! {
            <tr key={line.field} data-testid={format!("salesforce-field-{}", line.field)}>
                <th scope="row"><code><span>{ object }</span><wbr /><span>{ field }</span></code></th>
                <td>{ panel.words.word("salesforce-right-read") }</td>
                <td>{ standing(panel, glyph, says) }</td>
            </tr>
        }
    };
    let rows = html! { <>{ for proof.fields.iter().map(row) }</> };
    table(
        panel,
        "salesforce-fields",
        "salesforce-fields",
        "salesforce-field",
        rows,
    )
}

/// What nobody promised, each with its name (S000-18); custom fields are what the agent was configured for (S000-19).
fn more(panel: &Panel, proof: &Proof) -> Html {
    let words = &panel.words;
    let said = |testid: &'static str, id: &'static str, names: Vec<String>| {
        if names.is_empty() {
            return Html::default();
        }
        html! {
            <p class="caption" data-testid={testid}>{ words.word(id) }{ " " }{ words.names(names) }</p>
        }
    };
    let objects = proof.more_objects.iter().map(|(object, rights)| {
        let names: Vec<String> = rights
            .each()
            .map(|right| words.label(&Text::new(right.name)).to_string())
            .collect();
        format!("{object} ({})", names.join(", "))
    });
    html! {
        <>
            { said("salesforce-more-system", "salesforce-more-system", proof.system.iter().map(|right| (*right).to_owned()).collect()) }
            { said("salesforce-more-objects", "salesforce-more-objects", objects.collect()) }
            { said("salesforce-more-fields", "salesforce-more-fields", proof.more_fields.clone()) }
            { said("salesforce-custom-fields", "salesforce-custom-fields", proof.custom_fields.clone()) }
        </>
    }
}

/// What the user holds, whose rights are counted together.
fn sets(panel: &Panel, observed: &Observed) -> Html {
    let words = &panel.words;
    let names = observed.sets.iter().map(|set| set.label.clone());
    html! {
        <p class="caption">{ words.word("salesforce-holds") }{ " " }{ words.names(names) }</p>
    }
}

fn files(panel: &Panel, observed: &Observed) -> Html {
    let button = |testid: &'static str, says: &'static str, is_csv: bool| {
        let save = {
            let (panel, observed) = (panel.clone(), observed.clone());
            Callback::from(move |_: MouseEvent| {
                let (name, media, content) = if is_csv {
                    let content = csv(&observed, &panel.time(observed.read_at));
                    ("latchkey-salesforce-rights.csv", "text/csv", content)
                } else {
                    let content = crate::json::pretty(&json(&observed));
                    ("latchkey-salesforce.json", "application/json", content)
                };
                panel.backend.download(name, media, &content);
            })
        };
        html! {
            <button type="button" class="button small" data-testid={testid} onclick={save}>
                { Icon::Save.small() }{ panel.words.word(says) }
            </button>
        }
    };
    html! {
        <div class="row">
            { button("salesforce-csv", "salesforce-file-rights", true) }
            { button("salesforce-json", "export-json", false) }
        </div>
    }
}

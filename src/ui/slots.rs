//! What only the admin has, asked for before a run and in it; what a run found, to be copied; and secrets, shown once.
//!
//! No secret is in the panel's state: one that is typed goes from its field to the run, one that is shown is held by the
//! component that shows it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::acting::Acting;
use super::drawing::draw;
use super::icon::{Glyph, Icon};
use super::notice::{Kind, Notice};
use super::panel::{Live, Panel, use_panel};
use super::step;
use crate::browser::elements;
use crate::plan::drive::{Command, Handle};
use crate::plan::journal::RunRecord;
use crate::plan::model::{Action, Plan, Slot, SlotKind, Step};
use crate::plan::progress::{Phase, SlotState};
use crate::plan::run::{Secret, SlotRefused};
use crate::text::Text;
use crate::words::Words;

/// The contents of files the admin has chosen, by their digest, as Base64: in memory for as long as the panel is open, so
/// that what a recipe's view was given need not be chosen again.
#[derive(Default)]
pub struct Files(RefCell<Vec<(String, Secret)>>);

impl Files {
    /// Keeps a file; `sha256` in lower-case hex.
    pub fn keep(&self, sha256: String, content: Secret) {
        let mut files = self.0.borrow_mut();
        files.retain(|(known, _)| *known != sha256);
        files.push((sha256, content));
    }

    /// Keeps what was given for a slot, if that asks for a file: a run that is taken up again asks for it again.
    pub fn keep_for(&self, slot: &Slot, content: &Secret) {
        if let SlotKind::File { sha256, .. } = &slot.kind {
            self.keep(sha256.clone(), content.clone());
        }
    }

    /// The file a slot asks for, if it was chosen.
    pub fn of(&self, slot: &Slot) -> Option<Secret> {
        let SlotKind::File { sha256, .. } = &slot.kind else {
            return None;
        };
        let files = self.0.borrow();
        files
            .iter()
            .find(|(known, _)| known == sha256)
            .map(|(_, content)| content.clone())
    }
}

/// What a plan asks of the admin and nobody has given yet.
pub fn asked(panel: &Panel, plan: &Plan) -> Vec<Slot> {
    let asks = plan.asks().into_iter();
    asks.filter(|slot| panel.files.of(slot).is_none()).cloned().collect()
}

/// The id of the field for a slot.
pub fn field_id(slot: &str) -> String {
    format!("slot-{slot}")
}

/// Fields for values only the admin has.
#[derive(Properties, PartialEq)]
pub struct AskProps {
    /// What is asked for.
    pub asked: Vec<Slot>,
    /// Takes a value that fits; `None` takes it back.
    pub give: Callback<(String, Option<Secret>)>,
}

/// How a field stands.
#[derive(Clone, PartialEq)]
enum Field {
    Reading,
    Given,
    Refused(Text),
}

/// The fields; each tells what it was given as soon as that fits.
#[component]
pub fn Ask(props: &AskProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let fields = use_state(Vec::<(String, Field)>::new);
    // As it is at the moment an answer comes, which may be after the next drawing.
    let latest = use_mut_ref(Vec::<(String, Field)>::new);
    let stand = {
        let (fields, latest) = (fields.setter(), latest.clone());
        Callback::from(move |(slot, field): (String, Option<Field>)| {
            let mut all = latest.borrow_mut();
            all.retain(|(id, _)| *id != slot);
            all.extend(field.map(|field| (slot, field)));
            fields.set(all.clone());
        })
    };
    let seen = use_state(Vec::<String>::new);
    html! {
        <fieldset class="stack" data-testid="slots">
            <legend>{ words.word("slots-title") }</legend>
            <p class="caption">{ words.word("slots-why") }</p>
            { for props.asked.iter().map(|slot| {
                let field = fields.iter().find(|(id, _)| *id == slot.id).map(|(_, field)| field);
                one(words, slot, field, &props.give, &stand, &seen)
            }) }
        </fieldset>
    }
}

fn one(
    words: &Words,
    slot: &Slot,
    field: Option<&Field>,
    give: &Callback<(String, Option<Secret>)>,
    stand: &Callback<(String, Option<Field>)>,
    seen: &UseStateHandle<Vec<String>>,
) -> Html {
    let id = field_id(&slot.id);
    let state_id = format!("slot-state-{}", slot.id);
    let checked = {
        let (slot, give, stand) = (slot.clone(), give.clone(), stand.clone());
        move |value: Option<String>| {
            let id = slot.id.clone();
            let Some(value) = value.map(Secret::new) else {
                give.emit((id.clone(), None));
                let why = Text::new("slots-file-unreadable");
                return stand.emit((id, Some(Field::Refused(why))));
            };
            let (value, field) = match slot.accepts(value.reveal()) {
                Ok(()) => (Some(value), Field::Given),
                Err(why) => (None, Field::Refused(why.explain())),
            };
            give.emit((id.clone(), value));
            stand.emit((id, Some(field)));
        }
    };
    let (label, input) = match &slot.kind {
        SlotKind::File { name, bytes, .. } => {
            let label = Text::new("slots-file")
                .message("what", slot.what.clone())
                .name("name", name);
            let other = SlotRefused::OtherFile { name: name.clone() }.explain();
            let (bytes, give, stand, asked) = (*bytes, give.clone(), stand.clone(), slot.id.clone());
            let choose = Callback::from(move |event: Event| {
                // Of another length it is another file, and need not be read.
                if elements::file_length(&event).is_some_and(|length| length != bytes) {
                    give.emit((asked.clone(), None));
                    return stand.emit((asked.clone(), Some(Field::Refused(other.clone()))));
                }
                stand.emit((asked.clone(), Some(Field::Reading)));
                elements::read_bytes(&event, bytes, Box::new(checked.clone()));
            });
            let input = html! {
                <input type="file" {id} data-testid={field_id(&slot.id)} aria-describedby={state_id.clone()} onchange={choose} />
            };
            (label, input)
        }
        _ => {
            let typed = Callback::from(move |event: InputEvent| checked(Some(elements::value(&event))));
            let is_seen = seen.contains(&slot.id);
            let see = {
                let (seen, slot) = (seen.clone(), slot.id.clone());
                Callback::from(move |_: MouseEvent| {
                    let mut now = (*seen).clone();
                    now.retain(|known| *known != slot);
                    if !is_seen {
                        now.push(slot.clone());
                    }
                    seen.set(now);
                })
            };
            let (says, named) = if is_seen {
                ("slots-hide", "slots-hide-named")
            } else {
                ("slots-show", "slots-show-named")
            };
            let input = html! {
                <div class="row">
                    <input
                        type={if is_seen { "text" } else { "password" }}
                        class="input grow"
                        id={id.clone()}
                        data-testid={id.clone()}
                        required=true
                        autocomplete="off"
                        spellcheck="false"
                        aria-describedby={state_id.clone()}
                        aria-invalid={matches!(field, Some(Field::Refused(_))).to_string()}
                        oninput={typed}
                    />
                    <button
                        type="button"
                        class="button small"
                        data-testid={format!("{id}-see")}
                        aria-label={words.label(&Text::new(named).message("what", slot.what.clone()))}
                        onclick={see}
                    >
                        { words.word(says) }
                    </button>
                </div>
            };
            (slot.what.clone(), input)
        }
    };
    html! {
        <div class="field">
            <label for={field_id(&slot.id)}>{ words.html(&label) }</label>
            { input }
            <span class="caption with-icon" id={state_id.clone()} data-testid={state_id} role="status">
                { match field {
                    None => Html::default(),
                    Some(Field::Reading) => words.word("slots-file-reading"),
                    Some(Field::Given) => html! { <>{ Glyph::Ready.small() }{ words.word("slots-given") }</> },
                    Some(Field::Refused(why)) => html! { <>{ Glyph::Blocked.small() }{ words.html(why) }</> },
                } }
            </span>
        </div>
    }
}

/// What a step does should the run die with the secret it makes.
pub fn renewal(words: &Words, plan: &Plan, step: &Step) -> Html {
    let makes = !plan.secrets_made_by(step).is_empty();
    let Some(Action::Http(write)) = step.undo.change().filter(|_| makes).map(|back| &back.action) else {
        return Html::default();
    };
    html! {
        <div class="caption body">
            <p>{ words.word("secret-renewed") }</p>
            <pre class="raw">{ step::as_sent(write) }</pre>
        </div>
    }
}

/// The slots of a run: asked for, found, and shown once.
pub fn of_run(panel: &Panel, live: &Rc<Live>) -> Html {
    let words = &panel.words;
    let slots = || {
        let shown = live.progress.slots.iter();
        shown.filter_map(|now| Some((live.plan.slots.iter().find(|slot| slot.id == now.id)?, &now.state)))
    };
    let found: Vec<(&Slot, &String)> = slots()
        .filter_map(|(slot, state)| match state {
            SlotState::Known { value } => Some((slot, value)),
            _ => None,
        })
        .collect();
    html! {
        <>
            if let (Phase::Lacking, Some(_)) = (&live.progress.phase, &live.handle) {
                { draw::<Lacking>(OfRun { live: live.clone(), slot: None }) }
            }
            if let Some(handle) = &live.handle {
                { for slots().filter(|(_, state)| **state == SlotState::Made).map(|(slot, _)| {
                    let handing = live.progress.phase == Phase::HandingOver { slot: slot.id.clone() };
                    html! {
                        <section class="flush" key={slot.id.clone()} data-testid={format!("secret-{}", slot.id)}>
                            { draw::<Once>(OnceProps { slot: slot.clone(), handle: handle.clone(), handing }) }
                        </section>
                    }
                }) }
            }
            if !found.is_empty() {
                <section class="flush" aria-labelledby="run-found" data-testid="found">
                    <h2 id="run-found">{ words.word("found-title") }</h2>
                    <dl class="facts">
                        { for found.into_iter().map(|(slot, value)| one_found(panel, slot, value)) }
                    </dl>
                </section>
            }
        </>
    }
}

/// The secrets a run made that nobody has, and what becomes of them.
pub fn undelivered(panel: &Panel, record: &RunRecord) -> Html {
    let words = &panel.words;
    let goes_on = if record.header.ended_at.is_none() {
        "secret-undelivered-open"
    } else {
        "secret-undelivered-over"
    };
    let lost = record.undelivered().into_iter().map(|slot| {
        let title = Text::new("secret-undelivered").message("what", slot.what.clone());
        html! {
            <Notice kind={Kind::Attention} testid="secret-undelivered" title={words.html(&title)}>
                <p>{ words.word(goes_on) }</p>
            </Notice>
        }
    });
    lost.collect()
}

fn one_found(panel: &Panel, slot: &Slot, value: &str) -> Html {
    let words = &panel.words;
    let copy = {
        let (backend, value) = (panel.backend.clone(), value.to_owned());
        Callback::from(move |_: MouseEvent| {
            let written = backend.copy(&value);
            // Where it may not be written it stands there to be selected.
            spawn_local(async move {
                let _ = written.await;
            });
        })
    };
    let label = words.label(&Text::new("found-copy").message("what", slot.what.clone()));
    html! {
        <>
            <dt>{ words.html(&slot.what) }</dt>
            <dd class="row">
                <code data-testid={format!("found-{}", slot.id)}><bdi>{ value.to_owned() }</bdi></code>
                <button
                    type="button"
                    class="button small"
                    data-testid={format!("found-copy-{}", slot.id)}
                    aria-label={label}
                    onclick={copy}
                >
                    { words.word("secret-copy") }
                </button>
            </dd>
        </>
    }
}

/// A run that waits for the admin's values.
#[derive(Properties)]
struct OfRun {
    live: Rc<Live>,
    #[prop_or_default]
    slot: Option<String>,
}

impl PartialEq for OfRun {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.live, &other.live) && self.slot == other.slot
    }
}

/// Asks for what the run lacks, and hands it over all at once.
#[component]
fn Lacking(props: &OfRun) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let live = &props.live;
    let given = use_mut_ref(Vec::<(String, Secret)>::new);
    let states = || {
        let slots = live.progress.slots.iter();
        slots.filter_map(|slot| match &slot.state {
            SlotState::Lacking { refused } => Some((&slot.id, refused)),
            _ => None,
        })
    };
    let asked: Vec<Slot> = live
        .plan
        .slots
        .iter()
        .filter(|slot| states().any(|(id, _)| *id == slot.id))
        .cloned()
        .collect();
    let give = {
        let given = given.clone();
        Callback::from(move |(slot, value): (String, Option<Secret>)| {
            let mut given = given.borrow_mut();
            given.retain(|(id, _)| *id != slot);
            given.extend(value.map(|value| (slot, value)));
        })
    };
    let hand_over = {
        let handle = live.handle.clone();
        Callback::from(move |()| {
            let Some(handle) = &handle else { return };
            for (slot, value) in given.take() {
                handle.tell(Command::Supply { slot, value });
            }
        })
    };
    html! {
        <section class="flush">
            <Notice kind={Kind::Attention} testid="run-lacking" title={words.word("run-lacking")}>
                <p>{ words.word("run-lacking-why") }</p>
                { for states().filter_map(|(_, refused)| refused.as_ref()).map(|why| html! { <p>{ words.html(why) }</p> }) }
                <form autocomplete="off" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                    { draw::<Ask>(AskProps { asked, give }) }
                    <div class="row">
                        <Acting id="slots-give" class="button primary" act={hand_over}>{ words.word("slots-give") }</Acting>
                    </div>
                </form>
            </Notice>
        </section>
    }
}

/// A secret that was made.
#[derive(Properties)]
struct OnceProps {
    slot: Slot,
    handle: Handle,
    /// Whether the run waits for it to be stored.
    handing: bool,
}

impl PartialEq for OnceProps {
    fn eq(&self, other: &Self) -> bool {
        self.slot == other.slot && self.handing == other.handing
    }
}

/// What is seen of it.
#[derive(Clone, PartialEq)]
enum Seen {
    Hidden,
    Shown(Secret),
    Gone,
}

/// Shows it, until the admin says that it is stored.
#[component]
fn Once(props: &OnceProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let seen = use_state(|| Seen::Hidden);
    let copied = use_state(|| None::<bool>);
    let field = use_node_ref();
    let (slot, handle) = (&props.slot, &props.handle);
    let title = if props.handing {
        "secret-hand-over"
    } else {
        "secret-ready"
    };
    let title = words.html(&Text::new(title).message("what", slot.what.clone()));
    let show = {
        let (seen, handle, slot) = (seen.setter(), handle.clone(), slot.id.clone());
        Callback::from(move |()| {
            let seen = seen.clone();
            handle.show_secret(&slot, move |secret| seen.set(secret.map_or(Seen::Gone, Seen::Shown)));
        })
    };
    let stored = {
        let (seen, handle, slot) = (seen.setter(), handle.clone(), slot.id.clone());
        Callback::from(move |()| {
            seen.set(Seen::Hidden);
            handle.tell(Command::HandedOver { slot: slot.clone() });
        })
    };
    let body = match &*seen {
        Seen::Hidden => html! {
            <div class="row">
                <Acting id="secret-show" class="button" act={show}>{ words.word("secret-show") }</Acting>
            </div>
        },
        Seen::Gone => html! { <p>{ words.word("secret-gone") }</p> },
        Seen::Shown(secret) => {
            let copy = {
                let (backend, secret) = (panel.backend.clone(), secret.clone());
                let (copied, field) = (copied.setter(), field.clone());
                Callback::from(move |_: MouseEvent| {
                    let (copied, field) = (copied.clone(), field.clone());
                    let written = backend.copy(secret.reveal());
                    spawn_local(async move {
                        let is_there = written.await;
                        if !is_there {
                            elements::select(&field);
                        }
                        copied.set(Some(is_there));
                    });
                })
            };
            let said = copied.map(|is_there| if is_there { "secret-copied" } else { "secret-not-copied" });
            html! {
                <>
                    <input
                        ref={field.clone()}
                        class="input"
                        readonly=true
                        autocomplete="off"
                        spellcheck="false"
                        data-testid="secret-value"
                        aria-label={words.label(&slot.what)}
                        value={secret.reveal().to_owned()}
                    />
                    <div class="row">
                        <button type="button" class="button" data-testid="secret-copy" onclick={copy}>
                            { words.word("secret-copy") }
                        </button>
                        <Acting id="secret-stored" class="button primary" act={stored}>
                            { words.word("secret-stored") }
                        </Acting>
                        <span class="caption" role="status">
                            if let Some(said) = said {
                                { words.word(said) }
                            }
                        </span>
                    </div>
                </>
            }
        }
    };
    let kind = if props.handing {
        Kind::Attention
    } else {
        Kind::Plain(Icon::Lock)
    };
    html! {
        <Notice {kind} testid={None::<AttrValue>} {title}>
            <p>{ words.word("secret-why") }</p>
            { body }
        </Notice>
    }
}

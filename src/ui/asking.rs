//! The question a run asks about a step that was not done, and its answers.

use std::rc::Rc;

use yew::prelude::*;

use super::acting::Acting;
use super::drawing::draw;
use super::icon::Glyph;
use super::notice::{Kind, Notice};
use super::panel::{Action, Live, recipe_of, use_panel};
use super::run::changed_steps;
use super::sign_in::{NeedsSignIn, NeedsSignInProps};
use super::step;
use crate::browser::elements;
use crate::plan::drive::Command;
use crate::plan::model::{self, Undo};
use crate::plan::progress::StepState;
use crate::plan::run::Choice;
use crate::text::Text;

/// A step that was not done.
#[derive(Properties)]
pub struct AskingProps {
    /// The run.
    pub live: Rc<Live>,
    /// The step's id.
    pub step: String,
}

impl PartialEq for AskingProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.live, &other.live) && self.step == other.step
    }
}

/// Go on without it, try it again, take everything back, or leave what is done as it is. Closing the dialog decides
/// nothing: the run waits, and the notice below opens it again.
#[component]
pub fn Asking(props: &AskingProps) -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.step.clone(), move |_| elements::show_modal(&dialog));
    }
    let live = &props.live;
    let step = live.plan.step(&props.step);
    let title = asking_title(step.map(|step| step.title.clone()));
    let state = live
        .progress
        .steps
        .iter()
        .find(|step| step.id == props.step)
        .map(|step| &step.state);
    let part = panel.state.part(recipe_of(&live.plan));
    let lacks = step
        .zip(state)
        .and_then(|(step, state)| part.lacks(&live.plan, step, state));
    let lacks = lacks.filter(|_| live.handle.is_some());
    let open = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| elements::show_modal(&dialog))
    };
    let choose = |choice: Choice, then_undo: bool| {
        let (dialog, live) = (dialog.clone(), live.clone());
        Callback::from(move |()| {
            elements::close_dialog(&dialog);
            live.undo_after.set(then_undo);
            if let Some(handle) = &live.handle {
                handle.tell(Command::Choose(choice));
            }
        })
    };
    // What only ends the run acts at once; what writes on has to have been seen.
    let ends = |id: &'static str, then_undo: bool| {
        let end = choose(Choice::Leave, then_undo).reform(|_: MouseEvent| ());
        html! { <button type="button" class="button" data-testid={id} onclick={end}>{ words.word(id) }</button> }
    };
    // A step that only waits sends nothing again: it looks.
    let retry = match step.map(|step| &step.change.action) {
        Some(model::Action::Await) => "asking-look",
        _ => "asking-retry",
    };
    let writes = |id: &'static str, says: &'static str, class: &'static str, choice: Choice| {
        let elsewhere = {
            let (panel, dialog) = (panel.clone(), dialog.clone());
            Callback::from(move |()| {
                elements::close_dialog(&dialog);
                panel.send(Action::Refused(Text::new("acting-covered")));
            })
        };
        html! { <Acting {id} {class} act={choose(choice, false)} {elsewhere}>{ words.word(says) }</Acting> }
    };
    // After the last step there is nothing to go on with.
    let mut steps = live.progress.steps.iter();
    let is_left = steps.any(|step| matches!(step.state, StepState::Waiting | StepState::Checking));
    let decide = html! {
        <button type="button" class="button small" data-testid="asking-open" onclick={open}>{ words.word("asking-open") }</button>
    };
    html! {
        <>
            <Notice kind={Kind::Blocked} testid="run-asks" title={words.html(&title)} actions={decide} />
            <dialog ref={dialog.clone()} aria-labelledby="asking-title" data-testid="run-asking">
                <h2 class="with-icon" id="asking-title">{ Glyph::Blocked.beside() }<span>{ words.html(&title) }</span></h2>
                if let (Some(step), Some(state)) = (step, state) {
                    { step::outcome(words, step, state, &|at| panel.time(at)) }
                }
                if let Some(scopes) = lacks {
                    { draw::<NeedsSignIn>(NeedsSignInProps { scopes, then: Callback::noop(), revision: 0 }) }
                }
                <p>{ words.word("asking-why") }</p>
                <div class="row">
                    { ends("asking-leave", false) }
                    if has_way_back(live) {
                        { ends("asking-undo", true) }
                    }
                    if is_left {
                        { writes("asking-retry", retry, "button", Choice::Retry) }
                        { writes("asking-go-on", "asking-go-on", "button primary", Choice::GoOn) }
                    } else {
                        { writes("asking-go-on", "asking-go-on", "button", Choice::GoOn) }
                        { writes("asking-retry", retry, "button primary", Choice::Retry) }
                    }
                </div>
            </dialog>
        </>
    }
}

/// Whether the run has changed anything that can be taken back.
fn has_way_back(live: &Live) -> bool {
    changed_steps(live).any(|step| !matches!(step.undo, Undo::Nothing { .. } | Undo::None { .. }))
}

fn asking_title(step: Option<Text>) -> Text {
    match step {
        Some(step) => Text::new("asking-title").message("step", step),
        None => Text::new("asking-why"),
    }
}

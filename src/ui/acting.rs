//! A button whose press leads to writes: it acts only where the browser vouches that the admin saw it.

use yew::prelude::*;

use super::panel::use_panel;
use crate::ui::backend::MayAct;

/// Such a button.
#[derive(Properties, PartialEq)]
pub struct ActingProps {
    /// Its id, by which it is watched and tested.
    pub id: AttrValue,
    /// Its look.
    pub class: &'static str,
    /// What it does.
    pub act: Callback<()>,
    /// What it does where the frame may be covered: goes to a tab.
    pub elsewhere: Callback<()>,
    /// What it says.
    pub children: Children,
}

/// The button; watched for as long as it is there.
#[component]
pub fn Acting(props: &ActingProps) -> Html {
    let panel = use_panel();
    {
        let backend = panel.backend.clone();
        use_effect_with(props.id.clone(), move |id| backend.watch_control(id));
    }
    let press = {
        let (backend, id) = (panel.backend, props.id.clone());
        let (act, elsewhere) = (props.act.clone(), props.elsewhere.clone());
        Callback::from(
            move |event: MouseEvent| match backend.may_act(&id, event.is_trusted()) {
                MayAct::Yes => act.emit(()),
                MayAct::NotYet => {}
                MayAct::OpenInTab => elsewhere.emit(()),
            },
        )
    };
    html! {
        <button type="button" class={props.class} id={props.id.clone()} data-testid={props.id.clone()} onclick={press}>
            { props.children.clone() }
        </button>
    }
}

//! A button whose press changes something that lasts: it acts only where the browser vouches that the admin saw it.

use yew::prelude::*;

use super::panel::{Action, use_panel};
use crate::text::Text;
use crate::ui::backend::MayAct;

/// Such a button.
#[derive(Properties, PartialEq)]
pub struct ActingProps {
    /// Its id, by which it is watched and tested.
    pub id: AttrValue,
    /// Its look.
    pub class: &'static str,
    /// Its name, where what it says is not enough.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What it does.
    pub act: Callback<()>,
    /// What it does where the frame may be covered: goes to a tab. Without it, it says that Latchkey is covered.
    #[prop_or_default]
    pub elsewhere: Option<Callback<()>>,
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
        let id = props.id.clone();
        let (act, elsewhere) = (props.act.clone(), props.elsewhere.clone());
        Callback::from(
            move |event: MouseEvent| match (panel.backend.may_act(&id, event.is_trusted()), &elsewhere) {
                (MayAct::Yes, _) => act.emit(()),
                (MayAct::NotYet, _) => {}
                (MayAct::OpenInTab, Some(elsewhere)) => elsewhere.emit(()),
                (MayAct::OpenInTab, None) => panel.send(Action::Refused(Text::new("acting-covered"))),
            },
        )
    };
    html! {
        <button
            type="button"
            class={props.class}
            id={props.id.clone()}
            data-testid={props.id.clone()}
            aria-label={props.label.clone()}
            onclick={press}
        >
            { props.children.clone() }
        </button>
    }
}

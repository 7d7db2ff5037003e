//! The warning that the portal page shows another user than the one who is signed in to the service.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::notice::{Kind, Notice};
use super::panel::use_panel;
use crate::text::Text;

/// The warning, or nothing: also where the page does not say whom it shows. A plan checks the same before its first
/// write; here it is said before one is made.
#[component]
pub fn OtherUser() -> Html {
    let panel = use_panel();
    let words = &panel.words;
    let shown = use_state(|| None::<String>);
    {
        let (backend, shown) = (panel.backend.clone(), shown.clone());
        let read_at = panel.state.origin().map(|origin| origin.read_at);
        use_effect_with(read_at, move |_| {
            spawn_local(async move {
                // A page that does not answer shows nobody; reading says so where it matters.
                shown.set(backend.page().await.ok().and_then(|page| page.header_user));
            });
        });
    }
    let admin = panel.state.origin().map(|origin| origin.admin);
    match (&*shown, admin) {
        (Some(shown), Some(admin)) if !admin.name.is_empty() && *shown != admin.name => html! {
            <Notice kind={Kind::Attention} testid="other-user" title={words.word("other-user")}>
                <p>{ words.html(&Text::new("other-user-why").name("shown", shown).name("user", &admin.name)) }</p>
            </Notice>
        },
        _ => Html::default(),
    }
}

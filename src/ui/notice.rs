//! Messages in the flow of a view: something to know, to look at, or that failed; and views with nothing to show.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// What kind of notice it is; the glyph says it, the colour repeats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// To know.
    Plain(Icon),
    /// It went well.
    Ready,
    /// To look at.
    Attention,
    /// It failed: announced at once.
    Blocked,
}

/// A notice.
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// What kind.
    pub kind: Kind,
    /// The name tests press.
    pub testid: Option<AttrValue>,
    /// What is the matter.
    pub title: Html,
    /// Why, and what to do.
    #[prop_or_default]
    pub children: Html,
    /// What can be done from here.
    #[prop_or_default]
    pub actions: Html,
}

/// A framed message with its title, reason and ways out.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let (class, glyph, role) = match props.kind {
        Kind::Plain(icon) => (None, icon.medium(), "status"),
        Kind::Ready => (Some("ready"), Glyph::Ready.beside(), "status"),
        Kind::Attention => (Some("attention"), Glyph::Attention.beside(), "status"),
        Kind::Blocked => (Some("blocked"), Glyph::Blocked.beside(), "alert"),
    };
    html! {
        <div class={classes!("notice", class)} {role} data-testid={props.testid.clone()}>
            { glyph }
            <h2>{ props.title.clone() }</h2>
            { props.children.clone() }
            if props.actions != Html::default() {
                <div class="row">{ props.actions.clone() }</div>
            }
        </div>
    }
}

/// A view with nothing ordinary to show.
#[derive(Properties, PartialEq)]
pub struct BlankProps {
    /// What it is about.
    pub icon: Icon,
    /// The name tests look for.
    pub testid: AttrValue,
    /// What is the matter.
    pub title: Html,
    /// Why, and what to do.
    #[prop_or_default]
    pub children: Html,
    /// The way out.
    #[prop_or_default]
    pub actions: Html,
}

/// A whole view's worth of nothing, with the way out.
#[component]
pub fn Blank(props: &BlankProps) -> Html {
    html! {
        <div class="blank" role="status" data-testid={props.testid.clone()}>
            { props.icon.large() }
            <h2>{ props.title.clone() }</h2>
            { props.children.clone() }
            if props.actions != Html::default() {
                <div class="row">{ props.actions.clone() }</div>
            }
        </div>
    }
}

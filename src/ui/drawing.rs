//! Draws what has hooks of its own, all of it as one component: every further component would compile Yew's whole
//! machinery once more.

use std::any::{Any, type_name};
use std::rc::Rc;

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;

/// Draws what was declared with `#[component]`. Its key is its own name, so that one never takes over the hooks of
/// another; the same therefore stands only once among siblings.
pub fn draw<T>(props: T::Properties) -> Html
where
    T: FunctionProvider,
    T::Properties: 'static,
{
    let of = Drawn {
        draw: |hooks, props| match props.downcast_ref() {
            Some(props) => T::run(hooks, props),
            None => Ok(Html::default()),
        },
        same: |one, other| one.downcast_ref::<T::Properties>() == other.downcast_ref(),
        props: Rc::new(props),
    };
    html! { <Drawer key={type_name::<T>()} {of} /> }
}

/// How a part is drawn, and from what.
#[derive(Clone)]
struct Drawn {
    draw: fn(&mut HookContext, &dyn Any) -> HtmlResult,
    same: fn(&dyn Any, &dyn Any) -> bool,
    props: Rc<dyn Any>,
}

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        // Of the same kind: the key has settled that.
        (self.same)(&*self.props, &*other.props)
    }
}

#[derive(Properties, PartialEq)]
struct DrawerProps {
    of: Drawn,
}

#[component]
fn Drawer(props: &DrawerProps) -> HtmlResult {
    use_drawn(&props.of)
}

fn use_drawn(drawn: &Drawn) -> impl Hook<Output = HtmlResult> + '_ {
    drawn
}

impl Hook for &Drawn {
    type Output = HtmlResult;

    fn run(self, hooks: &mut HookContext) -> HtmlResult {
        (self.draw)(hooks, &*self.props)
    }
}

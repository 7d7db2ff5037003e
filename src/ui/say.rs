//! Puts texts on the page: words as words, names in a `bdi`, so that no name can change what stands around it.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::Icon;
use crate::text::Text;
use crate::ui::backend::Backend;
use crate::words::{Language, Piece, Words};

/// Reads the texts of a language; `None` if they cannot be read.
pub async fn words(backend: &Rc<dyn Backend>, language: Language) -> Option<Rc<Words>> {
    let messages = backend.messages(language).await?;
    let (numbers, days, tag) = (backend.clone(), backend.clone(), language.tag());
    let number = Box::new(move |number| numbers.format_number(tag, number));
    let day = Box::new(move |millis| days.format_day(tag, millis));
    Words::new(language, messages, number, day).map(Rc::new)
}

impl Words {
    /// A sentence with its names isolated.
    pub fn html(&self, text: &Text) -> Html {
        self.say(text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => html! { { words } },
                Piece::Name(name) => html! { <bdi>{ name }</bdi> },
            })
            .collect()
    }

    /// A message without arguments.
    pub fn word(&self, id: &'static str) -> Html {
        self.html(&Text::new(id))
    }

    /// A sentence for an attribute such as `aria-label`.
    pub fn label(&self, text: &Text) -> AttrValue {
        AttrValue::from(self.plain(text))
    }

    /// Old → new; a screen reader hears the "to" between them.
    pub fn delta(&self, from: Html, to: Html) -> Html {
        html! {
            <span class="delta">
                <del>{ from }</del>
                { Icon::Arrow.tiny() }
                <span class="unseen">{ " " }{ self.word("change-to") }{ " " }</span>
                <ins>{ to }</ins>
            </span>
        }
    }

    /// Names in a row, as this language lists them.
    pub fn names(&self, names: impl IntoIterator<Item = impl Into<String>>) -> Html {
        let separator = self.plain(&Text::new("list-separator"));
        names
            .into_iter()
            .enumerate()
            .map(|(index, name)| {
                let separator = (index > 0).then(|| separator.clone());
                html! { <>{ separator }<bdi>{ name.into() }</bdi></> }
            })
            .collect()
    }
}

//! A locator: how one thing on a page is found, as data the content script carries out and reports on.

use serde_json::Value;

use crate::http::TransportError;
use crate::json::{ToJson, choice, record};

/// How one thing on a page is found. `id` is `page.thing`, such as `teams-chat.master-switch`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// The id, whose part before the dot is a [`super::Page::key`].
    pub id: String,
    /// Whether only the admin's own hand may press it: it consents, buys, signs in or opens a window.
    pub hand: bool,
    /// Where to look, as a selector; the whole document if absent.
    pub within: Option<String>,
    /// Tried in order; the first that finds as many as expected counts.
    pub strategies: Vec<Strategy>,
    /// The fewest elements expected.
    pub least: u16,
    /// The most elements expected.
    pub most: u16,
}

record!(Locator { id, hand, within or default, strategies, least, most });

/// One way to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Strategy {
    /// By an attribute that does not change with language: a test id, a data id, an element id.
    Css {
        /// The selector.
        css: String,
    },
    /// By role and accessible name.
    Name {
        /// The selector of the role.
        css: String,
        /// Any of these names.
        names: Vec<String>,
    },
    /// Next to a text.
    Near {
        /// The selector of the control.
        css: String,
        /// Any of these texts.
        names: Vec<String>,
    },
    /// By position, if there are exactly as many as expected.
    At {
        /// The selector of all candidates.
        css: String,
        /// Which one, from 0.
        index: u16,
        /// How many candidates there have to be.
        of: u16,
    },
}

choice!(Strategy by "by" {
    Css { css } = "css",
    Name { css, names } = "name",
    Near { css, names } = "near",
    At { css, index, of } = "at",
});

/// What was found on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// The locator's id.
    pub id: String,
    /// The index of the strategy that hit, or `None`.
    pub hit: Option<usize>,
    /// How many elements.
    pub count: usize,
    /// The first hundred of them.
    pub elements: Vec<Element>,
}

record!(Sighting { id, hit or default, count, elements });

/// One element as it was seen. All of it is outside text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// The accessible name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// Whether it is on, from `aria-checked` or `:checked`, never from text; `None` if it is no switch.
    pub checked: Option<bool>,
    /// The value of an input or select; never a password's.
    pub value: Option<String>,
    /// Whether it is disabled.
    pub disabled: bool,
}

record!(Element { name, text, checked or default, value or default, disabled });

/// How well a locator still fits the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    /// Nothing fits: the step becomes guidance.
    Red,
    /// Found only by a text beside it or by position.
    Amber,
    /// Found by an attribute or by role and name.
    Green,
}

impl Locator {
    /// How well it fitted, going by the strategy that hit.
    pub fn health(&self, sighting: &Sighting) -> Health {
        match sighting.hit.and_then(|hit| self.strategies.get(hit)) {
            Some(Strategy::Css { .. } | Strategy::Name { .. }) => Health::Green,
            Some(Strategy::Near { .. } | Strategy::At { .. }) => Health::Amber,
            None => Health::Red,
        }
    }

    /// What a probe of the one thing reads: its state, name, text and value as a JSON object.
    ///
    /// # Errors
    /// [`TransportError::NotSent`] where it was not found: what is not seen is unknown, never "off".
    pub fn read(&self, sighting: &Sighting) -> Result<Value, TransportError> {
        let not_found = || TransportError::NotSent {
            reason: format!("{} was not found on the page", self.id),
        };
        let seen = match (sighting.hit, sighting.elements.as_slice()) {
            (Some(_), [seen]) => seen,
            _ => return Err(not_found()),
        };
        Ok(seen.to_json())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::locators;

    #[test]
    fn health_is_green_for_attributes_amber_for_position_and_red_for_nothing() {
        let locator = locators::find("teams-chat.master-switch").unwrap();
        let at = |hit| Sighting {
            id: locator.id.clone(),
            hit,
            count: 1,
            elements: Vec::new(),
        };
        let position = locator
            .strategies
            .iter()
            .position(|each| matches!(each, Strategy::At { .. } | Strategy::Near { .. }));
        assert_eq!(locator.health(&at(Some(0))), Health::Green);
        assert_eq!(locator.health(&at(position)), Health::Amber);
        assert_eq!(locator.health(&at(None)), Health::Red);
        assert_eq!(locator.health(&at(Some(99))), Health::Red);
    }
}

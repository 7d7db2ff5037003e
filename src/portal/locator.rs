//! A locator: how one thing on a page is found, as data the content script carries out and reports on.

use serde_json::Value;

use super::page::Page;
use crate::http::TransportError;
use crate::json::{ToJson, choice, record};

/// How one thing on a page is found. `id` is `page.thing`, such as `teams-chat.master-switch`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// The id, whose part before the dot is a [`super::Page::key`].
    pub id: String,
    /// Whether only the admin's own hand may press it: it consents, buys, signs in or opens a window.
    pub hand: bool,
    /// Whether what stands in it is a secret: it is never read back, whatever kind of field the page made it.
    pub secret: bool,
    /// Whether to look into open shadow roots as well (Partner Center).
    pub deep: bool,
    /// Where to look, as a selector; the whole document if absent.
    pub within: Option<String>,
    /// What that place has to be titled, any of these: by its label, else by its first heading. A heading in an entry of a
    /// list is that entry's.
    pub titled: Vec<String>,
    /// Tried in order; the first that finds as many as expected counts.
    pub strategies: Vec<Strategy>,
    /// The fewest elements expected. With 0 it may well not be there, and that can be read ([`Locator::read`]).
    pub least: u16,
    /// The most elements expected.
    pub most: u16,
    /// What can be chosen in it, or what its text can mean.
    pub options: Vec<Meaning>,
}

record!(Locator { id, hand, secret, deep, within or default, titled or default, strategies, least, most, options or default });

/// One thing that can be chosen, or that a text of the page can mean, whatever the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meaning {
    /// What plans call it, such as `entra`.
    pub key: String,
    /// What pages call it.
    pub names: Vec<String>,
}

record!(Meaning { key, names });

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
    /// How many elements; where no strategy hit, how many too many there were at most.
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
    /// Whether anything stands in it; `None` if it is no field.
    pub filled: Option<bool>,
    /// What is chosen in it, by the key of [`Locator::options`] where one has that name; `None` if nothing can be.
    pub chosen: Option<String>,
    /// The key of [`Locator::options`] its text speaks of, else its text; `None` without options.
    pub means: Option<String>,
    /// Whether it is disabled.
    pub disabled: bool,
}

record!(Element {
    name,
    text,
    checked or default,
    value or default,
    filled or default,
    chosen or default,
    means or default,
    disabled
});

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

choice!(Health {
    Red = "red",
    Amber = "amber",
    Green = "green",
});

impl Locator {
    /// The portal it is on; `None` if it is on a page of an organization.
    pub fn portal(&self) -> Option<Page> {
        Page::portal(self.id.split('.').next()?)
    }

    /// How well it fitted, going by the strategy that hit.
    pub fn health(&self, sighting: &Sighting) -> Health {
        match sighting.hit.and_then(|hit| self.strategies.get(hit)) {
            Some(Strategy::Css { .. } | Strategy::Name { .. }) => Health::Green,
            Some(Strategy::Near { .. } | Strategy::At { .. }) => Health::Amber,
            None => Health::Red,
        }
    }

    /// The option whose name a text is, as a whole, as `is`.
    fn exactly(&self, text: &str) -> Option<(String, Value)> {
        let said = folded(text);
        let is = |name: &String| folded(name) == said;
        let mut options = self.options.iter();
        let option = options.find(|option| option.names.iter().any(is))?;
        Some(("is".to_owned(), Value::from(option.key.as_str())))
    }

    /// What a probe of the one thing reads, as a JSON object: `there`, and its name, text, state, value and choice, and as
    /// `is` the key of the option its whole text is. Of
    /// something there may be several of, `all` lists them instead.
    ///
    /// # Errors
    /// [`TransportError::NotFound`] where it was not found: what is not seen is unknown, never "off". Only what need not
    /// be there ([`Locator::least`] 0) answers `{"there":false}`.
    pub fn read(&self, sighting: &Sighting) -> Result<Value, TransportError> {
        let there = |there: bool| ("there".to_owned(), Value::Bool(there));
        let listed = |elements: &[Element]| {
            (
                "all".to_owned(),
                Value::Array(elements.iter().map(ToJson::to_json).collect()),
            )
        };
        match (sighting.hit, sighting.elements.as_slice()) {
            // A list that is cut off is no list.
            (Some(_), seen) if self.most > 1 && seen.len() == sighting.count => {
                Ok(Value::Object([there(true), listed(seen)].into_iter().collect()))
            }
            (None, []) if self.most > 1 && self.least == 0 && sighting.count == 0 => {
                Ok(Value::Object([there(false), listed(&[])].into_iter().collect()))
            }
            (Some(_), [seen]) if self.most == 1 => {
                let mut read = seen.to_json();
                if let Value::Object(members) = &mut read {
                    members.extend([there(true)]);
                    members.extend(self.exactly(&seen.text));
                }
                Ok(read)
            }
            (None, []) if self.most == 1 && self.least == 0 && sighting.count == 0 => {
                Ok(Value::Object([there(false)].into_iter().collect()))
            }
            _ => Err(self.missing()),
        }
    }

    /// What pages call it, by the first of its published names; empty where it is only found by attributes.
    pub fn called(&self) -> &str {
        let named = self.strategies.iter().find_map(|strategy| match strategy {
            Strategy::Name { names, .. } | Strategy::Near { names, .. } => names.first(),
            Strategy::Css { .. } | Strategy::At { .. } => None,
        });
        named.map_or("", String::as_str)
    }

    /// That it is not on the page.
    pub fn missing(&self) -> TransportError {
        TransportError::NotFound {
            control: self.called().to_owned(),
        }
    }
}

/// Texts of a page are compared so: without regard to case, spaces and the make of apostrophes.
pub(super) fn folded(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").replace(['’', '‘', '`', '´'], "'")
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

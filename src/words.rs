//! Puts [`Text`]s into the reader's language by its message file, of which only the wanted one is ever read, and keeps outside names apart from words.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::text::{Arg, Text};

/// The languages Latchkey speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English, the language every message is first written in.
    English,
    /// Danish.
    Danish,
    /// French.
    French,
    /// Japanese.
    Japanese,
}

impl Language {
    /// All of them, in the order the choice lists them.
    pub const ALL: [Self; 4] = [Self::English, Self::Danish, Self::French, Self::Japanese];

    /// The BCP 47 tag, for `lang` attributes and `Intl`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Danish => "da",
            Self::French => "fr",
            Self::Japanese => "ja",
        }
    }

    /// Its short name in itself, as the choice in the header shows it.
    pub const fn short(self) -> &'static str {
        match self {
            Self::English => "EN",
            Self::Danish => "DA",
            Self::French => "FR",
            Self::Japanese => "日本語",
        }
    }

    /// Its name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Danish => "Dansk",
            Self::French => "Français",
            Self::Japanese => "日本語",
        }
    }

    /// From a tag such as `da` or `fr-CA`: only the language part decides.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|known| known.tag().eq_ignore_ascii_case(language))
    }

    /// The first of the reader's languages that Latchkey speaks, else English.
    pub fn best<'a>(wanted: impl IntoIterator<Item = &'a str>) -> Self {
        wanted.into_iter().find_map(Self::from_tag).unwrap_or(Self::English)
    }

    fn identifier(self) -> LanguageIdentifier {
        // A tag of this file always parses; the root language would only cost the plural rules.
        self.tag().parse().unwrap_or_default()
    }
}

/// A stretch of a sentence: our words, or somebody's name, which is shown isolated (`bdi`) and never interpreted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Words of a message file.
    Words(String),
    /// Outside text, verbatim.
    Name(String),
}

/// Writes a number in the reader's language.
pub type NumberFormat = Box<dyn Fn(i64) -> String>;

/// Writes a day in the reader's language; milliseconds since the Unix epoch at its beginning (UTC).
pub type DayFormat = Box<dyn Fn(u64) -> String>;

/// Speaks one language.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    number: NumberFormat,
    day: DayFormat,
}

// Arguments never reach Fluent as themselves: it gets a mark (a private-use character around an index or a number), and
// the mark is replaced afterwards. So nothing in a name can be taken for a mark, a placeable or a direction change.
const ARGUMENT: char = '\u{E000}';
const NUMBER: char = '\u{E001}';
const END: char = '\u{E002}';

impl Words {
    /// Speaks `language` by its message file `messages`, writing numbers with `number` and days with `day` (`Intl` in a
    /// browser). `None` if the file is not whole: no part of a language is spoken.
    pub fn new(language: Language, messages: String, number: NumberFormat, day: DayFormat) -> Option<Self> {
        let mut bundle = FluentBundle::new(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(format!("{NUMBER}{}{END}", number.value)),
            _ => None,
        }));
        bundle.add_resource_overriding(FluentResource::try_new(messages).ok()?);
        Some(Self {
            language,
            bundle,
            number,
            day,
        })
    }

    /// The language spoken.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A number in this language.
    pub fn number(&self, number: i64) -> String {
        (self.number)(number)
    }

    /// The sentence in pieces. A message this version does not know (an old journal) is shown by its id.
    pub fn say(&self, text: &Text) -> Vec<Piece> {
        let mut args = FluentArgs::new();
        let mut spoken: Vec<Vec<Piece>> = Vec::new();
        for (name, arg) in &text.args {
            let value = match arg {
                Arg::Number(number) => FluentValue::from(*number),
                Arg::Name(name) => mark(&mut spoken, vec![Piece::Name(name.clone())]),
                Arg::Day(millis) => mark(&mut spoken, vec![Piece::Words((self.day)(*millis))]),
                Arg::Message(message) => mark(&mut spoken, self.say(message)),
            };
            args.set(name.clone(), value);
        }
        let Some(pattern) = self.bundle.get_message(&text.id).and_then(|message| message.value()) else {
            return vec![Piece::Words(text.id.clone().into_owned())];
        };
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        self.unmark(&sentence, &spoken)
    }

    /// What a value that `label` is about means, where it is one of several: the attribute `is-…` of the label's message,
    /// such as `.is-30 = Succeeded`. `None` where the value speaks for itself.
    pub fn meaning(&self, label: &Text, value: &str) -> Option<String> {
        let name = format!("is-{value}");
        let attribute = self.bundle.get_message(&label.id)?.get_attribute(&name)?;
        let mut errors = Vec::new();
        Some(
            self.bundle
                .format_pattern(attribute.value(), None, &mut errors)
                .into_owned(),
        )
    }

    /// The sentence as plain text, for attributes and files; a name written from right to left is isolated.
    pub fn plain(&self, text: &Text) -> String {
        self.say(text)
            .into_iter()
            .map(|piece| match piece {
                Piece::Words(words) => words,
                Piece::Name(name) => isolated(&name).into_owned(),
            })
            .collect()
    }

    fn unmark(&self, sentence: &str, spoken: &[Vec<Piece>]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut rest = sentence;
        while let Some((before, kind, mark, after)) = next_mark(rest) {
            push_words(&mut pieces, before);
            if kind == NUMBER {
                let number = mark.parse::<f64>().unwrap_or_default();
                // Messages count things: whole numbers far below 2^53.
                #[allow(clippy::cast_possible_truncation, reason = "counts are whole and small")]
                push_words(&mut pieces, &self.number(number as i64));
            } else {
                for piece in mark
                    .parse::<usize>()
                    .ok()
                    .and_then(|index| spoken.get(index))
                    .into_iter()
                    .flatten()
                {
                    match piece {
                        Piece::Words(words) => push_words(&mut pieces, words),
                        name @ Piece::Name(_) => pieces.push(name.clone()),
                    }
                }
            }
            rest = after;
        }
        push_words(&mut pieces, rest);
        pieces
    }
}

fn mark<'a>(spoken: &mut Vec<Vec<Piece>>, pieces: Vec<Piece>) -> FluentValue<'a> {
    let value = FluentValue::from(format!("{ARGUMENT}{}{END}", spoken.len()));
    spoken.push(pieces);
    value
}

fn next_mark(sentence: &str) -> Option<(&str, char, &str, &str)> {
    let (before, from_mark) = sentence.split_at(sentence.find([ARGUMENT, NUMBER])?);
    let kind = from_mark.chars().next()?;
    let (mark, after) = from_mark.strip_prefix(kind)?.split_once(END)?;
    Some((before, kind, mark, after))
}

fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    if words.is_empty() {
        return;
    }
    if let Some(Piece::Words(last)) = pieces.last_mut() {
        last.push_str(words);
    } else {
        pieces.push(Piece::Words(words.to_owned()));
    }
}

/// A name from outside as it may stand in a sentence: text that turns direction is wrapped in FSI and PDI; its own controls
/// of direction are dropped, as they could leak.
pub fn isolated(name: &str) -> Cow<'_, str> {
    let is_control =
        |c: char| matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_right_to_left = |c: char| matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    let name = if name.contains(is_control) {
        Cow::Owned(name.replace(is_control, ""))
    } else {
        Cow::Borrowed(name)
    };
    if name.contains(is_right_to_left) {
        Cow::Owned(format!("\u{2068}{name}\u{2069}"))
    } else {
        name
    }
}

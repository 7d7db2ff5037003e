//! The message files: each parses, all four say the same things with the same arguments, nothing is missing or unused.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test stops at once; the lints' own exemption does not reach functions beside the tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use latchkey::text::Text;
use latchkey::words::{DayFormat, Language, NumberFormat, Piece, Words};

/// The message file of a language, as it ships.
fn source(language: Language) -> String {
    let file = format!("www/messages/{}.ftl", language.tag());
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the message file is there")
}

fn day() -> DayFormat {
    Box::new(|millis| format!("day {}", millis / 86_400_000))
}

fn speaking(language: Language, number: NumberFormat) -> Words {
    Words::new(language, source(language), number, day()).expect("the message file is whole")
}

/// Message id → the arguments it names.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(language);
    let resource = fluent_syntax::parser::parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{} does not parse: {errors:?}", language.tag()));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry {
            let mut arguments = BTreeSet::new();
            let pattern = message.value.expect("every message has a value");
            of_pattern(&pattern, &mut arguments);
            let id = message.id.name.to_owned();
            assert!(
                messages.insert(id.clone(), arguments).is_none(),
                "{}: {id} stands there twice",
                language.tag()
            );
        }
    }
    messages
}

/// What each message says of values: message id → its attributes, none of which takes an argument.
fn meanings(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(language);
    let resource = fluent_syntax::parser::parse(source.as_str()).unwrap();
    let mut meanings = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        for attribute in message.attributes {
            let mut arguments = BTreeSet::new();
            of_pattern(&attribute.value, &mut arguments);
            let name = attribute.id.name.to_owned();
            assert!(
                name.starts_with("is-") && arguments.is_empty(),
                "{}.{name}",
                message.id.name
            );
            let known: &mut BTreeSet<String> = meanings.entry(message.id.name.to_owned()).or_default();
            assert!(known.insert(name), "{} stands there twice", message.id.name);
        }
    }
    meanings
}

fn of_pattern(pattern: &Pattern<&str>, arguments: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, arguments);
        }
    }
}

fn of_expression(expression: &Expression<&str>, arguments: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            of_inline(selector, arguments);
            for variant in variants {
                of_pattern(&variant.value, arguments);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, arguments: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, arguments),
        _ => {}
    }
}

/// Every source that may name a message.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut open = vec![root.join("src"), root.join("www")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("the folder is read") {
            let path = entry.expect("the entry is read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs" || kind == "js") {
                let text = std::fs::read_to_string(&path).expect("the source is read");
                found.push((path.display().to_string(), text));
            }
        }
    }
    assert!(found.len() > 20, "the sources were found");
    found
}

/// Double-quoted literals of letters, digits and dashes.
fn literals(source: &str) -> impl Iterator<Item = &str> {
    source.split('"').filter(|part| {
        !part.is_empty()
            && part
                .chars()
                .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
    })
}

fn english() -> Words {
    speaking(Language::English, Box::new(|number| number.to_string()))
}

#[test]
fn all_four_languages_say_the_same_messages_with_the_same_arguments() {
    let english = messages(Language::English);
    assert!(english.len() > 300);
    for language in Language::ALL {
        let other = messages(language);
        let missing: Vec<_> = english.keys().filter(|id| !other.contains_key(*id)).collect();
        let strange: Vec<_> = other.keys().filter(|id| !english.contains_key(*id)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", language.tag());
        assert!(strange.is_empty(), "{} has too many: {strange:?}", language.tag());
        for (id, arguments) in &english {
            assert_eq!(other.get(id), Some(arguments), "{} in {}", id, language.tag());
        }
    }
}

#[test]
fn all_four_languages_give_the_same_values_words() {
    let english = meanings(Language::English);
    assert!(english.len() > 10);
    for language in Language::ALL {
        assert_eq!(meanings(language), english, "{}", language.tag());
    }
}

#[test]
fn a_value_that_is_one_of_several_is_said_in_words_and_any_other_speaks_for_itself() {
    let label = Text::new("lead-import-result");
    assert_eq!(english().meaning(&label, "30").as_deref(), Some("Succeeded"));
    assert_eq!(english().meaning(&label, "29"), None);
    assert_eq!(english().meaning(&label, "} hostile {"), None);
    assert_eq!(english().meaning(&Text::new("gone-since"), "30"), None);
}

#[test]
fn every_message_a_source_names_exists() {
    let known = messages(Language::English);
    for (path, source) in sources() {
        let shipped = source.split("#[cfg(test)]").next().unwrap_or_default();
        for before in ["Text::new(", ".word("] {
            for rest in shipped.split(before).skip(1) {
                if let Some(id) = rest
                    .trim_start()
                    .strip_prefix('"')
                    .and_then(|rest| rest.split('"').next())
                {
                    assert!(known.contains_key(id), "{path} names {id}, which is no message");
                }
            }
        }
    }
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    let named: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| literals(source)).collect();
    let unused: Vec<String> = messages(Language::English)
        .into_keys()
        // Written into scripts by the build, each by its name.
        .filter(|id| !id.starts_with("content-") && !id.starts_with("stopped-"))
        .filter(|id| !named.contains(id.as_str()))
        .collect();
    assert!(unused.is_empty(), "nobody says {unused:?}");
}

#[test]
fn a_name_is_kept_apart_from_words_and_never_interpreted() {
    let hostile = "{ $role } <b>x</b> \u{E000}0\u{E002} \u{202E}gnp";
    let text = Text::new("switch-role").name("role", hostile);
    assert_eq!(
        english().say(&text),
        [
            Piece::Name(hostile.to_owned()),
            Piece::Words(" has the privilege".to_owned())
        ]
    );
}

#[test]
fn a_message_in_a_message_keeps_its_names_apart() {
    let step = Text::new("disconnect-step-grant").name("role", "Desk");
    let undo = Text::new("undo-step").message("step", step);
    assert_eq!(
        english().say(&undo),
        [
            Piece::Words("Undo “".to_owned()),
            Piece::Name("Desk".to_owned()),
            Piece::Words(": grant the privilege”".to_owned())
        ]
    );
}

#[test]
fn numbers_choose_the_plural_and_are_written_by_the_reader_s_format() {
    let words = speaking(Language::French, Box::new(|number| format!("<{number}>")));
    let say = |count| words.plain(&Text::new("affected-role-users").number("count", count));
    assert_eq!(say(0), "<0> utilisateur");
    assert_eq!(say(1), "<1> utilisateur");
    assert_eq!(say(2), "<2> utilisateurs");
    let japanese = speaking(Language::Japanese, Box::new(|number| number.to_string()));
    assert_eq!(
        japanese.plain(&Text::new("affected-role-users").number("count", 1)),
        "1 人"
    );
}

#[test]
fn plain_text_drops_the_direction_controls_of_a_name_and_isolates_one_written_from_right_to_left() {
    let named = |name: &str| english().plain(&Text::new("signed-in-as").name("name", name));
    assert_eq!(named("a\u{202E}b"), "Signed in as ab");
    assert_eq!(named("דנה"), "Signed in as \u{2068}דנה\u{2069}");
    assert_eq!(named("Dana"), "Signed in as Dana");
}

#[test]
fn a_message_file_that_was_cut_off_speaks_no_language() {
    let whole = source(Language::Danish);
    let cut = whole.rfind("{ $").expect("a placeable");
    let number = || Box::new(|number: i64| number.to_string());
    assert!(Words::new(Language::Danish, whole[..cut + 3].to_owned(), number(), day()).is_none());
    assert!(Words::new(Language::Danish, whole, number(), day()).is_some());
}

#[test]
fn s004_19_a_day_is_written_as_the_reader_s_language_does() {
    let words = speaking(Language::English, Box::new(|number| number.to_string()));
    let text = Text::new("lead-value-until").day("day", 2 * 86_400_000);
    assert_eq!(words.plain(&text), "until day 2");
}

#[test]
fn an_unknown_message_of_an_old_journal_is_shown_by_its_id() {
    assert_eq!(english().plain(&Text::new("gone-since")), "gone-since");
}

#[test]
fn the_first_language_of_the_reader_that_is_spoken_is_chosen() {
    assert_eq!(Language::best(["de-DE", "fr-CA", "en"]), Language::French);
    assert_eq!(Language::best(["de"]), Language::English);
    assert_eq!(Language::from_tag("JA_jp"), Some(Language::Japanese));
}

#[test]
fn s003_french_puts_an_unbreakable_space_before_double_punctuation() {
    for (id, _) in messages(Language::French) {
        let words = speaking(Language::French, Box::new(|number| number.to_string()));
        let text = words.plain(&Text::new(Box::leak(id.clone().into_boxed_str())));
        for mark in [" :", " ;", " ?", " !"] {
            assert!(!text.contains(mark), "{id}: {text}");
        }
    }
}

//! The message files as they ship, and the few texts that scripts show by themselves, taken from them at build time.
//!
//! A content script cannot load the message files, and Fluent would be far more than its budget allows; and what the
//! panel says when it has failed may rest on nothing else. So the build writes the messages of [`SCRIPTS`] into them as
//! plain text.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, Resource};

/// The scripts, and how the ids of the messages written into each begin.
pub const SCRIPTS: [(&str, &str); 2] = [("content.js", "content-"), ("panel.js", "stopped-")];

/// What stands in a script where the texts belong.
pub const TOKEN: &str = "__LATCHKEY_TEXTS__";

/// Language → message id → text.
pub type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// A Fluent file without what only whoever writes it reads: its comments.
///
/// # Errors
/// When the file does not parse.
pub fn without_comments(source: &str) -> Result<String> {
    let mut resource = parsed(source)?;
    resource
        .body
        .retain(|entry| matches!(entry, Entry::Message(_) | Entry::Term(_)));
    for entry in &mut resource.body {
        match entry {
            Entry::Message(message) => message.comment = None,
            Entry::Term(term) => term.comment = None,
            _ => {}
        }
    }
    Ok(fluent_syntax::serializer::serialize(&resource))
}

fn parsed(source: &str) -> Result<Resource<&str>> {
    match fluent_syntax::parser::parse(source) {
        Ok(resource) => Ok(resource),
        Err((_, errors)) => bail!("not valid Fluent: {}", errors.first().context("without a reason")?),
    }
}

/// The texts of one Fluent file whose ids begin with `prefix`, which is left out: scripts are kept small. A placeable `{ $name }` stays in the text as `{name}`.
///
/// # Errors
/// When the file does not parse, or such a message uses more of Fluent than text and variables.
pub fn of_file(source: &str, prefix: &str) -> Result<BTreeMap<String, String>> {
    let resource = parsed(source)?;
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let id = message.id.name;
        let Some(short) = id.strip_prefix(prefix) else { continue };
        let pattern = message.value.with_context(|| format!("{id} has no text"))?;
        let mut text = String::new();
        for element in pattern.elements {
            match element {
                PatternElement::TextElement { value } => text.push_str(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::StringLiteral { value }),
                } => text.push_str(value),
                PatternElement::Placeable {
                    expression: Expression::Inline(InlineExpression::VariableReference { id }),
                } => {
                    text.push('{');
                    text.push_str(id.name);
                    text.push('}');
                }
                PatternElement::Placeable { .. } => bail!("{id} uses more than text and variables"),
            }
        }
        texts.insert(short.to_owned(), text);
    }
    Ok(texts)
}

/// Puts `texts` where [`TOKEN`] stands in a script.
///
/// # Errors
/// When the token does not stand there exactly once, or the languages do not have the same ids.
pub fn write_into(script: &str, texts: &Texts) -> Result<String> {
    if script.matches(TOKEN).count() != 1 {
        bail!("it must name {TOKEN} exactly once");
    }
    let mut languages = texts.iter();
    let (first, expected) = languages.next().context("there are no message files")?;
    for (language, messages) in languages {
        if !messages.keys().eq(expected.keys()) {
            bail!("{language} and {first} do not have the same messages for it");
        }
    }
    Ok(script.replace(TOKEN, &serde_json::to_string(texts)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The messages of a file, their comments aside.
    fn bare(source: &str) -> Vec<Entry<&str>> {
        let mut body = parsed(source).unwrap().body;
        body.retain(|entry| matches!(entry, Entry::Message(_)));
        for entry in &mut body {
            if let Entry::Message(message) = entry {
                message.comment = None;
            }
        }
        body
    }

    #[test]
    fn what_ships_has_every_message_and_no_comment() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/messages");
        for file in std::fs::read_dir(folder).unwrap() {
            let source = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let source = format!("{source}\n# Of this one\nlast = {{ $a }}\n    second line\n");
            let ships = without_comments(&source).unwrap();
            assert_eq!(bare(&ships), bare(&source));
            assert!(!ships.lines().any(|line| line.starts_with('#')));
        }
        assert!(without_comments("name").is_err());
    }

    fn texts(pairs: &[(&str, &str)]) -> Texts {
        pairs
            .iter()
            .map(|(language, source)| ((*language).to_owned(), of_file(source, "content-").unwrap()))
            .collect()
    }

    #[test]
    fn only_one_scripts_messages_are_taken() {
        let found = of_file(
            "title = Latchkey\ncontent-open = Open { $name }\n# note\ncontent-old = { \"{\" }\n",
            "content-",
        )
        .unwrap();
        assert_eq!(
            found.into_iter().collect::<Vec<_>>(),
            [
                ("old".to_owned(), "{".to_owned()),
                ("open".to_owned(), "Open {name}".to_owned())
            ]
        );
    }

    #[test]
    fn a_message_with_a_selector_is_refused() {
        let source = "content-n = { $n ->\n  [one] a\n *[other] b\n }\n";
        assert!(
            of_file(source, "content-")
                .unwrap_err()
                .to_string()
                .contains("content-n")
        );
    }

    #[test]
    fn the_texts_replace_the_token_once() {
        let texts = texts(&[
            ("en", "content-open = Open \"it\"\n"),
            ("fr", "content-open = Ouvrir\n"),
        ]);
        assert_eq!(
            write_into("const T = __LATCHKEY_TEXTS__;", &texts).unwrap(),
            r#"const T = {"en":{"open":"Open \"it\""},"fr":{"open":"Ouvrir"}};"#
        );
        assert!(write_into("const T = {};", &texts).is_err());
    }

    #[test]
    fn a_language_that_lacks_a_message_is_refused() {
        let texts = texts(&[("en", "content-open = Open\n"), ("fr", "content-shut = Fermer\n")]);
        assert!(write_into(TOKEN, &texts).unwrap_err().to_string().contains("fr"));
    }
}

//! The XML reader under hostile text: it never stops the panel, and takes nothing another reader refuses.

use latchkey::domain::chat::xml::{Element, escape, read};
use proptest::prelude::*;

/// An element's name and attributes.
type Seen = (String, Vec<(String, String)>);

/// The elements' names and attributes in the order of the document, as another reader sees them; `None` if it refuses.
fn elsewhere(xml: &str) -> Option<Vec<Seen>> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) | Event::Empty(tag) => {
                let mut attributes = Vec::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.ok()?;
                    let name = String::from_utf8(attribute.key.as_ref().to_vec()).ok()?;
                    attributes.push((name, attribute.unescape_value().ok()?.into_owned()));
                }
                found.push((String::from_utf8(tag.name().as_ref().to_vec()).ok()?, attributes));
            }
            Event::Eof => return Some(found),
            _ => {}
        }
    }
}

fn flat(element: &Element<'_>, into: &mut Vec<Seen>) {
    let attributes = element
        .attributes
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.to_string()));
    into.push((element.name.to_owned(), attributes.collect()));
    for child in &element.children {
        flat(child, into);
    }
}

#[test]
fn elements_know_where_they_stand() {
    let text = "\u{FEFF}<?xml version='1.0'?><a><b x='1'/> text <b></b></a>";
    let a = read(text, "a").unwrap();
    let stretches: Vec<&str> = a.named("b").map(|b| &text[b.start..b.end]).collect();
    assert_eq!(stretches, ["<b x='1'/>", "<b></b>"]);
    assert_eq!(&text[a.start..a.content], "<a>");
    assert_eq!(&text[a.start..a.end], "<a><b x='1'/> text <b></b></a>");
}

#[test]
fn every_element_of_a_name_is_found_in_the_order_of_the_document() {
    let a = read("<a><b n='1'><b n='2'/></b><c><b n='3'/></c></a>", "a").unwrap();
    let found: Vec<&str> = a.all("b").into_iter().filter_map(|b| b.attribute("n")).collect();
    assert_eq!(found, ["1", "2", "3"]);
}

proptest! {
    #[test]
    fn an_escaped_text_is_read_as_it_was(text in "[^\\p{Cc}]{0,20}") {
        let xml = format!("<a b=\"{}\"/>", escape(&text));
        let element = read(&xml, "a").unwrap();
        prop_assert_eq!(element.attribute("b"), Some(text.as_str()));
    }

    #[test]
    fn hostile_text_is_read_as_another_reader_does_or_refused(
        parts in proptest::collection::vec(
            prop_oneof![
                Just("<"), Just(">"), Just("/"), Just("a"), Just("b"), Just(" "), Just("='"), Just("'"), Just("\""),
                Just("&"), Just(";"), Just("&amp;"), Just("&#65;"), Just("<a>"), Just("</a>"), Just("<b/>"), Just("<b c='d'>"),
                Just("</b>"), Just("<!--"), Just("-->"), Just("--"), Just("<!DOCTYPE a>"), Just("<![CDATA["), Just("]]>"),
                Just("<?xml ?>"), Just("é"), Just("\u{0}"),
            ],
            0..24,
        ),
    ) {
        for xml in [parts.concat(), format!("<a>{}</a>", parts.concat())] {
            if let Ok(element) = read(&xml, "a") {
                let mut seen = Vec::new();
                flat(&element, &mut seen);
                prop_assert_eq!(Some(seen), elsewhere(&xml), "{}", xml);
            }
        }
    }
}

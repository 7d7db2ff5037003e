//! A small XML tree for fetchXml.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// One element.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Node {
    /// Tag.
    pub name: String,
    /// Attributes, unescaped.
    pub attributes: Vec<(String, String)>,
    /// Child elements.
    pub children: Vec<Node>,
    /// Text directly inside.
    pub text: String,
}

impl Node {
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The first child of that tag.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|c| c.name == name)
    }
}

fn node(start: &BytesStart<'_>) -> Result<Node, String> {
    let mut node = Node {
        name: String::from_utf8_lossy(start.name().as_ref()).into_owned(),
        ..Node::default()
    };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let value = attribute.unescape_value().map_err(|e| e.to_string())?;
        node.attributes.push((
            String::from_utf8_lossy(attribute.key.as_ref()).into_owned(),
            value.into_owned(),
        ));
    }
    Ok(node)
}

/// Reads one element with all below it.
///
/// # Errors
/// What is wrong with the text.
pub fn parse(xml: &str) -> Result<Node, String> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Node> = Vec::new();
    loop {
        let event = reader.read_event().map_err(|e| e.to_string())?;
        let done = match event {
            Event::Start(start) => {
                if open.len() > 64 {
                    return Err("nested too deeply".into());
                }
                open.push(node(&start)?);
                continue;
            }
            Event::Empty(start) => node(&start)?,
            Event::End(_) => open.pop().ok_or("an end without a start")?,
            Event::Text(text) => {
                if let Some(top) = open.last_mut() {
                    top.text.push_str(text.decode().map_err(|e| e.to_string())?.trim());
                }
                continue;
            }
            Event::Eof => return Err("it ends too early".into()),
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(done),
            None => return Ok(done),
        }
    }
}

//! Reads the XML Dataverse keeps in columns: view layouts, queries and site maps. It knows where each element stands, so
//! that a change can be spliced in, and refuses what those documents never hold.

use std::borrow::Cow;

/// How deep elements may stand in each other; a site map has six levels.
const DEPTH: usize = 64;
/// How many attributes an element may have; a SubArea has about twenty.
const ATTRIBUTES: usize = 64;

/// Why a document is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the XML is not understood at byte {at}: {fault:?}")]
pub struct XmlError {
    /// Where, in bytes from the start.
    pub at: usize,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Not well-formed.
    Malformed,
    /// A document type, a processing instruction, a marked section, or an entity other than the five of XML itself.
    Refused,
    /// Another document than was asked for.
    Unexpected,
    /// Deeper, or with more attributes, than such a document ever is.
    TooMuch,
}

/// An element; text and comments between elements are passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element<'a> {
    /// The name as written.
    pub name: &'a str,
    /// The attributes in their order, unescaped.
    pub attributes: Vec<(&'a str, Cow<'a, str>)>,
    /// The elements in it, in their order.
    pub children: Vec<Element<'a>>,
    /// Its first byte, counted from the start of the document.
    pub start: usize,
    /// The byte after its start tag.
    pub content: usize,
    /// The byte after its end tag; the same as `content` for an element written as `<a/>`.
    pub end: usize,
}

impl<'a> Element<'a> {
    /// An attribute's value, unescaped.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name)?;
        Some(found.1.as_ref())
    }

    /// The children of this name.
    pub fn named<'b>(&'b self, name: &'b str) -> impl Iterator<Item = &'b Element<'a>> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Every element of this name in it, however deep, in the order of the document.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            found.extend(child.all(name));
        }
        found
    }
}

/// Reads a whole document, whose outermost element must be `root`. It may begin with a byte order mark.
///
/// # Errors
/// [`XmlError`] where it is not well-formed, holds what is refused, or is another document.
pub fn read<'a>(text: &'a str, root: &str) -> Result<Element<'a>, XmlError> {
    let mut reader = Reader { text, at: 0 };
    reader.takes("\u{FEFF}");
    if reader.rest().starts_with("<?xml ") {
        reader.past("?>")?;
    }
    let mut open: Vec<Element<'a>> = Vec::new();
    let mut whole: Option<Element<'a>> = None;
    loop {
        reader.text_between(!open.is_empty())?;
        let rest = reader.rest();
        let ended = if rest.is_empty() {
            return whole.filter(|_| open.is_empty()).ok_or(reader.error(Fault::Malformed));
        } else if rest.starts_with("<!--") {
            reader.comment()?;
            continue;
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            return Err(reader.error(Fault::Refused));
        } else if rest.starts_with("</") {
            reader.end_tag(open.pop())?
        } else if whole.is_some() {
            return Err(reader.error(Fault::Malformed));
        } else if open.len() >= DEPTH {
            return Err(reader.error(Fault::TooMuch));
        } else {
            let started = reader.start_tag()?;
            if open.is_empty() && started.name != root {
                return Err(reader.error(Fault::Unexpected));
            }
            if started.end == 0 {
                open.push(started);
                continue;
            }
            started
        };
        match open.last_mut() {
            Some(parent) => parent.children.push(ended),
            None => whole = Some(ended),
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    const fn error(&self, fault: Fault) -> XmlError {
        XmlError { at: self.at, fault }
    }

    /// Takes `text` if it stands here.
    fn takes(&mut self, text: &str) -> bool {
        let there = self.rest().starts_with(text);
        if there {
            self.at += text.len();
        }
        there
    }

    /// Goes past the next `mark`, and gives what stands before it.
    fn past(&mut self, mark: &str) -> Result<&'a str, XmlError> {
        let (before, _) = self.rest().split_once(mark).ok_or(self.error(Fault::Malformed))?;
        self.at += before.len() + mark.len();
        Ok(before)
    }

    /// Takes white space; whether there was some.
    fn space(&mut self) -> bool {
        let rest = self.rest();
        let spaces = rest.len() - rest.trim_ascii_start().len();
        self.at += spaces;
        spaces > 0
    }

    /// Passes over the text before the next tag; outside the outermost element it can only be white space.
    fn text_between(&mut self, inside: bool) -> Result<(), XmlError> {
        let text = self.rest().split('<').next().unwrap_or_default();
        unescape(text).map_err(|fault| self.error(fault))?;
        if text.contains("]]>") || !inside && !text.trim_ascii().is_empty() {
            return Err(self.error(Fault::Malformed));
        }
        self.at += text.len();
        Ok(())
    }

    fn comment(&mut self) -> Result<(), XmlError> {
        self.at += "<!--".len();
        self.past("--")?;
        if self.takes(">") {
            Ok(())
        } else {
            Err(self.error(Fault::Malformed))
        }
    }

    fn name(&mut self) -> Result<&'a str, XmlError> {
        let rest = self.rest();
        let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':');
        let after = rest.trim_start_matches(part);
        // By length: comparing what follows would make the time grow with the square of the document.
        let name = rest.get(..rest.len() - after.len()).unwrap_or_default();
        if !name.starts_with(|letter: char| letter.is_alphabetic() || letter == '_') {
            return Err(self.error(Fault::Malformed));
        }
        self.at += name.len();
        Ok(name)
    }

    fn end_tag(&mut self, open: Option<Element<'a>>) -> Result<Element<'a>, XmlError> {
        let wrong = self.error(Fault::Malformed);
        self.at += "</".len();
        let name = self.name()?;
        self.space();
        let mut element = open.filter(|element| element.name == name).ok_or(wrong)?;
        if !self.takes(">") {
            return Err(wrong);
        }
        element.end = self.at;
        Ok(element)
    }

    /// An element's start tag; the element ends with it if it is written as `<a/>`, else its `end` is 0.
    fn start_tag(&mut self) -> Result<Element<'a>, XmlError> {
        let start = self.at;
        self.at += "<".len();
        let mut element = Element {
            name: self.name()?,
            attributes: Vec::new(),
            children: Vec::new(),
            start,
            content: 0,
            end: 0,
        };
        loop {
            let spaced = self.space();
            let closed = self.takes("/>");
            if closed || self.takes(">") {
                element.content = self.at;
                element.end = if closed { self.at } else { 0 };
                return Ok(element);
            }
            let name = self.name()?;
            if !spaced || element.attribute(name).is_some() {
                return Err(self.error(Fault::Malformed));
            }
            if element.attributes.len() >= ATTRIBUTES {
                return Err(self.error(Fault::TooMuch));
            }
            element.attributes.push((name, self.value()?));
        }
    }

    fn value(&mut self) -> Result<Cow<'a, str>, XmlError> {
        self.space();
        let equals = self.takes("=");
        self.space();
        let quote = if self.takes("\"") {
            "\""
        } else if self.takes("'") {
            "'"
        } else {
            return Err(self.error(Fault::Malformed));
        };
        let value = self.past(quote)?;
        if !equals || value.contains('<') {
            return Err(self.error(Fault::Malformed));
        }
        unescape(value).map_err(|fault| self.error(fault))
    }
}

/// Text as it is meant: the five entities of XML and character references replaced, once.
fn unescape(text: &str) -> Result<Cow<'_, str>, Fault> {
    if !text.contains('&') {
        return Ok(Cow::Borrowed(text));
    }
    let mut parts = text.split('&');
    let mut meant = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (entity, after) = part.split_once(';').ok_or(Fault::Malformed)?;
        meant.push(match entity {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => character(entity)?,
        });
        meant.push_str(after);
    }
    Ok(Cow::Owned(meant))
}

fn character(entity: &str) -> Result<char, Fault> {
    let number = entity.strip_prefix('#').ok_or(Fault::Refused)?;
    let (digits, radix) = match number.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (number, 10),
    };
    // `from_str_radix` would take a sign.
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return Err(Fault::Malformed);
    }
    let code = u32::from_str_radix(digits, radix).map_err(|_| Fault::Malformed)?;
    let is_text = |letter: &char| !letter.is_control() || matches!(letter, '\t' | '\n' | '\r');
    char::from_u32(code).filter(is_text).ok_or(Fault::Malformed)
}

/// Text as an attribute in double quotes holds it.
pub fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

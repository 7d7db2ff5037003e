//! What differs between two site maps, entry by entry, so that nobody has to compare their XML (S003-25 to S003-28).

use super::xml::{self, Element, XmlError};

/// An area, group or subarea that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// How.
    pub how: How,
    /// `Id`.
    pub id: String,
    /// The ids of what it stands in, the area first.
    pub place: Vec<String>,
    /// Its first title, if it has one.
    pub title: Option<String>,
    /// The URL a subarea opens, unescaped; else the table.
    pub opens: Option<String>,
}

/// How an entry differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Only the second has it.
    Added,
    /// Only the first has it.
    Removed,
    /// Both have it, with other attributes or titles.
    Changed,
}

/// An entry with what it says itself, without what stands in it.
struct Entry<'a> {
    place: Vec<&'a str>,
    element: &'a Element<'a>,
    own: Vec<&'a str>,
}

/// What `after` has otherwise than `before`, in the order of `after`, then what it no longer has. The order of entries is
/// no difference.
///
/// # Errors
/// [`XmlError`] where one of them is not understood.
pub fn differences(before: &str, after: &str) -> Result<Vec<Difference>, XmlError> {
    let (old, new) = (xml::read(before, "SiteMap")?, xml::read(after, "SiteMap")?);
    let (old, new) = (entries(before, &old), entries(after, &new));
    let mut found = Vec::new();
    for entry in &new {
        match old.iter().find(|known| known.is(entry)) {
            None => found.push(entry.told(How::Added)),
            Some(known) if known.own != entry.own => found.push(entry.told(How::Changed)),
            Some(_) => {}
        }
    }
    let gone = old.iter().filter(|entry| !new.iter().any(|known| known.is(entry)));
    found.extend(gone.map(|entry| entry.told(How::Removed)));
    Ok(found)
}

fn entries<'a>(text: &'a str, root: &'a Element<'a>) -> Vec<Entry<'a>> {
    let mut found = Vec::new();
    for area in root.named("Area") {
        found.push(entry(text, area, Vec::new()));
        for group in area.named("Group") {
            found.push(entry(text, group, vec![id(area)]));
            for sub_area in group.named("SubArea") {
                found.push(entry(text, sub_area, vec![id(area), id(group)]));
            }
        }
    }
    found
}

fn entry<'a>(text: &'a str, element: &'a Element<'a>, place: Vec<&'a str>) -> Entry<'a> {
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let mut own = vec![slice(element.start, element.content).trim_end_matches(['/', '>', ' '])];
    for child in &element.children {
        if !matches!(child.name, "Group" | "SubArea") {
            own.push(slice(child.start, child.end));
        }
    }
    Entry { place, element, own }
}

fn id<'a>(element: &'a Element<'a>) -> &'a str {
    element.attribute("Id").unwrap_or_default()
}

impl Entry<'_> {
    fn is(&self, other: &Entry<'_>) -> bool {
        self.place == other.place && self.element.name == other.element.name && id(self.element) == id(other.element)
    }

    fn told(&self, how: How) -> Difference {
        let titles = self.element.all("Title");
        let title = titles.iter().find_map(|title| title.attribute("Title"));
        let own = self.element.attribute("Title");
        let opens = self
            .element
            .attribute("Url")
            .or_else(|| self.element.attribute("Entity"));
        Difference {
            how,
            id: id(self.element).to_owned(),
            place: self.place.iter().map(|&id| id.to_owned()).collect(),
            title: title
                .filter(|_| self.element.name == "SubArea")
                .or(own)
                .map(str::to_owned),
            opens: opens.map(str::to_owned),
        }
    }
}

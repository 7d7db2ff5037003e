//! The Teams chat settings page in the site map of a custom app: found, added, taken out again (S003-25 to S003-28).
//!
//! A change is one splice: every other byte of the site map stays as it was, and taking the splice back gives the site
//! map of before, byte for byte.

use super::xml::{self, Element, XmlError, escape};

/// The page's URL (S003-27); in XML its `&` is `&amp;`.
pub const URL: &str =
    "/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin";
/// The control behind it, by which other spellings of the URL are known.
const CONTROL: &str = "controlname=mscrmcontrols.teamscollaborationadmin.teamscollaborationadmin";
/// The id of the subarea that is added; numbered where it is taken.
const ID: &str = "teams_chat_settings";

/// A site map as far as a page must find its place in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SiteMap {
    /// The areas in their order.
    pub areas: Vec<Area>,
    /// The subareas that open the page, in their order.
    pub pages: Vec<Page>,
}

/// An area, with its groups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// `Id`.
    pub id: String,
    /// Its titles.
    pub titles: Vec<Title>,
    /// The groups in their order.
    pub groups: Vec<Group>,
}

/// A group of an area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// `Id`.
    pub id: String,
    /// Its titles.
    pub titles: Vec<Title>,
}

/// A title in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Title {
    /// The language's number, such as 1033; 0 where a title read has none.
    pub lcid: u32,
    /// The words.
    pub text: String,
}

/// A subarea that opens the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// `Id`.
    pub id: String,
    /// The area's id.
    pub area: String,
    /// The group's id.
    pub group: String,
    /// Whether its URL is [`URL`] after unescaping (S003-27); else it is another spelling that opens the same control.
    pub exact: bool,
}

/// A change of a site map: at byte `at`, `removed` is replaced by `inserted`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// In bytes from the start.
    pub at: usize,
    /// What stands there.
    pub removed: String,
    /// What shall stand there.
    pub inserted: String,
}

/// Why a site map is not changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SiteMapError {
    /// It is not understood: nothing is known about it, and nothing may be written to it.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// The page is in it already; nothing is to be done.
    #[error("the page is already there as {0}")]
    AlreadyThere(String),
    /// There is no such group, or more than one.
    #[error("the site map has not exactly one group {group} in an area {area}")]
    NoPlace {
        /// The area's id.
        area: String,
        /// The group's id.
        group: String,
    },
    /// There is no subarea of this id that opens the page.
    #[error("the page is not there as {0}")]
    NotThere(String),
}

/// Reads a site map (`sitemaps.sitemapxml`).
///
/// # Errors
/// [`XmlError`] where it is not understood.
pub fn read(sitemapxml: &str) -> Result<SiteMap, XmlError> {
    let root = xml::read(sitemapxml, "SiteMap")?;
    let mut map = SiteMap::default();
    for area in root.named("Area") {
        let mut groups = Vec::new();
        for group in area.named("Group") {
            for (sub_area, exact) in pages(group) {
                map.pages.push(Page {
                    id: id(sub_area),
                    area: id(area),
                    group: id(group),
                    exact,
                });
            }
            groups.push(Group {
                id: id(group),
                titles: titles(group),
            });
        }
        map.areas.push(Area {
            id: id(area),
            titles: titles(area),
            groups,
        });
    }
    Ok(map)
}

/// The splice that adds the page as the last entry of a group, with a title per language. Its id is one that nothing in
/// the site map has; the white space before it is that of the entry before.
///
/// # Errors
/// [`SiteMapError`] where the site map is not understood, has the page, or has not exactly one such group.
pub fn add(sitemapxml: &str, area: &str, group: &str, titles: &[Title]) -> Result<Splice, SiteMapError> {
    let root = xml::read(sitemapxml, "SiteMap")?;
    let mut places = Vec::new();
    for known in root.named("Area") {
        for place in known.named("Group") {
            if let Some((page, _)) = pages(place).find(|(_, exact)| *exact) {
                return Err(SiteMapError::AlreadyThere(id(page)));
            }
            if id(known) == area && id(place) == group {
                places.push(place);
            }
        }
    }
    let [place] = places.as_slice() else {
        return Err(SiteMapError::NoPlace {
            area: area.to_owned(),
            group: group.to_owned(),
        });
    };
    let element = element(&free_id(&root), titles);
    let text = |from: usize, to: usize| sitemapxml.get(from..to).unwrap_or_default();
    if place.content == place.end {
        // `<Group/>` must be opened first.
        return Ok(Splice {
            at: place.end - "/>".len(),
            removed: "/>".to_owned(),
            inserted: format!(">{element}</{}>", place.name),
        });
    }
    let (at, space) = match place.children.last() {
        Some(last) => (last.end, space_before(text(0, last.start))),
        None => (place.content, ""),
    };
    Ok(Splice {
        at,
        removed: String::new(),
        inserted: format!("{space}{element}"),
    })
}

/// The splice that takes the page out, where the splice that added it cannot be taken back because the site map was
/// written anew since: the subarea with the white space before it, and nothing else.
///
/// # Errors
/// [`SiteMapError`] where the site map is not understood or has not exactly one such subarea.
pub fn remove(sitemapxml: &str, sub_area: &str) -> Result<Splice, SiteMapError> {
    let root = xml::read(sitemapxml, "SiteMap")?;
    let groups = root.named("Area").flat_map(|area| area.named("Group"));
    let mut found = groups.flat_map(pages).filter(|(page, _)| id(page) == sub_area);
    let (Some((page, _)), None) = (found.next(), found.next()) else {
        return Err(SiteMapError::NotThere(sub_area.to_owned()));
    };
    let space = space_before(sitemapxml.get(..page.start).unwrap_or_default());
    let at = page.start - space.len();
    Ok(Splice {
        at,
        removed: sitemapxml.get(at..page.end).unwrap_or_default().to_owned(),
        inserted: String::new(),
    })
}

impl Splice {
    /// The text with this change; `None` if something else stands where the change would be, so that it must not be made.
    pub fn applied(&self, text: &str) -> Option<String> {
        let (before, rest) = text.split_at_checked(self.at)?;
        let after = rest.strip_prefix(self.removed.as_str())?;
        Some([before, &self.inserted, after].concat())
    }

    /// The way back.
    pub fn undo(&self) -> Self {
        Self {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
        }
    }
}

fn id(element: &Element<'_>) -> String {
    element.attribute("Id").unwrap_or_default().to_owned()
}

/// The titles in `<Titles>`; where there are none, the older attribute `Title`, which has no language.
fn titles(element: &Element<'_>) -> Vec<Title> {
    let found = element.named("Titles").flat_map(|titles| titles.named("Title"));
    let mut titles: Vec<Title> = found
        .filter_map(|title| {
            Some(Title {
                lcid: title.attribute("LCID")?.parse().ok()?,
                text: title.attribute("Title")?.to_owned(),
            })
        })
        .collect();
    if let Some(text) = element.attribute("Title").filter(|_| titles.is_empty()) {
        let text = text.to_owned();
        titles.push(Title { lcid: 0, text });
    }
    titles
}

/// The subareas of a group that open the page, and whether by exactly its URL.
fn pages<'a, 'b>(group: &'b Element<'a>) -> impl Iterator<Item = (&'b Element<'a>, bool)> {
    group.named("SubArea").filter_map(|sub_area| {
        let url = sub_area.attribute("Url")?;
        let exact = url == URL;
        (exact || url.to_ascii_lowercase().contains(CONTROL)).then_some((sub_area, exact))
    })
}

/// An id nothing in the site map has, in any case.
fn free_id(root: &Element<'_>) -> String {
    let elements = ["Area", "Group", "SubArea"].map(|name| root.all(name)).concat();
    let mut taken: Vec<String> = elements.iter().map(|one| id(one).to_ascii_lowercase()).collect();
    taken.sort_unstable();
    let mut free = ID.to_owned();
    let mut number = 2;
    while taken.binary_search(&free).is_ok() {
        free = format!("{ID}_{number}");
        number += 1;
    }
    free
}

/// The attributes are those the App Designer gives an entry of type URL (as in exported solutions).
fn element(id: &str, titles: &[Title]) -> String {
    let titles: String = titles
        .iter()
        .map(|title| format!("<Title LCID=\"{}\" Title=\"{}\" />", title.lcid, escape(&title.text)))
        .collect();
    format!(
        "<SubArea Id=\"{id}\" Icon=\"/_imgs/imagestrips/transparent_spacer.gif\" Url=\"{}\" \
         Client=\"All,Outlook,OutlookLaptopClient,OutlookWorkstationClient,Web\" AvailableOffline=\"true\" \
         PassParams=\"false\" Sku=\"All,OnPremise,Live,SPLA\"><Titles>{titles}</Titles></SubArea>",
        escape(URL)
    )
}

fn space_before(text: &str) -> &str {
    text.get(text.trim_ascii_end().len()..).unwrap_or_default()
}

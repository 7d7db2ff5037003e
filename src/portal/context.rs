//! What the portal page beside the panel is, put together from its address and a few sightings.

use super::locator::{Locator, Sighting};
use super::locators;
use super::page::{Address, Page};
use super::verbs::PageFacts;

/// What the portal page beside the panel is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageContext {
    /// The host.
    pub host: String,
    /// The page's key, such as `teams-chat`, `record`, `shell`, or `None` if it is none Latchkey knows.
    pub page: Option<String>,
    /// The app, if the URL names it.
    pub app_id: Option<String>,
    /// The record type whose pane is open, or whose record is shown, as shown or as logical name.
    pub record_type: Option<String>,
    /// The name the portal's header shows, if readable.
    pub header_user: Option<String>,
    /// The portal's language, such as `da`.
    pub language: Option<String>,
    /// `2023` or `2026` by the page's make, if it can be told.
    pub generation: Option<String>,
}

const ASKED: [&str; 6] = [
    "shell.user",
    "shell.user-menu",
    "collaboration.manage",
    "teams-chat.pane-title",
    "shell.make-2023",
    "shell.make-2026",
];

/// What the account button says before the name, as seen in English. Other languages are not published, so there the
/// name is read only once the account menu has been shown.
const ACCOUNT_MANAGER_FOR: &str = "Account manager for ";

impl PageContext {
    /// The locators [`PageContext::read`] wants sighted.
    pub fn asked() -> Vec<Locator> {
        ASKED.iter().filter_map(|id| locators::find(id)).collect()
    }

    /// Puts the facts together; `None` if the address is not one of a page. Everything here is outside text.
    pub fn read(facts: &PageFacts, sightings: &[Sighting]) -> Option<Self> {
        let address = Address::parse(&facts.href)?;
        let sighted = |id: &str| sightings.iter().find(|each| each.id == id && each.hit.is_some());
        let first = |id: &str| sighted(id).and_then(|each| each.elements.first());
        let text = |value: &str| Some(value.trim().to_owned()).filter(|value| !value.is_empty());

        let page = match Page::recognise(&address) {
            Some(Page::Control) if sighted("collaboration.manage").is_some() => Some(Page::Collaboration),
            other => other,
        };
        let record_type = match page {
            Some(Page::TeamsChat) => first("teams-chat.pane-title").and_then(|title| text(&title.text)),
            Some(Page::Record | Page::List) => address.parameter("etn").and_then(text),
            _ => None,
        };
        let header_user = first("shell.user").and_then(|user| text(&user.text)).or_else(|| {
            first("shell.user-menu")
                .and_then(|menu| menu.name.strip_prefix(ACCOUNT_MANAGER_FOR))
                .and_then(text)
        });
        // A page of mixed make tells nothing.
        let generation = match (sighted("shell.make-2023"), sighted("shell.make-2026")) {
            (Some(_), None) => Some("2023"),
            (None, Some(_)) => Some("2026"),
            _ => None,
        };
        Some(Self {
            page: page.map(|page| page.key().to_owned()),
            app_id: address.guid("appid"),
            record_type,
            header_user,
            language: facts.language.as_deref().and_then(text),
            generation: generation.map(str::to_owned),
            host: address.host,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::locator::Element;

    fn sighting(id: &str, name: &str, text: &str) -> Sighting {
        Sighting {
            id: id.to_owned(),
            hit: Some(0),
            count: 1,
            elements: vec![Element {
                name: name.to_owned(),
                text: text.to_owned(),
                checked: None,
                value: None,
                filled: None,
                chosen: None,
                means: None,
                disabled: false,
            }],
        }
    }

    fn facts(rest: &str) -> PageFacts {
        PageFacts {
            href: format!("https://contoso.crm4.dynamics.com{rest}"),
            language: Some("da".to_owned()),
            document: String::new(),
            reloaded: false,
        }
    }

    const TEAMS_CHAT: &str =
        "/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin";

    #[test]
    fn the_open_pane_names_the_record_type_of_the_teams_chat_page() {
        let seen = [
            sighting("teams-chat.pane-title", "", " Sag "),
            sighting("shell.make-2026", "", ""),
        ];
        let context = PageContext::read(&facts(TEAMS_CHAT), &seen).unwrap();
        assert_eq!(context.page.as_deref(), Some("teams-chat"));
        assert_eq!(context.record_type.as_deref(), Some("Sag"));
        assert_eq!(context.generation.as_deref(), Some("2026"));
        assert_eq!(context.language.as_deref(), Some("da"));
    }

    #[test]
    fn the_header_user_is_read_from_the_menu_else_from_the_button_and_else_unknown() {
        let button = sighting("shell.user-menu", "Account manager for Ingrid Solheim", "IS");
        let read = |seen: &[Sighting]| PageContext::read(&facts("/main.aspx"), seen).unwrap().header_user;
        let menu = sighting("shell.user", "", "Ingrid Solheim");
        assert_eq!(read(&[menu, button.clone()]).as_deref(), Some("Ingrid Solheim"));
        assert_eq!(read(&[button]).as_deref(), Some("Ingrid Solheim"));
        assert_eq!(
            read(&[sighting("shell.user-menu", "Kontoadministrator for A", "A")]),
            None
        );
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn the_collaboration_page_is_told_by_what_is_on_it() {
        let seen = [sighting("collaboration.manage", "", "")];
        let control = facts("/main.aspx?pagetype=control&controlName=Unknown");
        let page = |seen: &[Sighting]| PageContext::read(&control, seen).unwrap().page;
        assert_eq!(page(&seen).as_deref(), Some("collaboration"));
        assert_eq!(page(&[]).as_deref(), Some("control"));
    }

    #[test]
    fn a_page_of_mixed_make_tells_no_generation() {
        let seen = [sighting("shell.make-2023", "", ""), sighting("shell.make-2026", "", "")];
        assert_eq!(PageContext::read(&facts("/main.aspx"), &seen).unwrap().generation, None);
    }

    #[test]
    fn every_locator_asked_for_exists() {
        assert_eq!(PageContext::asked().len(), ASKED.len());
    }
}

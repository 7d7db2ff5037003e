//! Which page an address shows. Order and case of parameters vary in the field.

/// A page Latchkey knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// A model-driven app, nothing more special.
    Shell,
    /// The list of apps.
    Apps,
    /// A control page that is none of those below.
    Control,
    /// The admin center's Collaboration page. Its control's name is not public: it is told by what is on it.
    Collaboration,
    /// The Teams chat settings, by control name (S003).
    TeamsChat,
    /// A record.
    Record,
    /// A list of records.
    List,
    /// Partner Center, where offers get their lead destination (S004).
    PartnerCenter,
    /// The Power Platform admin center.
    PowerPlatform,
    /// The Entra admin center, or the Azure portal, which shows the same.
    Entra,
    /// The Teams admin center (S001).
    TeamsAdmin,
    /// The Microsoft 365 admin center, on its host of today or the one before (S001).
    Microsoft365Admin,
    /// Bright Pattern's Contact Center Administrator, on a host of the customer's own (S002).
    BrightPattern,
    /// Outlook or Teams, where the Sales app stands in a frame (S000).
    SalesApp,
    /// Salesforce's Setup, on a host of the customer's own (S000, S001).
    SalesforceSetup,
    /// The Sales agent's admin settings, in a frame of [`Self::SalesApp`]. Their host is published nowhere: the admin
    /// activates the one that is found there.
    SalesSettings,
    /// A connected app in Salesforce's Setup, in a frame of [`Self::SalesforceSetup`] or by itself (S001).
    SalesforceApp,
}

/// The control behind the Teams chat page, in lower case.
pub const TEAMS_CHAT_CONTROL: &str = "mscrmcontrols.teamscollaborationadmin.teamscollaborationadmin";

impl Page {
    /// The key, as in locators and in the content script.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shell => "shell",
            Self::Apps => "apps",
            Self::Control => "control",
            Self::Collaboration => "collaboration",
            Self::TeamsChat => "teams-chat",
            Self::Record => "record",
            Self::List => "list",
            Self::PartnerCenter => "partner-center",
            Self::PowerPlatform => "power-platform",
            Self::Entra => "entra",
            Self::TeamsAdmin => "teams-admin",
            Self::Microsoft365Admin => "m365-admin",
            Self::BrightPattern => "bright-pattern",
            Self::SalesApp => "sales-app",
            Self::SalesforceSetup => "salesforce-setup",
            Self::SalesSettings => "sales-settings",
            Self::SalesforceApp => "salesforce-app",
        }
    }

    /// The portals beside the organization's own pages.
    pub const PORTALS: [Self; 8] = [
        Self::PartnerCenter,
        Self::PowerPlatform,
        Self::Entra,
        Self::TeamsAdmin,
        Self::Microsoft365Admin,
        Self::BrightPattern,
        Self::SalesApp,
        Self::SalesforceSetup,
    ];

    /// The pages that stand in frames of a portal.
    pub const FRAMES: [Self; 2] = [Self::SalesSettings, Self::SalesforceApp];

    /// Whether its address tells whose it is: the customer's own host, or what is open there. Of the pages that steps act on,
    /// the others look the same in every tenant.
    pub const fn tells_whose(self) -> bool {
        !matches!(self, Self::TeamsAdmin | Self::SalesSettings)
    }

    /// The portal with this key, or the frame in one; `None` for pages of an organization.
    pub fn portal(key: &str) -> Option<Self> {
        let mut known = Self::PORTALS.into_iter().chain(Self::FRAMES);
        known.find(|page| page.key() == key)
    }

    /// The hosts of a portal as match patterns, each in the manifest's `optional_host_permissions`; none for pages of
    /// an organization, whose hosts the manifest requires.
    pub const fn patterns(self) -> &'static [&'static str] {
        match self {
            Self::PartnerCenter => &["https://partner.microsoft.com/*"],
            Self::PowerPlatform => &["https://admin.powerplatform.microsoft.com/*"],
            Self::Entra => &["https://entra.microsoft.com/*", "https://portal.azure.com/*"],
            Self::TeamsAdmin => &["https://admin.teams.microsoft.com/*"],
            Self::Microsoft365Admin => &["https://admin.cloud.microsoft/*", "https://admin.microsoft.com/*"],
            Self::BrightPattern => &["https://*.brightpattern.com/*"],
            Self::SalesApp => &[
                "https://outlook.office.com/*",
                "https://outlook.cloud.microsoft/*",
                "https://teams.microsoft.com/*",
                "https://teams.cloud.microsoft/*",
            ],
            Self::SalesforceSetup => &["https://*.lightning.force.com/*", "https://*.my.salesforce-setup.com/*"],
            _ => &[],
        }
    }

    /// What of a path tells what is open: in Partner Center the offer, whatever page of its set-up is shown
    /// (`/dashboard/commercial-marketplace/offers/{offerId}/…`, portal-dom §1.6); else, and elsewhere, the whole path.
    pub fn open_at(self, path: &str) -> &str {
        let offers = "/offers/";
        match path.find(offers) {
            Some(at) if self == Self::PartnerCenter => {
                let from = path.get(at + 1..).unwrap_or_default();
                let end = from.match_indices('/').nth(1).map_or(from.len(), |(end, _)| end);
                from.get(..end)
                    .filter(|open| open.len() >= offers.len())
                    .unwrap_or(path)
            }
            _ => path,
        }
    }

    /// Where a portal is found: what to open where no tab shows it.
    pub const fn found_at(self) -> &'static str {
        match self {
            Self::PartnerCenter => "partner.microsoft.com",
            Self::PowerPlatform => "admin.powerplatform.microsoft.com",
            Self::Entra => "entra.microsoft.com",
            Self::TeamsAdmin => "admin.teams.microsoft.com",
            Self::Microsoft365Admin => "admin.cloud.microsoft",
            Self::BrightPattern => "brightpattern.com",
            Self::SalesApp | Self::SalesSettings => "outlook.office.com",
            Self::SalesforceSetup | Self::SalesforceApp => "my.salesforce.com",
            _ => "",
        }
    }

    /// The portal on this host, or `None`.
    pub fn portal_on(host: &str) -> Option<Self> {
        Self::PORTALS.into_iter().find(|page| {
            page.patterns().iter().any(|pattern| {
                let place = pattern.trim_start_matches("https://").trim_end_matches("/*");
                match place.strip_prefix("*.") {
                    Some(domain) => host
                        .strip_suffix(domain)
                        .is_some_and(|tenant| tenant.len() > 1 && tenant.ends_with('.')),
                    None => host == place,
                }
            })
        })
    }

    /// The page an address shows, or `None` if it is none Latchkey knows.
    pub fn recognise(address: &Address) -> Option<Self> {
        if let Some(portal) = Self::portal_on(&address.host) {
            return Some(portal);
        }
        let kind = address.parameter("pagetype").unwrap_or_default().to_lowercase();
        let control = address.parameter("controlname").unwrap_or_default().to_lowercase();
        let path = address.path.to_lowercase();
        if path == "/apps" || path.starts_with("/apps/") {
            return Some(Self::Apps);
        }
        // The parameters decide: an app may be routed from the root before its path says `main.aspx`.
        if path != "/main.aspx" && kind.is_empty() {
            return None;
        }
        Some(match kind.as_str() {
            "control" if control == TEAMS_CHAT_CONTROL => Self::TeamsChat,
            "control" => Self::Control,
            "entityrecord" | "entity" => Self::Record,
            "entitylist" | "view" => Self::List,
            "apps" => Self::Apps,
            _ => Self::Shell,
        })
    }
}

/// The parts of an address that tell the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// The host, without port.
    pub host: String,
    /// The path.
    pub path: String,
    query: Vec<(String, String)>,
}

impl Address {
    /// Takes an absolute `https` address apart; `None` for anything else.
    pub fn parse(href: &str) -> Option<Self> {
        let rest = href.strip_prefix("https://")?;
        let (rest, _) = rest.split_once('#').unwrap_or((rest, ""));
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (authority, path) = place.split_once('/').unwrap_or((place, ""));
        let host = authority.split(':').next().unwrap_or_default();
        if host.is_empty() || authority.contains('@') {
            return None;
        }
        let query = query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| (decode(name).to_lowercase(), decode(value)))
            .collect();
        Some(Self {
            host: host.to_lowercase(),
            path: format!("/{path}"),
            query,
        })
    }

    /// The first parameter of that name; `name` in lower case.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// A GUID parameter without braces, in lower case.
    pub fn guid(&self, name: &str) -> Option<String> {
        let value = self.parameter(name)?.trim_matches(['{', '}']).to_lowercase();
        let shaped = value.len() == 36 && value.chars().all(|each| each == '-' || each.is_ascii_hexdigit());
        shaped.then_some(value)
    }
}

/// Whether this is the name of one host on the web: labels of letters, digits and hyphens with dots between them. Anything
/// else, such as `*`, means something else where a browser is asked to let us in.
pub fn is_host(host: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_label = |label: &str| !label.is_empty() && label.bytes().all(is_plain);
    host.contains('.') && host.split('.').all(is_label)
}

/// Percent-decoding of one query part; what does not decode stays as it is.
fn decode(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let mut ahead = rest.clone();
                let value = ahead
                    .next()
                    .zip(ahead.next())
                    .and_then(|(high, low)| Some((char::from(high).to_digit(16)?, char::from(low).to_digit(16)?)))
                    .and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
                match value {
                    Some(value) => {
                        bytes.push(value);
                        rest = ahead;
                    }
                    None => bytes.push(byte),
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(rest: &str) -> Option<Page> {
        Page::recognise(&Address::parse(&format!("https://contoso.crm4.dynamics.com{rest}")).unwrap())
    }

    #[test]
    fn s003_the_teams_chat_page_is_told_by_its_control_in_any_case_and_order() {
        for rest in [
            "/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin",
            "/main.aspx?appid=1&CONTROLNAME=mscrmcontrols.teamscollaborationadmin.TEAMSCOLLABORATIONADMIN&PageType=Control",
            "/?forceUCI=1&pagetype=control&controlName=MscrmControls%2ETeamsCollaborationAdmin.TeamsCollaborationAdmin#x",
        ] {
            assert_eq!(page(rest), Some(Page::TeamsChat), "{rest}");
        }
    }

    #[test]
    fn other_pages_are_told_by_page_type_and_its_aliases() {
        assert_eq!(
            page("/main.aspx?pagetype=control&controlName=PowerApps.Copilot"),
            Some(Page::Control)
        );
        assert_eq!(
            page("/main.aspx?etn=incident&pagetype=entityrecord&id=%7b1%7d"),
            Some(Page::Record)
        );
        assert_eq!(page("/main.aspx?pagetype=entity&etn=incident"), Some(Page::Record));
        assert_eq!(page("/main.aspx?pagetype=view&etn=incident"), Some(Page::List));
        assert_eq!(page("/main.aspx?appid=1"), Some(Page::Shell));
        assert_eq!(page("/main.aspx?forceUCI=1&pagetype=apps"), Some(Page::Apps));
        assert_eq!(page("/apps"), Some(Page::Apps));
        assert_eq!(page("/api/data/v9.2/WhoAmI"), None);
    }

    #[test]
    fn a_portal_is_told_by_its_host_and_by_nothing_that_only_looks_like_it() {
        let on = |host: &str| Page::recognise(&Address::parse(&format!("https://{host}/x?pagetype=control")).unwrap());
        assert_eq!(on("partner.microsoft.com"), Some(Page::PartnerCenter));
        assert_eq!(on("portal.azure.com"), Some(Page::Entra));
        assert_eq!(on("ADMIN.powerplatform.microsoft.com"), Some(Page::PowerPlatform));
        assert_eq!(on("admin.teams.microsoft.com"), Some(Page::TeamsAdmin));
        assert_eq!(on("admin.microsoft.com"), Some(Page::Microsoft365Admin));
        assert_eq!(on("contoso.brightpattern.com"), Some(Page::BrightPattern));
        for host in [
            "brightpattern.com",
            ".brightpattern.com",
            "evilbrightpattern.com",
            "contoso.brightpattern.com.evil.example",
            "partner.microsoft.com.evil.example",
        ] {
            assert_eq!(on(host), Some(Page::Control), "{host}");
        }
        for page in Page::PORTALS {
            assert_eq!(Page::portal(page.key()), Some(page));
        }
        assert_eq!(Page::portal("shell"), None);
    }

    #[test]
    fn s004_44_partner_center_s_address_tells_the_offer_whatever_page_of_it_is_shown() {
        let base = "/dashboard/commercial-marketplace/offers";
        let open = |path: &str| Page::PartnerCenter.open_at(path).to_owned();
        for rest in ["/1f2e-3d/offersetup", "/1f2e-3d", "/1f2e-3d/"] {
            assert_eq!(open(&format!("{base}{rest}")), "offers/1f2e-3d", "{rest}");
        }
        for none in [base.to_owned(), format!("{base}/"), "/dashboard".to_owned()] {
            assert_eq!(open(&none), none);
        }
        assert_eq!(Page::BrightPattern.open_at("/offers/1/x"), "/offers/1/x");
    }

    #[test]
    fn every_portal_can_be_asked_for_host_by_host() {
        let manifest: serde_json::Value = serde_json::from_str(include_str!("../../manifest.json")).unwrap();
        let optional = manifest["optional_host_permissions"].as_array().unwrap();
        for pattern in Page::PORTALS.iter().flat_map(|page| page.patterns()) {
            assert!(optional.iter().any(|known| known == pattern), "{pattern}");
        }
    }

    #[test]
    fn the_worker_puts_buttons_on_every_portal_and_on_sovereign_organizations_and_nowhere_else() {
        let script = include_str!("../../www/worker.js");
        let list = script
            .split("/*portals*/")
            .nth(1)
            .unwrap()
            .split("/*end*/")
            .next()
            .unwrap();
        let listed: Vec<String> = serde_json::from_str(list).unwrap();
        let portals = Page::PORTALS.iter().flat_map(|page| page.patterns());
        let portals = portals.map(|pattern| pattern.trim_start_matches("https://").trim_end_matches("/*"));
        let (others, ours): (Vec<_>, Vec<_>) = listed.iter().partition(|pattern| pattern.contains(".crm."));
        assert!(portals.eq(ours));
        assert_eq!(others.len(), 3);
    }

    #[test]
    fn guids_come_with_braces_encoded_or_bare() {
        for id in [
            "%7B0AE93A02-95F0-4A4F-B2F1-0AE93A0295F0%7D",
            "{0ae93a02-95f0-4a4f-b2f1-0ae93a0295f0}",
            "0ae93a02-95f0-4a4f-b2f1-0ae93a0295f0",
        ] {
            let address = Address::parse(&format!("https://a.crm.dynamics.com/main.aspx?AppId={id}")).unwrap();
            assert_eq!(
                address.guid("appid").as_deref(),
                Some("0ae93a02-95f0-4a4f-b2f1-0ae93a0295f0")
            );
        }
    }

    #[test]
    fn an_address_that_hides_its_host_is_none() {
        for href in [
            "http://a.crm.dynamics.com/",
            "https://user@evil/",
            "https://",
            "javascript:1",
            "",
        ] {
            assert_eq!(Address::parse(href), None, "{href}");
        }
    }

    /// The content script holds its own table, because buttons come before any panel.
    #[test]
    fn the_content_scripts_table_names_pages_and_controls_known_here() {
        let script = include_str!("../../www/content.js");
        let table = script
            .split("/*pages*/")
            .nth(1)
            .unwrap()
            .split("/*end*/")
            .next()
            .unwrap();
        let rows: Vec<serde_json::Value> = serde_json::from_str(table).unwrap();
        assert!(!rows.is_empty());
        for row in rows {
            if row["page"] == "portal" {
                // Any host that is none of an organization.
                assert_eq!(row["when"], serde_json::json!({ "org": "no" }));
                continue;
            }
            let query: Vec<String> = row["when"]
                .as_object()
                .unwrap()
                .iter()
                .map(|(name, value)| format!("{name}={}", value.as_str().unwrap()))
                .collect();
            let found = page(&format!("/main.aspx?{}", query.join("&"))).unwrap();
            assert_eq!(found.key(), row["page"].as_str().unwrap());
        }
    }
}

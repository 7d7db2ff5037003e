//! The article's nine steps, what is to be had before them, and the community after them, point by point: the rules, what
//! is wanted, where that is read, and where the admin checks it by hand. Words are message ids.

/// What a step is called, and which message says how today's product differs from the article there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub title: &'static str,
    /// Today's product beside the article's wording (S001-05; cloud-apis, 14).
    pub today: Option<&'static str>,
}

const fn step(title: &'static str, today: Option<&'static str>) -> Step {
    Step { title, today }
}

/// What is to be had before, then the nine steps in their order.
pub const STEPS: [Step; 10] = [
    step("deploy-step-before", Some("deploy-today-licence")),
    step("deploy-step-outlook", Some("deploy-today-outlook")),
    step("deploy-step-teams", Some("deploy-today-teams")),
    step("deploy-step-transcripts", None),
    step("deploy-step-access", None),
    step("deploy-step-dlp", Some("deploy-today-dlp")),
    step("deploy-step-app", Some("deploy-today-app")),
    step("deploy-step-environment", None),
    step("deploy-step-customize", None),
    step("deploy-step-welcome", Some("deploy-today-welcome")),
];

/// Where a point is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Microsoft Graph.
    Graph,
    /// The Power Platform's administration.
    PowerPlatform,
    /// The Power Platform API: advanced connector policies.
    ConnectorPolicies,
    /// The Teams administration's policies.
    Teams,
    /// Salesforce.
    Salesforce,
    /// Dataverse of msdyn_viva.
    Dataverse,
    /// Nothing Latchkey can ask: the admin looks.
    Hand,
}

impl Source {
    /// What it is called: a message.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Graph => "deploy-source-graph",
            Self::PowerPlatform => "deploy-source-power-platform",
            Self::ConnectorPolicies => "deploy-source-connector-policies",
            Self::Teams => "deploy-source-teams",
            Self::Salesforce => "deploy-source-salesforce",
            Self::Dataverse => "deploy-source-dataverse",
            Self::Hand => "deploy-source-hand",
        }
    }
}

/// One line of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Unique, also in test ids and files.
    pub id: &'static str,
    /// Place in [`STEPS`].
    pub step: usize,
    /// Numbers of the rules of S001 it stands for, from and to.
    pub rules: &'static [(u8, u8)],
    /// What is wanted.
    pub wanted: &'static str,
    /// The check by hand, with the portal's path.
    pub guide: &'static str,
    /// Where that is.
    pub place: &'static str,
    /// Where it is read.
    pub source: Source,
}

/// The point that is a review (S001-34).
pub const REVIEW: &str = "administrators";

const fn point(
    id: &'static str,
    step: usize,
    rules: &'static [(u8, u8)],
    source: Source,
    words: (&'static str, &'static str),
    place: &'static str,
) -> Point {
    Point {
        id,
        step,
        rules,
        wanted: words.0,
        guide: words.1,
        place,
        source,
    }
}

const ENTRA: &str = "https://entra.microsoft.com/";
const MICROSOFT_365: &str = "https://admin.microsoft.com/";
/// **Agents** > **All agents** (cloud-apis, 7).
const AGENTS: &str = "https://admin.microsoft.com/#/agents/all";
/// **Setup policies** and **Meeting policies** (portal-dom, 1.4).
const TEAMS_SETUP: &str = "https://admin.teams.microsoft.com/policies/app-setup";
const TEAMS_MEETINGS: &str = "https://admin.teams.microsoft.com/policies/meetings";
const POWER_PLATFORM: &str = "https://admin.powerplatform.microsoft.com/";
/// **Environments** and **Environment groups** (portal-dom, 1.2).
const ENVIRONMENTS: &str = "https://admin.powerplatform.microsoft.com/manage/environments";
const ENVIRONMENT_GROUPS: &str = "https://admin.powerplatform.microsoft.com/manage/environment-groups";
/// Salesforce leads from here to the organization that is signed in to.
const SALESFORCE: &str = "https://login.salesforce.com/";
const OUTLOOK: &str = "https://outlook.office.com/";
const EXCHANGE: &str = "https://admin.exchange.microsoft.com/";
const SETTINGS: &str = "https://learn.microsoft.com/microsoft-sales-copilot/administrator-settings-sales-app";
const AI_FEATURES: &str = "https://learn.microsoft.com/microsoft-sales-copilot/suggested-replies";
const FORMS: &str = "https://learn.microsoft.com/microsoft-sales-copilot/customize-forms-and-fields";
const EXTENSIONS: &str = "https://learn.microsoft.com/microsoft-sales-copilot/extend-copilot-for-sales";
/// The article these steps are those of: the deployment guide for Salesforce CRM customers (S001; cloud-apis, 2.2).
pub const ARTICLE: &str = "https://learn.microsoft.com/microsoft-sales-copilot/deploy-sales-app-sf";
/// Where the product is explained: what the welcome message leads to (S001-40).
pub const LEARN: &str = "https://learn.microsoft.com/microsoft-sales-copilot/";
/// The community's forums (S001-43, S001-44).
pub const COMMUNITY: &str = "https://techcommunity.microsoft.com/t5/viva-sales/bd-p/VivaSales";
/// Its space for ideas (S001-44).
pub const IDEAS: &str = "https://feedbackportal.microsoft.com/feedback/forum/7fcacc26-460c-ed11-b83d-000d3a4d91d1";

/// Every point, in the order of the article.
pub const POINTS: [Point; 29] = [
    point(
        "role-global",
        0,
        &[(1, 2)],
        Source::Graph,
        ("deploy-wanted-role-global", "deploy-guide-roles"),
        ENTRA,
    ),
    point(
        "role-teams",
        0,
        &[(3, 3)],
        Source::Graph,
        ("deploy-wanted-role-teams", "deploy-guide-roles"),
        ENTRA,
    ),
    point(
        "role-power-platform",
        0,
        &[(16, 17)],
        Source::Graph,
        ("deploy-wanted-role-power-platform", "deploy-guide-roles"),
        ENTRA,
    ),
    point(
        "licence",
        0,
        &[(4, 4)],
        Source::Graph,
        ("deploy-wanted-licence", "deploy-guide-licence"),
        MICROSOFT_365,
    ),
    point(
        "outlook",
        1,
        &[(5, 6), (41, 41)],
        Source::Hand,
        ("deploy-wanted-outlook", "deploy-guide-outlook"),
        AGENTS,
    ),
    point(
        "teams-install",
        2,
        &[(7, 7)],
        Source::Teams,
        ("deploy-wanted-teams-install", "deploy-guide-teams-install"),
        TEAMS_SETUP,
    ),
    point(
        "teams-pin",
        2,
        &[(8, 8)],
        Source::Teams,
        ("deploy-wanted-teams-pin", "deploy-guide-teams-pin"),
        TEAMS_SETUP,
    ),
    point(
        "transcription",
        3,
        &[(9, 11)],
        Source::Teams,
        ("deploy-wanted-transcription", "deploy-guide-transcription"),
        TEAMS_MEETINGS,
    ),
    point(
        "customize-right",
        4,
        &[(12, 13)],
        Source::Salesforce,
        ("deploy-wanted-customize-right", "deploy-guide-customize-right"),
        SALESFORCE,
    ),
    point(
        "people",
        4,
        &[(12, 12)],
        Source::Salesforce,
        ("deploy-wanted-people", "deploy-guide-people"),
        SALESFORCE,
    ),
    point(
        "records",
        4,
        &[(14, 14)],
        Source::Salesforce,
        ("deploy-wanted-records", "deploy-guide-records"),
        SALESFORCE,
    ),
    point(
        "api-enabled",
        4,
        &[(15, 15)],
        Source::Salesforce,
        ("deploy-wanted-api-enabled", "deploy-guide-api-enabled"),
        SALESFORCE,
    ),
    point(
        "data-policies",
        5,
        &[(16, 17)],
        Source::PowerPlatform,
        ("deploy-wanted-data-policies", "deploy-guide-data-policies"),
        POWER_PLATFORM,
    ),
    point(
        "advanced-policies",
        5,
        &[(17, 17)],
        Source::ConnectorPolicies,
        ("deploy-wanted-advanced-policies", "deploy-guide-advanced-policies"),
        ENVIRONMENT_GROUPS,
    ),
    point(
        "app-listed",
        6,
        &[(18, 22)],
        Source::Salesforce,
        ("deploy-wanted-app-listed", "deploy-guide-app-listed"),
        SALESFORCE,
    ),
    point(
        "permitted-users",
        6,
        &[(23, 25), (29, 29)],
        Source::Salesforce,
        ("deploy-wanted-permitted-users", "deploy-guide-permitted-users"),
        SALESFORCE,
    ),
    point(
        "ip-relaxation",
        6,
        &[(26, 26)],
        Source::Salesforce,
        ("deploy-wanted-ip-relaxation", "deploy-guide-ip-relaxation"),
        SALESFORCE,
    ),
    point(
        "refresh-token",
        6,
        &[(27, 27)],
        Source::Salesforce,
        ("deploy-wanted-refresh-token", "deploy-guide-refresh-token"),
        SALESFORCE,
    ),
    point(
        "timeout",
        6,
        &[(28, 28)],
        Source::Salesforce,
        ("deploy-wanted-timeout", "deploy-guide-timeout"),
        SALESFORCE,
    ),
    point(
        "environment",
        7,
        &[(30, 32), (35, 35)],
        Source::PowerPlatform,
        ("deploy-wanted-environment", "deploy-guide-environment"),
        ENVIRONMENTS,
    ),
    point(
        REVIEW,
        7,
        &[(33, 34)],
        Source::Dataverse,
        ("deploy-wanted-administrators", "deploy-guide-administrators"),
        ENVIRONMENTS,
    ),
    point(
        "settings",
        8,
        &[(36, 36)],
        Source::Hand,
        ("deploy-wanted-settings", "deploy-guide-settings"),
        SETTINGS,
    ),
    point(
        "ai-features",
        8,
        &[(37, 37)],
        Source::Hand,
        ("deploy-wanted-ai-features", "deploy-guide-ai-features"),
        AI_FEATURES,
    ),
    point(
        "forms",
        8,
        &[(38, 38)],
        Source::Hand,
        ("deploy-wanted-forms", "deploy-guide-forms"),
        FORMS,
    ),
    point(
        "extensions",
        8,
        &[(39, 39)],
        Source::Hand,
        ("deploy-wanted-extensions", "deploy-guide-extensions"),
        EXTENSIONS,
    ),
    point(
        "welcome",
        9,
        &[(40, 40)],
        Source::Hand,
        ("deploy-wanted-welcome", "deploy-guide-welcome"),
        LEARN,
    ),
    point(
        "visible",
        9,
        &[(41, 41)],
        Source::Hand,
        ("deploy-wanted-visible", "deploy-guide-visible"),
        OUTLOOK,
    ),
    point(
        "mailbox-policies",
        9,
        &[(42, 42)],
        Source::Hand,
        ("deploy-wanted-mailbox-policies", "deploy-guide-mailbox-policies"),
        EXCHANGE,
    ),
    point(
        "community",
        9,
        &[(43, 44)],
        Source::Hand,
        ("deploy-wanted-community", "deploy-guide-community"),
        COMMUNITY,
    ),
];

/// Settings of the Outlook on the web mailbox policy that have to be on for the add-in to show (S001-42; cloud-apis, 2.2).
pub const MAILBOX_POLICY: [&str; 4] = [
    "WacViewingOnPublicComputersEnabled",
    "WacViewingOnPrivateComputersEnabled",
    "DirectFileAccessOnPublicComputersEnabled",
    "DirectFileAccessOnPrivateComputersEnabled",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s001_01_every_rule_has_its_point_and_every_point_its_step() {
        for rule in 1..=44_u8 {
            let covered = POINTS
                .iter()
                .any(|point| point.rules.iter().any(|(from, to)| (*from..=*to).contains(&rule)));
            assert!(covered, "S001-{rule:02}");
        }
        for (at, point) in POINTS.iter().enumerate() {
            assert!(STEPS.get(point.step).is_some(), "{}", point.id);
            assert!(
                POINTS.iter().skip(at + 1).all(|other| other.id != point.id),
                "{}",
                point.id
            );
            assert!(point.place.starts_with("https://"), "{}", point.id);
        }
        assert!(POINTS.is_sorted_by_key(|point| point.step));
    }
}

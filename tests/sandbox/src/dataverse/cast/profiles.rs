//! Profiles of the multisession apps: the default one, which nobody may change, two of the company's own, their panes
//! and tools, and who is assigned.

use super::Builder;
use super::people;
use crate::dataverse::rules;
use crate::ident::Guid;
use serde_json::json;

/// Unique name, name, control, of the tools of a pane. The names of the product's rows are unproven.
const TOOLS: [(&str, &str, &str); 4] = [
    (
        "msdyn_smartassist_tool",
        "Smart assist",
        "MscrmControls.ProductivityPanel.SmartassistControl",
    ),
    (
        "msdyn_agentscript_tool",
        "Agent scripts",
        "MscrmControls.ProductivityPanel.AgentScriptControl",
    ),
    (
        "msdyn_collaboration_tool",
        "Microsoft Teams",
        "MscrmControls.OfficeProductivity.CollabControl",
    ),
    (
        "msdyn_knowledgesearch_tool",
        "Knowledge search",
        "MscrmControls.ProductivityPanel.KnowledgeSearchControl",
    ),
];
const WORKSPACE: &str = "msdyn_CustomerServiceWorkspace";

/// A profile: unique name, name, part of the product, Teams in its pane (none: no pane at all), users.
type Profile = (&'static str, &'static str, bool, Option<bool>, &'static [&'static str]);

const PROFILES: [Profile; 4] = [
    (
        "msdyn_csw_default_profile",
        "Customer Service workspace - default profile",
        true,
        Some(true),
        &[],
    ),
    (
        "contoso_voice_agents",
        "Contoso voice agents",
        false,
        Some(true),
        &["agent", "maria-fernanda"],
    ),
    (
        "contoso_back_office",
        "Contoso back office",
        false,
        Some(false),
        &["soren", "yuki"],
    ),
    (
        "contoso_trainees",
        "Contoso trainees",
        false,
        None,
        &["camille.lefevre"],
    ),
];

pub(super) fn build(b: &mut Builder<'_>) {
    for (unique, name, control) in TOOLS {
        b.row(
            "msdyn_panetoolconfiguration",
            unique,
            json!({
                "msdyn_name": name, "msdyn_uniquename": unique, "msdyn_controlname": control, "ismanaged": true,
                "msdyn_isglobal": true, "msdyn_isconfigurable": true, "msdyn_type": 1, "msdyn_category": 1,
            }),
        );
    }
    for (order, profile) in PROFILES.iter().enumerate() {
        self::profile(b, order, profile);
    }
    for (table, name) in [
        ("msdyn_applicationtabtemplate", "Entity record"),
        ("msdyn_notificationfield", "Customer"),
        ("msdyn_notificationtemplate", "Incoming authenticated"),
    ] {
        b.row(
            table,
            name,
            json!({"msdyn_name": name, "msdyn_uniquename": format!("msdyn_{}", name.to_lowercase().replace(' ', "_"))}),
        );
    }
    let mapping = "Contoso back office: CSR Manager";
    b.row(
        "msdyn_appprofilerolemapping",
        mapping,
        json!({
            "msdyn_name": mapping,
            "msdyn_appprofileid": Guid::derive("msdyn_appconfiguration", "contoso_back_office").to_string(),
            "msdyn_roleid": super::roles::root("CSR Manager").to_string(),
        }),
    );
}

fn profile(b: &mut Builder<'_>, order: usize, (unique, name, product, teams, users): &Profile) {
    let pane_name = format!("{unique}_pane");
    let by_name = teams.is_some() && !b.org.answers("panelink", "relation");
    let id = b.row(
        "msdyn_appconfiguration",
        unique,
        json!({
            "msdyn_name": name, "msdyn_uniquename": unique, "msdyn_appmoduleuniquename": WORKSPACE,
            "msdyn_productivitypaneuniquename": by_name.then_some(&pane_name), "msdyn_profileorder": order,
            "ismanaged": product, "iscustomizable": rules::managed(!product, "iscustomizableanddeletable"),
        }),
    );
    for user in *users {
        b.link(
            "msdyn_appconfiguration_systemuser",
            ("msdyn_appconfigurationid", id),
            ("systemuserid", people::id(&format!("{user}@contoso.com"))),
        );
    }
    let Some(teams) = teams else { return };
    let pane = b.row(
        "msdyn_paneconfiguration",
        &pane_name,
        json!({
            "msdyn_name": format!("{name} pane"), "msdyn_uniquename": pane_name, "msdyn_panestate": true,
            "msdyn_panemode": true, "ismanaged": product,
        }),
    );
    // Which of the two ties a pane to its profile is unproven: a dialect.
    if !b.org.answers("panelink", "name") {
        b.link(
            "msdyn_msdyn_paneconfig_msdyn_appconfig",
            ("msdyn_paneconfigurationid", pane),
            ("msdyn_appconfigurationid", id),
        );
    }
    for (place, (tool, label, _)) in TOOLS.iter().enumerate() {
        let name = format!("{pane_name} {tool}");
        b.row(
            "msdyn_panetabconfiguration",
            &name,
            json!({
                "msdyn_name": label, "msdyn_tooltip": label, "msdyn_order": place, "ismanaged": product,
                "msdyn_isenabled": *teams || *tool != "msdyn_collaboration_tool",
                "msdyn_productivitypaneid": pane.to_string(),
                "msdyn_toolid": Guid::derive("msdyn_panetoolconfiguration", tool).to_string(),
            }),
        );
    }
}

//! The security roles of the company, with a copy in every business unit.

use super::{Builder, UNITS, unit};
use crate::dataverse::describe;
use crate::dataverse::roles::{self, SHAREPOINT};
use crate::dataverse::rules;
use crate::dataverse::security::{ADMINISTRATOR_TEMPLATE, CUSTOMIZER_TEMPLATE, Depth, privilege_id};
use crate::dataverse::solutions::IMPORT;
use crate::ident::Guid;
use serde_json::json;
use std::sync::Arc;

/// What a role may do.
struct Spec {
    name: &'static str,
    default: bool,
    unlink: bool,
    /// Tables read everywhere.
    reads: &'static [Tables],
    /// Tables whose rows are created, changed and deleted, at that depth.
    works: &'static [Tables],
    depth: Depth,
}

/// Tables by logical name.
type Tables = &'static [&'static str];

const COMMON: &[&str] = &[
    "systemuser",
    "businessunit",
    "team",
    "role",
    "organization",
    "appmodule",
    "savedquery",
    "sitemap",
    "usersettings",
    "msdyn_entitylinkchatconfiguration",
];
/// Four of the seven tables of the productivity pane: three short.
const SOME_OF_PANE: &[&str] = &[
    "msdyn_appconfiguration",
    "msdyn_applicationtabtemplate",
    "msdyn_notificationfield",
    "msdyn_paneconfiguration",
];
/// What a profile is bound to besides the pane.
const MAPPING: &[&str] = &["msdyn_appprofilerolemapping"];
const SERVICE: &[&str] = &[
    "account",
    "contact",
    "incident",
    "knowledgearticle",
    "email",
    "userquery",
];
const PANE: &[&str] = &[
    "msdyn_appconfiguration",
    "msdyn_applicationtabtemplate",
    "msdyn_notificationfield",
    "msdyn_notificationtemplate",
    "msdyn_panetabconfiguration",
    "msdyn_panetoolconfiguration",
    "msdyn_paneconfiguration",
];
const SALES: &[&str] = &["account", "contact", "lead", "opportunity", "email"];

const fn spec(
    name: &'static str,
    default: bool,
    unlink: bool,
    reads: &'static [Tables],
    works: &'static [Tables],
    depth: Depth,
) -> Spec {
    Spec {
        name,
        default,
        unlink,
        reads,
        works,
        depth,
    }
}

const SPECS: [Spec; 18] = [
    spec("Basic User", true, false, &[COMMON], &[SERVICE], Depth::Basic),
    spec(
        "Customer Service Manager",
        true,
        true,
        &[COMMON],
        &[SERVICE],
        Depth::Global,
    ),
    spec("CSR Manager", true, true, &[COMMON], &[SERVICE], Depth::Deep),
    spec(
        "Customer Service Representative",
        true,
        true,
        &[COMMON],
        &[SERVICE],
        Depth::Local,
    ),
    spec(
        "Omnichannel administrator",
        true,
        true,
        &[COMMON],
        &[PANE],
        Depth::Global,
    ),
    spec("Omnichannel supervisor", true, true, &[COMMON], &[SERVICE], Depth::Deep),
    spec("Omnichannel agent", true, true, &[COMMON], &[SERVICE], Depth::Basic),
    spec("Salesperson", true, false, &[COMMON], &[SALES], Depth::Basic),
    spec("Sales Manager", true, false, &[COMMON], &[SALES], Depth::Deep),
    spec(
        "Contoso Escalation Desk",
        false,
        true,
        &[COMMON],
        &[&["incident"]],
        Depth::Global,
    ),
    spec(
        "Contoso Warranty Clerk",
        false,
        false,
        &[COMMON, SOME_OF_PANE],
        &[&["contoso_claim"]],
        Depth::Local,
    ),
    spec("Productivity tools user", true, false, &[PANE], &[], Depth::Basic),
    spec(
        "Productivity tools administrator",
        true,
        false,
        &[COMMON],
        &[PANE],
        Depth::Global,
    ),
    spec("App Profile User", true, false, &[PANE], &[], Depth::Basic),
    spec(
        "App Profile Manager Administrator",
        true,
        false,
        &[COMMON],
        &[PANE, MAPPING],
        Depth::Global,
    ),
    spec(
        "Knowledge Manager",
        true,
        false,
        &[COMMON],
        &[&["knowledgearticle"]],
        Depth::Global,
    ),
    spec(
        "Field Service Dispatcher",
        true,
        false,
        &[COMMON],
        &[&["msdyn_workorder", "account"]],
        Depth::Deep,
    ),
    spec("Support User", true, false, &[COMMON], &[], Depth::Basic),
];

/// The id of a root role.
pub fn root(name: &str) -> Guid {
    Guid::derive("role", name)
}

/// The id of a role's copy in a business unit; the root itself in the root unit.
pub fn copy(name: &str, business_unit: &str) -> Guid {
    if business_unit == UNITS[0].0 {
        return root(name);
    }
    Guid::derive("rolecopy", &format!("{}{}", root(name), unit(business_unit)))
}

pub(super) fn build(b: &mut Builder<'_>) {
    let every: Vec<Guid> = b.store.table("privilege").rows().map(|row| row.id).collect();
    role(b, "System Administrator", Some(ADMINISTRATOR_TEMPLATE.to_owned()), true);
    grant_widest(b, root("System Administrator"), &every);
    role(b, "System Customizer", Some(CUSTOMIZER_TEMPLATE.to_owned()), true);
    let customizing: Vec<Guid> = tables(
        b,
        &[
            "msdyn_entitylinkchatconfiguration",
            "savedquery",
            "appmodule",
            "sitemap",
            "settingdefinition",
            "organizationsetting",
            "appsetting",
        ],
    );
    grant_widest(b, root("System Customizer"), &customizing);
    for name in ["prvPublishCustomization", IMPORT] {
        grant_widest(b, root("System Customizer"), &[privilege_id(name)]);
    }
    for spec in &SPECS {
        let template = spec
            .default
            .then(|| Guid::derive("roletemplate", spec.name).to_string());
        role(b, spec.name, template, spec.default);
        fill(b, spec);
    }
    for number in 0..b.config.scale.roles.saturating_sub(SPECS.len() + 2) {
        let name = format!("Contoso Desk {number:04}");
        role(b, &name, None, false);
        let granted = ["prvReadAccount", "prvReadContact", "prvReadIncident", "prvReadUser"];
        for privilege in granted {
            give(b, root(&name), privilege, Depth::Global);
        }
        if number % 25 == 0 {
            give(b, root(&name), "prvUnlinkTeamsChatFromRecord", Depth::Global);
        }
    }
}

fn role(b: &mut Builder<'_>, name: &str, template: Option<String>, managed: bool) {
    if let Some(id) = template.as_deref().and_then(Guid::parse) {
        b.row_at("roletemplate", id, json!({"name": name}));
    }
    let id = root(name);
    let fixed = name == "System Administrator";
    b.row_at(
        "role",
        id,
        json!({
            "name": name,
            "businessunitid": unit(UNITS[0].0).to_string(),
            "parentrootroleid": id.to_string(),
            "roletemplateid": template,
            "ismanaged": managed,
            "issytemgenerated": false,
            "isinherited": 1,
            "solutionid": Guid::derive("solution", if managed { "System" } else { "Default" }).to_string(),
            "organizationid": b.org.id.to_string(),
            "iscustomizable": rules::managed(!fixed, "iscustomizableanddeletable"),
            "canbedeleted": rules::managed(!managed, "canbedeleted"),
        }),
    );
    rules::copy_role(&mut b.store, id);
}

fn tables(b: &Builder<'_>, names: &[&str]) -> Vec<Guid> {
    let schema = Arc::clone(&b.schema);
    names
        .iter()
        .filter_map(|name| schema.table(name))
        .flat_map(|def| {
            let part = def.privilege.clone().unwrap_or_default();
            describe::verbs(def)
                .into_iter()
                .map(move |verb| privilege_id(&format!("prv{}{part}", verb.name())))
        })
        .collect()
}

fn grant_widest(b: &mut Builder<'_>, role: Guid, privileges: &[Guid]) {
    for id in privileges {
        let allowed = |depth: &Depth| {
            b.store
                .get("privilege", *id)
                .is_some_and(|row| row.flag(depth.allowed_by()))
        };
        let widest = [Depth::Global, Depth::Deep, Depth::Local, Depth::Basic]
            .into_iter()
            .find(allowed);
        roles::set(&mut b.store, b.org, role, *id, widest);
    }
}

fn fill(b: &mut Builder<'_>, spec: &Spec) {
    let role = root(spec.name);
    let schema = Arc::clone(&b.schema);
    for name in spec.reads.iter().copied().flatten() {
        let Some(part) = schema.table(name).and_then(|t| t.privilege.clone()) else {
            continue;
        };
        give(b, role, &format!("prvRead{part}"), Depth::Global);
    }
    for name in spec.works.iter().copied().flatten() {
        let Some(def) = schema.table(name) else { continue };
        let part = def.privilege.clone().unwrap_or_default();
        for verb in describe::verbs(def) {
            let [basic, ..] = describe::depths(def);
            let depth = if basic { spec.depth } else { Depth::Global };
            give(b, role, &format!("prv{}{part}", verb.name()), depth);
        }
    }
    for name in SHAREPOINT {
        give(b, role, name, Depth::Global);
    }
    if spec.unlink {
        give(b, role, "prvUnlinkTeamsChatFromRecord", Depth::Global);
    }
}

fn give(b: &mut Builder<'_>, role: Guid, privilege: &str, depth: Depth) {
    roles::set(&mut b.store, b.org, role, privilege_id(privilege), Some(depth));
}

//! Apps with their site maps and components: the product's, which are managed, and the company's own, one of them with
//! somebody's unfinished work and one never published.

use super::Builder;
use super::roles;
use crate::dataverse::describe::table_id;
use crate::ident::Guid;
use serde_json::json;

/// Name, unique name, part of the product, several sessions.
const APPS: [(&str, &str, bool, bool); 8] = [
    (
        "Customer Service admin center",
        "msdyn_CustomerServiceAdminCenter",
        true,
        false,
    ),
    (
        "Customer Service workspace",
        "msdyn_CustomerServiceWorkspace",
        true,
        true,
    ),
    ("Customer Service Hub", "msdynce_servicehub", true, false),
    ("Contact Center workspace", "msdyn_ContactCenterWorkspace", true, true),
    ("Field Service", "msdyn_FieldService", true, false),
    ("Sales Hub", "msdynce_saleshub", true, false),
    ("Contoso Warranty", "contoso_Warranty", false, false),
    ("Contoso Returns Desk", "contoso_ReturnsDesk", false, false),
];
/// An app that waits to be published for the first time.
const NEVER_PUBLISHED: &str = "contoso_Recalls";

pub(super) fn build(b: &mut Builder<'_>) {
    for (name, unique, managed) in [
        ("Teams Chat Settings Solution", "msdyn_TeamsChatSettings", true),
        ("Contoso Customizations", "ContosoCustomizations", false),
        ("Default Solution", "Default", false),
        // What published solutions name as needed, and every organisation has.
        ("App Module Web Resources", "AppModuleWebResources", true),
        (
            "App Framework Infra Extensions",
            "msdyn_AppFrameworkInfraExtensions",
            true,
        ),
    ] {
        b.row(
            "solution",
            name,
            json!({"friendlyname": name, "uniquename": unique, "ismanaged": managed}),
        );
    }
    for (name, unique, managed, sessions) in APPS {
        let id = b.row(
            "appmodule",
            unique,
            json!({
                "name": name, "uniquename": unique, "ismanaged": managed, "appmoduleversion": "9.0.0.1",
                "navigationtype": i64::from(sessions), "publishedon": "2026-09-14T10:00:00Z",
                "appmoduleidunique": Guid::derive("appmoduleidunique", unique).to_string(),
            }),
        );
        let map = site_map(b, name, unique, managed);
        component(b, unique, 62, map);
        for table in ["account", "contact", "incident"] {
            component(b, unique, 1, table_id(table));
        }
        for role in ["System Administrator", "Customer Service Representative"] {
            b.link("appmoduleroles", ("appmoduleid", id), ("roleid", roles::root(role)));
        }
    }
    drafts(b);
}

/// A component of the app of that unique name.
fn component(b: &mut Builder<'_>, app: &str, kind: i64, object: Guid) {
    b.row(
        "appmodulecomponent",
        &format!("{app}{object}"),
        json!({
            "componenttype": kind, "objectid": object.to_string(), "rootcomponentbehavior": 0, "ismetadata": kind == 1,
            "appmoduleidunique": Guid::derive("appmoduleidunique", app).to_string(),
        }),
    );
}

fn site_map(b: &mut Builder<'_>, name: &str, unique: &str, managed: bool) -> Guid {
    b.row(
        "sitemap",
        unique,
        json!({
            "sitemapname": name, "sitemapnameunique": unique, "isappaware": true, "ismanaged": managed,
            "sitemapxml": map_xml(unique, ""),
        }),
    )
}

/// A site map as the app designer writes it: attributes in its order, titles in the languages there are.
fn map_xml(unique: &str, more: &str) -> String {
    let sub = |id: &str, target: &str, titles: &[(i64, &str)]| {
        let titles: String = titles
            .iter()
            .map(|(language, title)| format!("<Title LCID=\"{language}\" Title=\"{title}\" />"))
            .collect();
        format!(
            "<SubArea Id=\"{id}\" VectorIcon=\"$webresource:\" Icon=\"/_imgs/imagestrips/transparent_spacer.gif\" {target} Client=\"All,Outlook,OutlookLaptopClient,OutlookWorkstationClient,Web\" AvailableOffline=\"true\" PassParams=\"false\" Sku=\"All,OnPremise,Live,SPLA\"><Titles>{titles}</Titles></SubArea>"
        )
    };
    let home = sub(
        &format!("{unique}_home"),
        "Url=\"/main.aspx?pagetype=dashboard&amp;navbar=on\"",
        &[(1033, "Home"), (1036, "Accueil")],
    );
    let cases = sub(
        "NewSubArea_a41f03d2",
        "Entity=\"incident\"",
        &[(1033, "Cases"), (1030, "Sager"), (1036, "Incidents")],
    );
    let accounts = sub("NewSubArea_5c20e7b9", "Entity=\"account\"", &[(1033, "Accounts")]);
    format!(
        "<SiteMap IntroducedVersion=\"7.0.0.0\"><Area Id=\"{unique}_area\" ResourceId=\"SitemapDesigner.NewTitle\" ShowGroups=\"true\" IntroducedVersion=\"7.0.0.0\"><Titles><Title LCID=\"1033\" Title=\"Service\" /></Titles><Group Id=\"{unique}_group\" ResourceId=\"SitemapDesigner.NewGroup\" IntroducedVersion=\"7.0.0.0\" IsProfile=\"false\" ToolTipResourseId=\"SitemapDesigner.Unknown\"><Titles><Title LCID=\"1033\" Title=\"My work\" /></Titles>{home}{cases}</Group><Group Id=\"{unique}_customers\"><Titles><Title LCID=\"1033\" Title=\"Customers\" /></Titles>{accounts}{more}</Group></Area></SiteMap>"
    )
}

/// What other people have not published yet.
fn drafts(b: &mut Builder<'_>) {
    let unique = "contoso_ReturnsDesk";
    let map = Guid::derive("sitemap", unique);
    if let Some(row) = b.store.get("sitemap", map).cloned() {
        let mut values = row.values.clone();
        let more = "<SubArea Id=\"NewSubArea_7d9e1140\" Entity=\"contoso_claim\"><Titles><Title LCID=\"1033\" Title=\"Claims\" /></Titles></SubArea>";
        values.insert("sitemapxml".into(), json!(map_xml(unique, more)));
        b.draft("sitemap", map, values, "customizer@contoso.com", "2026-10-30T16:42:00Z");
    }
    let app = Guid::derive("appmodule", unique);
    if b.org.settings {
        let definition = Guid::derive("settingdefinition", "NewLookAlwaysOn");
        let id = Guid::derive("appsetting", &format!("{definition}{app}"));
        let values = json!({
            "uniquename": "NewLookAlwaysOn", "value": "true", "settingdefinitionid": definition.to_string(),
            "parentappmoduleid": app.to_string(),
        });
        let values = values.as_object().cloned().unwrap_or_default();
        b.draft(
            "appsetting",
            id,
            values,
            "owen.admin@contoso.com",
            "2026-10-31T09:12:00Z",
        );
    }
    let values = json!({
        "name": "Contoso Recalls", "uniquename": NEVER_PUBLISHED, "appmoduleversion": "1.0.0.0",
        "appmoduleidunique": Guid::derive("appmoduleidunique", NEVER_PUBLISHED).to_string(),
    });
    let values = values.as_object().cloned().unwrap_or_default();
    b.draft(
        "appmodule",
        Guid::derive("appmodule", NEVER_PUBLISHED),
        values,
        "customizer@contoso.com",
        "2026-10-28T11:00:00Z",
    );
}

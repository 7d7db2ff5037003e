//! Model-driven apps, their site maps in both layers, and publishing.
//!
//! Source: "Create and manage model-driven apps using code"; reading what is not published of site maps
//! (`RetrieveUnpublishedMultiple`, where the single-row form is refused) is observed in public code.

use serde_json::{Value, json};

use super::client::{Page, Read};
use super::odata::Query;
use super::wire_chat::{AppComponents, AppModule, SiteMapRow};

/// Who last changed a row, in the layer that was read.
pub(super) const MODIFIED_BY: &str = "_modifiedby_value";
/// Component type of a site map among an app's components.
pub const SITE_MAP_COMPONENT: i64 = 62;

/// Every model-driven app, as published.
pub fn app_modules() -> Read<Page<AppModule>> {
    modules(false)
}

/// Every model-driven app as it will be once published.
pub fn unpublished_app_modules() -> Read<Page<AppModule>> {
    modules(true)
}

fn modules(unpublished: bool) -> Read<Page<AppModule>> {
    let query = Query::new("appmodules");
    let query = if unpublished {
        query.then("Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()")
    } else {
        query
    };
    Read::new(
        "dataverse-what-apps",
        query
            .select(&[
                "appmoduleid",
                "name",
                "uniquename",
                "ismanaged",
                "modifiedon",
                MODIFIED_BY,
            ])
            .path(),
    )
}

/// What an app is made of: the sure way to its site map.
pub fn components(app: &str) -> Read<AppComponents> {
    Read::new(
        "dataverse-what-app-components",
        Query::new(&format!("RetrieveAppComponents(AppModuleId={app})")).path(),
    )
}

const SITE_MAP_COLUMNS: [&str; 6] = [
    "sitemapid",
    "sitemapname",
    "sitemapxml",
    "ismanaged",
    "modifiedon",
    MODIFIED_BY,
];

/// Site maps by their ids, as they hold or as they wait to be published.
pub fn site_maps(ids: &[String], unpublished: bool) -> Read<Page<SiteMapRow>> {
    Read::new("dataverse-what-site-maps", site_maps_path(ids, unpublished))
}

/// Path of [`site_maps`]; also what guards and proofs read.
pub fn site_maps_path(ids: &[String], unpublished: bool) -> String {
    let query = Query::new("sitemaps");
    let query = if unpublished {
        query.then("Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()")
    } else {
        query
    };
    let any: Vec<String> = ids.iter().map(|id| format!("sitemapid eq {id}")).collect();
    query.select(&SITE_MAP_COLUMNS).filter(&any.join(" or ")).path()
}

/// The row of a site map.
pub fn site_map_row(id: &str) -> String {
    Query::new(&format!("sitemaps({id})")).path()
}

/// Where `PublishXml` is called.
pub fn publish_path() -> String {
    Query::new("PublishXml").path()
}

/// What `PublishXml` takes for one app and some of its site maps. Ids are GUIDs, so nothing is to be escaped.
pub fn publish_body(app: &str, site_maps: &[&str]) -> Value {
    let mut xml = format!("<importexportxml><appmodules><appmodule>{app}</appmodule></appmodules>");
    if !site_maps.is_empty() {
        xml.push_str("<sitemaps>");
        for id in site_maps {
            xml.push_str(&format!("<sitemap>{id}</sitemap>"));
        }
        xml.push_str("</sitemaps>");
    }
    xml.push_str("</importexportxml>");
    json!({ "ParameterXml": xml })
}

//! What a scripted organization answers about Teams chat, on top of [`crate::fake_org`].

#![allow(dead_code, reason = "each test crate uses its own part")]

#[cfg(not(target_arch = "wasm32"))]
use latchkey::recipes::disconnect::Context;
#[cfg(not(target_arch = "wasm32"))]
use latchkey::recipes::teams_chat::{Observed, Section, observe, read_section};
use serde_json::{Value, json};

#[cfg(not(target_arch = "wasm32"))]
use crate::fake_org::run;
use crate::fake_org::{CASE, EMAIL, FakeOrg, ORGANIZATION, id, ok};

pub const DEFINITION: u32 = 500;
pub const WORKSPACE: u32 = 510;
pub const HUB: u32 = 511;
pub const CLAIMS: u32 = 512;
pub const SITE_MAP: u32 = 520;
pub const CLAIM_ENTITY: u32 = 530;
pub const OLD: u32 = 402;
pub const VIEW: u32 = 540;
pub const READS: u32 = 550;
pub const CUSTOM_ROLE: u32 = 106;
pub const MAP: &str = r#"<SiteMap><Area Id="Service"><Titles><Title LCID="1033" Title="Service" /></Titles><Group Id="Work"><SubArea Id="cases" Entity="incident" /></Group></Area></SiteMap>"#;

pub fn list(rows: Value) -> latchkey::http::Response {
    ok(json!({ "value": rows }))
}

/// The environment has no value, the Hub has one that is on, and Claims one that waits to be published.
pub fn chat_org() -> FakeOrg {
    let org = FakeOrg::new();
    org.put(
        "settingdefinitions?",
        list(json!([{
            "settingdefinitionid": id(DEFINITION), "uniquename": "msdyn_EnableTeamsChat", "defaultvalue": "false",
            "isoverridable": true, "overridablelevel": 0,
        }])),
    );
    org.put("organizationsettings?", list(json!([])));
    let value = |row: u32, app: u32, value: &str| {
        json!({
            "appsettingid": id(row), "value": value,
            "_settingdefinitionid_value": id(DEFINITION), "_parentappmoduleid_value": id(app),
        })
    };
    org.put("appsettings?", list(json!([value(600, HUB, "true")])));
    org.put(
        "appsettings/Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()?",
        list(json!([value(600, HUB, "true"), value(601, CLAIMS, "true")])),
    );
    let app = |number: u32, name: &str, unique: &str, managed: bool, at: &str| json!({"appmoduleid": id(number), "name": name, "uniquename": unique, "ismanaged": managed, "modifiedon": at});
    let apps = |claims: &str| {
        json!([
            app(
                WORKSPACE,
                "Customer Service workspace",
                "msdyn_CustomerServiceWorkspace",
                true,
                "1"
            ),
            app(HUB, "Customer Service Hub", "CustomerServiceHub", true, "1"),
            app(CLAIMS, "Claims", "contoso_Claims", false, claims),
        ])
    };
    org.put("appmodules?", list(apps("1")));
    org.put(
        "appmodules/Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()?",
        list(apps("2")),
    );
    let columns = [
        "msdyn_name",
        "msdyn_uniquename",
        "msdyn_contextviewid",
        "msdyn_enablekickoffmessage",
        "msdyn_recordownercanunlink",
        "msdyn_recentchatlinkercanunlink",
        "msdyn_usercanjoinchat",
        "msdyn_isenabledforbot",
        "msdyn_filteringattributes",
    ];
    let columns: Vec<Value> = columns.iter().map(|name| json!({"LogicalName": name})).collect();
    org.put(
        "EntityDefinitions(LogicalName='msdyn_entitylinkchatconfiguration')/Attributes",
        list(json!(columns)),
    );
    let rows = json!([
        record_type(
            CASE,
            "incident",
            0,
            true,
            json!({
                "msdyn_contextviewid": format!("{{{}}}", id(VIEW)), "msdyn_usercanjoinchat": true,
                "msdyn_isenabledforbot": true, "msdyn_filteringattributes": "prioritycode;statecode;statuscode",
            })
        ),
        record_type(EMAIL, "email", 0, false, json!({})),
        record_type(OLD, "lead", 1, false, json!({})),
    ]);
    org.put("msdyn_entitylinkchatconfigurations?$expand", list(rows));
    org.put(
        "EntityDefinitions(LogicalName='lead')?",
        ok(json!({"LogicalName": "lead"})),
    );
    org.put(
        "savedqueries?",
        list(json!([view(VIEW, "Escalated cases", "incident", None)])),
    );
    org.put(
        "organizations(",
        ok(json!({"organizationid": id(ORGANIZATION), "teamschatdatasync": false})),
    );
    org
}

pub fn view(number: u32, name: &str, table: &str, layout: Option<&str>) -> Value {
    json!({
        "savedqueryid": id(number), "name": name, "querytype": 0, "isdefault": false, "returnedtypecode": table,
        "layoutxml": layout, "fetchxml": null,
    })
}

pub fn record_type(number: u32, table: &str, state: i64, managed: bool, more: Value) -> Value {
    let mut row = json!({
        "@odata.etag": "W/\"7\"", "msdyn_entitylinkchatconfigurationid": id(number), "msdyn_name": table,
        "msdyn_uniquename": format!("msdyn_{table}_linkchat"), "msdyn_contextviewid": null,
        "msdyn_enablekickoffmessage": null, "msdyn_recordownercanunlink": true,
        "msdyn_recentchatlinkercanunlink": false, "msdyn_usercanjoinchat": false, "msdyn_isenabledforbot": false,
        "msdyn_filteringattributes": null, "ismanaged": managed, "statecode": state,
        "_msdyn_entitytype_value": id(number + 50), "msdyn_entitytype": {"logicalname": table},
    });
    for (name, value) in more.as_object().unwrap() {
        row[name] = value.clone();
    }
    row
}

/// Tables to choose from: a custom one, a virtual one, one without updates, one that only links, one that is listed.
pub fn put_tables(org: &FakeOrg) {
    let table = |name: &str, kind: &str, intersect: bool| {
        json!({
            "LogicalName": name, "DisplayName": {"UserLocalizedLabel": {"Label": name}}, "MetadataId": id(CLAIM_ENTITY),
            "TableType": kind, "DataProviderId": null, "OwnershipType": "UserOwned", "IsIntersect": intersect,
            "IsPrivate": false,
        })
    };
    org.put(
        "EntityDefinitions?",
        list(json!([
            table("contoso_claim", "Standard", false),
            table("contoso_shipment", "Virtual", false),
            table("contoso_seal", "Standard", false),
            table("contoso_claim_contact", "Standard", true),
            table("incident", "Standard", false),
        ])),
    );
    org.put(
        "sdkmessagefilters?",
        list(json!([{"primaryobjecttypecode": "contoso_claim"}, {"primaryobjecttypecode": "incident"}])),
    );
    org.put(
        "entities?",
        list(json!([{"entityid": id(CLAIM_ENTITY), "logicalname": "contoso_claim"}])),
    );
}

/// What is read when Case is opened.
pub fn put_case(org: &FakeOrg, layout: &'static str) {
    let column = |name: &str, kind: &str, secured: bool| {
        json!({
            "LogicalName": name, "AttributeType": "String", "AttributeTypeName": {"Value": kind},
            "IsValidForRead": true, "IsSecured": secured, "AttributeOf": null,
        })
    };
    org.put(
        "savedqueries?$select=savedqueryid,name,querytype,isdefault,returnedtypecode,layoutxml",
        list(json!([
            view(VIEW, "Escalated cases", "incident", Some(layout)),
            view(VIEW + 1, "Case introduction message", "incident", Some(layout)),
        ])),
    );
    org.put(
        "EntityDefinitions(LogicalName='incident')/Attributes",
        list(json!([
            column("title", "StringType", false),
            column("prioritycode", "PicklistType", false),
            column("statuscode", "StatusType", false),
            column("contoso_settlement", "MoneyType", true),
            column("numberofchildincidents", "IntegerType", false),
            column("contoso_attachment", "FileType", false),
        ])),
    );
    org.put(
        "EntityDefinitions(LogicalName='incident')?",
        ok(json!({"LogicalName": "incident", "TableType": "Standard", "OwnershipType": "UserOwned"})),
    );
    org.put(
        "sdkmessagefilters?",
        list(json!([{"primaryobjecttypecode": "incident"}])),
    );
}

/// A custom role that has two of the seven Reads, one of them only for its own rows.
pub fn put_access(org: &FakeOrg) {
    org.put(
        "/roles?",
        list(json!([{
            "roleid": id(CUSTOM_ROLE), "name": "Contoso Claims Agent", "_parentrootroleid_value": id(CUSTOM_ROLE),
            "_parentroleid_value": null, "_roletemplateid_value": null, "ismanaged": false,
            "iscustomizable": {"Value": true, "CanBeChanged": true},
        }])),
    );
    for (at, needle) in [
        "prvReadmsdyn_appconfiguration'",
        "prvReadmsdyn_applicationtabtemplate'",
        "prvReadmsdyn_notificationfield'",
        "prvReadmsdyn_notificationtemplate'",
        "prvReadmsdyn_panetabconfiguration'",
        "prvReadmsdyn_panetoolconfiguration'",
        "prvReadmsdyn_paneconfiguration'",
    ]
    .into_iter()
    .enumerate()
    {
        org.put(
            needle,
            list(json!([{
                "privilegeid": id(READS + at as u32), "name": needle.trim_end_matches('\''), "canbeglobal": true,
                "canbebasic": at < 4, "canbelocal": at < 4, "canbedeep": at < 4,
            }])),
        );
    }
    org.put(
        "RetrieveRolePrivilegesRole(",
        ok(json!({"RolePrivileges": [
            {"PrivilegeId": id(READS), "Depth": "Global", "PrivilegeName": "prvReadmsdyn_appconfiguration"},
            {"PrivilegeId": id(READS + 1), "Depth": "Basic", "PrivilegeName": "prvReadmsdyn_applicationtabtemplate"},
        ]})),
    );
}

pub fn put_site_map(org: &FakeOrg, draft: &str, managed: bool) {
    let row = |xml: &str| json!({"sitemapid": id(SITE_MAP), "sitemapname": "Claims", "sitemapxml": xml, "ismanaged": managed});
    org.put(
        "RetrieveAppComponents(",
        list(json!([{"componenttype": 1, "objectid": id(1)}, {"componenttype": 62, "objectid": id(SITE_MAP)}])),
    );
    org.put("sitemaps?", list(json!([row(MAP)])));
    org.put(
        "sitemaps/Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()?",
        list(json!([row(draft)])),
    );
}

#[cfg(not(target_arch = "wasm32"))]
pub fn seen(org: &FakeOrg) -> Observed {
    run(observe(org, Context { now: 1_000, sleep: org })).unwrap()
}

/// The same with a part opened.
#[cfg(not(target_arch = "wasm32"))]
pub fn opened(org: &FakeOrg, section: Section) -> Observed {
    let mut observed = seen(org);
    let part = run(read_section(
        org,
        Context { now: 1_000, sleep: org },
        &observed,
        &section,
    ));
    observed.add(part);
    observed
}

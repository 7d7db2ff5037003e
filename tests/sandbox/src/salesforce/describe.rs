//! What the API tells about itself: versions, resources, objects, limits.

use super::rights::Rights;
use super::schema::{Field, Kind, Object, Schema};
use super::service::{DAILY, VERSIONS};
use super::writes::reaches;
use serde_json::{Map, Value, json};

/// The versions, oldest first.
pub(super) fn versions() -> Value {
    let each = VERSIONS.map(|number| {
        // Three releases a year; version 67 is Summer '26.
        let (season, year) = match number % 3 {
            1 => ("Summer", 4 + (number - 1) / 3),
            2 => ("Winter", 5 + (number - 2) / 3),
            _ => ("Spring", 4 + number / 3),
        };
        json!({"label": format!("{season} '{year}"), "url": format!("/services/data/v{number}.0"), "version": format!("{number}.0")})
    });
    Value::Array(each.collect())
}

/// What stands below a version.
pub(super) fn resources(base: &str, organization: &str, user: &str) -> Value {
    let all = ["composite", "limits", "query", "queryAll", "sobjects"];
    let mut listed: Map<String, Value> = all
        .iter()
        .map(|name| ((*name).to_owned(), json!(format!("{base}/{name}"))))
        .collect();
    // Who asks, by the identity URL (REST API guide, "Resources by Version").
    let identity = format!("https://login.salesforce.com/id/{organization}/{user}");
    listed.insert("identity".to_owned(), json!(identity));
    Value::Object(listed)
}

/// Limits of the org.
pub(super) fn limits(used: u64) -> Value {
    json!({
        "DailyApiRequests": {"Max": DAILY, "Remaining": DAILY.saturating_sub(used)},
        "DailyBulkApiBatches": {"Max": 15_000, "Remaining": 15_000},
        "DataStorageMB": {"Max": 10_240, "Remaining": 9_871},
        "FileStorageMB": {"Max": 10_240, "Remaining": 10_102},
    })
}

/// An object in a list of them.
pub(super) fn short(object: &Object, rights: &Rights, base: &str) -> Value {
    let takes = |letter| object.calls.contains(letter) && (!object.permissioned || rights.may(object.name, letter));
    json!({
        "name": object.name, "label": spaced(object.name), "labelPlural": format!("{}s", spaced(object.name)),
        "keyPrefix": object.prefix, "custom": false, "customSetting": false, "activateable": false,
        "createable": takes('c'), "updateable": takes('u'), "deletable": takes('d'), "queryable": takes('r'),
        "retrieveable": takes('r'), "searchable": object.permissioned, "layoutable": object.permissioned,
        "undeletable": object.permissioned, "triggerable": object.permissioned, "replicateable": true,
        "urls": {
            "sobject": format!("{base}/sobjects/{}", object.name),
            "describe": format!("{base}/sobjects/{}/describe", object.name),
            "rowTemplate": format!("{base}/sobjects/{}/{{ID}}", object.name),
        },
    })
}

/// Every object the caller reaches.
pub(super) fn global(schema: &Schema, rights: &Rights, base: &str) -> Value {
    let all = schema.all().filter(|object| reaches(object, rights));
    json!({
        "encoding": "UTF-8", "maxBatchSize": 200,
        "sobjects": all.map(|object| short(object, rights, base)).collect::<Vec<_>>(),
    })
}

/// An object with its fields.
pub(super) fn whole(object: &Object, rights: &Rights, base: &str) -> Value {
    let mut described = short(object, rights, base);
    if let Some(map) = described.as_object_mut() {
        let fields = object.fields.iter().map(|each| field(each, object));
        map.insert("fields".into(), Value::Array(fields.collect()));
        map.insert("childRelationships".into(), json!([]));
        map.insert("recordTypeInfos".into(), json!([]));
    }
    described
}

fn field(field: &Field, object: &Object) -> Value {
    let custom = field.name.ends_with("__c");
    let label = super::schema::PERMISSIONS
        .iter()
        .find(|(name, _)| field.name.strip_prefix("Permissions") == Some(name))
        .map_or_else(
            || spaced(field.name.trim_end_matches("__c").trim_end_matches("Id")),
            |(_, label)| (*label).to_owned(),
        );
    let label = if field.kind == Kind::Id {
        spaced(object.name) + " ID"
    } else {
        label
    };
    let long = field.kind == Kind::Text("textarea") && object.permissioned;
    let length = match field.kind {
        Kind::Id | Kind::Reference => 18,
        Kind::Text("textarea") => 32_000,
        Kind::Text("picklist") => 40,
        Kind::Text("email") => 80,
        Kind::Text(_) => 255,
        _ => 0,
    };
    let (relationship, targets): (Value, Vec<&str>) = match field.to {
        Some((relationship, target)) => (json!(relationship), vec![target]),
        None => (Value::Null, Vec::new()),
    };
    json!({
        "name": field.name, "label": label, "type": field.kind.name(), "length": length,
        "createable": field.create, "updateable": field.update, "custom": custom, "calculated": field.calculated,
        "permissionable": field.permissionable, "filterable": !long, "sortable": !long, "groupable": !long,
        "nillable": !field.required && field.kind != Kind::Boolean && field.kind != Kind::Id,
        "defaultedOnCreate": field.kind == Kind::Boolean || field.kind == Kind::Id, "idLookup": field.kind == Kind::Id,
        "nameField": matches!(field.name.as_str(), "Name" | "MasterLabel"), "unique": field.name == "Username",
        "externalId": false, "referenceTo": targets, "relationshipName": relationship, "picklistValues": [],
        "soapType": match field.kind {
            Kind::Id | Kind::Reference => "tns:ID",
            Kind::Boolean => "xsd:boolean",
            Kind::DateTime => "xsd:dateTime",
            Kind::Number("int") => "xsd:int",
            Kind::Number(_) => "xsd:double",
            Kind::Text(_) => "xsd:string",
        },
    })
}

/// An API name in words.
fn spaced(name: &str) -> String {
    let mut words = String::new();
    for (at, c) in name.chars().enumerate() {
        if at > 0 && c.is_uppercase() {
            words.push(' ');
        }
        words.push(if c == '_' { ' ' } else { c });
    }
    words
}

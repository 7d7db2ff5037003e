//! The tenant's state as one document: read, replaced set by set, seeded.

use crate::dataverse::cast::stored_name;
use crate::dataverse::schema::TableDef;
use crate::dataverse::store::{Row, Store, draft_layer};
use crate::dataverse::{roles, security};
use crate::ident::Guid;
use crate::odata::eval::target_table;
use crate::odata::payload::below_version;
use crate::odata::service::Org;
use crate::odata::url;
use crate::pages::portals::PARTS;
use serde_json::{Map, Value, json};

/// Columns that change with every write whatever was written; shown on request only.
const VOLATILE: [&str; 3] = ["modifiedon", "modifiedby", "publishedon"];

fn row_document(def: &TableDef, row: &Row, system: bool) -> Value {
    let mut out = Map::new();
    out.insert(def.id.clone(), json!(row.id.to_string()));
    for column in def.columns.values() {
        let value = row.value(&column.name);
        if value.is_null() || (!system && VOLATILE.contains(&column.name.as_str())) {
            continue;
        }
        out.insert(column.property(), value.clone());
        if let Some(target) = target_table(row, &column.name) {
            out.insert(
                format!("{}@Microsoft.Dynamics.CRM.lookuplogicalname", column.property()),
                json!(target),
            );
        }
    }
    if system {
        out.insert("versionnumber".into(), json!(row.version));
    }
    Value::Object(out)
}

/// Every entity set with its rows; what is not published yet stands beside, as `<set>/unpublished`. Columns that change with every write (`modifiedon`, `modifiedby`, `versionnumber`)
/// are left out unless `system`.
pub fn read(store: &Store, system: bool) -> Value {
    let mut sets = Map::new();
    for def in store.schema().tables.values() {
        let rows: Vec<Value> = store
            .table(&def.logical)
            .rows()
            .map(|row| row_document(def, row, system))
            .collect();
        sets.insert(def.set.clone(), Value::Array(rows));
        if def.drafts {
            let layer = draft_layer(&def.logical);
            let rows = store.table(&layer).rows().map(|row| row_document(def, row, system));
            sets.insert(draft_layer(&def.set), Value::Array(rows.collect()));
        }
    }
    json!({"dataverse": sets, "graph": {}, "salesforce": {}, "powerplatform": {}, "teams": {}})
}

/// Replaces the named sets.
///
/// # Errors
/// What is wrong with the document; nothing is changed then.
pub fn replace(store: &mut Store, org: &Org, document: &Value) -> Result<(), String> {
    let schema = store.schema();
    let known = ["dataverse", "graph", "salesforce", "powerplatform", "teams", "viva"];
    let top = document.as_object().ok_or("the state is not an object")?;
    if let Some(name) = top
        .keys()
        .find(|k| !known.contains(&k.as_str()) && !PARTS.contains(&k.as_str()))
    {
        return Err(format!("unknown part '{name}'"));
    }
    let Some(sets) = top.get("dataverse") else {
        return Ok(());
    };
    let sets = sets.as_object().ok_or("'dataverse' is not an object")?;
    let mut prepared = Vec::new();
    for (set, rows) in sets {
        let draft = schema
            .tables
            .values()
            .find(|def| def.drafts && draft_layer(&def.set) == *set);
        let def = schema
            .by_set(set)
            .or(draft)
            .ok_or_else(|| format!("unknown entity set '{set}'"))?;
        let layer = draft.map_or_else(|| def.logical.clone(), |def| draft_layer(&def.logical));
        let rows = rows.as_array().ok_or_else(|| format!("'{set}' is not a list"))?;
        let read = rows
            .iter()
            .enumerate()
            .map(|(at, row)| read_row(store, def, set, at, row));
        prepared.push((layer, read.collect::<Result<Vec<_>, _>>()?));
    }
    let privileges = sets.contains_key("roleprivilegescollection") || sets.contains_key("roles");
    for (layer, rows) in prepared {
        store.clear(&layer);
        for (id, values) in rows {
            store.put(&layer, id, values);
        }
    }
    if privileges {
        let roots: Vec<Guid> = store
            .table("role")
            .rows()
            .map(|row| row.id)
            .filter(|id| security::root_of(store, *id) == *id)
            .collect();
        for root in roots {
            roles::mirror(store, org, root);
        }
    }
    Ok(())
}

fn read_row(
    store: &Store,
    def: &TableDef,
    set: &str,
    at: usize,
    row: &Value,
) -> Result<(Guid, Map<String, Value>), String> {
    let row = row
        .as_object()
        .ok_or_else(|| format!("row {at} of '{set}' is not an object"))?;
    let id = match row.get(&def.id) {
        Some(id) => id
            .as_str()
            .and_then(Guid::parse)
            .ok_or_else(|| format!("row {at} of '{set}' has a bad id"))?,
        None => Guid::derive(&def.logical, &format!("seed{at}{}", Value::Object(row.clone()))),
    };
    let mut values = Map::new();
    // What a row does not say about itself is as in a new row.
    for column in def.columns.values() {
        if let Some(default) = &column.default {
            values.insert(column.name.clone(), default.clone());
        }
    }
    for (name, value) in row {
        if value.is_null() || *name == def.id || name == "versionnumber" || name.starts_with('@') {
            continue;
        }
        if let Some(nav) = name.strip_suffix("@odata.bind") {
            let (column, target) = def
                .lookup_by_nav(nav)
                .ok_or_else(|| format!("'{set}' has no lookup '{nav}'"))?;
            let uri = value.as_str().unwrap_or_default();
            let key = url::segments(below_version(uri))
                .ok()
                .and_then(|s| s.into_iter().next());
            let set_name = key.as_ref().map(|k| k.name.clone()).unwrap_or_default();
            let to = key.and_then(|k| k.arguments).and_then(|a| Guid::parse(&a));
            let to = to.ok_or_else(|| format!("row {at} of '{set}': '{uri}' is not a reference"))?;
            values.insert(column.name.clone(), json!(to.to_string()));
            if column.targets.len() > 1 {
                let table = store
                    .schema()
                    .by_set(&set_name)
                    .map_or(target.table.clone(), |t| t.logical.clone());
                values.insert(format!("{}@target", column.name), json!(table));
            }
        } else if let Some((property, note)) = name.split_once('@') {
            if note == "Microsoft.Dynamics.CRM.lookuplogicalname"
                && let Some(column) = stored_name(def, property)
            {
                values.insert(format!("{column}@target"), value.clone());
            }
        } else if let Some(column) = stored_name(def, name) {
            let value = match value.as_str().and_then(Guid::parse) {
                Some(id) => json!(id.to_string()),
                None => value.clone(),
            };
            values.insert(column, value);
        } else {
            return Err(format!("row {at} of '{set}': no column '{name}'"));
        }
    }
    for column in def.columns.values().filter(|c| c.targets.len() > 1) {
        let key = format!("{}@target", column.name);
        if values.contains_key(&column.name)
            && !values.contains_key(&key)
            && let Some(first) = column.targets.first()
        {
            values.insert(key, json!(first.table));
        }
    }
    Ok((id, values))
}

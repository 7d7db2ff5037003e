//! Reader of `tables.txt`, the declarations of tables, columns and links.
//!
//! ```text
//! table <logical> <set> <SchemaName> <id> <name|-> user|org|bu|none <otc> [prv=<part>|prv=-] [key=a+b] [kind=Virtual] [drafts=yes] [updates=no] [find=no] [caps=basic] | Singular | Plural
//!   <column> <type>[(detail)] [req|sysreq] [ro] [sec] [new] [fmt=<format>] [=<json default>] [| Label]
//! link <nav> <intersect> <table>.<column> <table>.<column>
//! ```

use super::schema::{Column, ManyToMany, Ownership, Schema, TableDef, Target, Type};
use std::collections::BTreeMap;

type Fault = (usize, String);

/// Reads the declarations; a fault names its line.
pub(super) fn parse(text: &str) -> Result<Schema, Fault> {
    let mut schema = Schema::default();
    let mut current: Option<TableDef> = None;
    for (at, line) in text.lines().enumerate() {
        let number = at + 1;
        let fault = |what: &str| (number, what.to_owned());
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(rest) = line.strip_prefix("table ") {
            if let Some(done) = current.take() {
                schema.tables.insert(done.logical.clone(), done);
            }
            current = Some(table(rest).ok_or_else(|| fault("not a table"))?);
        } else if let Some(rest) = line.strip_prefix("link ") {
            schema.links.push(link(rest).ok_or_else(|| fault("not a link"))?);
        } else {
            let table = current.as_mut().ok_or_else(|| fault("column outside a table"))?;
            let column = column(line.trim(), &table.logical).ok_or_else(|| fault("not a column"))?;
            table.columns.insert(column.name.clone(), column);
        }
    }
    if let Some(done) = current.take() {
        schema.tables.insert(done.logical.clone(), done);
    }
    for link in &schema.links {
        if let Some(table) = schema.tables.get_mut(&link.intersect) {
            table.kind = "Intersect".into();
        }
    }
    Ok(schema)
}

fn table(text: &str) -> Option<TableDef> {
    let mut parts = text.split('|').map(str::trim);
    let mut words = parts.next()?.split_whitespace();
    let logical = words.next()?.to_owned();
    let set = words.next()?.to_owned();
    let schema_name = words.next()?.to_owned();
    let id = words.next()?.to_owned();
    let name = Some(words.next()?).filter(|n| *n != "-").map(str::to_owned);
    let ownership = match words.next()? {
        "user" => Ownership::User,
        "org" => Ownership::Organization,
        "bu" => Ownership::BusinessUnit,
        "none" => Ownership::None,
        _ => return None,
    };
    let otc = words.next()?.parse().ok()?;
    let mut table = TableDef {
        privilege: Some(schema_name.clone()),
        display: (
            parts.next().unwrap_or(&schema_name).to_owned(),
            parts.next().unwrap_or(&set).to_owned(),
        ),
        logical,
        set,
        schema_name,
        id,
        name,
        ownership,
        otc,
        keys: Vec::new(),
        kind: "Standard".into(),
        drafts: false,
        updates: true,
        basic_only: false,
        findable: ownership != Ownership::None,
        columns: BTreeMap::new(),
    };
    for word in words {
        match word.split_once('=')? {
            ("prv", "-") => table.privilege = None,
            ("prv", part) => table.privilege = Some(part.to_owned()),
            ("key", columns) => table.keys.push(columns.split('+').map(str::to_owned).collect()),
            ("kind", kind) => table.kind = kind.to_owned(),
            ("drafts", "yes") => table.drafts = true,
            ("updates", "no") => table.updates = false,
            ("find", "no") => table.findable = false,
            ("caps", "basic") => table.basic_only = true,
            _ => return None,
        }
    }
    for line in system_columns(&table) {
        let column = column(&line, &table.logical)?;
        table.columns.insert(column.name.clone(), column);
    }
    Some(table)
}

fn system_columns(table: &TableDef) -> Vec<String> {
    let mut lines = vec![
        format!("{} guid | {}", table.id, table.display.0),
        "versionnumber bigint ro | Version Number".to_owned(),
    ];
    if table.ownership == Ownership::None {
        return lines;
    }
    let logical = &table.logical;
    lines.push("createdon datetime ro | Created On".into());
    lines.push("modifiedon datetime ro | Modified On".into());
    lines.push("overriddencreatedon datetime | Record Created On".into());
    lines.push("importsequencenumber int | Import Sequence Number".into());
    lines.push(format!(
        "createdby lookup(systemuser:createdby:lk_{logical}_createdby) ro | Created By"
    ));
    lines.push(format!(
        "modifiedby lookup(systemuser:modifiedby:lk_{logical}_modifiedby) ro | Modified By"
    ));
    if table.ownership == Ownership::User {
        lines.push(format!(
            "ownerid owner(systemuser:ownerid:user_{logical},team:ownerid:team_{logical}) | Owner"
        ));
        lines.push(format!(
            "owninguser lookup(systemuser:owninguser:owning_user_{logical}) ro | Owning User"
        ));
        lines.push(format!(
            "owningteam lookup(team:owningteam:owning_team_{logical}) ro | Owning Team"
        ));
        lines.push(format!(
            "owningbusinessunit lookup(businessunit:owningbusinessunit:business_unit_{logical}) ro | Owning Business Unit"
        ));
    }
    lines
}

fn column(text: &str, logical: &str) -> Option<Column> {
    let (text, label) = match text.split_once('|') {
        Some((text, label)) => (text.trim(), Some(label.trim().to_owned())),
        None => (text, None),
    };
    let (name, rest) = text.split_once(' ')?;
    let rest = rest.trim();
    let (kind, detail, flags) = match rest.split_once('(') {
        Some((kind, after)) if !kind.contains(' ') => {
            let close = after.rfind(')')?;
            (kind, after.get(..close)?, after.get(close + 1..)?)
        }
        _ => match rest.split_once(' ') {
            Some((kind, flags)) => (kind, "", flags),
            None => (rest, "", ""),
        },
    };
    let mut column = Column {
        display: label.unwrap_or_else(|| name.to_owned()),
        name: name.to_owned(),
        kind: kind_of(kind)?,
        max_length: None,
        required: false,
        system_required: false,
        secured: false,
        format: None,
        writable: true,
        recent: false,
        default: None,
        options: Vec::new(),
        targets: Vec::new(),
    };
    match column.kind {
        Type::String | Type::Memo => {
            column.max_length = if detail.is_empty() {
                None
            } else {
                Some(detail.parse().ok()?)
            }
        }
        Type::Picklist | Type::MultiSelect | Type::State | Type::Status => column.options = options(detail)?,
        Type::Lookup | Type::Owner | Type::Customer => column.targets = targets(detail, name, logical),
        _ => {}
    }
    for flag in flags.split_whitespace() {
        match flag {
            "req" => column.required = true,
            "ro" => column.writable = false,
            "new" => column.recent = true,
            "sec" => column.secured = true,
            "sysreq" => (column.required, column.system_required) = (true, true),
            word if word.starts_with("fmt=") => column.format = word.strip_prefix("fmt=").map(str::to_owned),
            other => column.default = Some(serde_json::from_str(other.strip_prefix('=')?).ok()?),
        }
    }
    if column.kind == Type::Boolean && column.default.is_none() {
        column.default = Some(serde_json::Value::Bool(false));
    }
    Some(column)
}

fn kind_of(word: &str) -> Option<Type> {
    Some(match word {
        "string" => Type::String,
        "memo" => Type::Memo,
        "bool" => Type::Boolean,
        "int" => Type::Integer,
        "bigint" => Type::BigInt,
        "decimal" => Type::Decimal,
        "double" => Type::Double,
        "money" => Type::Money,
        "datetime" => Type::DateTime,
        "guid" => Type::Uniqueidentifier,
        "picklist" => Type::Picklist,
        "multi" => Type::MultiSelect,
        "state" => Type::State,
        "status" => Type::Status,
        "lookup" => Type::Lookup,
        "owner" => Type::Owner,
        "customer" => Type::Customer,
        "partylist" => Type::PartyList,
        "image" => Type::Image,
        "file" => Type::File,
        "managed" => Type::ManagedProperty,
        _ => return None,
    })
}

fn options(detail: &str) -> Option<Vec<(i64, String)>> {
    detail
        .split(';')
        .filter(|o| !o.is_empty())
        .map(|o| {
            o.split_once('=')
                .and_then(|(v, l)| Some((v.trim().parse().ok()?, l.trim().to_owned())))
        })
        .collect()
}

fn targets(detail: &str, name: &str, logical: &str) -> Vec<Target> {
    let all: Vec<&str> = detail.split(',').filter(|t| !t.is_empty()).collect();
    let several = all.len() > 1;
    all.into_iter()
        .map(|text| {
            let mut words = text.split(':');
            let table = words.next().unwrap_or_default().trim().to_owned();
            let nav = words.next().filter(|n| !n.is_empty()).map_or_else(
                || {
                    if several {
                        format!("{name}_{table}")
                    } else {
                        name.to_owned()
                    }
                },
                str::to_owned,
            );
            let collection = words
                .next()
                .map_or_else(|| format!("{logical}_{name}_{table}"), str::to_owned);
            Target { table, nav, collection }
        })
        .collect()
}

fn link(text: &str) -> Option<ManyToMany> {
    let mut words = text.split_whitespace();
    let nav = words.next()?.to_owned();
    let intersect = words.next()?.to_owned();
    let mut side = || words.next()?.split_once('.').map(|(t, c)| (t.to_owned(), c.to_owned()));
    Some(ManyToMany {
        nav,
        intersect,
        sides: [side()?, side()?],
    })
}

//! Views of every kind, with the layouts and queries real ones have: long ones, ones with columns a card cannot show,
//! linked, hidden and secured columns.

use super::Builder;
use crate::dataverse::schema::TableDef;
use crate::ident::Guid;
use serde_json::json;

/// The tables with their plural as view names have it, and the columns of their usual views.
const TABLES: [(&str, &str, &[&str]); 8] = [
    (
        "incident",
        "Cases",
        &[
            "title",
            "ticketnumber",
            "prioritycode",
            "statuscode",
            "customerid",
            "createdon",
        ],
    ),
    (
        "account",
        "Accounts",
        &["name", "accountnumber", "telephone1", "primarycontactid", "entityimage"],
    ),
    (
        "contact",
        "Contacts",
        &["fullname", "emailaddress1", "telephone1", "parentcustomerid"],
    ),
    (
        "knowledgearticle",
        "Knowledge Articles",
        &["title", "articlepublicnumber", "statuscode"],
    ),
    ("email", "Emails", &["subject", "to", "statuscode", "createdon"]),
    (
        "msdyn_workorder",
        "Work Orders",
        &[
            "msdyn_name",
            "msdyn_serviceaccount",
            "msdyn_systemstatus",
            "msdyn_totalestimatedduration",
        ],
    ),
    (
        "contoso_claim",
        "Warranty Claims",
        &["contoso_name", "contoso_customer", "contoso_approved", "createdon"],
    ),
    ("contoso_seal", "Seals", &["contoso_name", "contoso_brokenon"]),
];

/// Further public views: table, name, columns; `!column` is hidden, `alias.column` comes from a linked table.
const FURTHER: [(&str, &str, &[&str]); 9] = [
    (
        "incident",
        "Case introduction message",
        &["title", "prioritycode", "customerid"],
    ),
    (
        "incident",
        "Cases with everything",
        &[
            "ticketnumber",
            "contoso_attachment",
            "title",
            "numberofchildincidents",
            "customerid",
            "prioritycode",
            "statuscode",
            "ownerid",
            "createdon",
        ],
    ),
    (
        "incident",
        "Cases by customer",
        &[
            "title",
            "!ticketnumber",
            "customer.name",
            "customer.telephone1",
            "prioritycode",
            "contoso_regions",
            "createdon",
        ],
    ),
    (
        "incident",
        "Cases under settlement",
        &["title", "contoso_settlement", "customerid", "contoso_workaround"],
    ),
    (
        "account",
        "Accounts: Influenced Deals",
        &["name", "revenue", "creditlimit", "opendeals", "entityimage", "ownerid"],
    ),
    (
        "contact",
        "Contacts with birthdays",
        &[
            "entityimage",
            "fullname",
            "birthdate",
            "annualincome",
            "numberofchildren",
            "jobtitle",
        ],
    ),
    (
        "email",
        "Emails with recipients",
        &[
            "subject",
            "from",
            "to",
            "cc",
            "attachmentcount",
            "regardingobjectid",
            "createdon",
        ],
    ),
    (
        "contoso_claim",
        "Claims with evidence",
        &[
            "contoso_name",
            "contoso_photo",
            "contoso_report",
            "contoso_parts",
            "contoso_amount",
            "contoso_findings",
        ],
    ),
    ("contoso_claim", "<b>Claims</b> \u{202e}denepo", &["contoso_name"]),
];

pub(super) fn build(b: &mut Builder<'_>) {
    for (table, plural, columns) in TABLES {
        let Some(def) = b.schema.table(table).cloned() else {
            continue;
        };
        for (name, kind, default) in [
            (format!("Active {plural}"), 0, true),
            (format!("My Active {plural}"), 0, false),
            (format!("{plural} Advanced Find View"), 1, true),
            (format!("{plural} Associated View"), 2, true),
            (format!("Quick Find Active {plural}"), 4, true),
            (format!("{plural} Lookup View"), 64, true),
            (format!("{plural} Offline Filter"), 8192, true),
        ] {
            // An offline filter has no layout.
            let layout = (kind != 8192).then(|| layout(&def, columns));
            b.row(
                "savedquery",
                &name,
                json!({
                    "name": name, "returnedtypecode": table, "querytype": kind, "isdefault": default,
                    "isquickfindquery": kind == 4, "layoutxml": layout, "fetchxml": query(&def, columns, kind),
                    "ismanaged": !table.starts_with("contoso_"),
                }),
            );
        }
        let name = format!("Inactive {plural}");
        b.row("savedquery", &name, json!({
            "name": name, "returnedtypecode": table, "querytype": 0, "statecode": 1, "statuscode": 2, "ismanaged": true,
            "layoutxml": layout(&def, columns), "fetchxml": query(&def, columns, 0),
        }));
    }
    for (table, name, columns) in FURTHER {
        let Some(def) = b.schema.table(table).cloned() else {
            continue;
        };
        b.row("savedquery", name, json!({
            "name": name, "returnedtypecode": table, "querytype": 0, "ismanaged": name == "Case introduction message",
            "layoutxml": layout(&def, columns), "fetchxml": query(&def, columns, 0),
        }));
    }
    // A person's own view: never to be offered to everybody.
    b.row(
        "userquery",
        "Cases I watch",
        json!({
            "name": "Cases I watch", "returnedtypecode": "incident", "querytype": 0,
        }),
    );
    draft(b);
}

/// A change by somebody else that waits to be published.
fn draft(b: &mut Builder<'_>) {
    let id = Guid::derive("savedquery", "Cases by customer");
    let Some(row) = b.store.get("savedquery", id).cloned() else {
        return;
    };
    let mut values = row.values.clone();
    values.insert("name".into(), json!("Cases by customer (new)"));
    b.draft(
        "savedquery",
        id,
        values,
        "owen.admin@contoso.com",
        "2026-10-29T14:05:00Z",
    );
}

fn layout(def: &TableDef, columns: &[&str]) -> String {
    let cells: String = columns
        .iter()
        .map(|column| match column.strip_prefix('!') {
            Some(hidden) => format!("<cell name=\"{hidden}\" width=\"100\" ishidden=\"1\" />"),
            None => format!("<cell name=\"{column}\" width=\"150\" />"),
        })
        .collect();
    format!(
        "<grid name=\"resultset\" object=\"{}\" jump=\"{}\" select=\"1\" icon=\"1\" preview=\"1\"><row name=\"result\" id=\"{}\">{cells}</row></grid>",
        def.otc,
        def.name.clone().unwrap_or_default(),
        def.id
    )
}

fn query(def: &TableDef, columns: &[&str], kind: i64) -> String {
    let own = columns
        .iter()
        .filter(|c| !c.contains('.'))
        .map(|c| c.trim_start_matches('!'));
    let attributes: String = own.clone().map(|c| format!("<attribute name=\"{c}\" />")).collect();
    let linked: String = columns
        .iter()
        .filter_map(|c| c.split_once('.'))
        .map(|(_, column)| format!("<attribute name=\"{column}\" />"))
        .collect();
    let linked = if linked.is_empty() {
        linked
    } else {
        format!(
            "<link-entity name=\"account\" from=\"accountid\" to=\"customerid\" alias=\"customer\" link-type=\"outer\" visible=\"false\">{linked}</link-entity>"
        )
    };
    let quick: String = if kind == 4 {
        let conditions: String = own
            .take(2)
            .map(|c| format!("<condition attribute=\"{c}\" operator=\"like\" value=\"{{0}}\" />"))
            .collect();
        format!("<filter type=\"or\" isquickfindfields=\"1\">{conditions}</filter>")
    } else {
        String::new()
    };
    let order = def.name.clone().unwrap_or_else(|| def.id.clone());
    format!(
        "<fetch version=\"1.0\" output-format=\"xml-platform\" mapping=\"logical\"><entity name=\"{}\">{attributes}<order attribute=\"{order}\" descending=\"false\" /><filter type=\"and\"><condition attribute=\"statecode\" operator=\"eq\" value=\"0\" /></filter>{quick}{linked}</entity></fetch>",
        def.logical
    )
}

//! The records: link-chat rows, apps, views, customers and cases.

use super::Builder;
use super::people;
use crate::dataverse::describe::table_id;
use crate::dataverse::rules;
use crate::ident::Guid;
use serde_json::json;

pub(super) fn build(b: &mut Builder<'_>) {
    link_chat(b);
    apps(b);
    views(b);
    customers(b);
}

/// One row per record type whose chats can be connected: owner toggle, connector toggle.
fn link_chat(b: &mut Builder<'_>) {
    for (label, table, owner, connector) in [
        ("Case", "incident", true, true),
        ("Account", "account", false, true),
        ("Contact", "contact", true, true),
        ("Knowledge article", "knowledgearticle", true, false),
        ("Email", "email", false, false),
    ] {
        b.row(
            "msdyn_entitylinkchatconfiguration",
            table,
            json!({
                "msdyn_name": label,
                "msdyn_uniquename": format!("msdyn_{table}_linkchat"),
                "msdyn_entitytype": table_id(table).to_string(),
                "msdyn_recordownercanunlink": owner,
                "msdyn_recentchatlinkercanunlink": connector,
                "msdyn_usercanjoinchat": table == "incident",
                "msdyn_isenabledforbot": table == "incident",
                "msdyn_filteringattributes": (table == "incident").then_some("prioritycode,statecode,statuscode"),
                "ismanaged": true,
                "solutionid": Guid::derive("solution", "Teams Chat Settings Solution").to_string(),
                "iscustomizable": rules::managed(true, "iscustomizableanddeletable"),
            }),
        );
    }
}

fn apps(b: &mut Builder<'_>) {
    for (name, unique, managed) in [
        (
            "Customer Service admin center",
            "msdyn_CustomerServiceAdminCenter",
            true,
        ),
        ("Customer Service workspace", "msdyn_CustomerServiceWorkspace", true),
        ("Customer Service Hub", "msdynce_servicehub", true),
        ("Sales Hub", "msdynce_saleshub", true),
        ("Contoso Warranty", "contoso_Warranty", false),
    ] {
        b.row(
            "appmodule",
            unique,
            json!({"name": name, "uniquename": unique, "ismanaged": managed, "appmoduleversion": "9.0.0.1"}),
        );
    }
    for (name, unique, managed) in [
        ("Teams Chat Settings Solution", "msdyn_TeamsChatSettings", true),
        ("Contoso Customizations", "ContosoCustomizations", false),
        ("Default Solution", "Default", false),
    ] {
        b.row(
            "solution",
            name,
            json!({"friendlyname": name, "uniquename": unique, "ismanaged": managed}),
        );
    }
}

fn views(b: &mut Builder<'_>) {
    let tables: [(&str, &str, &[&str]); 5] = [
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
    ];
    for (table, plural, columns) in tables {
        let Some(def) = b.schema.table(table).cloned() else {
            continue;
        };
        for (name, kind, default) in [
            (format!("Active {plural}"), 0, true),
            (format!("My Active {plural}"), 0, false),
            (format!("Quick Find Active {plural}"), 4, true),
            (format!("{plural} Lookup View"), 64, true),
        ] {
            let cells: String = columns
                .iter()
                .map(|c| format!("<cell name=\"{c}\" width=\"150\" />"))
                .collect();
            let layout = format!(
                "<grid name=\"resultset\" object=\"{}\" jump=\"{}\" select=\"1\" icon=\"1\" preview=\"1\"><row name=\"result\" id=\"{}\">{cells}</row></grid>",
                def.otc,
                def.name.clone().unwrap_or_default(),
                def.id
            );
            let attributes: String = columns.iter().map(|c| format!("<attribute name=\"{c}\" />")).collect();
            let fetch = format!(
                "<fetch version=\"1.0\" mapping=\"logical\"><entity name=\"{table}\">{attributes}<filter type=\"and\"><condition attribute=\"statecode\" operator=\"eq\" value=\"0\" /></filter></entity></fetch>"
            );
            b.row(
                "savedquery",
                &name,
                json!({
                    "name": name, "returnedtypecode": table, "querytype": kind, "isdefault": default,
                    "isquickfindquery": kind == 4, "layoutxml": layout, "fetchxml": fetch, "ismanaged": true,
                }),
            );
        }
    }
    let layout = "<grid name=\"resultset\" object=\"112\" jump=\"title\" select=\"1\" icon=\"1\" preview=\"1\"><row name=\"result\" id=\"incidentid\"><cell name=\"title\" width=\"200\" /><cell name=\"prioritycode\" width=\"100\" /><cell name=\"customerid\" width=\"150\" /></row></grid>";
    b.row("savedquery", "Case introduction message", json!({
        "name": "Case introduction message", "returnedtypecode": "incident", "querytype": 0, "layoutxml": layout, "ismanaged": true,
    }));
}

fn owned(upn: &str) -> (String, String) {
    let owner = people::id(upn);
    (owner.to_string(), "systemuser".to_owned())
}

fn customers(b: &mut Builder<'_>) {
    let companies = [
        "Adventure Works",
        "Alpine Ski House",
        "Blue Yonder Airlines",
        "City Power & Light",
        "Coho Winery",
        "Fabrikam, Inc.",
        "Fourth Coffee",
        "Litware, Inc.",
        "Margie's Travel",
        "Northwind Traders",
        "Proseware, Inc.",
        "Wingtip Toys",
    ];
    let owners = [
        "agent@contoso.com",
        "manager@contoso.com",
        "reader@contoso.com",
        "admin@contoso.com",
    ];
    for (index, company) in companies.iter().enumerate() {
        let (owner, kind) = owned(owners.get(index % owners.len()).copied().unwrap_or_default());
        let contact = Guid::derive("contact", company);
        b.row("account", company, json!({
            "name": company, "accountnumber": format!("ACC-{:04}", 1001 + index), "telephone1": format!("+45 70 10 {:04}", 2000 + index),
            "address1_city": (["København", "Paris", "東京", "Seattle"].get(index % 4)), "revenue": 1_250_000 + 75_000 * index,
            "numberofemployees": 40 + 13 * index, "primarycontactid": contact.to_string(),
            "ownerid": owner, "ownerid@target": kind, "owninguser": owner,
        }));
        let first = ["Anna", "Ben", "Cecilie", "David"]
            .get(index % 4)
            .copied()
            .unwrap_or_default();
        let last = company.split([' ', ',']).next().unwrap_or_default();
        b.row_at(
            "contact",
            contact,
            json!({
                "fullname": format!("{first} {last}"), "firstname": first, "lastname": last,
                "emailaddress1": format!("{}@example.com", first.to_lowercase()),
                "employeeid": format!("E-{:04}", index + 1),
                "parentcustomerid": Guid::derive("account", company).to_string(), "parentcustomerid@target": "account",
                "ownerid": owner, "ownerid@target": kind, "owninguser": owner,
            }),
        );
        b.row("incident", company, json!({
            "title": format!("{} does not start after the update", ["Boiler", "Lift", "Scanner", "Gateway"].get(index % 4).copied().unwrap_or_default()),
            "ticketnumber": format!("CAS-{:05}-X1Y2Z3", 1200 + index),
            "prioritycode": 1 + index % 3,
            "customerid": Guid::derive("account", company).to_string(), "customerid@target": "account",
            "ownerid": owner, "ownerid@target": kind, "owninguser": owner,
        }));
    }
    for (index, title) in ["Reset a gateway", "Warranty terms", "Escalation path"]
        .iter()
        .enumerate()
    {
        b.row("knowledgearticle", title, json!({"title": title, "articlepublicnumber": format!("KA-{:05}", 1000 + index), "statecode": 3, "statuscode": 7}));
        b.row("email", title, json!({
            "subject": format!("RE: {title}"), "statecode": 0, "statuscode": 1,
            "regardingobjectid": Guid::derive("incident", "Adventure Works").to_string(), "regardingobjectid@target": "incident",
        }));
    }
}

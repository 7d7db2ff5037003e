//! The records: customers, their cases, articles and mails.

use super::Builder;
use super::people;
use crate::ident::Guid;
use serde_json::json;

fn owned(upn: &str) -> (String, String) {
    let owner = people::id(upn);
    (owner.to_string(), "systemuser".to_owned())
}

pub(super) fn build(b: &mut Builder<'_>) {
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

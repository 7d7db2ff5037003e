//! Queries: what SOQL answers, and what it is refused with.

use super::*;

#[test]
fn a_query_follows_relationships_and_nests_what_it_finds() {
    let sandbox = sandbox(&[]);
    let found = query(
        &sandbox,
        "SELECT PermissionSet.Label, permissionset.profile.name, Assignee.Username FROM PermissionSetAssignment \
         WHERE Assignee.FederationIdentifier = 'MANAGER@contoso.com' AND PermissionSet.PermissionsApiEnabled = true",
    );
    assert_eq!(found["totalSize"], 1);
    let record = &found["records"][0];
    assert_eq!(record["PermissionSet"]["Label"], "API Access");
    assert_eq!(record["PermissionSet"]["Profile"], Value::Null);
    assert_eq!(record["Assignee"]["Username"], "marcus.oyelaran@contoso.sales");
    assert_eq!(record["PermissionSet"]["attributes"]["type"], "PermissionSet");
}

#[test]
fn semi_joins_counts_order_limit_and_offset() {
    let sandbox = sandbox(&[]);
    let without = query(
        &sandbox,
        "SELECT COUNT() FROM User WHERE IsActive = true AND UserType = 'Standard' AND Id NOT IN \
         (SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSet.PermissionsApiEnabled = true)",
    );
    assert!(without["totalSize"].as_u64().unwrap() > 3 && without["records"] == json!([]));
    let names = |soql: &str| -> Vec<String> {
        let found = rows(&sandbox, soql);
        found
            .iter()
            .map(|row| row["Name"].as_str().unwrap().to_owned())
            .collect()
    };
    let all = names("SELECT Name FROM Profile ORDER BY Name");
    assert!(all.is_sorted() && all.len() == 7);
    assert_eq!(
        names("SELECT Name FROM Profile ORDER BY Name LIMIT 2 OFFSET 3"),
        all[3..5]
    );
    assert_eq!(
        names("SELECT Name FROM Profile WHERE Name LIKE 'contoso%' ORDER BY Name DESC"),
        ["Contoso Sales User", "Contoso Integrations Admin"]
    );
    let mixed = "SELECT Name FROM Profile WHERE (NOT Name = 'Standard User') AND (Name LIKE 'S%' OR Name IN ('Chatter Free User'))";
    assert_eq!(
        names(&format!("{mixed} ORDER BY Name")),
        ["Chatter Free User", "System Administrator"]
    );
}

#[test]
fn what_soql_is_not_is_refused_by_name() {
    let sandbox = sandbox(&[]);
    for (soql, wanted) in [
        ("SELECT Name FROM Nothing", "INVALID_TYPE"),
        ("SELECT Colour FROM User", "INVALID_FIELD"),
        ("SELECT Id, PermissionsNoSuchRight FROM PermissionSet", "INVALID_FIELD"),
        ("SELECT Nobody.Name FROM User", "INVALID_FIELD"),
        ("SELECT Id FROM User WHERE IsActive = 'true'", "INVALID_FIELD"),
        ("SELECT Id FROM User WHERE Name = 3", "INVALID_FIELD"),
        (
            "SELECT Id FROM User WHERE Id = 'admin'",
            "INVALID_QUERY_FILTER_OPERATOR",
        ),
        (
            "SELECT Id FROM User WHERE Id LIKE '005%'",
            "INVALID_QUERY_FILTER_OPERATOR",
        ),
        (
            "SELECT Id FROM User WHERE Name = 'a' AND Name = 'b' OR Name = 'c'",
            "MALFORMED_QUERY",
        ),
        ("SELECT Id FROM User WHERE Name = 'O'Brien'", "MALFORMED_QUERY"),
        ("SELECT Id FROM User WHERE", "MALFORMED_QUERY"),
        ("SELECT Id FROM User LIMIT many", "MALFORMED_QUERY"),
        ("SELECT Id FROM User; DELETE", "MALFORMED_QUERY"),
        ("SELECT Id FROM User OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE"),
        (
            "SELECT Id FROM User WHERE Name = 'a' OR Id IN (SELECT AssigneeId FROM PermissionSetAssignment)",
            "MALFORMED_QUERY",
        ),
        (
            "SELECT Id FROM User WHERE Id IN (SELECT ManagerId FROM User)",
            "MALFORMED_QUERY",
        ),
        (
            "SELECT Id FROM User WHERE Id IN (SELECT Name FROM Profile)",
            "MALFORMED_QUERY",
        ),
        ("SELECT Field FROM FieldPermissions", "MALFORMED_QUERY"),
        ("", "MALFORMED_QUERY"),
    ] {
        assert_eq!(code(&sandbox, soql), wanted, "{soql}");
    }
    let escaped = rows(&sandbox, "SELECT Id FROM User WHERE Name = 'O\\'Brien \\\\ \\n'");
    assert_eq!(escaped.len(), 0);
}

#[test]
fn a_long_answer_comes_in_parts() {
    let sandbox = sandbox(&[]);
    let mut state = ask(&sandbox, ADMIN, "GET /state", None).1;
    let users = state["salesforce"]["User"].as_array_mut().unwrap();
    let profile = users[0]["ProfileId"].clone();
    for number in 0..450 {
        users.push(
            json!({"Username": format!("bulk{number:03}@contoso.example"), "LastName": "Bulk",
            "Name": format!("Bulk {number:03}"), "Email": "bulk@contoso.example", "ProfileId": profile}),
        );
    }
    let total = users.len();
    let (status, answer) = ask(
        &sandbox,
        ADMIN,
        "PUT /state",
        Some(&json!({"salesforce": {"User": users}})),
    );
    assert_eq!(status, 200, "{answer}");
    let request = |path: &str| {
        let request = Request::builder()
            .uri(path)
            .header("host", HOST)
            .header("authorization", format!("Bearer {ADMIN}"))
            .header("sforce-query-options", "batchSize=200");
        json_of(&sandbox.handle(request.body(Bytes::new()).unwrap()).unwrap())
    };
    let mut answer = request(&format!(
        "{BASE}/query?q={}",
        escaped("SELECT Id FROM User ORDER BY Name")
    ));
    assert_eq!(answer["totalSize"], total);
    let mut seen = std::collections::BTreeSet::new();
    let mut parts = 1;
    loop {
        seen.extend(
            answer["records"]
                .as_array()
                .unwrap()
                .iter()
                .map(|row| row["Id"].to_string()),
        );
        let Some(next) = answer["nextRecordsUrl"].as_str().map(str::to_owned) else {
            break;
        };
        assert_eq!(answer["done"], false);
        answer = request(&next);
        parts += 1;
    }
    assert_eq!((seen.len(), parts, &answer["done"]), (total, 3, &json!(true)));
    let agent = refused(
        &sandbox,
        "sandbox:owen.admin@contoso.com",
        &format!("GET {BASE}/query/01gxx-200"),
        None,
    );
    assert_eq!(agent.1, "INVALID_QUERY_LOCATOR");
}

#[test]
fn dates_and_moments_are_compared_as_such() {
    let sandbox = sandbox(&[]);
    let deal = |name: &str, date: &str| json!({"Name": name, "CloseDate": date, "CreatedDate": "2026-02-01T10:00:00.000+0000"});
    let deals = [deal("early", "2026-03-01"), deal("late", "2026-09-30")];
    let put = json!({"salesforce": {"Opportunity": deals}});
    assert_eq!(ask(&sandbox, ADMIN, "PUT /state", Some(&put)).0, 200);
    let names = |filter: &str| -> Vec<String> {
        let found = rows(
            &sandbox,
            &format!("SELECT Name FROM Opportunity WHERE {filter} ORDER BY CloseDate"),
        );
        found
            .iter()
            .map(|row| row["Name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names("CloseDate > 2026-03-01"), ["late"]);
    assert_eq!(names("CloseDate = 2026-03-01"), ["early"]);
    assert_eq!(
        names("CreatedDate <= 2026-02-01T10:00:00Z AND CloseDate < 2027-01-01"),
        ["early", "late"]
    );
    assert_eq!(names("CreatedDate >= LAST_N_DAYS:7"), [""; 0]);
    assert_eq!(
        code(&sandbox, "SELECT Name FROM Opportunity WHERE CloseDate = '2026-03-01'"),
        "INVALID_FIELD"
    );
    assert_eq!(
        code(&sandbox, "SELECT Name FROM Opportunity WHERE CreatedDate > 2026-03-01"),
        "INVALID_FIELD"
    );
}

//! Requests that are sent together, and their caps.

use super::*;

fn composite(sandbox: &Sandbox, body: &Value) -> (u16, Value) {
    ask(sandbox, ADMIN, &format!("POST {BASE}/composite"), Some(body))
}

fn part(reference: &str, method: &str, url: &str, body: Value) -> Value {
    let mut part = json!({"method": method, "url": format!("{BASE}/{url}"), "referenceId": reference});
    if !body.is_null() {
        part["body"] = body;
    }
    part
}

#[test]
fn a_composite_request_carries_references_on_and_rolls_back_as_one() {
    let sandbox = sandbox(&[]);
    let user = only(&sandbox, "SELECT Id FROM User WHERE Username = 'agent@contoso.com'");
    let parts = |last: &str| {
        json!({"allOrNone": true, "compositeRequest": [
            part("set", "POST", "sobjects/PermissionSet", json!({"Name": "Joined", "Label": "Joined"})),
            part("held", "POST", "sobjects/PermissionSetAssignment", json!({"AssigneeId": user, "PermissionSetId": "@{set.id}"})),
            part("read", "GET", last, Value::Null),
        ]})
    };
    let (status, answer) = composite(&sandbox, &parts("sobjects/PermissionSet/@{nobody.id}"));
    assert_eq!(status, 200);
    let codes: Vec<&Value> = answer["compositeResponse"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| &each["body"][0]["errorCode"])
        .collect();
    assert_eq!(codes, ["PROCESSING_HALTED"; 3]);
    assert_eq!(
        rows(&sandbox, "SELECT Id FROM PermissionSet WHERE Name = 'Joined'").len(),
        0
    );
    let (_, answer) = composite(&sandbox, &parts("sobjects/PermissionSet/@{set.id}?fields=Label"));
    let statuses: Vec<u64> = answer["compositeResponse"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| each["httpStatusCode"].as_u64().unwrap())
        .collect();
    assert_eq!(statuses, [201, 201, 200]);
    assert_eq!(answer["compositeResponse"][2]["body"]["Label"], "Joined");
}

#[test]
fn a_composite_request_has_its_caps() {
    let sandbox = sandbox(&[]);
    let ask_for = |count: usize, url: &str| {
        let parts: Vec<Value> = (0..count)
            .map(|at| part(&format!("r{at}"), "GET", url, Value::Null))
            .collect();
        composite(&sandbox, &json!({"compositeRequest": parts}))
    };
    let soql = "query?q=SELECT+Id+FROM+Profile+LIMIT+1";
    assert_eq!(ask_for(5, soql).0, 200);
    assert_eq!(ask_for(6, soql).1[0]["errorCode"], "LIMIT_EXCEEDED");
    assert_eq!(ask_for(25, "sobjects/Profile/describe").0, 200);
    let (_, answer) = ask_for(26, "sobjects/Profile/describe");
    assert_eq!(answer["compositeResponse"][0]["body"][0]["errorCode"], "LIMIT_EXCEEDED");
    for reference in ["", "a b", "a-b"] {
        let body = json!({"compositeRequest": [part(reference, "GET", soql, Value::Null)]});
        assert_eq!(composite(&sandbox, &body).0, 400, "{reference}");
    }
    let twice = json!({"compositeRequest": [part("a", "GET", soql, Value::Null), part("a", "GET", soql, Value::Null)]});
    assert_eq!(composite(&sandbox, &twice).0, 400);
    // One refused query does not spoil the others, and the whole counts once.
    let body = json!({"allOrNone": false, "compositeRequest": [
        part("bad", "GET", "query?q=SELECT+Nothing+FROM+User", Value::Null), part("good", "GET", soql, Value::Null)]});
    let response = send(&sandbox, ADMIN, &format!("POST {BASE}/composite"), Some(&body));
    let answer = json_of(&response);
    assert_eq!(answer["compositeResponse"][0]["body"][0]["errorCode"], "INVALID_FIELD");
    assert_eq!(answer["compositeResponse"][1]["body"]["totalSize"], 1);
    let usage = response.headers()["sforce-limit-info"].to_str().unwrap().to_owned();
    let next = send(&sandbox, ADMIN, &format!("GET {BASE}/limits"), None);
    let next = next.headers()["sforce-limit-info"].to_str().unwrap().to_owned();
    let number = |text: &str| text.split(['=', '/']).nth(1).unwrap().parse::<u64>().unwrap();
    assert_eq!(number(&next), number(&usage) + 1);
}

#[test]
fn records_are_written_together() {
    let sandbox = sandbox(&[]);
    let record = |name: &str| json!({"attributes": {"type": "PermissionSet"}, "Name": name, "Label": name});
    let body = json!({"allOrNone": false, "records": [record("One"), record("One"), record("Two")]});
    let (status, answer) = ask(&sandbox, ADMIN, &format!("POST {BASE}/composite/sobjects"), Some(&body));
    assert_eq!(status, 200);
    let outcome: Vec<&Value> = answer.as_array().unwrap().iter().map(|each| &each["success"]).collect();
    assert_eq!(outcome, [true, false, true]);
    assert_eq!(answer[1]["errors"][0]["statusCode"], "DUPLICATE_DEVELOPER_NAME");
    let ids = [&answer[0]["id"], &answer[2]["id"]]
        .map(|id| id.as_str().unwrap())
        .join(",");
    let (_, answer) = ask(
        &sandbox,
        ADMIN,
        &format!("DELETE {BASE}/composite/sobjects?ids={ids}"),
        None,
    );
    assert!(
        answer.as_array().unwrap().iter().all(|each| each["success"] == true),
        "{answer}"
    );
}

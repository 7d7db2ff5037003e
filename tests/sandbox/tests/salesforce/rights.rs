//! Permission sets, profiles, the apps granted to them, and what belongs to others.

use super::*;

#[test]
fn a_permission_set_lives_with_its_rights() {
    let sandbox = sandbox(&[]);
    let set = create(
        &sandbox,
        "PermissionSet",
        &json!({"Name": "Extra", "Label": "Extra", "PermissionsApiEnabled": true}),
    );
    assert!(set.starts_with("0PS") && set.len() == 18);
    assert_eq!(
        create_refused(&sandbox, "PermissionSet", &json!({"Name": "extra", "Label": "E"})),
        "DUPLICATE_DEVELOPER_NAME"
    );
    assert_eq!(
        create_refused(&sandbox, "PermissionSet", &json!({"Label": "E"})),
        "REQUIRED_FIELD_MISSING"
    );
    assert_eq!(
        create_refused(
            &sandbox,
            "PermissionSet",
            &json!({"Name": "E", "Label": "E", "Type": "Group"})
        ),
        "INVALID_FIELD_FOR_INSERT_UPDATE"
    );
    assert_eq!(
        create_refused(
            &sandbox,
            "PermissionSet",
            &json!({"Name": "E", "Label": "E", "Colour": 1})
        ),
        "INVALID_FIELD"
    );
    let depends = json!({"Name": "E", "Label": "E", "PermissionsModifyAllData": true});
    assert_eq!(
        create_refused(&sandbox, "PermissionSet", &depends),
        "FIELD_INTEGRITY_EXCEPTION"
    );

    let lead = json!({"ParentId": set, "SobjectType": "Lead", "PermissionsRead": true, "PermissionsEdit": true});
    let rights = create(&sandbox, "ObjectPermissions", &lead);
    assert_eq!(create_refused(&sandbox, "ObjectPermissions", &lead), "DUPLICATE_VALUE");
    let edit = json!({"ParentId": set, "SobjectType": "Account", "PermissionsEdit": true});
    assert_eq!(
        create_refused(&sandbox, "ObjectPermissions", &edit),
        "FIELD_INTEGRITY_EXCEPTION"
    );
    let change = format!("PATCH {BASE}/sobjects/ObjectPermissions/{}", id::short(&rights));
    assert_eq!(
        ask(
            &sandbox,
            ADMIN,
            &change,
            Some(&json!({"PermissionsViewAllRecords": true}))
        )
        .0,
        204
    );
    let (_, wanted, _) = refused(&sandbox, ADMIN, &change, Some(&json!({"PermissionsRead": false})));
    assert_eq!(wanted, "FIELD_INTEGRITY_EXCEPTION");

    let field = |name: &str| json!({"ParentId": set, "SobjectType": "Lead", "Field": name, "PermissionsRead": true});
    let email = create(&sandbox, "FieldPermissions", &field("Lead.Email"));
    for name in ["Lead.LastName", "Contact.Email", "Lead.Nothing"] {
        assert_eq!(
            create_refused(&sandbox, "FieldPermissions", &field(name)),
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            "{name}"
        );
    }
    let revenue = json!({"ParentId": set, "SobjectType": "Opportunity", "Field": "Opportunity.ExpectedRevenue",
        "PermissionsRead": true, "PermissionsEdit": true});
    assert_eq!(
        create_refused(&sandbox, "FieldPermissions", &revenue),
        "FIELD_INTEGRITY_EXCEPTION"
    );
    let gone = format!("PATCH {BASE}/sobjects/FieldPermissions/{email}");
    assert_eq!(
        ask(&sandbox, ADMIN, &gone, Some(&json!({"PermissionsRead": false}))).0,
        204
    );
    assert_eq!(
        rows(
            &sandbox,
            &format!("SELECT SobjectType, Field FROM FieldPermissions WHERE ParentId = '{set}'")
        )
        .len(),
        0
    );

    let user = only(&sandbox, "SELECT Id FROM User WHERE Username = 'agent@contoso.com'");
    let assignment = json!({"AssigneeId": user, "PermissionSetId": set});
    let held = create(&sandbox, "PermissionSetAssignment", &assignment);
    assert_eq!(
        create_refused(&sandbox, "PermissionSetAssignment", &assignment),
        "DUPLICATE_VALUE"
    );
    let delete = format!("DELETE {BASE}/sobjects/PermissionSet/{set}");
    assert_eq!(refused(&sandbox, ADMIN, &delete, None).1, "DELETE_FAILED");
    assert_eq!(
        ask(
            &sandbox,
            ADMIN,
            &format!("DELETE {BASE}/sobjects/PermissionSetAssignment/{held}"),
            None
        )
        .0,
        204
    );
    assert_eq!(ask(&sandbox, ADMIN, &delete, None).0, 204);
    assert_eq!(refused(&sandbox, ADMIN, &delete, None).1, "NOT_FOUND");
    assert_eq!(
        rows(
            &sandbox,
            &format!("SELECT Id FROM ObjectPermissions WHERE ParentId = '{set}'")
        )
        .len(),
        0
    );
}

#[test]
fn sets_of_profiles_groups_and_packages_stay_as_they_are() {
    let sandbox = sandbox(&[]);
    for (filter, wanted) in [
        ("Profile.Name = 'Contoso Sales User'", "INSUFFICIENT_ACCESS_OR_READONLY"),
        ("Type = 'Group'", "INSUFFICIENT_ACCESS_OR_READONLY"),
        ("NamespacePrefix = 'quotestudio'", "CANNOT_MODIFY_MANAGED_OBJECT"),
    ] {
        let set = only(&sandbox, &format!("SELECT Id FROM PermissionSet WHERE {filter}"));
        let line = format!("PATCH {BASE}/sobjects/PermissionSet/{set}");
        let (_, code, _) = refused(&sandbox, ADMIN, &line, Some(&json!({"PermissionsRunReports": true})));
        assert_eq!(code, wanted, "{filter}");
    }
}

#[test]
fn an_app_is_granted_to_sets_and_profiles() {
    let sandbox = sandbox(&[]);
    let app = only(
        &sandbox,
        "SELECT Id FROM ConnectedApplication WHERE Name = 'Microsoft Power Platform'",
    );
    let set = only(
        &sandbox,
        "SELECT Id FROM PermissionSet WHERE Profile.Name = 'Contoso Sales User'",
    );
    let grant = json!({"ParentId": set, "SetupEntityId": app});
    let mut typed = grant.clone();
    typed["SetupEntityType"] = json!("ConnectedApplication");
    assert_eq!(
        create_refused(&sandbox, "SetupEntityAccess", &typed),
        "INVALID_FIELD_FOR_INSERT_UPDATE"
    );
    create(&sandbox, "SetupEntityAccess", &grant);
    assert_eq!(create_refused(&sandbox, "SetupEntityAccess", &grant), "DUPLICATE_VALUE");
    let found = rows(
        &sandbox,
        &format!(
            "SELECT Parent.Profile.Name, SetupEntityType FROM SetupEntityAccess WHERE SetupEntityId = '{app}' ORDER BY Parent.Profile.Name"
        ),
    );
    let names: Vec<&Value> = found.iter().map(|row| &row["Parent"]["Profile"]["Name"]).collect();
    assert_eq!(names, ["Contoso Sales User", "Standard User"]);
    assert_eq!(found[0]["SetupEntityType"], "ConnectedApplication");
    let write = format!("PATCH {BASE}/sobjects/ConnectedApplication/{app}");
    assert_eq!(
        refused(&sandbox, ADMIN, &write, Some(&json!({"Name": "x"}))).1,
        "INVALID_TYPE_FOR_OPERATION"
    );
}

#[test]
fn what_modify_all_data_brings_is_shown_with_an_id_of_zeros() {
    let sandbox = sandbox(&[]);
    let found = rows(
        &sandbox,
        "SELECT Id, PermissionsEdit FROM ObjectPermissions WHERE SobjectType = 'Lead' AND Parent.Profile.Name = 'System Administrator'",
    );
    assert_eq!(found[0]["Id"], "000000000000000AAA");
    assert_eq!(found[0]["PermissionsEdit"], true);
}

//! Which scopes of the token and which directory roles of the caller an operation takes (Graph v1.0 reference,
//! "Permissions" of each operation; Entra, "Built-in roles").
//!
//! By default any member may register applications; this tenant has that switched off, as administrators are advised
//! to, so that registering takes a role.

use super::answer::Refusal;
use super::cast::ROLES;
use super::directory::Directory;
use crate::entra::{Caller, Subject};

/// What an operation takes: one of these scopes, and one of these roles where any is named.
pub(super) struct Right {
    scopes: &'static [&'static str],
    roles: &'static [&'static str],
}

const fn read(scopes: &'static [&'static str]) -> Right {
    Right { scopes, roles: &[] }
}

const APPLICATION_ROLES: &[&str] = &[
    "Global Administrator",
    "Application Administrator",
    "Cloud Application Administrator",
];

pub(super) const ME: Right = read(&[
    "User.Read",
    "User.ReadBasic.All",
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const ORGANIZATION: Right = read(&[
    "User.Read",
    "Organization.Read.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const SKUS: Right = read(&[
    "LicenseAssignment.Read.All",
    "LicenseAssignment.ReadWrite.All",
    "Organization.Read.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const USERS: Right = read(&[
    "User.ReadBasic.All",
    "User.Read.All",
    "User.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const MEMBERSHIPS: Right = read(&["User.Read.All", "Directory.Read.All", "Directory.ReadWrite.All"]);
pub(super) const GROUPS: Right = read(&[
    "GroupMember.Read.All",
    "Group.Read.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const APPLICATIONS: Right = read(&[
    "Application.Read.All",
    "Application.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const GRANTS: Right = read(&[
    "DelegatedPermissionGrant.Read.All",
    "DelegatedPermissionGrant.ReadWrite.All",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const ROLE_ASSIGNMENTS: Right = read(&[
    "RoleManagement.Read.Directory",
    "RoleManagement.Read.All",
    "RoleManagement.ReadWrite.Directory",
    "Directory.Read.All",
    "Directory.ReadWrite.All",
]);
pub(super) const POLICIES: Right = Right {
    scopes: &[
        "Policy.Read.All",
        "Policy.Read.ApplicationConfiguration",
        "Policy.ReadWrite.ApplicationConfiguration",
    ],
    roles: &[
        "Global Administrator",
        "Global Reader",
        "Application Administrator",
        "Cloud Application Administrator",
    ],
};
pub(super) const WRITE_APPLICATIONS: Right = Right {
    scopes: &["Application.ReadWrite.All"],
    roles: APPLICATION_ROLES,
};
pub(super) const WRITE_GRANTS: Right = Right {
    scopes: &["DelegatedPermissionGrant.ReadWrite.All"],
    roles: &[
        "Global Administrator",
        "Privileged Role Administrator",
        "Application Administrator",
        "Cloud Application Administrator",
    ],
};
pub(super) const WRITE_USERS: Right = Right {
    scopes: &["User.ReadWrite.All", "Directory.ReadWrite.All"],
    roles: &["Global Administrator", "User Administrator"],
};
pub(super) const ENABLE_USERS: Right = Right {
    scopes: &[
        "User.EnableDisableAccount.All",
        "User.ReadWrite.All",
        "Directory.ReadWrite.All",
    ],
    roles: &["Global Administrator", "User Administrator"],
};
pub(super) const WRITE_LICENCES: Right = Right {
    scopes: &[
        "LicenseAssignment.ReadWrite.All",
        "User.ReadWrite.All",
        "Directory.ReadWrite.All",
    ],
    roles: &["Global Administrator", "User Administrator", "License Administrator"],
};

/// Whether a caller holds one of these directory roles.
pub(crate) fn holds(caller: &Caller, directory: &Directory, roles: &[&str]) -> bool {
    directory
        .roles_of(&caller.id)
        .iter()
        .any(|held| ROLES.iter().any(|(id, name, _)| id == held && roles.contains(name)))
}

/// Demands a right of a caller.
///
/// # Errors
/// 403 when the token or its holder lacks it.
pub(super) fn demand(caller: &Caller, directory: &Directory, right: &Right) -> Result<(), Refusal> {
    // No application here has been granted application permissions.
    if matches!(caller.subject, Subject::App(_)) || !caller.home {
        return Err(Refusal::denied());
    }
    let scoped = caller
        .scopes
        .as_ref()
        .is_none_or(|held| held.iter().any(|scope| right.scopes.contains(&scope.as_str())));
    if scoped && (right.roles.is_empty() || holds(caller, directory, right.roles)) {
        Ok(())
    } else {
        Err(Refusal::denied())
    }
}

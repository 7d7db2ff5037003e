//! Rows of lead management as they come over the wire.

use super::wire::{Guid, ManagedProperty};
use crate::json::record;

/// A row of `solutions`.
#[derive(Debug)]
pub struct SolutionRow {
    /// Primary key.
    pub solutionid: Guid,
    /// Its name for programs.
    pub uniquename: String,
    /// Such as `1.0.0.0`.
    pub version: String,
    /// Managed.
    pub ismanaged: bool,
}

record!(read SolutionRow { solutionid, uniquename, version, ismanaged or default });

/// A row of `roles`, with what the article sets.
#[derive(Debug)]
pub struct LeadRole {
    /// Primary key.
    pub roleid: Guid,
    /// The business unit of this copy.
    pub unit: Guid,
    /// The root copy; of a root copy itself.
    pub root: Option<Guid>,
    /// 0 or 1; older organizations have no such column.
    pub isinherited: Option<i64>,
    /// Managed.
    pub ismanaged: bool,
    /// Managed property.
    pub iscustomizable: Option<ManagedProperty>,
}

record!(read LeadRole {
    roleid,
    unit as "_businessunitid_value",
    root as "_parentrootroleid_value" or default,
    isinherited or default,
    ismanaged or default,
    iscustomizable or default,
});

/// A row of `businessunits`.
#[derive(Debug)]
pub struct BusinessUnit {
    /// Primary key.
    pub businessunitid: Guid,
    /// Its name.
    pub name: Option<String>,
}

record!(read BusinessUnit { businessunitid, name or default });

/// A row of `systemusers` that may be the service account.
#[derive(Debug)]
pub struct AccountRow {
    /// Primary key.
    pub systemuserid: Guid,
    /// Full name.
    pub fullname: Option<String>,
    /// User principal name.
    pub domainname: Option<String>,
    /// Of an application user: the app's client id.
    pub applicationid: Option<Guid>,
    /// Object id in Entra.
    pub object: Option<Guid>,
    /// Disabled.
    pub isdisabled: bool,
    /// 0 live, 1 soft-deleted.
    pub deletedstate: i64,
    /// Business unit.
    pub unit: Option<Guid>,
    /// Roles, when expanded.
    pub roles: Vec<RoleOfUser>,
}

record!(read AccountRow {
    systemuserid,
    fullname or default,
    domainname or default,
    applicationid or default,
    object as "azureactivedirectoryobjectid" or default,
    isdisabled or default,
    deletedstate or default,
    unit as "_businessunitid_value" or default,
    roles as "systemuserroles_association" or default,
});

/// A role a user has.
#[derive(Debug)]
pub struct RoleOfUser {
    /// Its copy.
    pub roleid: Guid,
    /// Name.
    pub name: Option<String>,
}

record!(read RoleOfUser { roleid, name or default });

/// A row of `leads`.
#[derive(Debug)]
pub struct LeadRow {
    /// Primary key.
    pub leadid: Guid,
    /// Topic.
    pub subject: Option<String>,
    /// Name.
    pub fullname: Option<String>,
    /// When it was made.
    pub createdon: Option<String>,
    /// By whom.
    pub createdby: Option<Guid>,
}

record!(read LeadRow {
    leadid,
    subject or default,
    fullname or default,
    createdon or default,
    createdby as "_createdby_value" or default,
});

/// A row of `asyncoperations`.
#[derive(Debug)]
pub struct Operation {
    /// 3 is completed.
    pub statecode: i64,
    /// 30 succeeded, 31 failed, 32 cancelled.
    pub statuscode: i64,
    /// What went wrong, for people.
    pub friendlymessage: Option<String>,
}

record!(read Operation { statecode, statuscode or default, friendlymessage or default });

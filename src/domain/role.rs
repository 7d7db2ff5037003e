//! Security roles, teams and users, and who holds a privilege through which of them.

use serde::{Deserialize, Serialize};

use super::privilege::Depth;

/// A security role: its root copy, the one whose privileges are edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// `roleid` of the root copy (`parentrootroleid` of every copy).
    pub id: String,
    /// `name`.
    pub name: String,
    /// `roletemplateid`, if it is a role of the product.
    pub template_id: Option<String>,
    /// `ismanaged`.
    pub managed: bool,
    /// `iscustomizable.Value`; a role that is not cannot be changed.
    pub customizable: bool,
    /// Whether the product gives this role the right by default (S003-61 to S003-66).
    pub default: Option<DefaultRole>,
    /// The depth at which it holds the privilege now, or `None`.
    pub depth: Option<Depth>,
}

/// The roles that may disconnect by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DefaultRole {
    /// System Administrator (S003-61); always holds every privilege, cannot be changed.
    SystemAdministrator,
    /// CSR Manager, also called Customer Service Manager (S003-62).
    CsrManager,
    /// Customer Service Representative (S003-63).
    CustomerServiceRepresentative,
    /// Omnichannel administrator (S003-64).
    OmnichannelAdministrator,
    /// Omnichannel supervisor (S003-65).
    OmnichannelSupervisor,
    /// Omnichannel agent (S003-66).
    OmnichannelAgent,
}

/// An enabled person (neither disabled nor an application user).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// `systemuserid`.
    pub id: String,
    /// `fullname`.
    pub name: String,
    /// `domainname`.
    pub upn: String,
    /// `title`, if any.
    pub title: Option<String>,
    /// Name of the business unit.
    pub business_unit: String,
}

/// One way in which a user holds the privilege.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Grant {
    /// Root id of the role that gives it.
    pub role_id: String,
    /// Name of the role.
    pub role: String,
    /// The team through which the role comes, or `None` if it is assigned directly.
    pub team: Option<String>,
}

/// A user holding the privilege, with every way it comes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// `systemuserid`.
    pub user_id: String,
    /// Never empty; ordered.
    pub grants: Vec<Grant>,
}

//! Groups and their members (Graph, "group", "List group transitive members"): who an audience is (S001-04).

use super::query;
use super::users::{AUDIENCE, User};
use crate::json::record;
use crate::services::bearer::{Needs, Read, Rows};
use crate::services::dataverse::odata::quoted;
use crate::services::entra::scope;

const NEEDS: Needs = Needs {
    scope: scope::DIRECTORY,
    role: None,
};

/// A group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Object id.
    pub id: String,
    /// Its name.
    pub display_name: Option<String>,
}

record!(read Group { id, display_name as "displayName" or default });

/// Groups whose name begins so; a counting read, which finds them whatever else is in the name's index.
pub fn starting(name: &str) -> Read<Rows<Group>> {
    let filter = format!("startswith(displayName,{})", quoted(name));
    let path = query("groups").option("$count", "true").filter(&filter);
    Read::new("graph-what-groups", path.select(&["id", "displayName"]).path(), NEEDS)
}

/// One group, by id ("Get group").
pub fn one(group: &str) -> Read<Group> {
    let path = query("groups").then(group).select(&["id", "displayName"]);
    Read::new("graph-what-groups", path.path(), NEEDS)
}

/// Everybody in a group, and in groups within it, each once; what else is in it, such as devices, is left out.
pub fn members(group: &str) -> Read<Rows<User>> {
    let path = query("groups")
        .then(group)
        .then("transitiveMembers")
        .then("microsoft.graph.user");
    let path = path.option("$count", "true").option("$top", "999").select(&AUDIENCE);
    Read::new("graph-what-members", path.path(), NEEDS)
}

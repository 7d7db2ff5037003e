//! Groups and who is in them: read only. Members of groups within groups count where it is asked for them
//! (`transitiveMembers`), each once, whatever leads to them, cycles included.

use super::answer::{Answer, Refusal};
use super::directory::{Row, text};
use super::rights;
use super::service::{Call, Outcome, Service, no_method};
use crate::odata::url::{self, Segment};
use serde_json::json;

impl Service<'_> {
    /// `groups` and what is below one.
    pub(super) fn groups(&mut self, call: &Call<'_>, segments: &[Segment]) -> Outcome {
        let names: Vec<&str> = segments.iter().map(|segment| segment.name.as_str()).collect();
        let (key, below) = match (segments, names.as_slice()) {
            (
                [
                    Segment {
                        arguments: Some(key), ..
                    },
                    ..,
                ],
                [_, below @ ..],
            ) => (url::unquote(key), below),
            (_, [_, key, below @ ..]) => ((*key).to_owned(), below),
            _ => (String::new(), &[][..]),
        };
        match below {
            [] => self.readable(call, segments, "groups", "group", &rights::GROUPS),
            [members @ ("members" | "transitiveMembers"), cast @ ..] => {
                if call.method != "GET" {
                    return Err(no_method(call.method));
                }
                self.demand(&rights::GROUPS)?;
                if self.directory.find("groups", "id", &key).is_none() {
                    return Err(Refusal::absent(&key));
                }
                self.members(call, &key, *members == "transitiveMembers", cast)
            }
            [name, ..] => Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{name}'."
            ))),
        }
    }

    fn members(&mut self, call: &Call<'_>, group: &str, transitive: bool, cast: &[&str]) -> Outcome {
        let (mut open, mut groups, mut people): (Vec<String>, Vec<Row>, Vec<Row>) =
            (vec![group.to_owned()], vec![], vec![]);
        while let Some(group) = open.pop() {
            let of = self.directory.all("groupMembers").iter();
            for link in of.filter(|link| text(link, "groupId").eq_ignore_ascii_case(&group)) {
                let id = text(link, "memberId");
                let is_new = |known: &[Row]| !known.iter().any(|row| text(row, "id").eq_ignore_ascii_case(id));
                if let Some(user) = self.directory.find("users", "id", id) {
                    if is_new(&people) {
                        people.push(user.clone());
                    }
                } else if let Some(inner) = self.directory.find("groups", "id", id)
                    && is_new(&groups)
                {
                    groups.push(inner.clone());
                    if transitive {
                        open.push(id.to_owned());
                    }
                }
            }
        }
        let path = call.path.trim_matches('/');
        match cast {
            ["microsoft.graph.user"] => {
                let query = self.query(call, "user")?;
                Ok(Answer::json(200, query.page(people.iter(), "user", &self.base, path)))
            }
            [] => {
                // Without a cast, what kind of thing each is has to be told.
                let told = |row: &Row, kind: &str| {
                    let mut row = row.clone();
                    row.insert("@odata.type".into(), json!(format!("#microsoft.graph.{kind}")));
                    row
                };
                let all = people.iter().map(|row| told(row, "user"));
                let all: Vec<Row> = all.chain(groups.iter().map(|row| told(row, "group"))).collect();
                Ok(Answer::json(
                    200,
                    json!({"@odata.context": format!("{}/$metadata#directoryObjects", self.base), "value": all}),
                ))
            }
            [name, ..] => Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{name}'."
            ))),
        }
    }
}

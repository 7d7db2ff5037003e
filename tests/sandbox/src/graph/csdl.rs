//! The real schema of Graph v1.0, cut to the types used: names, types and collections of every body are held
//! against it.

use super::answer::Refusal;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One property, or one parameter of an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// `Edm.String`, or the bare name of a type or enumeration of Graph.
    pub kind: String,
    /// Whether it is a list.
    pub collection: bool,
    /// Whether null is a value.
    pub nullable: bool,
}

#[derive(Debug, Default)]
struct Type {
    base: Option<String>,
    open: bool,
    members: BTreeMap<String, Member>,
}

/// The types, enumerations and bound actions.
#[derive(Debug, Default)]
pub struct Model {
    types: BTreeMap<String, Type>,
    enums: BTreeMap<String, Vec<String>>,
    actions: BTreeMap<(String, String), BTreeMap<String, Member>>,
}

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(include_str!("cut.csdl")));

/// The schema.
pub fn model() -> &'static Model {
    &MODEL
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.try_get_attribute(name).ok().flatten()?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

fn bare(kind: &str) -> String {
    kind.strip_prefix("graph.").unwrap_or(kind).to_owned()
}

fn member(start: &BytesStart<'_>) -> Option<Member> {
    let kind = attribute(start, "Type")?;
    let inner = kind.strip_prefix("Collection(").and_then(|k| k.strip_suffix(')'));
    Some(Member {
        kind: bare(inner.unwrap_or(&kind)),
        collection: inner.is_some(),
        nullable: attribute(start, "Nullable").as_deref() != Some("false"),
    })
}

impl Model {
    /// Reads CSDL as the cut has it: a document that cannot be read ends where it breaks, which the tests notice.
    fn read(text: &str) -> Self {
        let mut model = Self::default();
        let mut reader = Reader::from_str(text);
        let (mut holder, mut parameters) = (String::new(), Vec::new());
        loop {
            let event = reader.read_event();
            let start = match &event {
                Ok(Event::Start(start) | Event::Empty(start)) => start,
                Ok(Event::End(end)) => {
                    if end.name().as_ref() == b"Action" {
                        model.action(&holder, std::mem::take(&mut parameters));
                    }
                    continue;
                }
                Ok(Event::Eof) | Err(_) => return model,
                Ok(_) => continue,
            };
            let name = attribute(start, "Name").unwrap_or_default();
            match start.name().as_ref() {
                b"EntityType" | b"ComplexType" => {
                    holder = name.clone();
                    let made = Type {
                        base: attribute(start, "BaseType").map(|base| bare(&base)),
                        open: attribute(start, "OpenType").as_deref() == Some("true"),
                        members: BTreeMap::new(),
                    };
                    model.types.insert(name, made);
                }
                b"EnumType" => {
                    holder = name.clone();
                    model.enums.insert(name, Vec::new());
                }
                b"Action" => holder = name,
                b"Member" => model.enums.entry(holder.clone()).or_default().push(name),
                b"Parameter" => parameters.extend(member(start).map(|member| (name, member))),
                b"Property" => {
                    if let (Some(held), Some(member)) = (model.types.get_mut(&holder), member(start)) {
                        held.members.insert(name, member);
                    }
                }
                _ => {}
            }
        }
    }

    fn action(&mut self, name: &str, parameters: Vec<(String, Member)>) {
        let mut parameters = parameters.into_iter();
        if let Some((_, bound)) = parameters.next() {
            self.actions.insert((bound.kind, name.to_owned()), parameters.collect());
        }
    }

    /// A property of a type or of what it stands on.
    pub fn member(&self, type_name: &str, name: &str) -> Option<&Member> {
        let held = self.types.get(type_name)?;
        held.members
            .get(name)
            .or_else(|| self.member(held.base.as_deref()?, name))
    }

    /// Every property's name, those of what the type stands on first.
    pub fn names(&self, type_name: &str) -> Vec<&str> {
        let Some(held) = self.types.get(type_name) else {
            return Vec::new();
        };
        let mut names = held.base.as_deref().map_or_else(Vec::new, |base| self.names(base));
        names.extend(held.members.keys().map(String::as_str));
        names
    }

    /// How many types, enumerations and actions there are.
    pub fn sizes(&self) -> [usize; 3] {
        [self.types.len(), self.enums.len(), self.actions.len()]
    }

    /// Holds a body against a type.
    ///
    /// # Errors
    /// The first member that the type does not have, or whose value is of another type.
    pub fn check(&self, type_name: &str, body: &Map<String, Value>) -> Result<(), Refusal> {
        let open = self.types.get(type_name).is_some_and(|held| held.open);
        for (name, value) in body {
            if name == "@odata.type" {
                let said = value.as_str().unwrap_or_default().trim_start_matches('#');
                if said != format!("microsoft.graph.{type_name}") {
                    return Err(Refusal::unreadable(format!(
                        "A type named '{said}' could not be resolved by the model or does not fit 'microsoft.graph.{type_name}'."
                    )));
                }
                continue;
            }
            if name.contains('@') {
                continue;
            }
            match self.member(type_name, name) {
                Some(member) => self.value(name, member, value)?,
                // Directory objects are open types for directory extensions only.
                None if open && name.starts_with("extension_") => {}
                None if open => return Err(Refusal::bad(format!("Invalid property '{name}'."))),
                None => {
                    return Err(Refusal::unreadable(format!(
                        "The property '{name}' does not exist on type 'microsoft.graph.{type_name}'. Make sure to only use property names that are defined by the type."
                    )));
                }
            }
        }
        Ok(())
    }

    /// Holds the body of an action against its parameters.
    ///
    /// # Errors
    /// An unknown parameter, one of another type, or a missing one that may not be null.
    pub fn check_action(&self, bound: &str, action: &str, body: &Map<String, Value>) -> Result<(), Refusal> {
        let Some(parameters) = self.actions.get(&(bound.to_owned(), action.to_owned())) else {
            return Err(Refusal::unreadable(format!(
                "Resource not found for the segment '{action}'."
            )));
        };
        for (name, value) in body.iter().filter(|(name, _)| !name.contains('@')) {
            let Some(parameter) = parameters.get(name) else {
                return Err(Refusal::unreadable(format!(
                    "The parameter '{name}' in the request payload is not a valid parameter for the operation '{action}'."
                )));
            };
            self.value(name, parameter, value)?;
        }
        match parameters
            .iter()
            .find(|(name, parameter)| !parameter.nullable && !body.contains_key(*name))
        {
            None => Ok(()),
            Some((name, _)) => Err(Refusal::bad(format!(
                "One or more parameters of the operation '{action}' are missing from the request payload. The missing parameters are: {name}."
            ))),
        }
    }

    fn value(&self, name: &str, member: &Member, value: &Value) -> Result<(), Refusal> {
        if value.is_null() {
            return if member.nullable && !member.collection {
                Ok(())
            } else {
                Err(Refusal::unreadable(format!(
                    "A null value was found for the property named '{name}', which has the expected type '{}[Nullable=False]'. The expected type does not allow null values.",
                    member.kind
                )))
            };
        }
        match (member.collection, value) {
            (true, Value::Array(list)) => list.iter().try_for_each(|each| self.one(name, &member.kind, each)),
            (true, _) => Err(Refusal::unreadable(format!(
                "When trying to read the value of the collection property '{name}', an array was expected."
            ))),
            (false, _) => self.one(name, &member.kind, value),
        }
    }

    fn one(&self, name: &str, kind: &str, value: &Value) -> Result<(), Refusal> {
        let wrong = || {
            Refusal::unreadable(format!(
                "Cannot convert the value of the property '{name}' to the expected type '{kind}'."
            ))
        };
        let text = || value.as_str().ok_or_else(wrong);
        let fits = match kind {
            "Edm.String" | "Edm.Binary" => value.is_string(),
            "Edm.Boolean" => value.is_boolean(),
            "Edm.Int16" | "Edm.Int32" | "Edm.Int64" | "Edm.Byte" => value.is_i64(),
            "Edm.Double" | "Edm.Single" | "Edm.Decimal" => value.is_number(),
            "Edm.Guid" => crate::ident::Guid::parse(text()?).is_some(),
            "Edm.DateTimeOffset" => crate::clock::parse(text()?).is_some(),
            "Edm.Duration" => crate::clock::duration(text()?).is_some(),
            _ if kind.starts_with("Edm.") => value.is_string(),
            _ => match self.enums.get(kind) {
                Some(words) => words.iter().any(|word| Some(word.as_str()) == value.as_str()),
                None => return self.check(kind, value.as_object().ok_or_else(wrong)?),
            },
        };
        if fits { Ok(()) } else { Err(wrong()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn refused(type_name: &str, body: Value) -> Option<String> {
        model()
            .check(type_name, body.as_object().unwrap())
            .err()
            .map(|refusal| refusal.message)
    }

    #[test]
    fn the_cut_is_read_whole() {
        let [types, enums, actions] = model().sizes();
        assert_eq!((types + enums, actions), (86, 6));
        assert!(model().member("user", "id").is_some(), "an inherited member");
    }

    #[test]
    fn a_body_is_held_against_the_schema() {
        let good = json!({"displayName": "x", "web": {"redirectUris": ["https://a/b"]}, "requiredResourceAccess":
            [{"resourceAppId": "00000007-0000-0000-c000-000000000000",
              "resourceAccess": [{"id": "78ce3f0f-a1ce-49c2-8cde-64b5c0896db4", "type": "Scope"}]}]});
        assert_eq!(refused("application", good), None);
        for (bad, named) in [
            (json!({"name": "x"}), "'name'"),
            (json!({"web": {"redirectUri": "https://a"}}), "'redirectUri'"),
            (json!({"web": {"redirectUris": "https://a"}}), "an array was expected"),
            (json!({"isDisabled": "no"}), "'isDisabled'"),
            (json!({"tags": null}), "null value"),
            (json!({"@odata.type": "#microsoft.graph.user"}), "microsoft.graph.user"),
            (
                json!({"requiredResourceAccess": [{"resourceAccess": [{"id": "no guid"}]}]}),
                "Edm.Guid",
            ),
        ] {
            let said = refused("application", bad.clone()).unwrap_or_else(|| panic!("{bad}"));
            assert!(said.contains(named), "{said}");
        }
    }

    #[test]
    fn an_action_takes_its_parameters_and_no_others() {
        let check = |body: Value| model().check_action("user", "assignLicense", body.as_object().unwrap());
        assert!(check(json!({"addLicenses": [], "removeLicenses": []})).is_ok());
        assert!(check(json!({"addLicenses": []})).is_err());
        assert!(check(json!({"addLicenses": [], "removeLicenses": [], "x": 1})).is_err());
        assert!(check(json!({"addLicenses": [{"sku": "x"}], "removeLicenses": []})).is_err());
    }
}

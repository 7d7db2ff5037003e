//! Whether a document that is written whole is still the one it was, told by its digest. Pure.

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::http::hex;
use crate::json;

/// Lower-case hex SHA-256 of a document without what stands at these pointers. The order of members does not count, nor
/// does that of lists: services give back what is a set to them in an order of their own.
pub fn digest(document: &Value, without: &[String]) -> String {
    let mut document = document.clone();
    for pointer in without {
        if let Some((parent, member)) = pointer.rsplit_once('/')
            && let Some(members) = document.pointer_mut(parent).and_then(Value::as_object_mut)
        {
            members.remove(member);
        }
    }
    hex(&Sha256::digest(json::text(&ordered(document))))
}

fn ordered(value: Value) -> Value {
    match value {
        Value::Array(elements) => {
            let mut elements: Vec<Value> = elements.into_iter().map(ordered).collect();
            crate::sorted::sort_by_key(&mut elements, json::text);
            Value::Array(elements)
        }
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members
                .into_iter()
                .map(|(name, inner)| (name, ordered(inner)))
                .collect();
            crate::sorted::sort_by(&mut members, |one, other| one.0.cmp(&other.0));
            members.into_iter().collect()
        }
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::digest;
    use serde_json::json;

    #[test]
    fn order_does_not_count_and_everything_else_does() {
        let one = json!({"a": [{"id": 1, "x": [1, 2]}, {"id": 2}], "b": {"etag": "old", "c": null}});
        let other = json!({"b": {"c": null, "etag": "new"}, "a": [{"id": 2}, {"x": [2, 1], "id": 1}]});
        let without = ["/b/etag".to_owned(), "/nothing/there".to_owned()];
        assert_eq!(digest(&one, &without), digest(&other, &without));
        assert_ne!(digest(&one, &[]), digest(&other, &[]));
        for changed in [
            json!({"a": [{"id": 1, "x": [1, 2]}], "b": {"c": null}}),
            json!({"a": [{"id": 1, "x": [1, 2]}, {"id": 2}, {"id": 2}], "b": {"c": null}}),
            json!({"a": [{"id": 1, "x": [1, 2]}, {"id": 2}], "b": {}}),
            json!({"a": [{"id": 1, "x": [1, 2]}, {"id": 2}], "b": {"c": null}, "further": 1}),
        ] {
            assert_ne!(digest(&one, &without), digest(&changed, &without), "{changed}");
        }
    }
}

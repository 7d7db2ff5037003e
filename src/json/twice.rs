//! Parses text and tells a name that stands twice in one object: what reads JSON otherwise keeps the last one silently.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::Misread;

/// Parses text; also the place of the first name that stands twice, such as `list[2].name`. Of two the last counts.
///
/// # Errors
/// [`Misread`] if it is no JSON.
pub fn parse_telling_twice(text: &str) -> Result<(Value, Option<String>), Misread> {
    let no_json = |_| Misread::new("JSON");
    let twice = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let seed = Telling {
        place: String::new(),
        twice: &twice,
    };
    let value = seed.deserialize(&mut reader).map_err(no_json)?;
    reader.end().map_err(no_json)?;
    Ok((value, twice.into_inner()))
}

/// A value still to be read, at its place.
struct Telling<'a> {
    place: String,
    twice: &'a RefCell<Option<String>>,
}

impl<'de> DeserializeSeed<'de> for Telling<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, reader: D) -> Result<Value, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Telling<'_> {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, on: bool) -> Result<Value, E> {
        Ok(Value::Bool(on))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        let number = Number::from_f64(number).ok_or_else(|| E::custom("no number"))?;
        Ok(Value::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut elements = Vec::new();
        loop {
            let seed = Telling {
                place: format!("{}[{}]", self.place, elements.len()),
                twice: self.twice,
            };
            match list.next_element_seed(seed)? {
                Some(element) => elements.push(element),
                None => return Ok(Value::Array(elements)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(name) = object.next_key::<String>()? {
            let dot = if self.place.is_empty() { "" } else { "." };
            let place = format!("{}{dot}{name}", self.place);
            if members.contains_key(&name) {
                self.twice.borrow_mut().get_or_insert_with(|| place.clone());
            }
            let seed = Telling {
                place,
                twice: self.twice,
            };
            let member = object.next_value_seed(seed)?;
            members.insert(name, member);
        }
        Ok(Value::Object(members))
    }
}

//! How the plain kinds of value are written and read: texts, numbers, lists, maps, what may be missing.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde_json::{Number, Value};

use super::{FromJson, Members, Misread, ToJson, Written};

impl ToJson for Value {
    fn to_json(&self) -> Value {
        self.clone()
    }
}

impl FromJson for Value {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        Ok(value.clone())
    }
}

impl FromJson for () {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_null().ok_or(Misread::new("nothing"))
    }
}

impl ToJson for bool {
    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
}

impl FromJson for bool {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_bool().ok_or(Misread::new("true or false"))
    }
}

impl FromJson for f64 {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_f64().ok_or(Misread::new("a number"))
    }
}

impl ToJson for str {
    fn to_json(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl ToJson for String {
    fn to_json(&self) -> Value {
        self.as_str().to_json()
    }
}

impl FromJson for String {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_str().map(str::to_owned).ok_or(Misread::new("a text"))
    }
}

impl ToJson for Cow<'static, str> {
    fn to_json(&self) -> Value {
        self.as_ref().to_json()
    }
}

impl FromJson for Cow<'static, str> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        String::from_json(value).map(Cow::Owned)
    }
}

impl ToJson for u64 {
    fn to_json(&self) -> Value {
        Value::Number(Number::from(*self))
    }
}

impl FromJson for u64 {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_u64().ok_or(Misread::new("a whole number from 0"))
    }
}

impl ToJson for i64 {
    fn to_json(&self) -> Value {
        Value::Number(Number::from(*self))
    }
}

impl FromJson for i64 {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        value.as_i64().ok_or(Misread::new("a whole number"))
    }
}

macro_rules! smaller {
    ($($number:ident from $wider:ident),*) => { $(
        impl ToJson for $number {
            fn to_json(&self) -> Value {
                // Of at most 64 bits.
                Value::Number(Number::from(*self))
            }
        }

        impl FromJson for $number {
            fn from_json(value: &Value) -> Result<Self, Misread> {
                let number = $wider::from_json(value)?;
                Self::try_from(number).map_err(|_| Misread::new("a number in range"))
            }
        }
    )* };
}
smaller!(u16 from u64, u32 from u64, usize from u64, i32 from i64);

impl<T: ToJson> ToJson for Option<T> {
    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_json)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        match value {
            Value::Null => Ok(None),
            value => T::from_json(value).map(Some),
        }
    }
}

impl<T: ToJson> ToJson for Box<T> {
    fn to_json(&self) -> Value {
        T::to_json(self)
    }
}

impl<T: FromJson> FromJson for Box<T> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        T::from_json(value).map(Self::new)
    }
}

impl<T: ToJson> ToJson for [T] {
    fn to_json(&self) -> Value {
        let mut elements = Vec::with_capacity(self.len());
        for element in self {
            elements.push(element.to_json());
        }
        Value::Array(elements)
    }
}

impl<T: ToJson> ToJson for Vec<T> {
    fn to_json(&self) -> Value {
        self.as_slice().to_json()
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let mut read = Self::new();
        each(value, &mut |element| {
            read.push(T::from_json(element)?);
            Ok(())
        })?;
        Ok(read)
    }
}

/// Reads a list, whatever its elements are.
fn each(list: &Value, read: &mut dyn FnMut(&Value) -> Result<(), Misread>) -> Result<(), Misread> {
    let elements = list.as_array().ok_or(Misread::new("a list"))?;
    for (at, element) in elements.iter().enumerate() {
        read(element).map_err(|misread| misread.within(&at.to_string()))?;
    }
    Ok(())
}

/// Keys are what is written as a text.
impl<K: ToJson, V: ToJson> ToJson for BTreeMap<K, V> {
    fn to_json(&self) -> Value {
        let mut written = Written::default();
        for (key, value) in self {
            if let Value::String(key) = key.to_json() {
                written.put(&key, value.to_json());
            }
        }
        written.done()
    }
}

impl<K: FromJson + Ord, V: FromJson> FromJson for BTreeMap<K, V> {
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let mut read = Self::new();
        for (key, value) in Members::of(value)?.0 {
            let value = V::from_json(value).map_err(|misread| misread.within(key))?;
            read.insert(K::from_json(&Value::String(key.clone()))?, value);
        }
        Ok(read)
    }
}

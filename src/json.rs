//! JSON as values: how whatever is stored or sent is written and read, one way each.
//!
//! Text becomes a [`Value`] once, whatever it holds, and types are read out of the value by [`record!`] and [`choice!`].
//! What a derive would compile per type and per source is most of a panel; this is a fraction of it. What is not of the
//! expected shape is a [`Misread`], which says where and never quotes what stands there.

mod kinds;
#[cfg(test)]
mod tests;
mod twice;

use serde_json::{Map, Value};

pub use twice::parse_telling_twice;

/// Written as JSON.
pub trait ToJson {
    /// The value.
    fn to_json(&self) -> Value;
}

/// Read from JSON.
pub trait FromJson: Sized {
    /// From a value.
    ///
    /// # Errors
    /// [`Misread`] if it has another shape. Members nobody asks for are no error.
    fn from_json(value: &Value) -> Result<Self, Misread>;
}

/// What was expected where. It says nothing of what stands there instead, which may be anybody's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{at}{}not {wanted}", if at.is_empty() { "" } else { ": " })]
pub struct Misread {
    at: String,
    wanted: &'static str,
}

impl Misread {
    /// `wanted` with its article, such as "a text".
    pub const fn new(wanted: &'static str) -> Self {
        Self {
            at: String::new(),
            wanted,
        }
    }

    /// The same, one level further out.
    #[must_use]
    pub fn within(mut self, member: &str) -> Self {
        self.at.insert(0, '/');
        self.at.insert_str(1, member);
        self
    }
}

/// Parses text.
///
/// # Errors
/// [`Misread`] if it is no JSON.
pub fn parse(text: &str) -> Result<Value, Misread> {
    serde_json::from_str(text).map_err(|_| Misread::new("JSON"))
}

/// A value as text, without any space.
pub fn text(value: &Value) -> String {
    // Values have text for keys and are in memory: nothing of it can fail.
    serde_json::to_string(value).unwrap_or_default()
}

/// A value as text for people.
pub fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// The members of an object being written.
#[derive(Debug, Default)]
pub struct Written(Map<String, Value>);

impl Written {
    /// One more member.
    pub fn put(&mut self, key: &str, value: Value) {
        self.0.insert(key.to_owned(), value);
    }

    /// One more member, unless it is null, or a list or object without anything in it.
    pub fn put_unless_empty(&mut self, key: &str, value: Value) {
        let is_empty = match &value {
            Value::Null => true,
            Value::Array(elements) => elements.is_empty(),
            Value::Object(members) => members.is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
        };
        if !is_empty {
            self.put(key, value);
        }
    }

    /// The object.
    pub fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// The members of an object being read.
#[derive(Debug, Clone, Copy)]
pub struct Members<'a>(&'a Map<String, Value>);

impl<'a> Members<'a> {
    /// Of an object.
    ///
    /// # Errors
    /// [`Misread`] if it is none.
    pub fn of(value: &'a Value) -> Result<Self, Misread> {
        value.as_object().map(Self).ok_or(Misread::new("an object"))
    }

    /// A member that has to be there.
    ///
    /// # Errors
    /// [`Misread`] if it is not, or has another shape.
    pub fn get<T: FromJson>(self, key: &str) -> Result<T, Misread> {
        T::from_json(self.value(key)?).map_err(|misread| misread.within(key))
    }

    /// A member that may be missing: then it is the default.
    ///
    /// # Errors
    /// [`Misread`] if it is there and has another shape.
    pub fn get_or_default<T: FromJson + Default>(self, key: &str) -> Result<T, Misread> {
        match self.0.get(key) {
            Some(value) => T::from_json(value).map_err(|misread| misread.within(key)),
            None => Ok(T::default()),
        }
    }

    /// A list that has to be there, as it is.
    ///
    /// # Errors
    /// [`Misread`] if it is missing or no list.
    pub fn list(self, key: &str) -> Result<&'a [Value], Misread> {
        let elements = self.value(key)?.as_array();
        elements
            .map(Vec::as_slice)
            .ok_or_else(|| Misread::new("a list").within(key))
    }

    /// A text that tells which of several things this is.
    ///
    /// # Errors
    /// [`Misread`] if it is missing or no text.
    pub fn tag(self, key: &str) -> Result<&'a str, Misread> {
        let value = self.value(key)?;
        value.as_str().ok_or_else(|| Misread::new("a name").within(key))
    }

    /// Each with its name.
    pub fn each(self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        self.0.iter()
    }

    fn value(self, key: &str) -> Result<&'a Value, Misread> {
        self.0.get(key).ok_or_else(|| Misread::new("there").within(key))
    }
}

/// `{"name": value}`: how one of several things is written.
pub fn named(name: &str, value: Value) -> Value {
    let mut written = Written::default();
    written.put(name, value);
    written.done()
}

/// The name and value of one of several things: `"name"`, or an object of one member.
///
/// # Errors
/// [`Misread`] if it is neither.
pub fn variant(value: &Value) -> Result<(&str, &Value), Misread> {
    const NOTHING: &Value = &Value::Null;
    let found = match value {
        Value::String(name) => Some((name.as_str(), NOTHING)),
        Value::Object(members) if members.len() == 1 => {
            members.iter().next().map(|(name, value)| (name.as_str(), value))
        }
        _ => None,
    };
    found.ok_or(Misread::new("a name"))
}

/// Reads and writes a struct: `record!(Type { field, other as "Key", third or default })`. A member is named like its
/// field if nothing else is said. With `or default` it may be missing, and is left out if it is null or an empty
/// list or object. `record!(read Type { … })` and `record!(write Type { … })` do one of the two only.
macro_rules! record {
    (read $type:ident { $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* $(,)? }) => {
        impl $crate::json::FromJson for $type {
            fn from_json(value: &serde_json::Value) -> Result<Self, $crate::json::Misread> {
                let members = $crate::json::Members::of(value)?;
                Ok(Self { $( $field: $crate::json::record!(@get members, $field $(as $key)? $(or $mark)?)?, )* })
            }
        }
    };
    (write $type:ident { $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* $(,)? }) => {
        impl $crate::json::ToJson for $type {
            fn to_json(&self) -> serde_json::Value {
                #[allow(unused_imports, reason = "the field's type may have a method of its own")]
                use $crate::json::ToJson as _;
                let mut written = $crate::json::Written::default();
                $( $crate::json::record!(@put written, self.$field, $field $(as $key)? $(or $mark)?); )*
                written.done()
            }
        }
    };
    ($type:ident { $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* $(,)? }) => {
        $crate::json::record!(read $type { $( $field $(as $key)? $(or $mark)? ),* });
        $crate::json::record!(write $type { $( $field $(as $key)? $(or $mark)? ),* });
    };
    (@get $members:ident, $field:ident) => { $members.get(stringify!($field)) };
    (@get $members:ident, $field:ident as $key:literal) => { $members.get($key) };
    (@get $members:ident, $field:ident or default) => { $members.get_or_default(stringify!($field)) };
    (@get $members:ident, $field:ident as $key:literal or default) => { $members.get_or_default($key) };
    (@put $written:ident, $value:expr, $field:ident) => { $written.put(stringify!($field), $value.to_json()) };
    (@put $written:ident, $value:expr, $field:ident as $key:literal) => { $written.put($key, $value.to_json()) };
    (@put $written:ident, $value:expr, $field:ident or default) => {
        $written.put_unless_empty(stringify!($field), $value.to_json())
    };
    (@put $written:ident, $value:expr, $field:ident as $key:literal or default) => {
        $written.put_unless_empty($key, $value.to_json())
    };
}

/// Reads and writes an enum: `choice!(Type { Plain = "plain", Holding(it) = "holding", Struct { field } = "struct" })`,
/// written `"plain"`, `{"holding": …}`, `{"struct": {"field": …}}`. With `choice!(Type by "kind" { … })` the name is
/// a member beside the fields, `{"kind": "struct", "field": …}`; then no variant holds a value without a name.
/// `choice!(read Type { … })` only reads.
macro_rules! choice {
    ($type:ident { $( $variant:ident $(($inner:ident))?
        $({ $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* $(,)? })? = $name:literal ),* $(,)? }) => {
        $crate::json::choice!(read $type { $( $variant $(($inner))?
            $({ $( $field $(as $key)? $(or $mark)? ),* })? = $name ),* });
        impl $crate::json::ToJson for $type {
            fn to_json(&self) -> serde_json::Value {
                #[allow(unused_imports, reason = "nothing to write in a variant without a value")]
                use $crate::json::ToJson as _;
                match self {
                    $( Self::$variant $(($inner))? $({ $( $field ),* })? => $crate::json::choice!(
                        @write $name $(($inner))? $({ $( $field $(as $key)? $(or $mark)? ),* })?
                    ), )*
                }
            }
        }
    };
    (read $type:ident { $( $variant:ident $(($inner:ident))?
        $({ $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* $(,)? })? = $name:literal ),* $(,)? }) => {
        impl $crate::json::FromJson for $type {
            fn from_json(value: &serde_json::Value) -> Result<Self, $crate::json::Misread> {
                let (name, inner) = $crate::json::variant(value)?;
                // Variants without a value do not look at it.
                let _ = inner;
                match name {
                    $( $name => $crate::json::choice!(
                        @read inner, $name, $variant $(($inner))? $({ $( $field $(as $key)? $(or $mark)? ),* })?
                    ), )*
                    _ => Err($crate::json::Misread::new(concat!("a known ", stringify!($type)))),
                }
            }
        }
    };
    ($type:ident by $tag:literal {
        $( $variant:ident $({ $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* $(,)? })? = $name:literal ),*
        $(,)?
    }) => {
        impl $crate::json::ToJson for $type {
            fn to_json(&self) -> serde_json::Value {
                #[allow(unused_imports, reason = "nothing to write in a variant without a value")]
                use $crate::json::ToJson as _;
                let mut written = $crate::json::Written::default();
                match self {
                    $( Self::$variant $({ $( $field ),* })? => {
                        written.put($tag, serde_json::Value::String($name.to_owned()));
                        $($( $crate::json::record!(@put written, $field, $field $(as $key)? $(or $mark)?); )*)?
                    } )*
                }
                written.done()
            }
        }
        impl $crate::json::FromJson for $type {
            fn from_json(value: &serde_json::Value) -> Result<Self, $crate::json::Misread> {
                let members = $crate::json::Members::of(value)?;
                match members.tag($tag)? {
                    $( $name => Ok(Self::$variant $({ $(
                        $field: $crate::json::record!(@get members, $field $(as $key)? $(or $mark)?)?,
                    )* })?), )*
                    _ => Err($crate::json::Misread::new(concat!("a known ", stringify!($type)))),
                }
            }
        }
    };
    (@write $name:literal) => { serde_json::Value::String($name.to_owned()) };
    (@write $name:literal ($inner:ident)) => { $crate::json::named($name, $inner.to_json()) };
    (@write $name:literal { $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* }) => {{
        let mut written = $crate::json::Written::default();
        $( $crate::json::record!(@put written, $field, $field $(as $key)? $(or $mark)?); )*
        $crate::json::named($name, written.done())
    }};
    (@read $value:ident, $name:literal, $variant:ident) => { Ok(Self::$variant) };
    (@read $value:ident, $name:literal, $variant:ident ($inner:ident)) => {
        $crate::json::FromJson::from_json($value)
            .map(Self::$variant)
            .map_err(|misread: $crate::json::Misread| misread.within($name))
    };
    (@read $value:ident, $name:literal, $variant:ident
        { $( $field:ident $(as $key:literal)? $(or $mark:ident)? ),* }) => {{
        let members = $crate::json::Members::of($value)?;
        Ok(Self::$variant { $( $field: $crate::json::record!(@get members, $field $(as $key)? $(or $mark)?)?, )* })
    }};
}

pub(crate) use {choice, record};

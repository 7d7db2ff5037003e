//! The request log, with secrets masked.

use serde_json::{Value, json};

/// One request as tools see it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// When it arrived, in milliseconds since 1970.
    pub at: u64,
    /// Authority the client named.
    pub host: String,
    /// Method.
    pub method: String,
    /// Path.
    pub path: String,
    /// Query without the question mark.
    pub query: String,
    /// Status answered; none for a lost answer.
    pub status: Option<u16>,
    /// Body, secrets masked.
    pub body: Value,
}

impl Entry {
    /// As JSON.
    pub fn json(&self) -> Value {
        json!({
            "at": self.at, "host": self.host, "method": self.method, "path": self.path, "query": self.query,
            "status": self.status, "body": self.body,
        })
    }
}

const SECRET: [&str; 9] = [
    "password",
    "secret",
    "token",
    "assertion",
    "clientsecret",
    "code_verifier",
    "authorization",
    "privatekey",
    "applicationkey",
];

fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase().replace(['-', ' '], "");
    name == "code"
        || name == "sid"
        || SECRET
            .iter()
            .any(|word| name.contains(word) || name.replace('_', "").contains(word))
}

fn mask(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (name, inner) in map.iter_mut() {
                if is_secret(name) && !inner.is_object() && !inner.is_array() {
                    *inner = json!("***");
                } else {
                    mask(inner);
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(mask),
        _ => {}
    }
}

/// `name=value` pairs with secret values masked; other text stays.
pub fn mask_pairs(text: &str) -> String {
    text.split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, _)) if is_secret(name) => format!("{name}=***"),
            _ => pair.to_owned(),
        })
        .collect::<Vec<_>>()
        .join("&")
}

/// A body as the log keeps it: JSON masked by name, forms masked by name, other text as it is.
pub fn body(content_type: &str, bytes: &[u8]) -> Value {
    if bytes.is_empty() {
        return Value::Null;
    }
    if let Ok(mut value) = serde_json::from_slice::<Value>(bytes) {
        mask(&mut value);
        return value;
    }
    let text = String::from_utf8_lossy(bytes);
    if content_type.contains("x-www-form-urlencoded") {
        return json!(mask_pairs(&text));
    }
    let lines = text
        .split_inclusive('\n')
        .map(|line| match serde_json::from_str::<Value>(line.trim()) {
            Ok(mut value @ (Value::Object(_) | Value::Array(_))) => {
                mask(&mut value);
                format!("{value}\r\n")
            }
            _ if line.to_ascii_lowercase().starts_with("authorization:") => "Authorization: ***\r\n".to_owned(),
            _ => line.to_owned(),
        });
    json!(lines.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_masked_wherever_they_stand() {
        let json = body(
            "application/json",
            br#"{"a":{"client_secret":"x"},"list":[{"Password":"y"}],"name":"n"}"#,
        );
        assert_eq!(
            json,
            serde_json::json!({"a":{"client_secret":"***"},"list":[{"Password":"***"}],"name":"n"})
        );
        let form = body(
            "application/x-www-form-urlencoded",
            b"grant_type=x&code=abc&code_verifier=v",
        );
        assert_eq!(form, "grant_type=x&code=***&code_verifier=***");
        let batch = body(
            "multipart/mixed",
            b"--b\r\nAuthorization: Bearer x\r\n\r\n{\"refresh_token\":\"t\"}\r\n--b--",
        );
        assert!(!batch.to_string().contains("Bearer x") && !batch.to_string().contains("\\\"t\\\""));
    }
}

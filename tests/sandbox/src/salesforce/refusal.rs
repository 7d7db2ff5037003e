//! Errors as the REST API writes them: a list of `{message, errorCode, fields}`; in a record's result `statusCode`
//! (REST API guide, "Status Codes and Error Responses").

use serde_json::{Value, json};

/// What the service says with a status alone (REST API guide, "Status Codes and Error Responses").
pub fn unsaid(status: u16) -> String {
    let (code, message) = match status {
        401 => ("INVALID_SESSION_ID", "Session expired or invalid"),
        403 => ("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."),
        503 => ("SERVER_UNAVAILABLE", "Server Too Busy"),
        _ => return String::new(),
    };
    Refusal::new(status, code, message).body().to_string()
}

/// A refused request, or a refused record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// What clients branch on.
    pub code: &'static str,
    /// Message in English.
    pub message: String,
    /// Fields it is about; `None` where the list is left out.
    pub fields: Option<Vec<String>>,
}

impl Refusal {
    /// Any refusal.
    pub fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            fields: None,
        }
    }

    /// A refused record: its error tells the fields it is about, perhaps none.
    pub fn record(code: &'static str, message: impl Into<String>, fields: &[&str]) -> Self {
        Self {
            fields: Some(fields.iter().map(|field| (*field).to_owned()).collect()),
            ..Self::new(400, code, message)
        }
    }

    /// A session that does not hold.
    pub fn session() -> Self {
        Self::new(401, "INVALID_SESSION_ID", "Session expired or invalid")
    }

    /// What is not there.
    pub fn absent() -> Self {
        Self::new(404, "NOT_FOUND", "The requested resource does not exist")
    }

    /// A method that is not taken here.
    pub fn method(method: &str, allowed: &str) -> Self {
        Self::new(
            405,
            "METHOD_NOT_ALLOWED",
            format!("HTTP Method '{method}' not allowed. Allowed are {allowed}"),
        )
    }

    /// A caller without the right to write. With which HTTP status it comes is not published.
    pub fn readonly() -> Self {
        Self::record(
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "insufficient access rights on object id",
            &[],
        )
    }

    /// An object the caller cannot reach, or nobody.
    pub fn object(name: &str) -> Self {
        Self::new(
            400,
            "INVALID_TYPE",
            format!(
                "sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
            ),
        )
    }

    /// The error document of a whole answer.
    pub fn body(&self) -> Value {
        let mut error = json!({"message": self.message, "errorCode": self.code});
        if let (Some(fields), Some(map)) = (&self.fields, error.as_object_mut()) {
            map.insert("fields".into(), json!(fields));
        }
        Value::Array(vec![error])
    }

    /// As the result of one record among others.
    pub fn result(&self) -> Value {
        json!({
            "success": false,
            "errors": [{"statusCode": self.code, "message": self.message, "fields": self.fields.clone().unwrap_or_default()}],
        })
    }
}

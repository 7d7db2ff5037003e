//! Answers and errors in Graph's shape (Graph, "Microsoft Graph error responses and resource types").

use crate::ident::Guid;
use serde_json::{Value, json};

/// A refused request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// What clients branch on.
    pub code: &'static str,
    /// Message in English.
    pub message: String,
    /// `target` and `code` of the one detail, where there is one.
    pub detail: Option<(&'static str, &'static str)>,
}

impl Refusal {
    /// Any refusal.
    pub fn new(status: u16, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
            detail: None,
        }
    }

    /// What the OData layer cannot read: unknown segments, members, types, options.
    pub fn unreadable(message: impl Into<String>) -> Self {
        Self::new(400, "BadRequest", message)
    }

    /// What the directory does not accept.
    pub fn bad(message: impl Into<String>) -> Self {
        Self::new(400, "Request_BadRequest", message)
    }

    /// A query the directory does not support.
    pub fn unsupported(message: impl Into<String>) -> Self {
        Self::new(400, "Request_UnsupportedQuery", message)
    }

    /// An object that is not there, or not yet.
    pub fn absent(id: &str) -> Self {
        Self::new(
            404,
            "Request_ResourceNotFound",
            format!("Resource '{id}' does not exist or one of its queried reference-property objects are not present."),
        )
    }

    /// A caller without the right.
    pub fn denied() -> Self {
        Self::new(
            403,
            "Authorization_RequestDenied",
            "Insufficient privileges to complete the operation.",
        )
    }

    /// A token that does not hold here.
    pub fn token(message: &str) -> Self {
        Self::new(401, "InvalidAuthenticationToken", message)
    }

    /// With a detail.
    pub fn about(mut self, target: &'static str, code: &'static str) -> Self {
        self.detail = Some((target, code));
        self
    }

    /// The error document; `request` is the id the client sent or got.
    pub fn body(&self, request: &str, at: &str) -> Value {
        let mut error = json!({
            "code": self.code,
            "message": self.message,
            "innerError": {
                "date": at.trim_end_matches('Z'),
                "request-id": Guid::derive("graph request", &format!("{request}{at}")).to_string(),
                "client-request-id": request,
            },
        });
        if let (Some((target, code)), Some(map)) = (self.detail, error.as_object_mut()) {
            map.insert(
                "details".into(),
                json!([{"code": code, "message": self.message, "target": target}]),
            );
        }
        json!({"error": error})
    }
}

/// What an answer carries.
#[derive(Debug, Clone, PartialEq)]
pub enum Payload {
    /// Nothing.
    None,
    /// A JSON document.
    Json(Value),
    /// Plain text, such as a count.
    Text(String),
}

/// An answer before it becomes HTTP.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers beside the content type.
    pub headers: Vec<(String, String)>,
    /// Body.
    pub body: Payload,
}

impl Answer {
    /// A document.
    pub fn json(status: u16, body: Value) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: Payload::Json(body),
        }
    }

    /// 204.
    pub fn nothing() -> Self {
        Self {
            status: 204,
            headers: Vec::new(),
            body: Payload::None,
        }
    }
}

//! Refusals: status, code and message as the Web API gives them (Web API, "Compose HTTP requests and handle errors").

use crate::ident::Guid;
use serde_json::{Value, json};

/// A refused request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// Hexadecimal code, possibly empty.
    pub code: String,
    /// Message in English.
    pub message: String,
}

impl Refusal {
    /// Any refusal.
    pub fn new(status: u16, code: &str, message: impl Into<String>) -> Self {
        Self {
            status,
            code: code.to_owned(),
            message: message.into(),
        }
    }

    /// A query or payload the service cannot understand.
    pub fn bad(message: impl Into<String>) -> Self {
        Self::new(400, "0x80060888", message)
    }

    /// A payload with a wrong property or value.
    pub fn payload(message: impl Into<String>) -> Self {
        Self::new(400, "0x80048d19", message)
    }

    /// A path that leads nowhere.
    pub fn no_segment(name: &str) -> Self {
        Self::new(
            404,
            "0x8006088a",
            format!("Resource not found for the segment '{name}'."),
        )
    }

    /// A row that does not exist; named by schema name.
    pub fn no_row(schema_name: &str, id: Guid) -> Self {
        Self::new(
            404,
            "0x80040217",
            format!("{schema_name} With Id = {id} Does Not Exist"),
        )
    }

    /// A property a type does not have, in a query.
    pub fn no_property(name: &str, type_name: &str) -> Self {
        Self::bad(format!(
            "Could not find a property named '{name}' on type '{type_name}'."
        ))
    }

    /// An ETag that no longer holds.
    pub fn version_mismatch() -> Self {
        Self::new(
            412,
            "0x80060882",
            "The version of the existing record doesn't match the RowVersion property provided.",
        )
    }

    /// The error document.
    pub fn body(&self, detailed: bool) -> Value {
        let mut error = json!({"code": self.code, "message": self.message});
        if detailed && let Some(map) = error.as_object_mut() {
            map.insert(
                "@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus".into(),
                json!("0"),
            );
            map.insert(
                "@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode".into(),
                json!("2146233088"),
            );
            map.insert(
                "@Microsoft.PowerApps.CDS.HelpLink".into(),
                json!(format!(
                    "http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a{}",
                    self.code
                )),
            );
            map.insert(
                "@Microsoft.PowerApps.CDS.InnerError.Message".into(),
                json!(self.message),
            );
        }
        json!({"error": error})
    }
}

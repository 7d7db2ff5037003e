//! AADSTS errors (Microsoft Entra authentication and authorization error codes).

use crate::clock::Clock;
use crate::ident::Guid;
use serde_json::{Value, json};

/// A refusal with its AADSTS number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// OAuth's word for it.
    pub error: &'static str,
    /// AADSTS number.
    pub number: u32,
    /// What follows the number.
    pub says: String,
    /// `suberror`, where there is one.
    pub suberror: Option<&'static str>,
    /// Status of a token answer.
    pub status: u16,
}

impl Refusal {
    /// Any refusal.
    pub fn new(error: &'static str, number: u32, says: impl Into<String>) -> Self {
        Self {
            error,
            number,
            says: says.into(),
            suberror: None,
            status: if error == "invalid_client" { 401 } else { 400 },
        }
    }

    /// A parameter that is missing.
    pub fn missing(name: &str) -> Self {
        Self::new(
            "invalid_request",
            900_144,
            format!("The request body must contain the following parameter: '{name}'."),
        )
    }

    /// An application that the tenant does not know.
    pub fn no_application(client: &str) -> Self {
        let mut refusal = Self::new(
            "unauthorized_client",
            700_016,
            format!(
                "Application with identifier '{client}' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant."
            ),
        );
        refusal.status = 400;
        refusal
    }

    /// Consent is missing.
    pub fn consent(client: &str, name: &str) -> Self {
        Self::new(
            "invalid_grant",
            65_001,
            format!(
                "The user or administrator has not consented to use the application with ID '{client}' named '{name}'. Send an interactive authorization request for this user and resource."
            ),
        )
        .with("consent_required")
    }

    /// With a suberror.
    pub fn with(mut self, suberror: &'static str) -> Self {
        self.suberror = Some(suberror);
        self
    }

    /// As another OAuth error, such as on a redirect.
    pub fn named(mut self, error: &'static str) -> Self {
        self.error = error;
        self
    }

    /// The whole description.
    pub fn description(&self, clock: Clock) -> String {
        let at = clock.text();
        let trace = Guid::derive("entra trace", &format!("{}{at}{}", self.number, self.says));
        format!(
            "AADSTS{}: {} Trace ID: {trace} Correlation ID: {trace} Timestamp: {}",
            self.number,
            self.says,
            at.replace('T', " ")
        )
    }

    /// The document of a token answer.
    pub fn body(&self, clock: Clock) -> Value {
        let at = clock.text();
        let trace = Guid::derive("entra trace", &format!("{}{at}{}", self.number, self.says)).to_string();
        let mut body = json!({
            "error": self.error,
            "error_description": self.description(clock),
            "error_codes": [self.number],
            "timestamp": at.replace('T', " "),
            "trace_id": trace,
            "correlation_id": trace,
            "error_uri": format!("https://login.microsoftonline.com/error?code={}", self.number),
        });
        if let (Some(suberror), Some(map)) = (self.suberror, body.as_object_mut()) {
            map.insert("suberror".into(), json!(suberror));
        }
        body
    }

    /// The parameters of a redirect.
    pub fn parameters(&self, clock: Clock) -> Vec<(&'static str, String)> {
        let mut all = vec![
            ("error", self.error.to_owned()),
            ("error_description", self.description(clock)),
            (
                "error_uri",
                format!("https://login.microsoftonline.com/error?code={}", self.number),
            ),
        ];
        all.extend(self.suberror.map(|word| ("error_subcode", word.to_owned())));
        all
    }
}

/// Parameters as a query or fragment writes them.
pub fn encoded(parameters: &[(&str, String)]) -> String {
    let one = |(name, value): &(&str, String)| {
        format!(
            "{name}={}",
            percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC)
        )
    };
    parameters.iter().map(one).collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odata::url;

    #[test]
    fn what_is_encoded_reads_back() {
        let text = encoded(&[("error_description", "AADSTS65001: a & b + c".to_owned())]);
        assert_eq!(
            url::pairs(&text),
            [("error_description".to_owned(), "AADSTS65001: a & b + c".to_owned())]
        );
    }
}

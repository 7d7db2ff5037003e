//! What the sandbox's own pages are made of: escaped text, the shell of a sign-in page and its form.

use crate::server::respond;
use bytes::Bytes;
use http::Response;
use serde_json::Value;

/// Text as it may stand in an element or an attribute.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// A JSON answer that nobody stores; null for none.
pub(crate) fn unstored(status: u16, body: &Value) -> Response<Bytes> {
    let headers = [
        ("content-type", "application/json; charset=utf-8"),
        ("cache-control", "no-store, no-cache"),
        ("pragma", "no-cache"),
    ];
    let text = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    respond(status, &headers, &text)
}

/// A page of signing in that nobody frames; `files` is where its script and its style are. The script is there before
/// the first button is: a press is never lost.
pub(crate) fn sign_in_page(status: u16, files: &str, title: &str, body: &str) -> Response<Bytes> {
    let headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-frame-options", "DENY"),
        (
            "content-security-policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-ancestors 'none'",
        ),
    ];
    let text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{title}</title>\
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"{files}/sign_in.css\">\
         <script src=\"{files}/sign_in.js\"></script></head>\n<body><main>{body}</main></body>\n</html>\n"
    );
    respond(status, &headers, &text)
}

/// Its form: which sign-in it goes on with, and what was chosen.
pub(crate) fn sign_in_form(action: &str, flow: &str, inner: &str) -> String {
    format!(
        "<form method=\"post\" action=\"{action}\"><input type=\"hidden\" name=\"flow\" value=\"{flow}\">\
         <input type=\"hidden\" name=\"choice\" value=\"\">{inner}</form>"
    )
}

/// The script all these pages share.
pub(crate) fn sign_in_script() -> Response<Bytes> {
    let media = [("content-type", "text/javascript; charset=utf-8")];
    respond(200, &media, include_str!("entra/sign_in.js"))
}

/// A style sheet.
pub(crate) fn style(text: &str) -> Response<Bytes> {
    respond(200, &[("content-type", "text/css; charset=utf-8")], text)
}

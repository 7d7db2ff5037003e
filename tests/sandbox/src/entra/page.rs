//! Entra's pages: picking an account, a second factor, consent, and what went wrong.

use super::refusal::Refusal;
use super::resource::Scope;
use crate::clock::Clock;
use bytes::Bytes;
use http::Response;
use serde_json::Value;

/// Any answer.
pub(super) fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Response<Bytes> {
    let mut builder = Response::builder().status(status);
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(body.into()).unwrap_or_default()
}

/// A JSON answer that nobody stores.
pub(super) fn json(status: u16, body: &Value) -> Response<Bytes> {
    let headers = [
        ("content-type", "application/json; charset=utf-8"),
        ("cache-control", "no-store, no-cache"),
        ("pragma", "no-cache"),
    ];
    answer(status, &headers, body.to_string())
}

/// 404.
pub(super) fn not_found() -> Response<Bytes> {
    answer(404, &[("content-type", "text/plain; charset=utf-8")], "Not found.")
}

/// The pages' script and style.
pub(super) fn file(path: &str) -> Option<Response<Bytes>> {
    let (media, text) = match path {
        "shared/1.0/sign_in.js" => ("text/javascript; charset=utf-8", include_str!("sign_in.js")),
        "shared/1.0/sign_in.css" => ("text/css; charset=utf-8", include_str!("sign_in.css")),
        _ => return None,
    };
    Some(answer(200, &[("content-type", media)], text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn page(status: u16, title: &str, body: &str) -> Response<Bytes> {
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
         <link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"/shared/1.0/sign_in.css\">\
         <script type=\"module\" src=\"/shared/1.0/sign_in.js\"></script></head>\n<body><main>{body}</main></body>\n</html>\n"
    );
    answer(status, &headers, text)
}

fn form(action: &str, flow: &str, inner: &str) -> String {
    format!(
        "<form method=\"post\" action=\"/common/{action}\"><input type=\"hidden\" name=\"flow\" value=\"{flow}\">\
         <input type=\"hidden\" name=\"choice\" value=\"\">{inner}</form>"
    )
}

/// Picking an account: sign-in name and display name of each.
pub(super) fn accounts(flow: &str, app: &str, people: &[(String, String)], hint: &str) -> Response<Bytes> {
    let tiles = people.iter().map(|(upn, name)| {
        let (upn, name) = (escaped(upn), escaped(name));
        format!(
            "<button type=\"button\" class=\"tile\" data-test-id=\"{upn}\" value=\"{upn}\">{name}<small>{upn}</small></button>"
        )
    });
    let inner = format!(
        "<h1>Pick an account</h1><p>to continue to {}</p>{}\
         <p><label for=\"i0116\">Use another account</label> <input id=\"i0116\" name=\"loginfmt\" type=\"email\" value=\"{}\"></p>\
         <footer><button type=\"button\" id=\"idBtn_Back\" value=\"\">Cancel</button>\
         <button type=\"button\" id=\"idSIButton9\" class=\"primary\" value=\"other\">Next</button></footer>",
        escaped(app),
        tiles.collect::<String>(),
        escaped(hint),
    );
    page(200, "Sign in to your account", &form("login", flow, &inner))
}

/// A second factor.
pub(super) fn second_factor(flow: &str, upn: &str) -> Response<Bytes> {
    let inner = format!(
        "<h1>Approve sign in request</h1><p>{}</p><p>Open your Authenticator app, and approve the request to sign in.</p>\
         <footer><button type=\"button\" id=\"idBtn_Back\" value=\"\">Cancel</button>\
         <button type=\"button\" id=\"idSIButton9\" class=\"primary\" value=\"approve\">Approve</button></footer>",
        escaped(upn)
    );
    page(200, "Sign in to your account", &form("proofup", flow, &inner))
}

/// Consent: the scopes asked for; an administrator may consent for everybody.
pub(super) fn consent(flow: &str, app: &str, upn: &str, scopes: &[&Scope], everybody: bool) -> Response<Bytes> {
    let list: String = scopes
        .iter()
        .map(|scope| format!("<li data-scope=\"{}\">{}</li>", scope.value, escaped(scope.says)))
        .collect();
    let organization = if everybody {
        "<p><label><input type=\"checkbox\" id=\"organization\" name=\"organization\" value=\"yes\"> \
         Consent on behalf of your organization</label></p>"
    } else {
        ""
    };
    let inner = format!(
        "<p>{}</p><h1>Permissions requested</h1><p><strong>{}</strong> (unverified)</p><p>This app would like to:</p>\
         <ul>{list}</ul>{organization}<footer><button type=\"button\" id=\"idBtn_Back\" value=\"\">Cancel</button>\
         <button type=\"button\" id=\"idBtn_Accept\" class=\"primary\" value=\"accept\">Accept</button></footer>",
        escaped(upn),
        escaped(app)
    );
    page(200, "Permissions requested", &form("consent", flow, &inner))
}

/// What only an administrator consents to, shown to somebody else.
pub(super) fn approval(flow: &str, app: &str, upn: &str) -> Response<Bytes> {
    let inner = format!(
        "<p>{}</p><h1>Need admin approval</h1><p><strong>{}</strong> needs permission to access resources in your \
         organization that only an admin can grant. Please ask an admin to grant permission to this app before you can \
         use it.</p><footer><button type=\"button\" id=\"idBtn_Back\" value=\"\">Return to the application without \
         granting consent</button></footer>",
        escaped(upn),
        escaped(app)
    );
    page(200, "Need admin approval", &form("consent", flow, &inner))
}

/// What went wrong, where there is no address to send it to.
pub(super) fn trouble(refusal: &Refusal, clock: Clock) -> Response<Bytes> {
    let body = format!(
        "<h1>Sorry, but we’re having trouble signing you in.</h1><p class=\"error\" id=\"exceptionMessageContainer\">{}</p>",
        escaped(&refusal.description(clock))
    );
    page(400, "Sign in to your account", &body)
}

/// After signing out.
pub(super) fn signed_out() -> Response<Bytes> {
    page(200, "Sign out", "<h1>You signed out of your account</h1>")
}

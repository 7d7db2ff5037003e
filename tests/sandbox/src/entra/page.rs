//! Entra's pages: picking an account, a second factor, consent, and what went wrong.

use super::refusal::Refusal;
use super::resource::Scope;
use crate::clock::Clock;
use crate::markup::{escaped, sign_in_form, sign_in_page, sign_in_script, style};
use crate::server::respond;
use bytes::Bytes;
use http::Response;

/// 404.
pub(super) fn not_found() -> Response<Bytes> {
    respond(404, &[("content-type", "text/plain; charset=utf-8")], "Not found.")
}

/// The pages' script and style.
pub(super) fn file(path: &str) -> Option<Response<Bytes>> {
    match path {
        "shared/1.0/sign_in.js" => Some(sign_in_script()),
        "shared/1.0/sign_in.css" => Some(style(include_str!("sign_in.css"))),
        _ => None,
    }
}

fn page(status: u16, title: &str, body: &str) -> Response<Bytes> {
    sign_in_page(status, "/shared/1.0", title, body)
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
    page(
        200,
        "Sign in to your account",
        &sign_in_form("/common/login", flow, &inner),
    )
}

/// A second factor.
pub(super) fn second_factor(flow: &str, upn: &str) -> Response<Bytes> {
    let inner = format!(
        "<h1>Approve sign in request</h1><p>{}</p><p>Open your Authenticator app, and approve the request to sign in.</p>\
         <footer><button type=\"button\" id=\"idBtn_Back\" value=\"\">Cancel</button>\
         <button type=\"button\" id=\"idSIButton9\" class=\"primary\" value=\"approve\">Approve</button></footer>",
        escaped(upn)
    );
    page(
        200,
        "Sign in to your account",
        &sign_in_form("/common/proofup", flow, &inner),
    )
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
    page(
        200,
        "Permissions requested",
        &sign_in_form("/common/consent", flow, &inner),
    )
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
    page(
        200,
        "Need admin approval",
        &sign_in_form("/common/consent", flow, &inner),
    )
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

//! The pages of signing in: who, approval, what went wrong.

use crate::markup::{escaped, sign_in_form, sign_in_page, sign_in_script, style};
use crate::salesforce::store::{Row, text};
use bytes::Bytes;
use http::Response;

/// The pages' script and style.
pub(super) fn file(path: &str) -> Option<Response<Bytes>> {
    match path {
        "/jslibrary/sign_in.js" => Some(sign_in_script()),
        "/jslibrary/sign_in.css" => Some(style(include_str!("sign_in.css"))),
        _ => None,
    }
}

pub(super) fn app_name(app: &Row) -> String {
    let name = text(app, "MasterLabel");
    if name.is_empty() { text(app, "Name") } else { name }.to_owned()
}

fn page(status: u16, title: &str, body: &str) -> Response<Bytes> {
    sign_in_page(status, "/jslibrary", title, body)
}

/// The login page: sign-in name and name of each user offered.
pub(super) fn people(flow: &str, app: &str, people: &[(String, String)], hint: &str) -> Response<Bytes> {
    let tiles = people.iter().map(|(username, name)| {
        let (username, name) = (escaped(username), escaped(name));
        format!(
            "<button type=\"button\" class=\"tile\" data-username=\"{username}\" value=\"{username}\">{name}<small>{username}</small></button>"
        )
    });
    let inner = format!(
        "<h1>Log in to Salesforce</h1><p>to continue to {}</p>{}<p><label for=\"username\">Username</label> \
         <input id=\"username\" name=\"username\" type=\"email\" value=\"{}\"></p>\
         <footer><button type=\"button\" id=\"Login\" class=\"primary\" value=\"other\">Log In</button></footer>",
        escaped(app),
        tiles.collect::<String>(),
        escaped(hint),
    );
    page(
        200,
        "Login | Salesforce",
        &sign_in_form(super::sign_in::LOGIN, flow, &inner),
    )
}

/// The login page after a name nobody has.
pub(super) fn wrong(flow: &str, says: &str) -> Response<Bytes> {
    let inner = format!(
        "<h1>Log in to Salesforce</h1><p class=\"error\" id=\"error\">{}</p><p><label for=\"username\">Username</label> \
         <input id=\"username\" name=\"username\" type=\"email\"></p>\
         <footer><button type=\"button\" id=\"Login\" class=\"primary\" value=\"other\">Log In</button></footer>",
        escaped(says)
    );
    page(
        200,
        "Login | Salesforce",
        &sign_in_form(super::sign_in::LOGIN, flow, &inner),
    )
}

/// What an app may do, in the approval page's words.
const SCOPES: [(&str, &str); 5] = [
    ("api", "Manage user data via APIs"),
    ("web", "Manage user data via Web browsers"),
    ("refresh_token", "Perform requests at any time"),
    ("id", "Access the identity URL service"),
    ("openid", "Access unique user identifiers"),
];

/// The approval page.
pub(super) fn approval(flow: &str, app: &str, username: &str, scopes: &[String]) -> Response<Bytes> {
    let list: String = scopes
        .iter()
        .map(|scope| {
            let says = SCOPES
                .iter()
                .find(|(name, _)| name == scope)
                .map_or(scope.as_str(), |(_, says)| says);
            format!("<li data-scope=\"{}\">{}</li>", escaped(scope), escaped(says))
        })
        .collect();
    let inner = format!(
        "<h1>Allow Access?</h1><p><strong>{}</strong> is asking to:</p><ul>{list}</ul>\
         <p>Do you want to allow access for {}?</p><footer><button type=\"button\" id=\"oadeny\" value=\"deny\">Deny</button>\
         <button type=\"button\" id=\"oaapprove\" class=\"primary\" value=\"allow\">Allow</button></footer>",
        escaped(app),
        escaped(username)
    );
    page(
        200,
        "Allow Access? | Salesforce",
        &sign_in_form(super::sign_in::APPROVAL, flow, &inner),
    )
}

/// What went wrong, where there is no address to send it to.
pub(super) fn trouble(error: &str, description: &str) -> Response<Bytes> {
    let body = format!(
        "<h1>OAuth Error</h1><p class=\"error\" id=\"error\">error={}&amp;error_description={}</p>",
        escaped(error),
        escaped(description)
    );
    page(400, "OAuth Error | Salesforce", &body)
}

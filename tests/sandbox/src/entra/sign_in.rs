//! From authorize request to code: session, account, second factor, consent.

use super::grant::{Code, Entra, Flow, Grant, elsewhere, object_of};
use super::refusal::{Refusal, encoded};
use super::request::{AuthorizeRequest, Fault, Realm, Version, multi_tenant, realm};
use super::resource::{Resource, Scope};
use super::{OTHER_TENANT, Visit, consent, page, value};
use crate::graph::directory::text;
use crate::odata::url;
use crate::server::respond;
use bytes::Bytes;
use http::{HeaderValue, Response};

const COOKIE: &str = "ESTSAUTHPERSISTENT";
/// Accounts the picker offers; anybody else is written.
const OFFERED: [&str; 6] = ["admin", "agent", "manager", "reader", "norole", "disabled"];

fn session_of(visit: &Visit<'_>) -> Option<String> {
    let cookies = visit.header("cookie");
    cookies.split(';').find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == COOKIE && !value.is_empty()).then(|| value.to_owned())
    })
}

fn with_cookie(mut response: Response<Bytes>, session: &str, life: &str) -> Response<Bytes> {
    let cookie = format!("{COOKIE}={session}; Path=/; Secure; HttpOnly; SameSite=None{life}");
    if let Ok(value) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append("set-cookie", value);
    }
    response
}

fn redirect(request: &AuthorizeRequest, mut parameters: Vec<(&'static str, String)>) -> Response<Bytes> {
    parameters.extend(request.state.clone().map(|state| ("state", state)));
    let mark = match (request.fragment, request.redirect.contains('?')) {
        (true, _) => '#',
        (false, true) => '&',
        (false, false) => '?',
    };
    let to = format!("{}{mark}{}", request.redirect, encoded(&parameters));
    respond(302, &[("location", &to), ("cache-control", "no-store")], "")
}

fn refused(entra: &Entra, request: &AuthorizeRequest, refusal: &Refusal) -> Response<Bytes> {
    redirect(request, refusal.parameters(entra.clock))
}

/// The person's own no.
fn cancelled(request: &AuthorizeRequest) -> Response<Bytes> {
    redirect(
        request,
        vec![
            ("error", "access_denied".to_owned()),
            ("error_subcode", "cancel".to_owned()),
        ],
    )
}

/// `GET …/authorize`.
pub(super) fn authorize(entra: &mut Entra, visit: &mut Visit<'_>, tenant: &str, version: Version) -> Response<Bytes> {
    let request = match AuthorizeRequest::read(visit, tenant, version) {
        Ok(request) => request,
        Err(Fault::Page(refusal)) => return page::trouble(&refusal, entra.clock),
        Err(Fault::Redirect(request, refusal)) => return refused(entra, &request, &refusal),
    };
    let id = session_of(visit).unwrap_or_else(|| entra.mint.handle());
    let session = entra.sessions.get(&id).cloned().unwrap_or_default();
    let fitting: Vec<&String> = session
        .accounts
        .iter()
        .filter(|upn| request.hint.is_empty() || **upn == request.hint)
        .collect();
    if request.prompt == "none" {
        return silent(entra, visit, &request, &id, &fitting);
    }
    let picks = matches!(request.prompt.as_str(), "login" | "select_account");
    let account = match fitting.as_slice() {
        [only] if !picks => Some((*only).clone()),
        _ => None,
    };
    let flow = Flow {
        request,
        account,
        session: id,
    };
    next(entra, visit, flow, false)
}

/// A request that may show nothing.
fn silent(
    entra: &mut Entra,
    visit: &mut Visit<'_>,
    request: &AuthorizeRequest,
    session: &str,
    accounts: &[&String],
) -> Response<Bytes> {
    let refusal = match accounts {
        [] => Refusal::new(
            "login_required",
            50_058,
            "A silent sign-in request was sent but no user is signed in.",
        ),
        [only] => {
            let flow = Flow {
                request: request.clone(),
                account: Some((*only).clone()),
                session: session.to_owned(),
            };
            match obstacle(entra, visit, &flow) {
                Obstacle::None => return code(entra, flow),
                Obstacle::Trouble(refusal) => refusal.named("interaction_required"),
                Obstacle::Factor => Refusal::new(
                    "interaction_required",
                    50_076,
                    "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.",
                ),
                Obstacle::Consent(_) => Refusal::consent(&request.client, &request.name).named("interaction_required"),
            }
        }
        _ => Refusal::new(
            "interaction_required",
            16_000,
            "Either multiple user identities are available for the current request or selected account is not supported for the scenario.",
        ),
    };
    refused(entra, request, &refusal)
}

/// What stands between an account and its code.
enum Obstacle {
    None,
    Trouble(Refusal),
    Factor,
    Consent(Vec<(Resource, &'static Scope)>),
}

fn obstacle(entra: &Entra, visit: &Visit<'_>, flow: &Flow) -> Obstacle {
    let (request, upn) = (&flow.request, flow.account.clone().unwrap_or_default());
    let directory = &visit.directory;
    let trouble = |number: u32, says: String| Obstacle::Trouble(Refusal::new("invalid_request", number, says));
    let Some(user) = object_of(&upn, directory) else {
        return trouble(
            50_034,
            format!(
                "The user account {upn} does not exist in the directory. To sign into this application, the account must be added to the directory."
            ),
        );
    };
    let app = directory.find_any("applications", "appId", &request.client);
    let home = realm(&request.tenant, directory).unwrap_or(Realm::Home);
    let outside = match home {
        Realm::Any => elsewhere(&upn) && !app.is_some_and(multi_tenant),
        Realm::Home => elsewhere(&upn),
        Realm::Other => !elsewhere(&upn),
    };
    if outside {
        return trouble(
            50_020,
            format!(
                "User account '{upn}' from identity provider does not exist in tenant and cannot access the application '{}'({}) in that tenant. The account needs to be added as an external user in the tenant first.",
                request.client, request.name
            ),
        );
    }
    let row = directory.find("users", "userPrincipalName", &upn);
    if row.is_some_and(|row| row.get("accountEnabled") == Some(&false.into())) {
        return trouble(50_057, "The user account is disabled.".into());
    }
    let principal = directory.find_any("servicePrincipals", "appId", &request.client);
    if let Some(principal) = principal
        && principal.get("appRoleAssignmentRequired") == Some(&true.into())
        && !directory
            .all("appRoleAssignments")
            .iter()
            .any(|row| text(row, "principalId") == user && text(row, "resourceId") == text(principal, "id"))
    {
        return trouble(
            50_105,
            format!(
                "Your administrator has configured the application {} ('{}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '{upn}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.",
                request.name, request.client
            ),
        );
    }
    let session = entra.sessions.get(&flow.session);
    if entra.factor_wanted
        && request.asked.resources().contains(&Resource::PowerApps)
        && !session.is_some_and(|session| session.factor)
    {
        return Obstacle::Factor;
    }
    // The tenant next door has consented to everything: what matters there is that it is another tenant.
    if elsewhere(&upn) {
        return Obstacle::None;
    }
    match consent::missing(directory, &request.client, &user, &request.asked) {
        Ok(missing) if missing.is_empty() => Obstacle::None,
        Ok(missing) => Obstacle::Consent(missing),
        Err(resource) => trouble(
            650_057,
            format!(
                "Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration. Client app ID: {}. Resource value from request: {}.",
                request.client,
                resource.uri()
            ),
        ),
    }
}

/// Shows the next page of a sign-in, or ends it with a code. `agreed`: the person has just consented.
fn next(entra: &mut Entra, visit: &mut Visit<'_>, flow: Flow, agreed: bool) -> Response<Bytes> {
    let handle = entra.mint.handle();
    let name = flow.request.name.clone();
    let Some(upn) = flow.account.clone() else {
        let people = people(visit, &flow.request.hint);
        let hint = flow.request.hint.clone();
        entra.flows.insert(handle.clone(), flow);
        return page::accounts(&handle, &name, &people, &hint);
    };
    let shown = match obstacle(entra, visit, &flow) {
        Obstacle::Trouble(refusal) => return page::trouble(&refusal, entra.clock),
        Obstacle::Factor => page::second_factor(&handle, &upn),
        Obstacle::Consent(scopes) => consent_page(visit, &handle, &name, &upn, &scopes),
        Obstacle::None if !agreed && matches!(flow.request.prompt.as_str(), "consent" | "admin_consent") => {
            let asked = flow.request.asked.scopes.iter();
            let scopes: Vec<(Resource, &'static Scope)> = asked
                .filter_map(|(resource, word)| Some((resource.clone(), resource.scope(word)?)))
                .collect();
            consent_page(visit, &handle, &name, &upn, &scopes)
        }
        Obstacle::None => return code(entra, flow),
    };
    entra.flows.insert(handle, flow);
    shown
}

fn consent_page(
    visit: &Visit<'_>,
    handle: &str,
    name: &str,
    upn: &str,
    scopes: &[(Resource, &'static Scope)],
) -> Response<Bytes> {
    let user = object_of(upn, visit.directory).unwrap_or_default();
    let may = consent::administrator(visit.directory, &user);
    if !may && scopes.iter().any(|(_, scope)| scope.admin) {
        return page::approval(handle, name, upn);
    }
    let list: Vec<&Scope> = scopes.iter().map(|(_, scope)| *scope).collect();
    page::consent(handle, name, upn, &list, may)
}

/// Accounts on offer, the hinted one first.
fn people(visit: &Visit<'_>, hint: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let cast = OFFERED.iter().map(|name| format!("{name}@contoso.com"));
    for upn in std::iter::once(hint.to_owned()).chain(cast) {
        if let Some(user) = visit.directory.find("users", "userPrincipalName", &upn)
            && !found.iter().any(|(known, _)| *known == upn)
        {
            found.push((upn, text(user, "displayName").to_owned()));
        }
    }
    found.push((format!("admin@{OTHER_TENANT}"), "Fabrikam administrator".to_owned()));
    found
}

fn code(entra: &mut Entra, flow: Flow) -> Response<Bytes> {
    let code = entra.mint.token("code");
    let factor = entra.sessions.get(&flow.session).is_some_and(|session| session.factor);
    let request = flow.request;
    let now = entra.clock.now();
    let grant = Grant {
        client: request.client.clone(),
        spa: request.spa,
        redirect: request.redirect.clone(),
        asked: request.asked.clone(),
        nonce: request.nonce.clone(),
        upn: flow.account.unwrap_or_default(),
        challenge: request.challenge.clone(),
        since: now,
        factor,
    };
    let kept = Code {
        grant,
        at: now,
        spent: false,
    };
    entra.codes.insert(code.clone(), kept);
    let session_state = crate::ident::Guid::derive("session", &flow.session).to_string();
    redirect(&request, vec![("code", code), ("session_state", session_state)])
}

/// The sign-in that a posted form belongs to, and the form.
fn under_way(entra: &mut Entra, visit: &Visit<'_>) -> Option<(Flow, Vec<(String, String)>)> {
    let form = visit.form();
    let flow = entra.flows.remove(value(&form, "flow"))?;
    Some((flow, form))
}

/// A form that belongs to none.
fn stray(entra: &Entra) -> Response<Bytes> {
    let refusal = Refusal::new(
        "invalid_request",
        165_000,
        "Invalid Request: The request tokens do not match the user context.",
    );
    page::trouble(&refusal, entra.clock)
}

/// `POST …/login`: an account was picked.
pub(super) fn account_chosen(entra: &mut Entra, visit: &mut Visit<'_>) -> Response<Bytes> {
    let Some((mut flow, form)) = under_way(entra, visit) else {
        return stray(entra);
    };
    let upn = match value(&form, "choice") {
        "" => return cancelled(&flow.request),
        "other" => value(&form, "loginfmt").trim().to_ascii_lowercase(),
        upn => upn.to_ascii_lowercase(),
    };
    flow.account = Some(upn.clone());
    let signed_in = !matches!(obstacle(entra, visit, &flow), Obstacle::Trouble(_));
    let id = flow.session.clone();
    if signed_in {
        let session = entra.sessions.entry(id.clone()).or_default();
        session.accounts.retain(|known| *known != upn);
        session.accounts.push(upn);
    }
    let response = next(entra, visit, flow, false);
    if signed_in {
        with_cookie(response, &id, "")
    } else {
        response
    }
}

/// `POST …/proofup`: the second factor was shown.
pub(super) fn second_factor(entra: &mut Entra, visit: &mut Visit<'_>) -> Response<Bytes> {
    let Some((flow, form)) = under_way(entra, visit) else {
        return stray(entra);
    };
    if value(&form, "choice") != "approve" {
        return cancelled(&flow.request);
    }
    if let Some(session) = entra.sessions.get_mut(&flow.session) {
        session.factor = true;
    }
    next(entra, visit, flow, false)
}

/// `POST …/consent`: accepted or declined.
pub(super) fn consent_decided(entra: &mut Entra, visit: &mut Visit<'_>) -> Response<Bytes> {
    let Some((flow, form)) = under_way(entra, visit) else {
        return stray(entra);
    };
    let upn = flow.account.clone().unwrap_or_default();
    let user = object_of(&upn, visit.directory).unwrap_or_default();
    let administrator = consent::administrator(visit.directory, &user);
    let missing = match obstacle(entra, visit, &flow) {
        Obstacle::Consent(missing) => missing,
        _ => Vec::new(),
    };
    if value(&form, "choice") != "accept" || (!administrator && missing.iter().any(|(_, scope)| scope.admin)) {
        let mut parameters = Refusal::new("access_denied", 65_004, "User declined to consent to access the app.")
            .parameters(entra.clock);
        parameters.push(("error_subcode", "cancel".to_owned()));
        return redirect(&flow.request, parameters);
    }
    let everybody = administrator && value(&form, "organization") == "yes";
    let principal = (!everybody).then_some(user.as_str());
    consent::record(
        visit.directory,
        &mut entra.mint,
        &flow.request.client,
        principal,
        &missing,
    );
    next(entra, visit, flow, true)
}

/// `GET …/logout`.
pub(super) fn sign_out(entra: &mut Entra, visit: &Visit<'_>) -> Response<Bytes> {
    let id = session_of(visit).unwrap_or_default();
    entra.sessions.remove(&id);
    let pairs = url::pairs(visit.request.uri().query().unwrap_or_default());
    let back = value(&pairs, "post_logout_redirect_uri");
    // Only an address that some application registered is gone to.
    let known = visit.directory.all("applications").iter().any(|app| {
        ["spa", "web"].iter().any(|platform| {
            app.get(*platform)
                .and_then(|p| p.get("redirectUris"))
                .and_then(serde_json::Value::as_array)
                .is_some_and(|list| list.iter().any(|uri| uri.as_str() == Some(back)))
        })
    });
    let response = if known {
        respond(302, &[("location", back)], "")
    } else {
        page::signed_out()
    };
    with_cookie(response, "", "; Max-Age=0")
}

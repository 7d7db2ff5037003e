//! Who holds the permissions to Teams data, read from the sandbox tenant's Graph in process (S003-08 to S003-13).
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers as well"
)]

mod org_in_process;

use std::cell::RefCell;

use latchkey::domain::chat::consent::{Consent, Holder, Permission};
use latchkey::domain::organization::SignedInUser;
use latchkey::domain::reading::Reading;
use latchkey::http::{LocalFuture, Method, Request, Response, TransportError};
use latchkey::recipes::disconnect::Context;
use latchkey::recipes::teams_chat::observed::GlobalAdministrator;
use latchkey::recipes::teams_chat::{read_consent, read_directory};
use latchkey::services::Transport;
use latchkey::services::graph::applications::{DYNAMICS_CRM, MICROSOFT_GRAPH};
use latchkey::services::graph::grants::grant_all;
use latchkey::sorted::Sorted;
use latchkey::words::{Language, Words};
use org_in_process::{Org, block_on};
use serde_json::{Value, json};

const GRAPH: &str = "graph.microsoft.com";

/// Graph with pages of one grant each, that refuses what it is told to.
struct Graph<'a> {
    org: &'a Org,
    /// A part of a path, and the answer in its place.
    refuses: Option<(&'a str, u16, &'static str)>,
    asked: RefCell<Vec<String>>,
}

impl Transport for Graph<'_> {
    fn host(&self) -> &str {
        GRAPH
    }
    fn send(&self, mut request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        self.asked.borrow_mut().push(request.path.clone());
        Box::pin(async move {
            let refused = self.refuses.filter(|(part, ..)| request.path.contains(part));
            if let Some((_, status, code)) = refused {
                return Ok(Response {
                    status,
                    headers: Sorted::from([("content-type".to_owned(), "application/json".to_owned())]),
                    body: json!({"error": {"code": code, "message": "no"}}).to_string(),
                });
            }
            if request.path.contains("/oauth2PermissionGrants?") && !request.path.contains("skiptoken") {
                request.path.push_str("&$top=1");
            }
            self.org.call(GRAPH, &request)
        })
    }
    fn batch(&self, _: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async {
            Err(TransportError::NotSent {
                reason: "no batch".into(),
            })
        })
    }
}

fn get(org: &Org, path: &str) -> Value {
    let answer = org.call(GRAPH, &Request::get(path)).unwrap();
    assert!(answer.is_success(), "{path}: {}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

fn post(org: &Org, request: &Request) {
    let answer = org.call(GRAPH, request).unwrap();
    assert!(answer.is_success(), "{}", answer.body);
}

fn principal(org: &Org, app_id: &str) -> String {
    let found = get(org, &format!("/v1.0/servicePrincipals(appId='{app_id}')"));
    found["id"].as_str().unwrap().to_owned()
}

/// A tenant that consented to what Latchkey asks for, and whose intranet app holds two of the five, and others only for one user or of another resource. Gives the
/// object id of that app's service principal too.
fn tenant() -> (Org, String) {
    let org = Org::new("admin@contoso.com", &["consent=given"], "");
    let all = get(&org, "/v1.0/servicePrincipals?$select=id,displayName");
    let all = all["value"].as_array().unwrap();
    let intranet = all.iter().find(|row| row["displayName"] == "Contoso Intranet").unwrap();
    let intranet = intranet["id"].as_str().unwrap().to_owned();
    let (graph, dynamics) = (principal(&org, MICROSOFT_GRAPH), principal(&org, DYNAMICS_CRM));
    post(
        &org,
        &grant_all(&intranet, &graph, "openid Chat.ReadWrite.All Directory.Read.All"),
    );
    post(&org, &grant_all(&intranet, &dynamics, "User.Read.All"));
    let me = get(&org, "/v1.0/me");
    let own = json!({"clientId": intranet, "consentType": "Principal", "principalId": me["id"], "resourceId": graph,
        "scope": "Presence.Read.All"});
    let request = Request::json(Method::Post, "/v1.0/oauth2PermissionGrants".to_owned(), &own);
    post(&org, &request.header("content-type", "application/json"));
    (org, intranet)
}

fn read(graph: &Graph<'_>) -> Reading<Vec<Holder>> {
    let context = Context {
        now: graph.org.now.get(),
        sleep: graph.org,
    };
    block_on(read_consent(graph, context))
}

fn graph<'a>(org: &'a Org, refuses: Option<(&'a str, u16, &'static str)>) -> Graph<'a> {
    Graph {
        org,
        refuses,
        asked: RefCell::default(),
    }
}

#[test]
fn s003_09_13_every_holder_is_found_on_every_page_and_named() {
    let (org, _) = tenant();
    let graph = graph(&org, None);
    let read = read(&graph);
    assert!(read.is_complete(), "{read:?}");
    let held = |permission: Permission| permission.consent(Some(&read));
    assert_eq!(
        held(Permission::ChatReadWriteAll),
        Consent::HeldBy(vec!["Contoso Intranet"])
    );
    assert_eq!(
        held(Permission::DirectoryReadAll),
        Consent::HeldBy(vec!["Contoso Intranet", "Latchkey"])
    );
    assert_eq!(
        held(Permission::PresenceReadAll),
        Consent::HeldByNone,
        "one user's consent is not the organization's"
    );
    assert_eq!(
        held(Permission::UserReadAll),
        Consent::HeldBy(vec!["Latchkey"]),
        "of another resource it is another permission"
    );
    let asked = graph.asked.borrow();
    let pages = asked
        .iter()
        .filter(|path| path.contains("/oauth2PermissionGrants"))
        .count();
    assert!(pages > 2, "the list goes on: {asked:?}");
}

#[test]
fn s003_08_a_missing_right_is_told_with_the_permission_and_the_role_that_may() {
    let (org, _) = tenant();
    for part in ["/oauth2PermissionGrants", "/servicePrincipals(appId="] {
        let graph = graph(&org, Some((part, 403, "Authorization_RequestDenied")));
        let Reading::Unreadable(why) = read(&graph) else {
            panic!("{part} was refused");
        };
        let messages = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/www/messages/en.ftl")).unwrap();
        let words = Words::new(
            Language::English,
            messages,
            Box::new(|number| number.to_string()),
            Box::new(|day| day.to_string()),
        )
        .unwrap();
        let told = words.plain(&why);
        assert!(told.contains("You may not read this"), "{told}");
        assert!(
            told.contains("Directory.Read.All") && told.contains("Global Reader"),
            "{told}"
        );
    }
}

#[test]
fn s003_102_whether_the_admin_is_a_global_administrator_is_told_of_their_own_account_alone() {
    let own_role = |org: &Org, admin: &str, refuses| {
        let admin = SignedInUser {
            id: "1".to_owned(),
            name: "Somebody".to_owned(),
            upn: admin.to_owned(),
        };
        let context = Context {
            now: org.now.get(),
            sleep: org,
        };
        block_on(read_directory(&graph(org, refuses), context, &admin)).1
    };
    let org = Org::new("admin@contoso.com", &["consent=given"], "");
    assert_eq!(own_role(&org, "Admin@contoso.com", None), GlobalAdministrator::Is(true));
    assert_eq!(
        own_role(&org, "manager@contoso.com", None),
        GlobalAdministrator::OtherAccount("admin@contoso.com".to_owned())
    );
    let refused = Some(("/memberOf", 403, "Authorization_RequestDenied"));
    let unread = own_role(&org, "admin@contoso.com", refused);
    assert!(matches!(unread, GlobalAdministrator::Unreadable(_)), "{unread:?}");

    let org = Org::new("owen.admin@contoso.com", &["consent=given"], "");
    assert_eq!(
        own_role(&org, "owen.admin@contoso.com", None),
        GlobalAdministrator::Is(false)
    );
}

#[test]
fn s003_08_a_page_that_does_not_come_makes_the_list_unreadable_never_shorter() {
    let (org, _) = tenant();
    let graph = graph(&org, Some(("skiptoken", 500, "InternalServerError")));
    assert!(matches!(read(&graph), Reading::Unreadable(_)));
}

#[test]
fn s003_09_13_a_holder_without_a_readable_name_is_listed_by_its_id_and_told_missing() {
    let (org, intranet) = tenant();
    let path = format!("/servicePrincipals/{intranet}");
    let read = read(&graph(&org, Some((&path, 403, "Authorization_RequestDenied"))));
    let Reading::Partial { missing, .. } = &read else {
        panic!("{read:?}");
    };
    assert_eq!(missing.len(), 1);
    assert_eq!(missing[0].id, "chat-missing-principal");
    let chats = Permission::ChatReadWriteAll.consent(Some(&read));
    assert_eq!(chats, Consent::HeldBy(vec![&intranet]));
    assert_eq!(Permission::PresenceReadAll.consent(Some(&read)), Consent::NotAmongRead);
}

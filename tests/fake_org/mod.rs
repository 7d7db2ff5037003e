//! A scripted organization: answers by path, so that odd answers can be put in front of good ones.

#![allow(dead_code, reason = "each test crate uses its own part")]

use std::cell::{Cell, RefCell};
#[cfg(not(target_arch = "wasm32"))]
use std::future::Future;

use latchkey::domain::reading::Reading;
use latchkey::http::{LocalFuture, Request, Response, TransportError};
use latchkey::recipes::disconnect::Observed;
#[cfg(not(target_arch = "wasm32"))]
use latchkey::recipes::disconnect::{Context, ObserveError, observe};
use latchkey::services::Transport;
use latchkey::services::patience::Sleep;
use serde_json::{Value, json};

/// An answer for every path that contains `needle`, so many times.
struct Route {
    needle: &'static str,
    left: Cell<usize>,
    answer: Result<Response, TransportError>,
}

/// The organization.
pub struct FakeOrg {
    routes: RefCell<Vec<Route>>,
    /// Every path asked for outside batches, and every batch as `batch of n`.
    pub asked: RefCell<Vec<String>>,
    /// Waits asked for, in milliseconds.
    pub waits: RefCell<Vec<u64>>,
    /// Replaces the text of batch answers.
    pub garble: Option<fn(String) -> String>,
    in_flight: Cell<usize>,
    /// The most reads that were in flight at the same time.
    pub most_in_flight: Cell<usize>,
}

/// A GUID that says what it is: `id(7)`.
pub fn id(number: u32) -> String {
    format!("00000000-0000-4000-8000-{number:012}")
}

pub const ADMIN: u32 = 1;
pub const AGENT: u32 = 2;
pub const MANAGER: u32 = 3;
pub const READER: u32 = 4;
pub const DISABLED: u32 = 5;
pub const APPLICATION: u32 = 6;
pub const ORGANIZATION: u32 = 50;
pub const PRIVILEGE: u32 = 60;
pub const SYSTEM_ADMINISTRATOR: u32 = 100;
pub const CSR: u32 = 101;
pub const CSR_MANAGER: u32 = 102;
pub const OMNICHANNEL_AGENT: u32 = 103;
pub const ESCALATION: u32 = 104;
pub const FIXED: u32 = 105;
/// The copy of a role in the second business unit.
pub const fn copy(role: u32) -> u32 {
    role + 100
}
pub const TEAM: u32 = 300;
pub const ACCESS_TEAM: u32 = 301;
pub const CASE: u32 = 400;
pub const EMAIL: u32 = 401;

pub fn ok(body: Value) -> Response {
    answer(200, &body.to_string())
}

pub fn answer(status: u16, body: &str) -> Response {
    Response {
        status,
        headers: latchkey::sorted::Sorted::from([("content-type".to_owned(), "application/json".to_owned())]),
        body: body.to_owned(),
    }
}

pub fn refusal(status: u16, message: &str) -> Response {
    answer(
        status,
        &json!({"error": {"code": "0x80040220", "message": message}}).to_string(),
    )
}

fn list(rows: Value) -> Response {
    ok(json!({ "value": rows }))
}

fn role(number: u32, root: u32, name: &str, customizable: bool) -> Value {
    json!({
        "roleid": id(number),
        "name": name,
        "_parentrootroleid_value": id(root),
        "_parentroleid_value": if number == root { Value::Null } else { json!(id(root)) },
        "_roletemplateid_value": if root == SYSTEM_ADMINISTRATOR { json!("627090ff-40a3-4053-8790-584edc5be201") } else { Value::Null },
        "ismanaged": true,
        "iscustomizable": {"Value": customizable, "CanBeChanged": true},
    })
}

fn user(number: u32, name: &str, disabled: bool, application: bool) -> Value {
    json!({
        "systemuserid": id(number),
        "fullname": name,
        "domainname": format!("{}@contoso.com", name.split(' ').next().unwrap().to_lowercase()),
        "title": null,
        "isdisabled": disabled,
        "applicationid": if application { json!(id(999)) } else { Value::Null },
        "businessunitid": {"name": "Contoso"},
    })
}

pub fn privileges(depth: Option<&str>) -> Response {
    let held: Vec<Value> = depth
        .map(|depth| json!({"Depth": depth, "PrivilegeId": id(PRIVILEGE), "BusinessUnitId": id(70), "PrivilegeName": "prvUnlinkTeamsChatFromRecord"}))
        .into_iter()
        .collect();
    ok(json!({ "RolePrivileges": held }))
}

pub fn configurations(etag: &str, expanded: bool) -> Value {
    let table = |name: &str, owner: Value, connector: Value, number: u32| {
        let mut row = json!({
            "@odata.etag": etag,
            "msdyn_entitylinkchatconfigurationid": id(number),
            "msdyn_name": name,
            "msdyn_recordownercanunlink": owner,
            "msdyn_recentchatlinkercanunlink": connector,
            "ismanaged": true,
            "_msdyn_entitytype_value": id(number + 50),
        });
        if expanded {
            row["msdyn_entitytype"] = json!({"logicalname": if number == CASE { "incident" } else { "email" }});
        }
        row
    };
    json!([
        table("Incident", json!(true), json!(false), CASE),
        table("Email", json!(false), Value::Null, EMAIL),
    ])
}

impl FakeOrg {
    /// Two record types, six roles in two business units, six users, two teams.
    pub fn new() -> Self {
        let org = Self {
            routes: RefCell::default(),
            asked: RefCell::default(),
            waits: RefCell::default(),
            garble: None,
            in_flight: Cell::default(),
            most_in_flight: Cell::default(),
        };
        let roles = [
            (SYSTEM_ADMINISTRATOR, "System Administrator", true),
            (CSR, "Customer Service Representative", true),
            (CSR_MANAGER, "CSR Manager", true),
            (OMNICHANNEL_AGENT, "Omnichannel agent", true),
            (ESCALATION, "Contoso Escalation Desk", true),
            (FIXED, "Service Reader", false),
        ];
        let copies: Vec<Value> = roles
            .iter()
            .flat_map(|(number, name, customizable)| {
                [*number, copy(*number)].map(|each| role(each, *number, name, *customizable))
            })
            .collect();
        let label = |logical: &str, text: &str| {
            ok(
                json!({"LogicalName": logical, "DisplayName": {"UserLocalizedLabel": {"Label": text, "LanguageCode": 1033}}}),
            )
        };
        // Later routes are asked first.
        for (needle, answer) in [
            (
                "systemusers?",
                list(json!([
                    user(ADMIN, "Ingrid Solheim", false, false),
                    user(AGENT, "Åse Lund", false, false),
                    user(MANAGER, "Kenji Watanabe", false, false),
                    user(READER, "Priya <b>Raman</b>", false, false),
                    user(DISABLED, "Dis Abled", true, false),
                    user(APPLICATION, "App Lication", false, true),
                ])),
            ),
            (
                "systemuserrolescollection",
                list(json!([
                    {"systemuserid": id(ADMIN), "roleid": id(SYSTEM_ADMINISTRATOR)},
                    {"systemuserid": id(AGENT), "roleid": id(copy(CSR))},
                    {"systemuserid": id(MANAGER), "roleid": id(CSR_MANAGER)},
                    {"systemuserid": id(DISABLED), "roleid": id(CSR)},
                    {"systemuserid": id(APPLICATION), "roleid": id(CSR)},
                ])),
            ),
            (
                "teamrolescollection",
                list(json!([
                    {"teamid": id(TEAM), "roleid": id(copy(ESCALATION))},
                    {"teamid": id(TEAM), "roleid": id(CSR)},
                    {"teamid": id(ACCESS_TEAM), "roleid": id(CSR)},
                ])),
            ),
            (
                "teammemberships",
                list(json!([
                    {"teamid": id(TEAM), "systemuserid": id(MANAGER)},
                    {"teamid": id(ACCESS_TEAM), "systemuserid": id(READER)},
                ])),
            ),
            (
                "/teams?",
                list(json!([
                    {"teamid": id(TEAM), "name": "Tier 2", "teamtype": 0},
                    {"teamid": id(ACCESS_TEAM), "name": "Access", "teamtype": 1},
                ])),
            ),
            ("/roles?", list(json!(copies))),
            (
                "roleprivilegescollection",
                list(json!([
                    {"roleid": id(SYSTEM_ADMINISTRATOR), "privilegedepthmask": 8},
                    {"roleid": id(CSR), "privilegedepthmask": 8},
                    {"roleid": id(copy(CSR)), "privilegedepthmask": 8},
                    {"roleid": id(CSR_MANAGER), "privilegedepthmask": 8},
                ])),
            ),
            ("RetrieveRolePrivilegesRole", privileges(None)),
            (
                "RetrieveRolePrivilegesRole(RoleId=00000000-0000-4000-8000-000000000101)",
                privileges(Some("Global")),
            ),
            (
                "RetrieveRolePrivilegesRole(RoleId=00000000-0000-4000-8000-000000000102)",
                privileges(Some("Global")),
            ),
            ("privileges?", list(json!([]))),
            (
                "privileges?$select=privilegeid,name,canbebasic,canbelocal,canbedeep,canbeglobal&$filter=name%20eq",
                list(json!([{
                    "privilegeid": id(PRIVILEGE), "name": "prvUnlinkTeamsChatFromRecord",
                    "canbebasic": false, "canbelocal": false, "canbedeep": false, "canbeglobal": true,
                }])),
            ),
            (
                "RetrieveSettingList",
                ok(json!({"SettingDetailCollection": [
                    {"Name": "msdyn_EnableTeamsChat", "Value": "true", "DataType": 2},
                    {"Name": "msdyn_EnableChatsForAllEntities", "Value": "true", "DataType": 2},
                ]})),
            ),
            ("EntityDefinitions(LogicalName='incident')", label("incident", "Case")),
            ("EntityDefinitions(LogicalName='email')", label("email", "Email")),
            (
                "EntityDefinitions(00000000-0000-4000-8000-000000000450)",
                label("incident", "Case"),
            ),
            (
                "msdyn_entitylinkchatconfigurations?",
                list(configurations("W/\"7\"", false)),
            ),
            ("$expand=msdyn_entitytype", list(configurations("W/\"7\"", true))),
            (
                "systemuserroles_association",
                list(json!([{"roleid": id(SYSTEM_ADMINISTRATOR)}])),
            ),
            ("systemusers(", ok(user(ADMIN, "Ingrid Solheim", false, false))),
            ("RetrieveUserPrivilegeByPrivilegeName", privileges(Some("Global"))),
            (
                "systemusers(00000000-0000-4000-8000-000000000001)/systemuserroles_association",
                list(json!([{"roleid": id(SYSTEM_ADMINISTRATOR)}])),
            ),
            (
                "RetrieveCurrentOrganization",
                ok(json!({"Detail": {
                    "OrganizationId": id(ORGANIZATION), "FriendlyName": "Contoso Service", "EnvironmentId": "env-1",
                    "OrganizationVersion": "9.2.1", "TenantId": "t", "OrganizationType": "CustomerTest",
                }})),
            ),
            (
                "WhoAmI",
                ok(
                    json!({"UserId": id(ADMIN).to_uppercase(), "OrganizationId": id(ORGANIZATION), "BusinessUnitId": id(70)}),
                ),
            ),
        ] {
            org.put(needle, answer);
        }
        org
    }

    /// Answers every path containing `needle` with this, before anything put earlier.
    pub fn put(&self, needle: &'static str, answer: Response) {
        self.put_times(needle, usize::MAX, Ok(answer));
    }

    /// The same, so many times.
    pub fn put_times(&self, needle: &'static str, times: usize, answer: Result<Response, TransportError>) {
        self.routes.borrow_mut().push(Route {
            needle,
            left: Cell::new(times),
            answer,
        });
    }

    fn respond(&self, path: &str) -> Result<Response, TransportError> {
        let routes = self.routes.borrow();
        let route = routes
            .iter()
            .rev()
            .find(|route| route.left.get() > 0 && path.contains(route.needle));
        match route {
            Some(route) => {
                route.left.set(route.left.get().saturating_sub(1));
                route.answer.clone()
            }
            None => Ok(refusal(404, &format!("Resource not found: {path}"))),
        }
    }

    async fn flight(&self) {
        self.in_flight.set(self.in_flight.get() + 1);
        self.most_in_flight
            .set(self.most_in_flight.get().max(self.in_flight.get()));
        yield_once().await;
        self.in_flight.set(self.in_flight.get() - 1);
    }
}

impl Transport for FakeOrg {
    fn host(&self) -> &str {
        "contoso.crm4.dynamics.com"
    }

    fn send(&self, request: Request) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            self.asked.borrow_mut().push(request.path.clone());
            self.flight().await;
            self.respond(&request.path)
        })
    }

    fn batch(&self, paths: Vec<String>) -> LocalFuture<'_, Result<Response, TransportError>> {
        Box::pin(async move {
            self.asked.borrow_mut().push(format!("batch of {}", paths.len()));
            self.flight().await;
            // A rule for `$batch` answers the batch itself.
            let own = self.respond("/api/data/v9.2/$batch");
            if !matches!(&own, Ok(answer) if answer.status == 404) {
                return own;
            }
            let mut body = String::new();
            for path in paths {
                let part = self.respond(&path)?;
                body.push_str(&format!(
                    "--batchresponse_1\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 {} X\r\nContent-Type: application/json; odata.metadata=minimal\r\n",
                    part.status
                ));
                for (name, value) in part.headers.iter().filter(|(name, _)| *name != "content-type") {
                    body.push_str(&format!("{name}: {value}\r\n"));
                }
                body.push_str(&format!("\r\n{}\r\n", part.body));
            }
            body.push_str("--batchresponse_1--\r\n");
            if let Some(garble) = self.garble {
                body = garble(body);
            }
            Ok(Response {
                status: 200,
                headers: latchkey::sorted::Sorted::from([(
                    "content-type".to_owned(),
                    "multipart/mixed; boundary=batchresponse_1".to_owned(),
                )]),
                body,
            })
        })
    }
}

impl Sleep for FakeOrg {
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.waits.borrow_mut().push(millis);
        Box::pin(yield_once())
    }
}

/// Lets others go on first.
async fn yield_once() {
    let mut yielded = false;
    std::future::poll_fn(|context| {
        if std::mem::replace(&mut yielded, true) {
            return std::task::Poll::Ready(());
        }
        context.waker().wake_by_ref();
        std::task::Poll::Pending
    })
    .await;
}

/// Runs to the end on this thread.
#[cfg(not(target_arch = "wasm32"))]
pub fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap()
        .block_on(future)
}

#[cfg(not(target_arch = "wasm32"))]
pub fn read(org: &FakeOrg) -> Result<Observed, ObserveError> {
    run(observe(org, Context { now: 1_000, sleep: org }))
}

#[cfg(not(target_arch = "wasm32"))]
pub fn seen(org: &FakeOrg) -> Observed {
    read(org).unwrap()
}

pub fn complete<T>(reading: &Reading<T>) -> &T {
    assert!(reading.is_complete());
    reading.value().unwrap()
}

pub fn remarks(observed: &Observed) -> Vec<&str> {
    observed.remarks.iter().map(|text| text.id.as_ref()).collect()
}

/// A user and the (role, team) through which the right comes.
pub type Ways = (String, Vec<(String, Option<String>)>);

pub fn holders(observed: &Observed) -> Vec<Ways> {
    complete(&observed.holders)
        .iter()
        .map(|holder| {
            let grants = holder
                .grants
                .iter()
                .map(|grant| (grant.role.clone(), grant.team.clone()));
            (holder.user_id.clone(), grants.collect())
        })
        .collect()
}

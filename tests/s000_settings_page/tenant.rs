//! The page and Salesforce behind it.

use super::*;

pub const FRAME: &str = "sales.latchkey-frame.test";

pub const USER: &str = "005xx0000000001AAA";

/// The page and Salesforce behind it: what is switched and saved shows there after a while.
#[derive(Default)]
pub struct Tenant {
    /// How far the page was opened: the app, Settings, Connectors, Salesforce.
    pub opened: Cell<usize>,
    /// How access was saved, and how the switch stands.
    pub access: Cell<bool>,
    pub switch: Cell<bool>,
    /// Whether the page saves the switch by itself.
    pub saves: Cell<bool>,
    /// What the page says went wrong, and whether it says so of the next connection.
    pub alert: RefCell<Option<String>>,
    pub refuses: Cell<bool>,
    /// Whether **Save** comes to nothing, as the page says.
    pub does_not_save: Cell<bool>,
    /// How long what it said before stays after a press, and until when it does.
    pub lingers: Cell<Millis>,
    pub stays: Cell<Millis>,
    /// Whether the page is gone.
    pub gone: Cell<bool>,
    /// Whether it is in sight more than once.
    pub several: Cell<bool>,
    /// What the page names under **Connection details**, whatever Salesforce has.
    pub details: RefCell<Option<String>>,
    /// Which user Salesforce has; which it will have, and when.
    pub user: Cell<u32>,
    pub coming: Cell<Option<(u32, Millis)>>,
    pub made: Cell<u32>,
    /// Whether it shows at once, and how often the user is found without its permission set at first.
    pub is_quick: Cell<bool>,
    pub bare: Cell<u32>,
    pub now: Cell<Millis>,
    pub pressed: RefCell<Vec<String>>,
    /// Whether the admin has changed something else on the page, and not saved it.
    pub other_change: Cell<bool>,
    /// How often the switch is still seen once it was pressed; then another data source's settings are open.
    pub seen: Cell<Option<u32>>,
    /// What Salesforce answers instead of that it has no row.
    pub none: RefCell<Option<Value>>,
    /// After which press another tenant connects.
    pub meanwhile: Cell<Option<&'static str>>,
    pub journal: Journal,
}

impl Tenant {
    pub fn begin(&self, on: bool) {
        self.access.set(on);
        self.stays.set(self.now.get() + self.lingers.get());
        if self.lingers.get() == 0 {
            *self.alert.borrow_mut() = None;
        }
        if self.refuses.get() {
            *self.alert.borrow_mut() = Some("A connection already exists. Select Reconnect.".to_owned());
            return;
        }
        self.made.set(self.made.get() + 1);
        let user = if on { self.made.get() } else { 0 };
        let wait = if self.is_quick.get() { 0 } else { 90_000 };
        self.coming.set(Some((user, self.now.get() + wait)));
    }

    pub fn look(&self, locator: &str) -> Value {
        let opened = self.opened.get();
        let mut read = match locator {
            at::PAGE | at::SETTINGS => json!({"there": true}),
            at::CONNECTORS => json!({"there": opened >= 1}),
            at::SALESFORCE => json!({"there": opened >= 2}),
            at::ACCESS if opened >= 3 && self.is_seen() => json!({"there": true, "checked": self.switch.get()}),
            at::UNSAVED => {
                json!({"there": self.other_change.get() || opened >= 3 && self.switch.get() != self.access.get()})
            }
            at::RECONNECT => json!({"there": opened >= 3 && self.access.get()}),
            at::DETAILS if opened >= 3 && self.details.borrow().is_some() => {
                json!({"there": true, "text": *self.details.borrow()})
            }
            at::DETAILS if opened >= 3 && self.user.get() > 0 => {
                json!({"there": true, "text": "Connection details App Copilot for Sales connected app Integration user Copilot for Sales integration user"})
            }
            at::ALERT => match &*self.alert.borrow() {
                Some(alert) if opened >= 3 && (self.refuses.get() || self.now.get() < self.stays.get()) => {
                    json!({"there": true, "all": [{"text": alert}]})
                }
                _ => json!({"there": false, "all": []}),
            },
            _ => json!({"there": false}),
        };
        read["host"] = json!(FRAME);
        read
    }

    /// Whether Salesforce's switch is; told once more.
    pub fn is_seen(&self) -> bool {
        match self.seen.get() {
            Some(left) if self.switch.get() != self.access.get() => {
                self.seen.set(Some(left.saturating_sub(1)));
                left > 0
            }
            _ => true,
        }
    }

    pub fn act(&self, locator: &str, act: &PageAct) {
        self.pressed.borrow_mut().push(locator.to_owned());
        if self.meanwhile.get() == Some(locator) {
            self.of_another(9);
        }
        match (locator, act) {
            (at::SETTINGS, _) => self.opened.set(1),
            (at::CONNECTORS, _) => self.opened.set(2),
            (at::SALESFORCE, _) => self.opened.set(3),
            (at::ACCESS, PageAct::Set { checked }) => {
                self.switch.set(*checked);
                if self.saves.get() {
                    self.begin(*checked);
                }
            }
            (at::UNSAVED, _) if self.does_not_save.get() => {
                self.stays.set(Millis::MAX);
                *self.alert.borrow_mut() = Some("Something went wrong.".to_owned());
            }
            (at::UNSAVED, _) => self.begin(self.switch.get()),
            (at::RECONNECT, _) => self.begin(true),
            _ => panic!("{locator} {act:?}"),
        }
    }

    pub fn answer(&self, request: &Request) -> Value {
        if let Some((user, at)) = self.coming.get()
            && at <= self.now.get()
        {
            self.user.set(user);
            self.coming.set(None);
        }
        let path = request.path.replace('+', "%20");
        let user = self.user.get();
        let is_assigned = path.contains("PermissionSetAssignment");
        let rows = if is_assigned && user > 0 && self.bare.get() > 0 {
            self.bare.set(self.bare.get() - 1);
            Vec::new()
        } else if is_assigned || path.contains("FROM%20User") {
            let id = if user == 1 {
                USER.to_owned()
            } else {
                format!("005xx000000000{user}AAA")
            };
            let row = json!({"Id": id, "AssigneeId": id, "PermissionSetId": "0PSxx0000000001AAA"});
            if user > 0 { vec![row] } else { Vec::new() }
        } else if path.contains("ConnectedApplication") {
            if user > 0 {
                vec![json!({"Id": "0H4xx0000000001AAA"})]
            } else {
                Vec::new()
            }
        } else {
            return json!({"Id": "00Dxx0000000001AAA", "Name": "Contoso"});
        };
        match &*self.none.borrow() {
            Some(instead) if rows.is_empty() => instead.clone(),
            _ => json!({"totalSize": rows.len(), "done": true, "records": rows}),
        }
    }

    pub fn observed(&self, is_connected: bool) -> Observed {
        let named = |what: &str| format!("Copilot for Sales {what}");
        let components = Components {
            apps: Some(Vec::new()),
            users: Vec::new(),
            sets: Vec::new(),
            assigned: Vec::new(),
        };
        let set = "0PSxx0000000001AAA".to_owned();
        let connected = Components {
            apps: Some(vec![App {
                id: "0H4xx0000000001AAA".to_owned(),
                name: named("connected app"),
                is_external: false,
            }]),
            users: vec![User {
                id: USER.to_owned(),
                name: named("integration user"),
                username: "a@b.c".to_owned(),
                is_active: true,
            }],
            sets: vec![PermissionSet {
                id: set.clone(),
                label: named("permission set"),
            }],
            assigned: vec![(USER.to_owned(), set)],
        };
        Observed {
            organization: Organization {
                id: "00Dxx0000000001AAA".to_owned(),
                name: "Contoso".to_owned(),
                host: "contoso.my.salesforce.com".to_owned(),
                environment_id: None,
                tenant_id: None,
                kind: EnvironmentKind::Sandbox,
                version: None,
            },
            admin: SignedInUser {
                id: "005".to_owned(),
                name: "Alex".to_owned(),
                upn: "admin@contoso.com".to_owned(),
            },
            identity: None,
            read_at: 0,
            requests: 2,
            components: Reading::Complete(if is_connected { connected } else { components }),
            apps_unread: Vec::new(),
            sets: Vec::new(),
            proof: None,
            seen: None,
            page: block_on(read_page(self)),
        }
    }

    pub fn plan(&self, wanted: Wanted, by_hand: bool) -> Plan {
        let choices = Choices {
            wanted: Some(wanted),
            by_hand,
        };
        plan(&self.observed(self.user.get() > 0), choices, self.now.get()).unwrap()
    }

    /// Salesforce as another tenant leaves it.
    pub fn of_another(&self, user: u32) {
        self.made.set(user);
        self.user.set(user);
    }

    /// Applies a plan; what is asked about is left as it is.
    pub fn apply(&self, plan: Plan) -> Progress {
        self.run(plan).progress()
    }

    pub fn run(&self, plan: Plan) -> Run {
        self.driven(plan, |handle, progress| match progress.phase {
            Phase::Asking { .. } => handle.tell(Command::Choose(Choice::Leave)),
            Phase::Held { .. } => panic!("{progress:?}"),
            _ => {}
        })
    }

    pub fn driven(&self, plan: Plan, told: impl Fn(&Handle, &Progress)) -> Run {
        self.driven_in(self, plan, told)
    }

    /// The same in a world that stands before this one.
    pub fn driven_in(&self, world: &dyn World, plan: Plan, told: impl Fn(&Handle, &Progress)) -> Run {
        let approval = Approval {
            digest: plan.digest(),
            typed_names: plan.names_to_type(),
        };
        let run = Run::begin(plan, &approval, "run".to_owned(), self.now.get()).unwrap();
        let handle = Handle::new();
        block_on(drive(run, world, &handle, |progress| told(&handle, progress))).unwrap()
    }
}

impl Pages for Tenant {
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        World::page_read(self, locator)
    }
    fn frames(&self) -> LocalFuture<'_, Option<Vec<String>>> {
        Box::pin(async { Some(vec![FRAME.to_owned()]) })
    }
}

impl World for Tenant {
    fn send<'a>(&'a self, target: &'a Target, request: Request) -> LocalFuture<'a, Result<Response, TransportError>> {
        assert_eq!(target.service, Service::Salesforce);
        let body = self.answer(&request).to_string();
        Box::pin(async move {
            Ok(Response {
                status: 200,
                headers: [].into_iter().collect(),
                body,
            })
        })
    }
    fn page_read<'a>(&'a self, locator: &'a str) -> LocalFuture<'a, Result<Value, TransportError>> {
        let read = if self.gone.get() {
            Err(TransportError::PageGone)
        } else if self.several.get() {
            Err(TransportError::ManyPages { host: FRAME.to_owned() })
        } else {
            Ok(self.look(locator))
        };
        Box::pin(async move { read })
    }
    fn page_press<'a>(&'a self, locator: &'a str, act: &'a PageAct) -> LocalFuture<'a, Result<Value, TransportError>> {
        self.act(locator, act);
        Box::pin(async move { Ok(self.look(locator)) })
    }
    fn grant(&self, _: Grants) -> LocalFuture<'_, Result<(), TransportError>> {
        Box::pin(async { Ok(()) })
    }
    fn guide(&self, _: Option<&str>) {}
    fn journal(&self) -> &dyn JournalStore {
        &self.journal
    }
    fn now(&self) -> Millis {
        self.now.get()
    }
    fn sleep(&self, millis: u64) -> LocalFuture<'_, ()> {
        self.now.set(self.now.get() + millis.max(1));
        // The page may be closed once it has done its part.
        if self.coming.get().is_some() && self.saves.get() {
            self.gone.set(true);
        }
        Box::pin(async {})
    }
}

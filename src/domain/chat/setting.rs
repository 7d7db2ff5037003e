//! The master switch of Teams chat as a setting in layers: all apps, selected apps or off, and what a change writes to
//! which layer (S003-31 to S003-36).
//!
//! By the evidence the switch is the setting `msdyn_EnableTeamsChat` of the settings framework: its value for the
//! environment is "all apps", its values for single apps are "selected apps". Nobody has proven that on a live tenant.
//! Every layer has three values: true, false and *unset*, and unset is not false.

/// The unique name of the setting (observed in a recording; what it stands for is inferred).
pub const SETTING: &str = "msdyn_EnableTeamsChat";

/// Which layers may hold a value of their own (`settingdefinition.isoverridable` and `overridablelevel`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overridable {
    /// The definition's default holds everywhere.
    Nowhere,
    /// The environment and each app.
    EnvironmentAndApp,
    /// The environment alone.
    EnvironmentOnly,
    /// Each app alone.
    AppOnly,
}

/// A layer that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Layer {
    /// `organizationsetting`.
    Environment,
    /// `appsetting` of the app with this unique name.
    App(String),
}

/// Where an effective value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The definition's default.
    Default,
    /// The environment's value.
    Environment,
    /// The app's own value.
    App,
}

/// What holds for one app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effective {
    /// Whether Teams chat is on.
    pub on: bool,
    /// The layer that says so.
    pub from: Source,
}

/// One app's own value, in both layers of publishing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppValue {
    /// The app's unique name.
    pub app: String,
    /// What holds now.
    pub published: Option<bool>,
    /// What will hold once the app is published; the same as `published` while nothing waits.
    pub draft: Option<bool>,
}

/// The setting as read, all layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// `settingdefinition.defaultvalue`.
    pub default: bool,
    /// Which layers may hold a value.
    pub overridable: Overridable,
    /// The environment's value.
    pub environment: Option<bool>,
    /// The apps that have a value of their own in either layer; others need not be listed.
    pub apps: Vec<AppValue>,
}

/// Where Teams chat is, or shall be, on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// Nowhere.
    Off,
    /// "Turn on for selected Dynamics 365 apps": those with these unique names, ordered (S003-33).
    Selected(Vec<String>),
    /// "Turn on for all Dynamics 365 apps", those added later as well (S003-32).
    All,
}

/// One value to be written to one layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The layer.
    pub layer: Layer,
    /// What it holds; for an app, in its draft.
    pub from: Option<bool>,
    /// What it shall hold; `None` takes the value away, which is not the same as writing false.
    pub to: Option<bool>,
}

/// Why a scope cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScopeError {
    /// The definition lets no layer differ from its default.
    #[error("the setting cannot be overridden")]
    Fixed,
    /// "All apps" needs the environment's value, which this definition does not allow.
    #[error("the setting has no value for the environment")]
    NoEnvironment,
    /// "Selected apps" needs values of apps, which this definition does not allow.
    #[error("the setting has no values for apps")]
    NoApps,
}

impl Overridable {
    /// From `isoverridable` and `overridablelevel`: 0 environment and app, 1 environment, 2 app (observed in several
    /// generated types). `None` for a number nobody has seen.
    pub const fn from_wire(overridable: bool, level: i64) -> Option<Self> {
        match (overridable, level) {
            (false, _) => Some(Self::Nowhere),
            (true, 0) => Some(Self::EnvironmentAndApp),
            (true, 1) => Some(Self::EnvironmentOnly),
            (true, 2) => Some(Self::AppOnly),
            (true, _) => None,
        }
    }

    /// Whether the environment may have a value.
    pub const fn environment(self) -> bool {
        matches!(self, Self::EnvironmentAndApp | Self::EnvironmentOnly)
    }

    /// Whether apps may have values.
    pub const fn apps(self) -> bool {
        matches!(self, Self::EnvironmentAndApp | Self::AppOnly)
    }
}

impl Setting {
    /// What holds for an app now.
    pub fn effective(&self, app: &str) -> Effective {
        self.resolve(self.value(app).and_then(|value| value.published))
    }

    /// What will hold for an app once it is published.
    pub fn effective_when_published(&self, app: &str) -> Effective {
        self.resolve(self.draft(app))
    }

    /// What holds for an app without a value of its own, such as one added later.
    pub fn effective_elsewhere(&self) -> Effective {
        self.resolve(None)
    }

    /// Where Teams chat will be on, with what waits to be published. "All" is only what the article means by it: apps
    /// added later as well, and no app taken out; anything in between is the selection it amounts to among `apps`.
    pub fn scope<'a>(&self, apps: impl IntoIterator<Item = &'a str>) -> Scope {
        let mut off = false;
        let mut on = Vec::new();
        for app in apps {
            if self.effective_when_published(app).on {
                on.push(app.to_owned());
            } else {
                off = true;
            }
        }
        if self.effective_elsewhere().on && !off {
            Scope::All
        } else if on.is_empty() {
            Scope::Off
        } else {
            on.sort_unstable();
            Scope::Selected(on)
        }
    }

    /// Whether somebody ever wrote a value here: if not, the first switch-on is the page's, because that is where the
    /// tenant's consent is asked for (S003-08). A value of false does not tell whether it was ever true.
    pub fn is_untouched(&self) -> bool {
        self.environment.is_none()
            && self
                .apps
                .iter()
                .all(|value| value.published.is_none() && value.draft.is_none())
    }

    /// The apps whose written value waits for their publishing.
    pub fn waiting(&self) -> impl Iterator<Item = &AppValue> {
        self.apps.iter().filter(|value| value.published != value.draft)
    }

    /// What a selection starts from: the apps that already have it (S003-34); in an organization that never set it up,
    /// `preselected` (S003-35: Customer Service workspace and Customer Service Hub), of the apps there are.
    pub fn first_selection<'a>(&self, apps: &[&'a str], preselected: &[&str]) -> Vec<&'a str> {
        let own = |app: &&str| self.draft(app) == Some(true);
        let untouched = self.is_untouched();
        let mut selected: Vec<&str> = apps
            .iter()
            .copied()
            .filter(|app| own(app) || untouched && preselected.contains(app))
            .collect();
        selected.sort_unstable();
        selected
    }

    /// The values to write for `scope` among `apps` (unique names of all apps there are): the environment first where
    /// that switches it on, else last, after the apps have been published, so that nobody loses the chat in between.
    ///
    /// As few as possible: a value that already lets the wanted one hold stays, unset ones too. So "all apps" leaves the
    /// selected apps their values, and the earlier selection is there again when the admin comes back to it (S003-34).
    /// An app that was taken out must follow the environment for "all apps": its value is taken away if `unset` can be
    /// done here, which keeps the earlier selection, and is else set to true.
    ///
    /// # Errors
    /// [`ScopeError`] where the definition does not allow the layers the scope needs.
    pub fn changes(&self, scope: &Scope, apps: &[&str], unset: bool) -> Result<Vec<Change>, ScopeError> {
        let elsewhere = *scope == Scope::All;
        let mut changes = Vec::new();
        let mut inherited = self.effective_elsewhere().on;
        if inherited != elsewhere {
            if !self.overridable.environment() {
                return Err(if self.overridable.apps() {
                    ScopeError::NoEnvironment
                } else {
                    ScopeError::Fixed
                });
            }
            inherited = elsewhere;
            changes.push(Change {
                layer: Layer::Environment,
                from: self.environment,
                to: Some(elsewhere),
            });
        }
        for app in apps {
            let wanted = match scope {
                Scope::All => true,
                Scope::Off => false,
                Scope::Selected(selected) => selected.iter().any(|chosen| chosen == app),
            };
            let from = self.draft(app).filter(|_| self.overridable.apps());
            if from.unwrap_or(inherited) == wanted {
                continue;
            }
            if !self.overridable.apps() {
                return Err(ScopeError::NoApps);
            }
            changes.push(Change {
                layer: Layer::App((*app).to_owned()),
                from,
                to: (!(elsewhere && unset)).then_some(wanted),
            });
        }
        if !elsewhere && changes.first().is_some_and(|first| first.layer == Layer::Environment) {
            changes.rotate_left(1);
        }
        Ok(changes)
    }

    /// The setting after a change, with what is written to an app waiting in its draft.
    pub fn after(&self, changes: &[Change]) -> Self {
        let mut after = self.clone();
        for change in changes {
            match &change.layer {
                Layer::Environment => after.environment = change.to,
                Layer::App(app) => match after.apps.iter_mut().find(|value| value.app == *app) {
                    Some(value) => value.draft = change.to,
                    None => after.apps.push(AppValue {
                        app: app.clone(),
                        published: None,
                        draft: change.to,
                    }),
                },
            }
        }
        after
    }

    fn value(&self, app: &str) -> Option<&AppValue> {
        self.apps.iter().find(|value| value.app == app)
    }

    fn draft(&self, app: &str) -> Option<bool> {
        self.value(app).and_then(|value| value.draft)
    }

    fn resolve(&self, own: Option<bool>) -> Effective {
        let (on, from) = match (own, self.environment) {
            (Some(on), _) if self.overridable.apps() => (on, Source::App),
            (_, Some(on)) if self.overridable.environment() => (on, Source::Environment),
            _ => (self.default, Source::Default),
        };
        Effective { on, from }
    }
}

impl Change {
    /// The way back: what the layer held before, be it nothing.
    pub fn undo(&self) -> Self {
        Self {
            layer: self.layer.clone(),
            from: self.to,
            to: self.from,
        }
    }

    /// The app that must be published before this holds.
    pub fn publishes(&self) -> Option<&str> {
        match &self.layer {
            Layer::App(app) => Some(app),
            Layer::Environment => None,
        }
    }
}

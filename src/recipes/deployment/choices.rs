//! What the admin wants: who will use the product, and which of the report's findings are to be put right.

use serde_json::{Value, json};

use super::observed::{Observed, Viva};
use super::salesforce_points::{Candidate, candidates};
use super::seating::{given, lacking};
use crate::domain::connector_policy::Group;
use crate::domain::deployment::steps::POINTS;
use crate::domain::deployment::{Choice, Licence};
use crate::domain::salesforce::app_policy::Policy;
use crate::http::Millis;
use crate::json::{self, FromJson, Misread, ToJson};
use crate::recipes::tenant::Tenant;

/// Something of the report that a plan can put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repair {
    /// Everybody of the audience gets a licence, as far as seats are free (S001-04).
    Licences,
    /// **Transcription** of the Global meeting policy is turned on (S001-11).
    Transcription,
    /// The Salesforce connector is let through every data policy that blocks it (S001-17).
    DataPolicies,
    /// A permission set, or a profile, may use the connected app (S001-24, S001-29).
    Grant,
    /// A policy of the connected app is as the article wants it, by its page in Setup (S001-26 to S001-28).
    Policy(Policy),
    /// Some who were made System Administrator of msdyn_viva are not any more (S001-34).
    Administrators,
}

impl Repair {
    /// All of them, in the order of the steps.
    pub const ALL: [Self; 8] = [
        Self::Licences,
        Self::Transcription,
        Self::DataPolicies,
        Self::Grant,
        Self::Policy(Policy::Ip),
        Self::Policy(Policy::Refresh),
        Self::Policy(Policy::Timeout),
        Self::Administrators,
    ];

    /// Its key in test ids and fixes.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Licences => "licences",
            Self::Transcription => "transcription",
            Self::DataPolicies => "data-policies",
            Self::Grant => "grant",
            Self::Policy(Policy::Ip) => "ip-relaxation",
            Self::Policy(Policy::Refresh) => "refresh-token",
            Self::Policy(Policy::Timeout) => "timeout",
            Self::Administrators => "administrators",
        }
    }

    /// Whether what its line stands on was read.
    fn is_read(self, observed: &Observed) -> bool {
        match self {
            Self::Licences => observed.people().is_some(),
            Self::Transcription => observed.teams.is_some(),
            Self::DataPolicies => observed.platform.is_some(),
            Self::Grant => observed.salesforce.as_ref().is_some_and(|read| read.sellers.is_some()),
            Self::Policy(_) => observed.salesforce.is_some(),
            Self::Administrators => observed.viva.is_some(),
        }
    }

    /// By its key.
    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|repair| repair.key() == key)
    }
}

/// A point the admin has looked at by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The point's id.
    pub point: &'static str,
    /// When.
    pub at: Millis,
    /// Digest of what that was about ([`super::report::Line::about`]): it counts for nothing else.
    pub of: String,
}

/// The wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Who will use the product; nobody has said as long as this is `None`.
    pub audience: Option<Choice>,
    /// What is to be put right.
    pub repairs: Vec<Repair>,
    /// SKU id of the licence to give.
    pub licence: Option<String>,
    /// Object ids of those who get one; `None` is the first of those without, as far as seats are free.
    pub seated: Option<Vec<String>>,
    /// The group data policies put the connector into; `None` is what is preset in each.
    pub group: Option<Group>,
    /// ISO 3166-1 alpha-2: usage location of those who have none.
    pub location: String,
    /// Points the admin has looked at by hand.
    pub checked: Vec<Tick>,
    /// Salesforce id of the permission set, or the profile's, that may use the connected app; `None` is what lets in most.
    pub set: Option<String>,
    /// `systemuserid`s of who is not to be System Administrator of msdyn_viva any more.
    pub dismissed: Vec<String>,
}

impl Choices {
    /// Whether something is to be put right.
    pub fn wants(&self, repair: Repair) -> bool {
        self.repairs.contains(&repair)
    }

    /// Puts it right, or leaves it.
    pub fn set_repair(&mut self, repair: Repair, wanted: bool) {
        self.repairs.retain(|known| *known != repair);
        if wanted {
            self.repairs.push(repair);
        }
    }

    /// Gives somebody a licence, or not; with nobody, none is given.
    pub fn seat(&mut self, observed: &Observed, id: &str, wanted: bool) {
        let given = given(self, observed).0;
        let mut seated: Vec<String> = given.iter().map(|person| person.id.clone()).collect();
        seated.retain(|known| known != id);
        if wanted {
            seated.push(id.to_owned());
        }
        if seated.is_empty() {
            self.set_repair(Repair::Licences, false);
        }
        self.seated = Some(seated);
    }

    /// Whoever is to get a licence, or is let use the app, is so by name: nobody else comes in their place.
    pub fn hold(&mut self, observed: &Observed) {
        if self.wants(Repair::Licences) {
            let given = given(self, observed).0;
            let seated = given.iter().map(|person| person.id.clone()).collect();
            self.licence = self.sku(observed).map(|sku| sku.id.clone());
            self.seated = Some(seated);
        }
        if self.wants(Repair::Grant) {
            self.set = self.let_in_by(observed).map(|one| one.id);
        }
    }

    /// Takes System Administrator of msdyn_viva off somebody, or leaves it.
    pub fn dismiss(&mut self, id: &str, wanted: bool) {
        self.dismissed.retain(|known| known != id);
        if wanted {
            self.dismissed.push(id.to_owned());
        } else if self.dismissed.is_empty() {
            self.set_repair(Repair::Administrators, false);
        }
    }

    /// The admin has looked at a point by hand, as it stands, or takes that back. Where a look does not count, none is kept.
    pub fn tick(&mut self, point: &'static str, at: Option<Millis>, observed: Option<&Observed>) {
        self.checked.retain(|tick| tick.point != point);
        if let (Some(at), Some(observed)) = (at, observed) {
            let mut lines = super::report::report(observed, self).into_iter();
            let about = lines.find(|line| line.point.id == point).and_then(|line| line.about);
            self.checked.extend(about.map(|of| Tick { point, at, of }));
        }
    }

    /// The admin's last look at a point, whatever that was about.
    pub fn looked(&self, point: &str) -> Option<&Tick> {
        self.checked.iter().find(|tick| tick.point == point)
    }

    /// For an address: what is to be put right, and what was said for it. What was ticked is remembered by itself.
    pub fn packed(&self) -> Vec<u8> {
        let repairs: Vec<&str> = self.repairs.iter().map(|repair| repair.key()).collect();
        let packed = json!({
            "audience": told(self.audience.as_ref()), "repairs": repairs, "licence": self.licence,
            "seated": self.seated, "group": self.group.map(Group::wire),
            "location": self.location, "set": self.set, "dismissed": self.dismissed,
        });
        json::text(&packed).into_bytes()
    }

    /// From an address, which is outside text; `None` if it is not understood, or puts nothing right.
    pub fn unpacked(packed: &[u8]) -> Option<Self> {
        let packed = json::parse(std::str::from_utf8(packed).ok()?).ok()?;
        let text = |member: &str| packed.get(member).and_then(Value::as_str).map(str::to_owned);
        let list = |member: &str| {
            packed
                .get(member)
                .and_then(Value::as_array)
                .map_or_else(Vec::new, |list| texts(list))
        };
        let mut choices = Self {
            audience: heard(packed.get("audience")).map(unnamed),
            licence: text("licence"),
            seated: packed.get("seated").and_then(Value::as_array).map(|list| texts(list)),
            group: text("group").and_then(|group| chosen_group(&group)),
            location: text("location").unwrap_or_default(),
            set: text("set"),
            dismissed: list("dismissed"),
            ..Self::default()
        };
        for key in list("repairs") {
            choices.set_repair(Repair::of(&key)?, true);
        }
        (!choices.repairs.is_empty()).then_some(choices)
    }

    /// Takes in choices that came with an address, once everything they rest on was read; until then `false`.
    pub fn carry(&mut self, carried: &Self, observed: &Observed) -> bool {
        if !carried.repairs.iter().all(|repair| repair.is_read(observed)) {
            return false;
        }
        let checked = std::mem::take(&mut self.checked);
        // By the name it was read under meanwhile.
        let audience = std::mem::take(&mut self.audience).filter(|own| Some(unnamed(own.clone())) == carried.audience);
        *self = Self {
            checked,
            audience: audience.or_else(|| carried.audience.clone()),
            ..carried.clone()
        };
        self.take_in(observed);
        true
    }

    /// Takes in a new reading. What was chosen and is not there any more, or is done, is chosen no more; what comes in its
    /// place was not chosen.
    pub fn take_in(&mut self, observed: &Observed) {
        if self.location.is_empty() {
            let country = observed.tenant().and_then(|tenant: &Tenant| tenant.country.clone());
            self.location = country.unwrap_or_default();
        }
        let chosen = self.licence.is_some();
        if chosen && self.sku(observed).map(|sku| &sku.id) != self.licence.as_ref() {
            self.licence = None;
            self.set_repair(Repair::Licences, false);
        }
        if let (Some(seated), Some(lacking)) = (&mut self.seated, lacking(observed)) {
            seated.retain(|id| lacking.iter().any(|person| person.id == *id));
            if seated.is_empty() {
                self.seated = None;
                self.set_repair(Repair::Licences, false);
            }
        }
        let candidates = candidates(observed);
        if !candidates.iter().any(|one| Some(&one.id) == self.set.as_ref()) {
            self.set = None;
            self.set_repair(Repair::Grant, false);
        }
        if let Some((_, others)) = observed.viva.as_ref().and_then(Viva::parted) {
            self.dismissed.retain(|id| others.iter().any(|one| one.id == *id));
            if self.dismissed.is_empty() {
                self.set_repair(Repair::Administrators, false);
            }
        }
        // What is not broken any more is not to be put right.
        let lines = super::report::report(observed, self);
        self.repairs
            .retain(|repair| lines.iter().any(|line| line.repair == Some(*repair)));
    }

    /// What may use the connected app: the chosen one, else the one that lets in most.
    pub fn let_in_by(&self, observed: &Observed) -> Option<Candidate> {
        let mut candidates = candidates(observed).into_iter();
        match &self.set {
            Some(chosen) => candidates.find(|one| one.id == *chosen),
            None => candidates.next(),
        }
    }

    /// The licence to give: the chosen one, else the one with most free seats.
    pub fn sku<'a>(&self, observed: &'a Observed) -> Option<&'a Licence> {
        let fitting = fitting(observed);
        let chosen = fitting.iter().find(|one| Some(&one.id) == self.licence.as_ref());
        chosen.or(fitting.first()).copied()
    }
}

/// What of the wishes is remembered from one time to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// Who will use the product.
    pub audience: Option<Choice>,
    /// Points the admin has looked at by hand.
    pub checked: Vec<Tick>,
}

impl Remembered {
    /// Of the wishes as they are.
    pub fn of(choices: &Choices) -> Self {
        Self {
            audience: choices.audience.clone(),
            checked: choices.checked.clone(),
        }
    }
}

impl ToJson for Remembered {
    fn to_json(&self) -> Value {
        let checked = self.checked.iter().map(|tick| json!([tick.point, tick.at, tick.of]));
        json!({"audience": told(self.audience.as_ref()), "checked": checked.collect::<Vec<_>>()})
    }
}

impl FromJson for Remembered {
    /// What is not known any more is left out.
    fn from_json(value: &Value) -> Result<Self, Misread> {
        let audience = heard(value.get("audience"));
        let mut checked = Vec::new();
        for one in value.get("checked").and_then(Value::as_array).into_iter().flatten() {
            let point = one.get(0).and_then(Value::as_str);
            let known = POINTS.iter().find(|known| Some(known.id) == point);
            let of = one.get(2).and_then(Value::as_str).map(str::to_owned);
            if let (Some(known), Some(at), Some(of)) = (known, one.get(1).and_then(Value::as_u64), of) {
                let point = known.id;
                checked.push(Tick { point, at, of });
            }
        }
        Ok(Self { audience, checked })
    }
}

/// An audience, as it is kept.
fn told(audience: Option<&Choice>) -> Value {
    match audience {
        None => Value::Null,
        Some(Choice::Group { id, name }) => json!({"group": id, "name": name}),
        Some(Choice::LicenceHolders) => json!({"licences": true}),
        Some(Choice::List(names)) => json!({"names": names}),
    }
}

/// The audience that was kept so.
fn heard(said: Option<&Value>) -> Option<Choice> {
    let said = said?;
    let text = |member: &str| said.get(member).and_then(Value::as_str).map(str::to_owned);
    if let (Some(id), Some(name)) = (text("group"), text("name")) {
        return Some(Choice::Group { id, name });
    }
    if let Some(names) = said.get("names").and_then(Value::as_array) {
        return Some(Choice::List(texts(names)));
    }
    said.get("licences").map(|_| Choice::LicenceHolders)
}

/// An audience as an address may say it: what a group is called, only the directory tells.
fn unnamed(audience: Choice) -> Choice {
    match audience {
        Choice::Group { id, .. } => Choice::Group {
            id,
            name: String::new(),
        },
        audience => audience,
    }
}

fn texts(list: &[Value]) -> Vec<String> {
    let texts = list.iter().filter_map(Value::as_str);
    texts.map(str::to_owned).collect()
}

/// A group by the API's word: one that lets the connector through.
pub fn chosen_group(word: &str) -> Option<Group> {
    Group::from_wire(word).filter(|group| *group != Group::Blocked)
}

/// The tenant's licences that will do, those with most free seats first.
pub fn fitting(observed: &Observed) -> Vec<&Licence> {
    let licences = observed
        .directory
        .as_ref()
        .and_then(|directory| directory.licences.value());
    let licences = licences.into_iter().flatten();
    let mut fitting: Vec<&Licence> = licences.filter(|one| one.counts()).collect();
    fitting.sort_unstable_by(|one, other| (other.free, &one.part_number).cmp(&(one.free, &other.part_number)));
    fitting
}

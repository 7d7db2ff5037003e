//! The report: every point of the nine steps with how it stands, in words, and what that stands on.

use super::choices::{Choices, Repair};
use super::observed::{Directory, Observed, Salesforce};
use super::refusal::refused;
use super::salesforce_points::in_salesforce;
use super::{policies, setup_page, ticking, viva};
use crate::domain::deployment::steps::{POINTS, Point, REVIEW, Source};
use crate::domain::deployment::{Audience, Licence, Person, Seats};
use crate::domain::lead::licence::product;
use crate::domain::reading::Reading;
use crate::domain::salesforce::setup;
use crate::http::Millis;
use crate::recipes::readiness::Readiness;
use crate::services::graph::roles::{FOR_DATA_POLICIES, FOR_TEAMS, GLOBAL, Role};
use crate::text::Text;

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which point.
    pub point: &'static Point,
    /// How it stands.
    pub readiness: Readiness,
    /// Where it is checked by hand: the exact page, where what was read tells it.
    pub place: String,
    /// What was found.
    pub statement: Text,
    /// What else is to be said of it.
    pub evidence: Vec<Text>,
    /// Whom, or what, it concerns, by name.
    pub names: Vec<String>,
    /// When what it stands on was read; `None` if it was not.
    pub read_at: Option<Millis>,
    /// What a plan can put right of it.
    pub repair: Option<Repair>,
    /// Digest of what a look by hand is about now; `None` where none counts.
    pub about: Option<String>,
    /// Whether the admin has looked at just that.
    pub is_ticked: bool,
}

impl Line {
    /// Whose word it is: what the admin has looked at is theirs, whatever else could have told it.
    pub const fn source(&self) -> Source {
        match self.is_ticked {
            true => Source::Hand,
            false => self.point.source,
        }
    }
}

/// What a line says besides its point.
pub(super) struct Told {
    pub(super) readiness: Readiness,
    pub(super) statement: Text,
    pub(super) evidence: Vec<Text>,
    pub(super) names: Vec<String>,
    pub(super) repair: Option<Repair>,
}

pub(super) fn told(readiness: Readiness, statement: Text) -> Told {
    Told {
        readiness,
        statement,
        evidence: Vec::new(),
        names: Vec::new(),
        repair: None,
    }
}

pub(super) fn ready(id: &'static str) -> Told {
    told(Readiness::Ready, Text::new(id))
}

pub(super) fn attention(id: &'static str) -> Told {
    told(Readiness::Attention, Text::new(id))
}

pub(super) fn blocked(id: &'static str) -> Told {
    told(Readiness::Blocked, Text::new(id))
}

pub(super) fn unknown(id: &'static str) -> Told {
    told(Readiness::Unknown, Text::new(id))
}

/// Not read, and why.
pub(super) fn unread(why: &Text) -> Told {
    told(Readiness::Unknown, why.clone())
}

/// What was read whole, or the line that says it was not: what is missing may stand in the part that was not read.
pub(super) fn whole<T>(reading: &Reading<T>) -> Result<&T, Told> {
    match reading {
        Reading::Complete(value) => Ok(value),
        Reading::Unreadable(why) => Err(unread(why)),
        Reading::Partial { missing, .. } => {
            let mut told = unknown("deploy-partial");
            told.evidence.clone_from(missing);
            Err(told)
        }
    }
}

/// Nobody has signed in to a system.
fn signed_out(source: Source) -> Told {
    let statement = Text::new("deploy-unknown-signed-out").message("source", Text::new(source.name()));
    told(Readiness::Unknown, statement)
}

/// Where it was said who will use the product, that is not what a line waits for: what was not read is, of its own system
/// before the directory.
pub(super) fn once_said(mut told: Told, source: Source, observed: &Observed, choices: &Choices) -> Told {
    if told.statement.id != UNSAID || choices.audience.is_none() {
        return told;
    }
    told.statement = match refused(observed, source) {
        Some(why) => why,
        None if observed.directory.is_none() => signed_out(Source::Graph).statement,
        None => Text::new("deploy-unknown-people"),
    };
    told
}

/// What a line says as long as nobody has said who will use the product.
pub(super) const UNSAID: &str = "deploy-unknown-audience";

/// Nothing is well with everybody as long as not everybody of the audience could be read; what is amiss is.
pub(super) fn with_everybody(told: Told, observed: &Observed) -> Told {
    match observed.people().map(whole) {
        Some(Err(partial)) if told.readiness == Readiness::Ready => partial,
        Some(Ok(audience)) => with_whoever_was_named(told, audience),
        _ => told,
    }
}

/// Nobody is not everybody; nor are those who were found among more who were named.
fn with_whoever_was_named(told: Told, audience: &Audience) -> Told {
    let absent: Vec<String> = audience.nobody.iter().chain(&audience.several).cloned().collect();
    if audience.people.is_empty() {
        return attention("deploy-audience-empty").of(absent);
    }
    if absent.is_empty() || told.readiness != Readiness::Ready {
        return told;
    }
    let statement = Text::new("deploy-audience-not-all").number("count", count(absent.len()));
    let mut all = self::told(Readiness::Attention, statement).because(told.statement);
    all.evidence.extend(told.evidence);
    all.of(absent)
}

impl Told {
    pub(super) fn because(mut self, evidence: Text) -> Self {
        self.evidence.push(evidence);
        self
    }

    pub(super) fn of(mut self, names: Vec<String>) -> Self {
        self.names = names;
        self
    }

    pub(super) fn by(mut self, repair: Repair) -> Self {
        self.repair = Some(repair);
        self
    }
}

pub(super) fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// So many of several names stand in a sentence; the rest is counted.
const FEW: usize = 5;

/// A sentence that names the first few, as `names`, and counts all of them, as `count`, and those beyond, as `more`.
pub fn few(id: &'static str, all: &[String]) -> Text {
    some(id, all, FEW)
}

/// The same with as many names as are to stand in it.
pub(super) fn some(id: &'static str, all: &[String], most: usize) -> Text {
    let named: Vec<&str> = all.iter().take(most).map(String::as_str).collect();
    Text::new(id)
        .name("names", named.join(", "))
        .number("count", count(all.len()))
        .number("more", count(all.len().saturating_sub(most)))
}

/// Every line, in the order of the article.
pub fn report(observed: &Observed, choices: &Choices) -> Vec<Line> {
    let mut lines = Vec::with_capacity(POINTS.len());
    for point in &POINTS {
        let mut told = tell(point, observed, choices);
        let read_at = match point.source {
            Source::Graph => observed.directory.as_ref().map(|read| read.read_at),
            Source::PowerPlatform => observed.platform.as_ref().map(|read| read.read_at),
            Source::ConnectorPolicies => observed
                .platform
                .as_ref()
                .filter(|read| read.advanced.is_some())
                .map(|read| read.read_at),
            Source::Dataverse => observed.viva.as_ref().map(|read| read.read_at),
            Source::Salesforce => observed
                .salesforce
                .as_ref()
                .and_then(|read| setup_page::read_at(point.id, read)),
            Source::Teams => observed.teams.as_ref().map(|read| read.read_at),
            Source::Hand => None,
        };
        let about = ticking::about(point, observed, &told);
        let tick = choices.looked(point.id);
        let is_ticked = tick.is_some_and(|tick| Some(&tick.of) == about.as_ref());
        match tick {
            // What nothing tells counts as the admin has seen it, and says so; what stood there stands beneath.
            Some(_) if is_ticked => {
                told.readiness = Readiness::Ready;
                let stood = std::mem::replace(&mut told.statement, Text::new("deploy-checked-by-hand"));
                if point.source != Source::Hand {
                    told.evidence.insert(0, stood);
                }
            }
            Some(tick) if point.id == REVIEW => {
                told.evidence
                    .push(Text::new("deploy-reviewed-before").day("day", tick.at));
            }
            _ => {}
        }
        lines.push(Line {
            point,
            readiness: told.readiness,
            place: place(point, observed),
            statement: told.statement,
            evidence: told.evidence,
            names: told.names,
            read_at: tick.filter(|_| is_ticked).map(|tick| tick.at).or(read_at),
            repair: told.repair,
            about,
            is_ticked,
        });
    }
    lines
}

/// Where a point is checked by hand: in Setup of the organization that was read, in the environment that was found; else
/// where one begins to look.
fn place(point: &Point, observed: &Observed) -> String {
    let page = match point.id {
        "app-listed" => setup::Page::OauthUsage,
        "permitted-users" | "ip-relaxation" | "refresh-token" | "timeout" => setup::Page::ConnectedApps,
        "records" | "api-enabled" => setup::Page::PermissionSets,
        _ => setup::Page::Users,
    };
    let app = observed.salesforce.as_ref().and_then(Salesforce::policies_page);
    if let Some(app) = app.filter(|_| page == setup::Page::ConnectedApps) {
        return app;
    }
    let read = observed.salesforce.as_ref().map(|salesforce| &salesforce.host);
    if let (Source::Salesforce, Some(host)) = (point.source, read.or(observed.my_domain.as_ref())) {
        return setup::address(host, page, None);
    }
    let Some(viva) = observed.environment().filter(|_| point.step == VIVA_STEP) else {
        return point.place.to_owned();
    };
    // The list of users goes by the organization's id, and by the environment's (portal-dom, 1.2).
    let organization = observed
        .viva
        .as_ref()
        .and_then(|viva| viva.organization.value())
        .map(|(organization, _)| organization.id.as_str());
    match organization.filter(|_| point.source == Source::Dataverse) {
        Some(id) => format!("{}/{id}/{}/users", point.place, viva.name),
        None => format!("{}/{}/hub", point.place, viva.name),
    }
}

/// The step about msdyn_viva, whose points are looked at in its own environment.
const VIVA_STEP: usize = 7;

fn tell(point: &Point, observed: &Observed, choices: &Choices) -> Told {
    // What stands behind the Power Platform is not among the systems to sign in to before that was read.
    let first = match point.source {
        Source::ConnectorPolicies | Source::Dataverse => Source::PowerPlatform,
        own => own,
    };
    let signed_out = || signed_out(first);
    match point.source {
        Source::Graph => match &observed.directory {
            None => signed_out(),
            Some(directory) => match point.id {
                "role-global" => role(directory, &[GLOBAL]),
                "role-teams" => role(directory, &FOR_TEAMS),
                "role-power-platform" => role(directory, &FOR_DATA_POLICIES),
                _ => once_said(licence(directory), Source::Graph, observed, choices),
            },
        },
        Source::PowerPlatform | Source::ConnectorPolicies | Source::Dataverse => match &observed.platform {
            None => signed_out(),
            Some(platform) => match point.id {
                "environment" => policies::environment(observed, platform),
                "data-policies" => policies::data_policies(observed, platform),
                "advanced-policies" => policies::advanced(observed, platform),
                _ => viva::review(observed, platform),
            },
        },
        Source::Salesforce => match &observed.salesforce {
            None => signed_out(),
            Some(salesforce) => in_salesforce(point.id, observed, choices, salesforce),
        },
        Source::Teams => match &observed.teams {
            None => signed_out(),
            Some(teams) => policies::teams(point.id, observed, teams),
        },
        Source::Hand if point.id == "visible" => visible(observed, choices),
        Source::Hand => told(
            Readiness::Unknown,
            Text::new(match point.id {
                "settings" | "ai-features" | "forms" | "extensions" => "deploy-unknown-optional",
                "welcome" => "deploy-unknown-welcome",
                "community" => "deploy-unknown-community",
                _ => "deploy-unknown-hand",
            }),
        ),
    }
}

/// How long ago the add-in was deployed: 24 hours until it shows, up to 48 over all (S001-06, S001-41, S001-42).
fn visible(observed: &Observed, choices: &Choices) -> Told {
    const HOUR: Millis = 3_600_000;
    let mut points = POINTS.iter();
    let about = points
        .find(|point| point.id == "outlook")
        .and_then(|outlook| ticking::about(outlook, observed, &unknown("deploy-unknown-hand")));
    let deployed = choices.looked("outlook");
    let Some(deployed) = deployed.filter(|tick| Some(&tick.of) == about.as_ref()) else {
        return unknown("deploy-visible-not-deployed");
    };
    let hours = observed.read_at.saturating_sub(deployed.at) / HOUR;
    let text = Text::new(match hours {
        0..24 => "deploy-visible-first-day",
        24..48 => "deploy-visible-second-day",
        _ => "deploy-visible-late",
    });
    told(
        Readiness::Unknown,
        text.number("hours", i64::try_from(hours).unwrap_or(i64::MAX)),
    )
}

/// The admin's own roles (S001-02, S001-03): any of these will do. Roles that are only eligible are not among them.
fn role(directory: &Directory, any: &[Role]) -> Told {
    let held = match whole(&directory.own_roles) {
        Ok(held) => held,
        Err(told) => return told,
    };
    for role in any {
        if held.iter().any(|held| held.eq_ignore_ascii_case(role.template)) {
            let statement = Text::new("deploy-role-held").message("role", Text::new(role.name));
            return told(Readiness::Ready, statement);
        }
    }
    let wanted = any.first().map_or("value-unknown", |role| role.name);
    let statement = Text::new("deploy-role-lacking").message("role", Text::new(wanted));
    told(Readiness::Attention, statement).because(Text::new("deploy-role-eligible"))
}

/// Seats against the audience, where both were read completely.
pub(super) fn seats_of(directory: &Directory) -> Option<Seats> {
    let (Reading::Complete(licences), Some(Reading::Complete(audience))) = (&directory.licences, &directory.people)
    else {
        return None;
    };
    Some(Seats::of(audience, licences))
}

/// The licence of everybody (S001-04).
fn licence(directory: &Directory) -> Told {
    let licences = match whole(&directory.licences) {
        Ok(licences) => licences,
        Err(told) => return told,
    };
    if !licences.iter().any(Licence::counts) {
        let lapsed = licences.iter().filter(|licence| licence.is_for_sales_agent());
        let lapsed: Vec<String> = lapsed.map(|licence| product(&licence.part_number)).collect();
        return match lapsed.is_empty() {
            true => blocked("deploy-licence-none-bought"),
            false => blocked("deploy-licence-lapsed").of(lapsed),
        };
    }
    let audience = match directory.people.as_ref().map(whole) {
        None => return unknown(UNSAID),
        Some(Err(told)) => return told,
        Some(Ok(audience)) => audience,
    };
    with_whoever_was_named(seated(audience, licences), audience)
}

/// How many of the people have a seat.
fn seated(audience: &Audience, licences: &[Licence]) -> Told {
    let seats = Seats::of(audience, licences);
    let names = |places: &[usize]| -> Vec<String> {
        let people = places.iter().filter_map(|at| audience.people.get(*at));
        people.map(shown).collect()
    };
    let evidence = Text::new("deploy-licence-seats")
        .number("with", count(seats.have))
        .number("free", i64::from(seats.free));
    let off = Text::new("deploy-licence-off").number("count", count(seats.off.len()));
    if seats.lack.is_empty() && seats.off.is_empty() {
        let statement = Text::new("deploy-licence-all").number("count", count(seats.have));
        return told(Readiness::Ready, statement).because(evidence);
    }
    if seats.lack.is_empty() {
        return told(Readiness::Attention, off).because(evidence).of(names(&seats.off));
    }
    let statement = Text::new("deploy-licence-lacking").number("count", count(seats.lack.len()));
    let mut told = told(Readiness::Attention, statement).because(evidence);
    if !seats.off.is_empty() {
        told = told.because(off);
    }
    if seats.to_buy > 0 {
        told.readiness = Readiness::Blocked;
        told = told.because(Text::new("deploy-licence-short").number("count", count(seats.to_buy)));
    }
    if seats.free > 0 {
        told = told.by(Repair::Licences);
    }
    told.of(names(&seats.lack))
}

/// Somebody with their user name.
pub fn shown(person: &Person) -> String {
    format!("{} ({})", person.name, person.upn)
}

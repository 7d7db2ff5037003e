//! What Salesforce tells of the report: who is whom there, what each seller may, and who may use the app
//! (S001-12 to S001-15, S001-18 to S001-29).

use super::choices::{Choices, Repair};
use super::observed::{Observed, Salesforce, Seller, paired};
use super::people::granted;
use super::report::{
    Told, UNSAID, attention, blocked, count, once_said, ready, shown, told, unknown, unread, whole, with_everybody,
};
use super::setup_page;
use crate::domain::deployment::steps::Source;
use crate::domain::reading::Reading;
use crate::domain::salesforce::access;
use crate::domain::salesforce::app_policy::{PermittedUsers, Policy, RefreshToken};
use crate::domain::salesforce::id::same;
use crate::recipes::readiness::Readiness;
use crate::text::Text;

/// What Salesforce tells (S001-12 to S001-15, S001-18 to S001-29).
pub(super) fn in_salesforce(id: &str, observed: &Observed, choices: &Choices, salesforce: &Salesforce) -> Told {
    let of_everybody = |told| once_said(with_everybody(told, observed), Source::Salesforce, observed, choices);
    match id {
        "customize-right" => match whole(&salesforce.own) {
            Err(told) => told,
            Ok(own) if own.may_customise() => ready("deploy-customize-right"),
            Ok(_) => attention("deploy-customize-right-lacking"),
        },
        "people" => of_everybody(matches(observed, salesforce)),
        "records" | "api-enabled" => of_everybody(per_seller(id, observed, salesforce)),
        "app-listed" => match &salesforce.app {
            Reading::Complete(Some(_)) => ready("deploy-app-listed"),
            Reading::Complete(None) => blocked("deploy-app-not-listed").because(Text::new("deploy-app-install")),
            Reading::Partial { .. } => unknown("deploy-app-unread"),
            Reading::Unreadable(why) => unread(why),
        },
        _ if !matches!(salesforce.app, Reading::Complete(Some(_))) => match whole(&salesforce.app) {
            // Whether it is there is not known then: only where it was looked for and not found it has to come first.
            Err(told) => told,
            Ok(_) => unknown("deploy-app-first"),
        },
        "permitted-users" => setup_page::permitted(salesforce, of_everybody(permitted(observed, salesforce))),
        "refresh-token" => {
            let by_api = match salesforce.policy.refresh {
                None => unknown("deploy-unknown-page"),
                Some(RefreshToken::UntilRevoked) => {
                    ready("deploy-refresh-until-revoked").because(Text::new("deploy-refresh-unproven"))
                }
                Some(RefreshToken::Ends) => blocked("deploy-refresh-ends"),
            };
            setup_page::refresh(salesforce, by_api)
        }
        // No API tells them (cloud-apis, 3.2).
        "ip-relaxation" => setup_page::on_page_alone(salesforce, Policy::Ip),
        _ => setup_page::on_page_alone(salesforce, Policy::Timeout),
    }
}

/// Who of the audience is whom in Salesforce: unmatched and doubly matched are listed.
fn matches(observed: &Observed, salesforce: &Salesforce) -> Told {
    let people = match observed.people() {
        None => return unknown(UNSAID),
        Some(Reading::Unreadable(why)) => return unread(why),
        Some(Reading::Complete(audience) | Reading::Partial { value: audience, .. }) => &audience.people,
    };
    let users = match whole(&salesforce.users) {
        Ok(users) => users,
        Err(told) => return told,
    };
    let pairing = paired(people, users);
    let person = |at: &usize| people.get(*at).map(shown).unwrap_or_default();
    let user = |at: &usize| users.get(*at).map_or("", |user| user.username.as_str());
    let none: Vec<String> = pairing.unmatched.iter().map(person).collect();
    let mut several = Vec::new();
    for (at, fit) in &pairing.doubled {
        let fit: Vec<&str> = fit.iter().map(user).collect();
        several.push(format!("{}: {}", person(at), fit.join(", ")));
    }
    for (at, fit) in &pairing.shared {
        let fit: Vec<String> = fit.iter().map(person).collect();
        several.push(format!("{}: {}", user(at), fit.join(", ")));
    }
    let one = pairing.pairs.len();
    if none.is_empty() && several.is_empty() {
        let statement = Text::new("deploy-people-all").number("count", count(one));
        return told(Readiness::Ready, statement);
    }
    let statement = Text::new("deploy-people-not-all")
        .number("none", count(none.len()))
        .number("several", count(several.len()));
    several.extend(none);
    told(Readiness::Attention, statement)
        .because(Text::new("deploy-people-by"))
        .of(several)
}

/// Well with those who were found is not well with everybody: whoever is nobody there, or may be several, may be the one who
/// lacks it.
fn with_whoever_was_paired(told: Told, observed: &Observed, salesforce: &Salesforce) -> Told {
    let pairing = matches(observed, salesforce);
    if told.readiness != Readiness::Ready || pairing.readiness == Readiness::Ready {
        return told;
    }
    let mut all = pairing.because(told.statement);
    all.evidence.extend(told.evidence);
    all
}

/// Why nobody was found in Salesforce: whoever could not be read in the directory was not looked for.
fn nobody(observed: &Observed, otherwise: &'static str) -> Told {
    match observed.people().map(whole) {
        Some(Err(told)) => told,
        Some(Ok(_)) | None => unknown(otherwise),
    }
}

/// What every matched seller needs (S001-14, S001-15).
fn per_seller(id: &str, observed: &Observed, salesforce: &Salesforce) -> Told {
    let sellers = match &salesforce.sellers {
        None => return nobody(observed, UNSAID),
        Some(Reading::Unreadable(why)) => return unread(why),
        Some(Reading::Complete(sellers) | Reading::Partial { value: sellers, .. }) => sellers,
    };
    if sellers.is_empty() {
        return nobody(observed, "deploy-people-none");
    }
    let is_api = id == "api-enabled";
    let mut names = Vec::new();
    for seller in sellers {
        if is_api {
            if !seller.person.is_api_enabled() {
                names.push(named(seller));
            }
            continue;
        }
        let lacks = seller.person.lacks();
        if !lacks.is_empty() {
            let objects: Vec<&str> = lacks.iter().map(|(object, _)| *object).collect();
            names.push(format!("{}: {}", named(seller), objects.join(", ")));
        }
    }
    let (all, lacking) = if is_api {
        ("deploy-api-all", "deploy-api-lacking")
    } else {
        ("deploy-records-all", "deploy-records-lacking")
    };
    if names.is_empty() {
        let statement = Text::new(all).number("count", count(sellers.len()));
        return with_whoever_was_paired(told(Readiness::Ready, statement), observed, salesforce);
    }
    let readiness = if is_api {
        Readiness::Blocked
    } else {
        Readiness::Attention
    };
    told(readiness, Text::new(lacking).number("count", count(names.len()))).of(names)
}

fn named(seller: &Seller) -> String {
    known(&seller.person)
}

fn known(person: &access::Person) -> String {
    format!("{} ({})", person.name, person.username)
}

/// **Permitted Users** and who lacks a grant (S001-23 to S001-25, S001-29).
fn permitted(observed: &Observed, salesforce: &Salesforce) -> Told {
    match salesforce.policy.permitted {
        None => return unknown("deploy-unknown-page"),
        Some(PermittedUsers::SelfAuthorize) => return ready("deploy-permitted-self"),
        Some(PermittedUsers::AdminApproved) => {}
    }
    match &salesforce.sellers {
        None => return nobody(observed, UNSAID),
        Some(Reading::Complete(sellers) | Reading::Partial { value: sellers, .. }) if sellers.is_empty() => {
            return nobody(observed, "deploy-people-none");
        }
        Some(_) => {}
    }
    let lacking = match not_let_in(salesforce) {
        Ok(lacking) => lacking,
        Err(why) => return unread(&why),
    };
    if lacking.is_empty() {
        return with_whoever_was_paired(ready("deploy-permitted-approved"), observed, salesforce);
    }
    let statement = Text::new("deploy-permitted-lacking").number("count", count(lacking.len()));
    told(Readiness::Blocked, statement)
        .of(lacking.iter().map(known).collect())
        .by(Repair::Grant)
}

/// The sellers whom this permission set, or profile, would not let use the app either, and no grant does.
pub(super) fn left_out(salesforce: &Salesforce, set: &str) -> Vec<String> {
    let mut lacking = not_let_in(salesforce).unwrap_or_default();
    lacking.retain(|person| !person.sets.iter().any(|held| same(&held.id, set)));
    lacking.iter().map(known).collect()
}

/// The sellers whom no grant lets use the app.
fn not_let_in(salesforce: &Salesforce) -> Result<Vec<access::Person>, Text> {
    let sellers = match &salesforce.sellers {
        None => return Err(Text::new(UNSAID)),
        Some(Reading::Unreadable(why)) => return Err(why.clone()),
        Some(Reading::Complete(sellers) | Reading::Partial { value: sellers, .. }) => sellers,
    };
    let grants = match &salesforce.grants {
        Reading::Complete(grants) => granted(grants),
        Reading::Partial { .. } => return Err(Text::new("deploy-app-unread")),
        Reading::Unreadable(why) => return Err(why.clone()),
    };
    let people: Vec<_> = sellers.iter().map(|seller| seller.person.clone()).collect();
    let lacking = salesforce.policy.not_let_in(&people, &grants);
    Ok(lacking.into_iter().flatten().cloned().collect())
}

/// A permission set, or a profile's, that could be let use the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: String,
    /// Its label, or the profile's name.
    pub label: String,
    /// Whether it is a profile's.
    pub is_profile: bool,
    /// How many of those who are not let in hold it.
    pub lets_in: usize,
    /// How many active users hold it in all, where that was told.
    pub holders: Option<usize>,
}

/// What could be let use the app for those who are not let in: what lets in most comes first, permission sets before
/// profiles.
pub fn candidates(observed: &Observed) -> Vec<Candidate> {
    observed.salesforce.as_ref().map(letting_in).unwrap_or_default()
}

/// The same of Salesforce alone.
pub(super) fn letting_in(salesforce: &Salesforce) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for person in not_let_in(salesforce).unwrap_or_default() {
        for set in &person.sets {
            match candidates.iter_mut().find(|known| same(&known.id, &set.id)) {
                Some(known) => known.lets_in += 1,
                None => candidates.push(Candidate {
                    id: set.id.clone(),
                    label: set.label.clone(),
                    is_profile: set.is_profile,
                    lets_in: 1,
                    holders: salesforce.holders_of(&set.id),
                }),
            }
        }
    }
    candidates.sort_unstable_by(|one, other| {
        (other.lets_in, one.is_profile, &one.label).cmp(&(one.lets_in, other.is_profile, &other.label))
    });
    candidates
}

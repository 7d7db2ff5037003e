//! Which Salesforce user each of the audience is: by federation id, then user name, then mail address. Whoever is nobody's
//! or more than one's is listed, never guessed.

use super::Person;

/// A user of the Salesforce org.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seller {
    /// Their id.
    pub id: String,
    /// The name.
    pub name: String,
    /// `Username`: in the form of a mail address, unique in all of Salesforce, and with a suffix in a sandbox.
    pub username: String,
    /// `Email`.
    pub email: Option<String>,
    /// `FederationIdentifier`: what single sign-on tells them by.
    pub federation: Option<String>,
    /// `IsActive`.
    pub active: bool,
}

/// What told them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// The federation id is the user principal name, the mail address or the object id.
    Federation,
    /// The user name is the user principal name.
    Username,
    /// The mail addresses are the same.
    Mail,
}

impl By {
    const ALL: [Self; 3] = [Self::Federation, Self::Username, Self::Mail];
}

/// One person with their user, as places in the two lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Of the people.
    pub person: usize,
    /// Of the users.
    pub seller: usize,
    /// What told.
    pub by: By,
}

/// Everybody, one way or another. Places are in the two lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairing {
    /// Those who are told, in the order of the people.
    pub pairs: Vec<Pair>,
    /// People of the audience who are nobody in Salesforce.
    pub unmatched: Vec<usize>,
    /// People for whom more than one user fits equally well, with those users.
    pub doubled: Vec<(usize, Vec<usize>)>,
    /// Users more than one person fits equally well, with those people: all of them stand in no pair.
    pub shared: Vec<(usize, Vec<usize>)>,
}

/// As names are compared: without regard to case and the space around them.
fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// What a person is looked for by.
fn keys(person: &Person, by: By) -> Vec<String> {
    let mail = person.mail.as_deref().unwrap_or_default();
    let mut keys = match by {
        By::Federation => vec![folded(&person.upn), folded(mail), folded(&person.id)],
        By::Username => vec![folded(&person.upn)],
        // Whoever has no mailbox may still have the user name for an address.
        By::Mail if mail.trim().is_empty() => vec![folded(&person.upn)],
        By::Mail => vec![folded(mail)],
    };
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// What a user is found by.
fn key(seller: &Seller, by: By) -> String {
    let key = match by {
        By::Federation => seller.federation.as_deref(),
        By::Username => Some(seller.username.as_str()),
        By::Mail => seller.email.as_deref(),
    };
    folded(key.unwrap_or_default())
}

/// Pairs people with users. What tells better goes first for everybody: whoever is told by it is out of what tells less
/// well. Users who are not active are paired only where no active one fits.
pub fn pair(people: &[Person], sellers: &[Seller]) -> Pairing {
    let mut pairing = Pairing::default();
    let mut people_left = vec![true; people.len()];
    let mut sellers_left = vec![true; sellers.len()];
    for active in [true, false] {
        for by in By::ALL {
            round(
                people,
                sellers,
                (by, active),
                (&mut people_left, &mut sellers_left),
                &mut pairing,
            );
        }
    }
    pairing.unmatched = (0..people.len())
        .filter(|at| people_left.get(*at) == Some(&true))
        .collect();
    crate::sorted::sort_by_key(&mut pairing.pairs, |pair| pair.person);
    pairing
}

fn round(
    people: &[Person],
    sellers: &[Seller],
    (by, active): (By, bool),
    (people_left, sellers_left): (&mut [bool], &mut [bool]),
    pairing: &mut Pairing,
) {
    let mut known: Vec<(String, usize)> = Vec::new();
    for (at, seller) in sellers.iter().enumerate() {
        if sellers_left.get(at) == Some(&true) && seller.active == active {
            known.push((key(seller, by), at));
        }
    }
    known.sort_unstable();
    // Who fits whom among those who are left, before anybody of this round is taken.
    let mut fitting: Vec<(usize, usize)> = Vec::new();
    for (at, person) in people.iter().enumerate() {
        if people_left.get(at) != Some(&true) {
            continue;
        }
        for wanted in keys(person, by) {
            let from = known.partition_point(|(key, _)| *key < wanted);
            let found = known.get(from..).unwrap_or_default().iter();
            fitting.extend(
                found
                    .take_while(|(key, _)| *key == wanted)
                    .map(|(_, seller)| (at, *seller)),
            );
        }
    }
    fitting.sort_unstable();
    fitting.dedup();
    let mut claims: Vec<(usize, usize)> = fitting.iter().map(|(person, seller)| (*seller, *person)).collect();
    claims.sort_unstable();
    for claimed in claims.chunk_by(|one, other| one.0 == other.0) {
        if let [(seller, _), _, ..] = claimed {
            take(sellers_left, *seller);
            claimed.iter().for_each(|(_, person)| take(people_left, *person));
            pairing
                .shared
                .push((*seller, claimed.iter().map(|(_, person)| *person).collect()));
        }
    }
    for own in fitting.chunk_by(|one, other| one.0 == other.0) {
        let Some((at, first)) = own.first().copied() else {
            continue;
        };
        if people_left.get(at) != Some(&true) {
            continue;
        }
        if own.len() == 1 {
            pairing.pairs.push(Pair {
                person: at,
                seller: first,
                by,
            });
        } else {
            pairing
                .doubled
                .push((at, own.iter().map(|(_, seller)| *seller).collect()));
        }
        take(people_left, at);
        own.iter().for_each(|(_, seller)| take(sellers_left, *seller));
    }
}

fn take(left: &mut [bool], at: usize) {
    if let Some(place) = left.get_mut(at) {
        *place = false;
    }
}

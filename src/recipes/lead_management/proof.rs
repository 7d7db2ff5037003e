//! Whether a lead proves what the offer holds (S004-51). Nobody can read which secret or password that is: so a lead counts
//! only if it was made after the newest there is.

use super::observed::{Account, Observed};
use crate::domain::lead::secret::{Term, term};
use crate::http::Millis;

/// What the leads of an account prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proof {
    /// One was made since: what the offer holds works.
    Proven {
        /// When the newest was made.
        lead: Millis,
    },
    /// The newest is older than the newest secret or password: whether the offer holds that one is not known.
    Before {
        /// When the newest lead was made.
        lead: Millis,
        /// When the newest secret or password was.
        made: Millis,
    },
    /// There is one; when it was made, or when the newest secret or password was, is not known.
    Untold,
    /// Every secret has ended, or none is left.
    Ended,
    /// There is none.
    NoLead,
    /// Whether there is one could not be read.
    Unread,
}

/// When the newest credential was made that the offer may hold.
enum Newest {
    Untold,
    Ended,
    Made(Millis),
}

/// What the leads of `account` prove.
pub fn proof(observed: &Observed, account: &Account) -> Proof {
    match account.has_written {
        None => return Proof::Unread,
        Some(false) => return Proof::NoLead,
        Some(true) => {}
    }
    let made = match newest(observed, account) {
        Newest::Untold => return Proof::Untold,
        Newest::Ended => return Proof::Ended,
        Newest::Made(made) => made,
    };
    match account.last_lead {
        // Dataverse tells whole seconds.
        Some(lead) if lead >= made.saturating_sub(made % 1000) => Proof::Proven { lead },
        Some(lead) => Proof::Before { lead, made },
        None => Proof::Untold,
    }
}

fn newest(observed: &Observed, account: &Account) -> Newest {
    let Some(directory) = &observed.directory else {
        return Newest::Untold;
    };
    let Some(client) = &account.client else {
        let mut people = directory.users.value().into_iter().flatten();
        let person = people.find(|person| person.upn.eq_ignore_ascii_case(&account.upn));
        let changed = person.and_then(|person| person.password_changed);
        return changed.map_or(Newest::Untold, Newest::Made);
    };
    let mut apps = directory.apps.value().into_iter().flatten();
    let Some(app) = apps.find(|app| app.client.eq_ignore_ascii_case(client)) else {
        return Newest::Untold;
    };
    let today = observed.today();
    if app
        .secrets
        .iter()
        .all(|secret| secret.end.is_some_and(|end| term(today, end) == Term::Ended))
    {
        return Newest::Ended;
    }
    let mut last = 0;
    for secret in &app.secrets {
        match secret.made {
            Some(made) => last = made.max(last),
            None => return Newest::Untold,
        }
    }
    Newest::Made(last)
}

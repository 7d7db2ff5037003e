//! How long a client secret lives, what a tenant allows, and when its end is near (S004-19).

use crate::domain::day::Day;

/// The longest the portal offers; *Never*, which the article asks for, is no longer there (Entra, "Add credentials").
pub const LONGEST_MONTHS: u32 = 24;
/// What is preset: Entra advises less than twelve months and a reminder, the article no end at all.
pub const PRESET_MONTHS: u32 = 12;
/// What is offered, in months.
pub const OFFERED_MONTHS: [u32; 5] = [3, 6, 12, 18, 24];
/// Days before the end at which a secret counts as ending soon.
const SOON: i64 = 30;
/// Days after which an Office 365 user's password has to be another (S004-24).
pub const PASSWORD_DAYS: i64 = 90;

/// What the tenant's app management policy says about secrets (Graph, `tenantAppManagementPolicy`,
/// `applicationRestrictions.passwordCredentials`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Policy {
    /// `passwordAddition` is restricted: no secret can be made at all.
    pub forbidden: bool,
    /// `passwordLifetime`: days a secret may live at most.
    pub longest_days: Option<i64>,
}

/// Why a lifetime cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Longer than the portal's cap ([`LONGEST_MONTHS`]).
    PastPortal,
    /// Longer than the tenant allows.
    PastTenant {
        /// Days it allows.
        days: i64,
    },
    /// The tenant allows no secrets.
    Forbidden,
    /// No time at all.
    Nothing,
}

/// The last day of a secret made today that lives so many months.
///
/// # Errors
/// [`Refusal`].
pub fn end(today: Day, months: u32, policy: Policy) -> Result<Day, Refusal> {
    if policy.forbidden {
        return Err(Refusal::Forbidden);
    }
    if months == 0 {
        return Err(Refusal::Nothing);
    }
    if months > LONGEST_MONTHS {
        return Err(Refusal::PastPortal);
    }
    let end = today.plus_months(months);
    match policy.longest_days {
        Some(days) if end.since(today) > days => Err(Refusal::PastTenant { days }),
        _ => Ok(end),
    }
}

/// What can be chosen today: the offered lifetimes the tenant allows, or else the longest whole number of months it does.
pub fn choices(today: Day, policy: Policy) -> Vec<u32> {
    let allowed = |months: &u32| end(today, *months, policy).is_ok();
    let offered: Vec<u32> = OFFERED_MONTHS.into_iter().filter(allowed).collect();
    if offered.is_empty() {
        return (1..OFFERED_MONTHS.into_iter().min().unwrap_or(1))
            .rev()
            .find(allowed)
            .into_iter()
            .collect();
    }
    offered
}

/// The preset: twelve months, or the longest that can be had.
pub fn preset(today: Day, policy: Policy) -> Option<u32> {
    let choices = choices(today, policy);
    let up_to = choices.iter().copied().filter(|months| *months <= PRESET_MONTHS);
    up_to.max().or_else(|| choices.first().copied())
}

/// How far the end of a credential is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// It has ended.
    Ended,
    /// It ends in so many days, which is soon.
    Soon {
        /// Days left, 0 for today.
        days: i64,
    },
    /// It ends later.
    Fine,
}

/// How far `end` is.
pub fn term(today: Day, end: Day) -> Term {
    match end.since(today) {
        days if days < 0 => Term::Ended,
        days if days <= SOON => Term::Soon { days },
        _ => Term::Fine,
    }
}

/// When an Office 365 user's password set on this day has to be another.
pub fn password_due(set: Day) -> Day {
    set.plus_days(PASSWORD_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-22").unwrap()
    }

    fn capped(days: i64) -> Policy {
        Policy {
            longest_days: Some(days),
            ..Policy::default()
        }
    }

    #[test]
    fn s004_19_a_secret_lives_as_long_as_chosen_and_never_longer_than_the_portal_s_cap() {
        for months in 1..=LONGEST_MONTHS {
            assert_eq!(end(today(), months, Policy::default()), Ok(today().plus_months(months)));
        }
        assert_eq!(end(today(), 25, Policy::default()), Err(Refusal::PastPortal));
        assert_eq!(end(today(), 0, Policy::default()), Err(Refusal::Nothing));
        assert_eq!(preset(today(), Policy::default()), Some(12));
        assert_eq!(choices(today(), Policy::default()), OFFERED_MONTHS);
    }

    #[test]
    fn s004_19_the_tenant_s_cap_narrows_what_is_offered() {
        assert_eq!(choices(today(), capped(365)), [3, 6, 12]);
        assert_eq!(choices(today(), capped(364)), [3, 6]);
        assert_eq!(preset(today(), capped(364)), Some(6));
        assert_eq!(choices(today(), capped(61)), [2]);
        assert_eq!(preset(today(), capped(61)), Some(2));
        assert_eq!(choices(today(), capped(7)), Vec::<u32>::new());
        assert_eq!(preset(today(), capped(7)), None);
        assert_eq!(end(today(), 12, capped(180)), Err(Refusal::PastTenant { days: 180 }));
        let forbidden = Policy {
            forbidden: true,
            ..Policy::default()
        };
        assert_eq!(end(today(), 3, forbidden), Err(Refusal::Forbidden));
        assert_eq!(preset(today(), forbidden), None);
    }

    #[test]
    fn s004_19_the_end_is_seen_coming() {
        for (days, wanted) in [
            (-1, Term::Ended),
            (0, Term::Soon { days: 0 }),
            (30, Term::Soon { days: 30 }),
            (31, Term::Fine),
        ] {
            assert_eq!(term(today(), today().plus_days(days)), wanted, "{days}");
        }
    }

    #[test]
    fn s004_24_a_password_is_due_after_ninety_days() {
        assert_eq!(password_due(today()).to_string(), "2027-02-20");
    }
}

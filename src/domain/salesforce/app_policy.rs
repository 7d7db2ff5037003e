//! The policies of the connected app **Microsoft Power Platform**, as the article wants them, and who is not let in by
//! them (S001-20 to S001-29). Only Permitted Users and the refresh token can be asked for; IP relaxation and timeout
//! stand on the page alone (cloud-apis §3.2).

use super::access::Person;
use super::id::same;

/// The app's name, the same in every language.
pub const APP: &str = "Microsoft Power Platform";

/// **Permitted Users**; either passes (S001-23).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PermittedUsers {
    /// **Admin approved users are pre-authorized**: each user needs a grant (S001-24).
    AdminApproved,
    /// **All users may self-authorize**: nobody needs one (S001-25).
    SelfAuthorize,
}

/// **Refresh Token Policy** (S001-27).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefreshToken {
    /// **Refresh token is valid until revoked**: as wanted. That `RefreshTokenValidityPeriod` is null then is unproven.
    UntilRevoked,
    /// It ends after some time.
    Ends,
}

/// **IP Relaxation** (S001-26).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IpRelaxation {
    /// **Relax IP restrictions**: as wanted (`BYPASS` in metadata).
    Relax,
    /// **Relax IP restrictions for activated devices** (`BYPASS_2FACTOR`).
    RelaxForActivated,
    /// **Enforce IP restrictions, but relax for refresh tokens** (`ENFORCE_RELAXREFRESH`).
    EnforceButRefresh,
    /// **Enforce IP restrictions** (`ENFORCE`).
    Enforce,
}

/// **Timeout Value** of the session policies (S001-28). `MobileSessionTimeout` is another setting and says nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timeout {
    /// **None**: as wanted.
    None,
    /// Some time.
    Some,
}

/// What is known of the app's policies; `None` is "could not be told".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AppPolicy {
    /// **Permitted Users**.
    pub permitted: Option<PermittedUsers>,
    /// **Refresh Token Policy**.
    pub refresh: Option<RefreshToken>,
    /// **IP Relaxation**.
    pub ip: Option<IpRelaxation>,
    /// **Timeout Value**.
    pub timeout: Option<Timeout>,
}

/// What of the policies is not as the article wants it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// **Refresh Token Policy**.
    Refresh,
    /// **IP Relaxation**.
    Ip,
    /// **Timeout Value**.
    Timeout,
}

impl AppPolicy {
    /// By the columns of `ConnectedApplication`: whether admin approved users are pre-authorized, and for how long a
    /// refresh token is valid.
    pub fn of_columns(admin_approved_only: bool, refresh_validity: Option<i64>) -> Self {
        Self {
            permitted: Some(if admin_approved_only {
                PermittedUsers::AdminApproved
            } else {
                PermittedUsers::SelfAuthorize
            }),
            refresh: Some(match refresh_validity {
                None => RefreshToken::UntilRevoked,
                Some(_) => RefreshToken::Ends,
            }),
            ip: None,
            timeout: None,
        }
    }

    /// What is otherwise than wanted, and what could not be told, in the order of the article.
    pub fn troubles(&self) -> (Vec<Policy>, Vec<Policy>) {
        let (mut wrong, mut unknown) = (Vec::new(), Vec::new());
        let mut told = |policy, is_right: Option<bool>| match is_right {
            Some(true) => {}
            Some(false) => wrong.push(policy),
            None => unknown.push(policy),
        };
        told(Policy::Ip, self.ip.map(|ip| ip == IpRelaxation::Relax));
        told(
            Policy::Refresh,
            self.refresh.map(|refresh| refresh == RefreshToken::UntilRevoked),
        );
        told(Policy::Timeout, self.timeout.map(|timeout| timeout == Timeout::None));
        (wrong, unknown)
    }

    /// Who is not let in for want of a grant (S001-24, S001-29): with pre-authorisation, everybody none of whose profile
    /// and permission sets is among `granted`, the `SetupEntityAccess.ParentId`s of the app; else nobody. `None` if
    /// **Permitted Users** is not known.
    pub fn not_let_in<'a>(&self, people: &'a [Person], granted: &[String]) -> Option<Vec<&'a Person>> {
        let mut lacking = Vec::new();
        if self.permitted? == PermittedUsers::AdminApproved {
            for person in people {
                let has = |set: &super::access::HeldSet| granted.iter().any(|parent| same(parent, &set.id));
                if !person.sets.iter().any(has) {
                    lacking.push(person);
                }
            }
        }
        Some(lacking)
    }
}

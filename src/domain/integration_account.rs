//! A Bright Pattern integration account of type Microsoft Dynamics 365: what its fields hold, and what is wrong with
//! them (article *Add integration account*, S002-04 to S002-13; cloud-apis §2.3, §9).

use super::guid::guid;

/// The account type, the same in every language (S002-04, S002-05).
pub const TYPE: &str = "Microsoft Dynamics 365";

/// The version of the Web API in the API URL (S002-11).
const API_PATH: &str = "/api/data/v9.0";

/// What the three addresses have to be for one organization (S002-08 to S002-11).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoints {
    /// OAuth 2.0 authorization endpoint (v1).
    pub authorization: String,
    /// OAuth 2.0 token endpoint (v1).
    pub token: String,
    /// The Web API, version 9.0.
    pub api: String,
}

/// The addresses for an organization: `org` its host, `login` the host that signs in to its cloud, and its tenant's id;
/// `None` if that is none.
pub fn endpoints(org: &str, login: &str, tenant: &str) -> Option<Endpoints> {
    let tenant = guid(tenant)?;
    Some(Endpoints {
        authorization: format!("https://{login}/{tenant}/oauth2/authorize"),
        token: format!("https://{login}/{tenant}/oauth2/token"),
        api: format!("https://{org}{API_PATH}"),
    })
}

/// Which of the two sign-in addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Login {
    /// Authorization URL (S002-08).
    Authorization,
    /// Token URL (S002-09).
    Token,
}

impl Login {
    const fn last(self) -> &'static str {
        match self {
            Self::Authorization => "authorize",
            Self::Token => "token",
        }
    }
}

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UrlTrouble {
    /// Nothing stands there.
    Empty,
    /// It is no plain `https` address: another scheme, a user, a port, a query, a fragment, or spaces in it.
    NotHttps,
    /// It is on another host than the one that signs in to this organization, or than the organization's own.
    OtherHost,
    /// It is the v2.0 endpoint, which Bright Pattern cannot use: it speaks of resources, not of scopes.
    V2,
    /// It is the other of the two endpoints.
    Swapped,
    /// Its path is another one.
    OtherPath,
    /// It is a Web API, but of another version than 9.0.
    OtherVersion,
    /// It names no tenant by id: `common` and the like serve every tenant, and a domain cannot be compared.
    NoTenant,
    /// It names another tenant than the organization's.
    OtherTenant,
}

/// Host and path of a plain `https` address; one slash at the end is as good as none.
fn parts(url: &str) -> Result<(String, &str), UrlTrouble> {
    let url = url.trim();
    if url.is_empty() {
        return Err(UrlTrouble::Empty);
    }
    let odd = |letter: char| letter.is_whitespace() || letter.is_control() || matches!(letter, '?' | '#' | '@' | '\\');
    let rest = match url.get(..8) {
        Some(scheme) if scheme.eq_ignore_ascii_case("https://") => url.get(8..).unwrap_or_default(),
        _ => return Err(UrlTrouble::NotHttps),
    };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if host.is_empty() || host.contains(':') || rest.contains(odd) {
        return Err(UrlTrouble::NotHttps);
    }
    Ok((host.to_ascii_lowercase(), path.strip_suffix('/').unwrap_or(path)))
}

/// The tenant a sign-in address names, in lower case, such as an id, a domain or `common`; whatever else is wrong with
/// the address.
pub fn tenant_of(url: &str) -> Option<String> {
    let (_, path) = parts(url).ok()?;
    let tenant = path.trim_start_matches('/').split('/').next()?;
    (!tenant.is_empty()).then(|| tenant.to_ascii_lowercase())
}

/// Checks a sign-in address against the host that signs in to the organization's cloud and, where known, the
/// organization's tenant's id.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check_login(which: Login, url: &str, login: &str, tenant: Option<&str>) -> Result<(), UrlTrouble> {
    let (host, path) = parts(url)?;
    if host != login {
        return Err(UrlTrouble::OtherHost);
    }
    let mut segments = path.trim_start_matches('/').splitn(2, '/');
    let named = segments.next().unwrap_or_default();
    let rest = segments.next().unwrap_or_default();
    let other = match which {
        Login::Authorization => Login::Token,
        Login::Token => Login::Authorization,
    };
    let ends = |login: Login, between: &str| rest.eq_ignore_ascii_case(&format!("oauth2/{between}{}", login.last()));
    if ends(which, "v2.0/") || ends(other, "v2.0/") {
        return Err(UrlTrouble::V2);
    }
    if ends(other, "") {
        return Err(UrlTrouble::Swapped);
    }
    if !ends(which, "") {
        return Err(UrlTrouble::OtherPath);
    }
    let Some(named) = guid(named) else {
        return Err(UrlTrouble::NoTenant);
    };
    match tenant.and_then(guid) {
        Some(tenant) if tenant != named => Err(UrlTrouble::OtherTenant),
        _ => Ok(()),
    }
}

/// Checks the API URL against the organization's host (S002-10, S002-11).
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check_api(url: &str, org: &str) -> Result<(), UrlTrouble> {
    let (host, path) = parts(url)?;
    if host != org {
        return Err(UrlTrouble::OtherHost);
    }
    if path.eq_ignore_ascii_case(API_PATH) {
        return Ok(());
    }
    let version = path.to_ascii_lowercase();
    let version = version.strip_prefix("/api/data/v").unwrap_or_default();
    let numbered = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    Err(if numbered {
        UrlTrouble::OtherVersion
    } else {
        UrlTrouble::OtherPath
    })
}

/// What is wrong with a client secret; its characters are named, never quoted (S002-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretTrouble {
    /// Nothing stands there.
    Empty,
    /// It holds a `+`, on which Bright Pattern breaks: a new one is made until it has none.
    Plus,
    /// It is a GUID: the secret's id, which stands beside its value in the Entra admin center.
    IsAnId,
    /// It begins or ends with a space, or has one in it.
    Space,
}

/// Checks a client secret.
///
/// # Errors
/// What is wrong with it.
pub fn check_secret(secret: &str) -> Result<(), SecretTrouble> {
    if secret.trim().is_empty() {
        Err(SecretTrouble::Empty)
    } else if guid(secret).is_some() {
        Err(SecretTrouble::IsAnId)
    } else if secret.chars().any(char::is_whitespace) {
        Err(SecretTrouble::Space)
    } else if secret.contains('+') {
        Err(SecretTrouble::Plus)
    } else {
        Ok(())
    }
}

/// The client id as it is filled in: a GUID in lower case (S002-12).
pub fn client_id(text: &str) -> Option<String> {
    guid(text)
}

/// The reply address the registered app needs, by the host of the customer's Bright Pattern (S002-02).
pub fn reply_address(host: &str) -> String {
    format!("https://{host}/admin/msdynamicscallback.html")
}

/// One account of Bright Pattern's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// Its type, as the list shows it.
    pub kind: String,
    /// Whether it is the default of its type; `None` if the list does not tell.
    pub is_default: Option<bool>,
}

/// Names are compared so: without regard to case and to how many spaces of which kind.
pub fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The account that has this name already, whatever its type (S002-06).
pub fn named<'a>(accounts: &'a [Account], name: &str) -> Option<&'a Account> {
    let wanted = folded(name);
    accounts.iter().find(|account| folded(&account.name) == wanted)
}

/// The account of this type that is the default now, and is one no longer when another becomes it (S002-07).
pub fn default_now(accounts: &[Account]) -> Option<&Account> {
    let ours = |account: &&Account| folded(&account.kind) == folded(TYPE);
    accounts
        .iter()
        .filter(ours)
        .find(|account| account.is_default == Some(true))
}

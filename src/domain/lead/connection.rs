//! The connection details the publishing portal asks for, for either credential (S004-44 to S004-50). No secret is in
//! here: that is a slot of the run.

use super::Credential;
use crate::domain::guid::guid;

/// The lead destination as the portal calls it (S004-45).
pub const DESTINATION: &str = "Dynamics 365 Customer Engagement";
/// Addresses the portal takes at most; the old text speaks of a list without a limit, so this is ours.
const MOST_EMAILS: usize = 50;
/// The longest address (RFC 5321).
const LONGEST_EMAIL: usize = 254;

/// The instance's address as the portal wants it, such as `https://contoso.crm4.dynamics.com` (S004-46).
pub fn url(host: &str) -> String {
    let host = host.to_ascii_lowercase().replace(".api.crm", ".crm");
    format!("https://{host}")
}

/// Whether what stands in the portal's field is that address; case and a slash at the end do not matter.
pub fn same_url(shown: &str, host: &str) -> bool {
    shown.trim().trim_end_matches('/').eq_ignore_ascii_case(&url(host))
}

/// What *Authentication* is called (S004-47), today's name first.
pub const fn authentication(credential: Credential) -> &'static [&'static str] {
    match credential {
        Credential::Entra => &["Microsoft Entra ID", "Azure Active Directory"],
        Credential::Office365 => &["Office 365"],
    }
}

/// The ids of the app registration as the portal wants them: GUIDs (S004-48).
///
/// # Errors
/// Which of the two is none.
pub fn entra_ids(application: &str, directory: &str) -> Result<(String, String), NotAnId> {
    let application = guid(application).ok_or(NotAnId::Application)?;
    let directory = guid(directory).ok_or(NotAnId::Directory)?;
    Ok((application, directory))
}

/// Which id is no GUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAnId {
    /// *Application (client) ID*.
    Application,
    /// *Directory ID*.
    Directory,
}

/// Why contact addresses are not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EmailRefusal {
    /// This is no address.
    NotAnAddress(String),
    /// There are too many.
    TooMany,
}

/// The contact addresses, in the order given, each once; separated by semicolons as the portal has it, or by commas, spaces
/// or lines as people paste them. None is allowed: today's page may not ask (S004-50).
///
/// # Errors
/// [`EmailRefusal`].
pub fn emails(text: &str) -> Result<Vec<String>, EmailRefusal> {
    let mut found: Vec<String> = Vec::new();
    for part in text.split(|letter: char| letter == ';' || letter == ',' || letter.is_whitespace()) {
        if part.is_empty() {
            continue;
        }
        if !is_email(part) {
            return Err(EmailRefusal::NotAnAddress(part.to_owned()));
        }
        if !found.iter().any(|known| known.eq_ignore_ascii_case(part)) {
            found.push(part.to_owned());
        }
    }
    if found.len() > MOST_EMAILS {
        return Err(EmailRefusal::TooMany);
    }
    Ok(found)
}

/// As the portal's field takes them.
pub fn joined(emails: &[String]) -> String {
    emails.join(";")
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let in_local = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(letter);
    let in_label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    text.len() <= LONGEST_EMAIL
        && !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.chars().all(in_local)
        && domain.contains('.')
        && domain.split('.').all(in_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s004_46_the_url_is_the_target_s_origin() {
        assert_eq!(url("Contoso.crm4.dynamics.com"), "https://contoso.crm4.dynamics.com");
        assert_eq!(
            url("contoso.api.crm4.dynamics.com"),
            "https://contoso.crm4.dynamics.com"
        );
        assert!(same_url(
            " https://CONTOSO.crm4.dynamics.com/ ",
            "contoso.crm4.dynamics.com"
        ));
        for other in [
            "",
            "https://contoso.crm.dynamics.com",
            "http://contoso.crm4.dynamics.com",
        ] {
            assert!(!same_url(other, "contoso.crm4.dynamics.com"), "{other}");
        }
    }

    #[test]
    fn s004_47_the_authentication_has_the_portal_s_names() {
        assert_eq!(authentication(Credential::Entra).first(), Some(&"Microsoft Entra ID"));
        assert_eq!(authentication(Credential::Office365), ["Office 365"]);
    }

    #[test]
    fn s004_48_ids_are_guids() {
        let id = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
        assert_eq!(entra_ids(&id.to_uppercase(), id), Ok((id.to_owned(), id.to_owned())));
        assert_eq!(entra_ids("contoso", id), Err(NotAnId::Application));
        assert_eq!(entra_ids(id, "contoso.onmicrosoft.com"), Err(NotAnId::Directory));
    }

    #[test]
    fn s004_50_contact_addresses_are_a_list() {
        assert_eq!(emails("").map(|all| joined(&all)), Ok(String::new()));
        assert_eq!(
            emails(" leads@contoso.com; Sales+1@fabrikam.co.uk,\nLEADS@contoso.com ").map(|all| joined(&all)),
            Ok("leads@contoso.com;Sales+1@fabrikam.co.uk".to_owned())
        );
        for wrong in [
            "leads",
            "a@b",
            "a b@",
            "a@-b.com",
            ".a@b.com",
            "a..b@c.com",
            "a@b..com",
            "a@b@c.com",
            "<a@b.com>",
        ] {
            assert!(matches!(emails(wrong), Err(EmailRefusal::NotAnAddress(_))), "{wrong}");
        }
        let many: Vec<String> = (0..51).map(|number| format!("a{number}@b.com")).collect();
        assert_eq!(emails(&joined(&many)), Err(EmailRefusal::TooMany));
    }
}

//! Names and passwords of a service account, and names of an app registration (S004-15, S004-17, S004-25, S004-26).

use crate::text::Text;

/// Longest user principal name and display name Entra takes (Graph, user; application).
const LONGEST_UPN: usize = 113;
const LONGEST_LOCAL_PART: usize = 64;
const LONGEST_NAME: usize = 256;
/// Lengths of a cloud user's password (Entra, password policies).
const PASSWORD: std::ops::RangeInclusive<usize> = 8..=256;

/// Why a name or a password is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing.
    Empty,
    /// It is too long.
    TooLong,
    /// It is too short.
    TooShort,
    /// It is no `name@domain`.
    NotAUpn,
    /// A character Entra does not take there (Graph: `A-Z a-z 0-9 ' . - _ ! # ^ ~`).
    Character,
    /// A full stop at its beginning or end.
    FullStop,
    /// The domain is none of the tenant's verified ones.
    Domain,
    /// Fewer than three of small letters, capitals, digits and symbols.
    TooSimple,
    /// The user's name is in it.
    HoldsName,
    /// It is no `https` address, nor `http` on this machine (Entra, redirect URI restrictions).
    NotHttps,
    /// There is one of this name already.
    Taken,
}

impl Refusal {
    /// In words, to follow what it is that is not taken.
    pub const fn explain(self) -> Text {
        Text::new(match self {
            Self::Empty => "lead-refusal-empty",
            Self::TooLong => "lead-refusal-too-long",
            Self::TooShort => "lead-refusal-too-short",
            Self::NotAUpn => "lead-refusal-not-a-upn",
            Self::Character => "lead-refusal-character",
            Self::FullStop => "lead-refusal-full-stop",
            Self::Domain => "lead-refusal-domain",
            Self::TooSimple => "lead-refusal-too-simple",
            Self::HoldsName => "lead-refusal-holds-name",
            Self::NotHttps => "lead-refusal-not-https",
            Self::Taken => "lead-refusal-taken",
        })
    }
}

/// Checks a user principal name; `domains` are the tenant's verified ones, or none if they could not be read.
///
/// # Errors
/// [`Refusal`].
pub fn check_upn(upn: &str, domains: &[String]) -> Result<(), Refusal> {
    if upn.is_empty() {
        return Err(Refusal::Empty);
    }
    let (local, domain) = upn.split_once('@').ok_or(Refusal::NotAUpn)?;
    if local.is_empty() || domain.is_empty() || !domain.contains('.') {
        return Err(Refusal::NotAUpn);
    }
    if upn.len() > LONGEST_UPN || local.len() > LONGEST_LOCAL_PART {
        return Err(Refusal::TooLong);
    }
    let taken = |letter: char| letter.is_ascii_alphanumeric() || "'.-_!#^~".contains(letter);
    let in_domain = |letter: char| letter.is_ascii_alphanumeric() || letter == '.' || letter == '-';
    if !local.chars().all(taken) || !domain.chars().all(in_domain) {
        return Err(Refusal::Character);
    }
    if [local, domain]
        .iter()
        .any(|part| part.starts_with('.') || part.ends_with('.'))
    {
        return Err(Refusal::FullStop);
    }
    let known = domains.is_empty() || domains.iter().any(|known| known.eq_ignore_ascii_case(domain));
    known.then_some(()).ok_or(Refusal::Domain)
}

/// `mailNickname` for a user principal name: what stands before the `@`, with what Exchange does not take left out.
pub fn mail_nickname(upn: &str) -> String {
    let local = upn.split('@').next().unwrap_or_default();
    let taken = |letter: &char| letter.is_ascii_alphanumeric() || matches!(letter, '.' | '-' | '_');
    local.chars().filter(taken).collect()
}

/// Checks a display name of a user or an app registration.
///
/// # Errors
/// [`Refusal`].
pub fn check_name(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Refusal::TooLong);
    }
    // Graph refuses angle brackets in display names; control characters hide what stands there.
    let refused = |letter: char| letter.is_control() || letter == '<' || letter == '>';
    if name.contains(refused) {
        Err(Refusal::Character)
    } else {
        Ok(())
    }
}

/// Checks a password of a cloud user: 8 to 256 characters of ASCII, three of the four kinds, without the user's name in it
/// (Entra, "Password policies that only apply to cloud user accounts"). A tenant may ask for more, which it says itself.
///
/// # Errors
/// [`Refusal`].
pub fn check_password(password: &str, upn: &str) -> Result<(), Refusal> {
    let length = password.chars().count();
    if length == 0 {
        return Err(Refusal::Empty);
    }
    if length < *PASSWORD.start() {
        return Err(Refusal::TooShort);
    }
    if length > *PASSWORD.end() {
        return Err(Refusal::TooLong);
    }
    if !password
        .chars()
        .all(|letter| letter == ' ' || letter.is_ascii_graphic())
    {
        return Err(Refusal::Character);
    }
    let kinds: [fn(&char) -> bool; 4] = [
        char::is_ascii_lowercase,
        char::is_ascii_uppercase,
        char::is_ascii_digit,
        |letter| !letter.is_ascii_alphanumeric(),
    ];
    let held = kinds
        .iter()
        .filter(|kind| password.chars().any(|letter| kind(&letter)))
        .count();
    if held < 3 {
        return Err(Refusal::TooSimple);
    }
    let local = upn.split('@').next().unwrap_or_default().to_ascii_lowercase();
    if local.len() > 2 && password.to_ascii_lowercase().contains(&local) {
        return Err(Refusal::HoldsName);
    }
    Ok(())
}

/// Checks a redirect URI of the platform *Web*, such as `https://contosoapp1/auth` (S004-17).
///
/// # Errors
/// [`Refusal`].
pub fn check_redirect(uri: &str) -> Result<(), Refusal> {
    if uri.is_empty() {
        return Err(Refusal::Empty);
    }
    if uri.chars().count() > LONGEST_NAME {
        return Err(Refusal::TooLong);
    }
    if !uri.bytes().all(|byte| byte.is_ascii_graphic()) || uri.contains(['<', '>', '"', '*', '\\', '#', '@']) {
        return Err(Refusal::Character);
    }
    let (host, secure) = match (uri.strip_prefix("https://"), uri.strip_prefix("http://")) {
        (Some(rest), _) => (rest, true),
        (None, Some(rest)) => (rest, false),
        (None, None) => return Err(Refusal::NotHttps),
    };
    let host = host.split(['/', '?', ':']).next().unwrap_or_default();
    if host.is_empty() || !secure && host != "localhost" {
        return Err(Refusal::NotHttps);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s004_25_a_user_name_has_the_characters_entra_takes_and_a_domain_of_the_tenant() {
        let domains = ["contoso.com".to_owned(), "contoso.onmicrosoft.com".to_owned()];
        for good in ["leadwriter@contoso.com", "o'neil.lead_1-2!#^~@Contoso.onmicrosoft.com"] {
            assert_eq!(check_upn(good, &domains), Ok(()), "{good}");
        }
        for (upn, why) in [
            ("", Refusal::Empty),
            ("leadwriter", Refusal::NotAUpn),
            ("@contoso.com", Refusal::NotAUpn),
            ("a@", Refusal::NotAUpn),
            ("a@contoso", Refusal::NotAUpn),
            ("lead writer@contoso.com", Refusal::Character),
            ("léad@contoso.com", Refusal::Character),
            ("a@b@contoso.com", Refusal::Character),
            ("a&b@contoso.com", Refusal::Character),
            (".lead@contoso.com", Refusal::FullStop),
            ("lead.@contoso.com", Refusal::FullStop),
            ("lead@fabrikam.com", Refusal::Domain),
        ] {
            assert_eq!(check_upn(upn, &domains), Err(why), "{upn}");
        }
        let long = format!("{}@contoso.com", "a".repeat(65));
        assert_eq!(check_upn(&long, &domains), Err(Refusal::TooLong));
        assert_eq!(
            check_upn("a@fabrikam.com", &[]),
            Ok(()),
            "domains that could not be read refuse nothing"
        );
        assert_eq!(mail_nickname("o'neil.lead!@contoso.com"), "oneil.lead");
    }

    #[test]
    fn s004_26_a_password_is_what_entra_takes() {
        let upn = "leadwriter@contoso.com";
        for good in [
            "Abcdefg1",
            "abcdefg1!",
            "ABCDEFG1 !",
            &format!("Aa1{}", "x".repeat(253)),
        ] {
            assert_eq!(check_password(good, upn), Ok(()), "{good}");
        }
        for (password, why) in [
            ("", Refusal::Empty),
            ("Abc1!", Refusal::TooShort),
            ("abcdefgh", Refusal::TooSimple),
            ("abcdefg1", Refusal::TooSimple),
            ("Abcdéfg1", Refusal::Character),
            ("Abcdefg1\n", Refusal::Character),
            ("Leadwriter-2026", Refusal::HoldsName),
        ] {
            assert_eq!(check_password(password, upn), Err(why), "{password}");
        }
        assert_eq!(
            check_password(&format!("Aa1{}", "x".repeat(254)), upn),
            Err(Refusal::TooLong)
        );
        assert_eq!(
            check_password("xay-Xay-1", "xa@contoso.com"),
            Ok(()),
            "a short name is in many words"
        );
    }

    #[test]
    fn s004_15_a_name_is_meaningful_text() {
        assert_eq!(check_name("Marketplace lead writer"), Ok(()));
        assert_eq!(check_name("渡辺 リード"), Ok(()));
        assert_eq!(check_name("  "), Err(Refusal::Empty));
        assert_eq!(check_name("a<b"), Err(Refusal::Character));
        assert_eq!(check_name("a\u{7}b"), Err(Refusal::Character));
        assert_eq!(check_name(&"a".repeat(257)), Err(Refusal::TooLong));
    }

    #[test]
    fn s004_17_a_redirect_is_a_web_address() {
        for good in [
            "https://contosoapp1/auth",
            "https://app.contoso.com",
            "http://localhost:8080/auth",
        ] {
            assert_eq!(check_redirect(good), Ok(()), "{good}");
        }
        for (uri, why) in [
            ("", Refusal::Empty),
            ("http://contosoapp1/auth", Refusal::NotHttps),
            ("https://", Refusal::NotHttps),
            ("contosoapp1/auth", Refusal::NotHttps),
            ("javascript:alert(1)", Refusal::NotHttps),
            ("https://a/b#c", Refusal::Character),
            ("https://*.contoso.com", Refusal::Character),
            ("https://a b", Refusal::Character),
        ] {
            assert_eq!(check_redirect(uri), Err(why), "{uri}");
        }
        assert_eq!(
            check_redirect(&format!("https://{}", "a".repeat(256))),
            Err(Refusal::TooLong)
        );
    }
}

//! The tenant an organization is in, from its answer to somebody without a sign-in: `WWW-Authenticate: Bearer
//! authorization_uri=https://login.microsoftonline.com/<tenant>/oauth2/authorize, resource_id=…`. The form of the
//! header is not proven on a live tenant; another form tells nothing.

use super::cloud::Cloud;
use crate::domain::guid::guid;

/// The tenant id a challenge names, if it names a place to sign in of that cloud.
pub fn tenant(header: &str, cloud: Cloud) -> Option<String> {
    let at = header.find("authorization_uri=")?;
    let rest = header.get(at..)?.strip_prefix("authorization_uri=")?;
    let uri = rest.trim_start_matches('"').split(['"', ',', ' ']).next()?;
    let (host, path) = uri.strip_prefix("https://")?.split_once('/')?;
    // China's organizations may still name the older host.
    let known = host == cloud.login()
        || host == "login.windows.net"
        || (cloud == Cloud::China && host == "login.chinacloudapi.cn");
    if !known {
        return None;
    }
    guid(path.split('/').next()?)
}

#[cfg(test)]
mod tests {
    use super::tenant;
    use crate::services::entra::Cloud;

    const TENANT: &str = "aaaabbbb-0000-cccc-1111-dddd2222eeee";

    #[test]
    fn s002_10_the_challenge_names_the_tenant_and_nothing_else_does() {
        for header in [
            format!(
                "Bearer authorization_uri=https://login.microsoftonline.com/{TENANT}/oauth2/authorize, resource_id=https://contoso.crm4.dynamics.com/"
            ),
            format!(
                "Bearer resource_id=\"x\", authorization_uri=\"https://login.microsoftonline.com/{TENANT}/oauth2/authorize\""
            ),
        ] {
            assert_eq!(tenant(&header, Cloud::Public).as_deref(), Some(TENANT), "{header}");
        }
        for header in [
            String::new(),
            "Bearer".to_owned(),
            "Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize".to_owned(),
            format!("Bearer authorization_uri=https://evil.example/{TENANT}/oauth2/authorize"),
            format!("Bearer authorization_uri=http://login.microsoftonline.com/{TENANT}/oauth2/authorize"),
        ] {
            assert_eq!(tenant(&header, Cloud::Public), None, "{header}");
        }
    }
}

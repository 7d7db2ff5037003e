//! Users and teams: a cast with names from many places, some of them hostile on purpose, though none so that it
//! comes first in a list.

use super::roles::copy;
use super::{Builder, UNITS, lcid, unit};
use crate::ident::Guid;
use serde_json::json;

/// One user: sign-in name, first and last name, business unit, role.
type Person = (&'static str, &'static str, &'static str, &'static str, &'static str);

const EMEA: &str = "Customer Service EMEA";
const AMER: &str = "Customer Service Americas";
const APAC: &str = "Customer Service APAC";
const CSR: &str = "Customer Service Representative";

/// Users with a part to play. An empty role is none at all.
const NAMED: [Person; 26] = [
    ("admin", "Alex", "Hartmann", "Contoso", "System Administrator"),
    ("agent", "Agnes", "Møller", EMEA, CSR),
    ("manager", "Marcus", "Oyelaran", EMEA, "Customer Service Manager"),
    ("reader", "Rita", "Solano", "Contoso", "Basic User"),
    ("norole", "Noah", "Lindqvist", "Contoso", ""),
    ("disabled", "Dora", "Disabled", EMEA, CSR),
    ("owen.admin", "Owen", "Pritchard", "Contoso", "System Administrator"),
    ("camille.lefevre", "Camille", "Lefèvre", EMEA, "Basic User"),
    ("kenji.watanabe", "Kenji Watanabe", "渡辺健二", APAC, "Basic User"),
    ("maria-fernanda", "María-Fernanda", "Núñez de la Peña", AMER, CSR),
    ("markup", "Mark", "<img src=x onerror=alert(1)><b>Bold</b>", EMEA, CSR),
    (
        "bidi",
        "Dana \u{202e}nimdA\u{202c}",
        "\u{5db}\u{5d4}\u{5df}",
        EMEA,
        "Basic User",
    ),
    (
        "formula",
        "Faye",
        "=HYPERLINK(\"https://evil.example\",\"Click\")",
        AMER,
        CSR,
    ),
    ("zalgo", "Zack", "+cmd|'/C calc'!A0 @SUM(A1)", AMER, "Basic User"),
    ("arabic", "ليلى", "حداد", EMEA, "Omnichannel agent"),
    ("emoji", "Zoë 👩🏽‍💻", "O'Brien; DROP TABLE", AMER, "Salesperson"),
    (
        "long",
        "Wolfeschlegelsteinhausenbergerdorff-Maximiliane-Theodora",
        "von und zu Hohenlohe-Waldenburg-Schillingsfürst",
        EMEA,
        "Knowledge Manager",
    ),
    ("soren", "Søren", "Ærø", EMEA, "CSR Manager"),
    ("yuki", "由紀", "佐藤", APAC, "Omnichannel supervisor"),
    ("priya", "Priya", "Raghunathan", APAC, "Omnichannel administrator"),
    ("customizer", "Colin", "Adebayo", "Contoso", "System Customizer"),
    (
        "escalation",
        "Esra",
        "Yıldız",
        "Escalation Desk",
        "Contoso Escalation Desk",
    ),
    ("sales.lead", "Sofia", "Marchetti", "Sales", "Sales Manager"),
    (
        "dispatcher",
        "Dmitri",
        "Volkov",
        "Field Service",
        "Field Service Dispatcher",
    ),
    (
        "warranty",
        "Wanjiru",
        "Kamau",
        "Field Service",
        "Contoso Warranty Clerk",
    ),
    ("quinn", "Quinn", "Nakamura", "Sales", "Salesperson"),
];

const FIRST: [&str; 20] = [
    "Amara",
    "Bjørn",
    "Chloé",
    "Diego",
    "Eilidh",
    "Farid",
    "Giulia",
    "Hiro",
    "Ingrid",
    "João",
    "Katarzyna",
    "Lukas",
    "Mei",
    "Nikolaj",
    "Olivia",
    "Paulo",
    "Renée",
    "Samuel",
    "Tanvi",
    "Ulrik",
];
const LAST: [&str; 16] = [
    "Andersen", "Bianchi", "Chen", "Dubois", "Eriksen", "Fontaine", "García", "Hughes", "Ito", "Jensen", "Kowalska",
    "Larsen", "Martin", "Nguyen", "Okafor", "Petit",
];
const ROLES: [&str; 6] = [CSR, "Basic User", CSR, "Salesperson", "Omnichannel agent", "Basic User"];

/// How many users the small company has.
pub const USERS: usize = 68;

/// A user's id by sign-in name.
pub fn id(upn: &str) -> Guid {
    Guid::derive("systemuser", &upn.to_lowercase())
}

pub(super) fn build(b: &mut Builder<'_>) {
    for (name, _) in UNITS {
        team(b, name, name, 0, true);
    }
    for (account, first, last, business_unit, role) in NAMED {
        user(b, &format!("{account}@contoso.com"), first, last, business_unit, role);
    }
    applications(b);
    let total = b.config.scale.users.max(USERS);
    for number in NAMED.len() + 2..total {
        let first = FIRST.get(number % FIRST.len()).copied().unwrap_or_default();
        let last = LAST.get(number / 3 % LAST.len()).copied().unwrap_or_default();
        let (business_unit, _) = UNITS.get(1 + number % (UNITS.len() - 1)).copied().unwrap_or(UNITS[0]);
        let role = ROLES.get(number % ROLES.len()).copied().unwrap_or_default();
        user(
            b,
            &format!("user{number:05}@contoso.com"),
            first,
            &format!("{last} {number}"),
            business_unit,
            role,
        );
    }
    // Two have the tools of the multisession apps as well.
    for (account, business_unit) in [("maria-fernanda", AMER), ("yuki", APAC)] {
        b.link(
            "systemuserroles",
            ("systemuserid", id(&format!("{account}@contoso.com"))),
            ("roleid", copy("Productivity tools user", business_unit)),
        );
    }
    teams(b);
}

/// Who is in msdyn_viva: those the service made System Administrator, one somebody made it, the application that made
/// the environment, and a seller.
pub(super) fn build_viva(b: &mut Builder<'_>) {
    let administrators = [
        super::GLOBAL_ADMINISTRATOR,
        super::PLATFORM_ADMINISTRATOR,
        "owen.admin@contoso.com",
    ];
    team(b, "Contoso", "Contoso", 0, true);
    for (account, first, last, _, _) in NAMED {
        let upn = format!("{account}@contoso.com");
        if administrators.contains(&upn.as_str()) {
            user(b, &upn, first, last, "Contoso", "System Administrator");
        } else if account == "quinn" {
            user(b, &upn, first, last, "Contoso", "Basic User");
        }
    }
    b.link(
        "systemuserroles",
        ("systemuserid", id("owen.admin@contoso.com")),
        ("roleid", copy("Basic User", "Contoso")),
    );
    applications(b);
}

fn user(b: &mut Builder<'_>, upn: &str, first: &str, last: &str, business_unit: &str, role: &str) {
    let id = id(upn);
    let full = format!("{first} {last}");
    b.row_at(
        "systemuser",
        id,
        json!({
            "fullname": full, "yomifullname": full, "firstname": first, "lastname": last,
            "domainname": upn, "internalemailaddress": upn,
            "isdisabled": upn.starts_with("disabled@"),
            "azureactivedirectoryobjectid": Guid::derive("entra", upn).to_string(),
            "businessunitid": unit(business_unit).to_string(),
            "organizationid": b.org.id.to_string(),
            "title": role,
            "caltype": 7, "userlicensetype": 38,
        }),
    );
    let language = match upn.split('@').next().unwrap_or_default() {
        "admin" => lcid(&b.config.locale),
        "camille.lefevre" => 1036,
        "kenji.watanabe" | "yuki" => 1041,
        "agent" | "soren" => 1030,
        _ => 1033,
    };
    b.row_at(
        "usersettings",
        id,
        json!({"uilanguageid": language, "helplanguageid": language, "localeid": language}),
    );
    b.link(
        "teammembership",
        ("teamid", Guid::derive("team", business_unit)),
        ("systemuserid", id),
    );
    if !role.is_empty() {
        b.link(
            "systemuserroles",
            ("systemuserid", id),
            ("roleid", copy(role, business_unit)),
        );
    }
}

/// Two application users: they have no license and no seat, and are left out where people are counted.
fn applications(b: &mut Builder<'_>) {
    for (name, role) in [("Teams Chat Sync", CSR), ("Integration Runner", "System Administrator")] {
        let upn = format!("{}@contoso.com", name.to_lowercase().replace(' ', "-"));
        user(b, &upn, "#", name, "Contoso", role);
        let Some(row) = b.store.get("systemuser", id(&upn)).cloned() else {
            continue;
        };
        let mut values = row.values.clone();
        values.insert(
            "applicationid".into(),
            json!(Guid::derive("application", name).to_string()),
        );
        values.insert("accessmode".into(), json!(4));
        values.insert("islicensed".into(), json!(false));
        b.store.put("systemuser", row.id, values);
    }
}

fn team(b: &mut Builder<'_>, name: &str, business_unit: &str, kind: i64, default: bool) -> Guid {
    let group = (kind >= 2).then(|| Guid::derive("group", name).to_string());
    b.row(
        "team",
        name,
        json!({
            "name": name, "teamtype": kind, "isdefault": default, "systemmanaged": default,
            "membershiptype": 0,
            "azureactivedirectoryobjectid": group,
            "businessunitid": unit(business_unit).to_string(),
            "administratorid": id("admin@contoso.com").to_string(),
            "organizationid": b.org.id.to_string(),
        }),
    )
}

/// One team: name, business unit, type, role, members.
type Staffed = (
    &'static str,
    &'static str,
    i64,
    Option<&'static str>,
    &'static [&'static str],
);

fn teams(b: &mut Builder<'_>) {
    let staffed: [Staffed; 6] = [
        (
            "Tier 2",
            EMEA,
            0,
            Some("Contoso Escalation Desk"),
            &["camille.lefevre", "bidi", "escalation"],
        ),
        ("Night Shift", AMER, 0, Some(CSR), &["zalgo", "emoji"]),
        (
            "SG-Omnichannel-Agents",
            APAC,
            2,
            Some("Omnichannel agent"),
            &["kenji.watanabe", "yuki"],
        ),
        (
            "Knowledge Circle",
            "Contoso",
            3,
            Some("Knowledge Manager"),
            &["reader", "long"],
        ),
        ("Account 360 access", "Contoso", 1, None, &["reader", "quinn", "norole"]),
        ("Unstaffed", "Sales", 0, Some("CSR Manager"), &[]),
    ];
    for (name, business_unit, kind, role, members) in staffed {
        let team = team(b, name, business_unit, kind, false);
        if let Some(role) = role {
            b.link("teamroles", ("teamid", team), ("roleid", copy(role, business_unit)));
        }
        for member in members {
            b.link(
                "teammembership",
                ("teamid", team),
                ("systemuserid", id(&format!("{member}@contoso.com"))),
            );
        }
    }
    let have = UNITS.len() + staffed.len();
    for number in 0..b.config.scale.teams.saturating_sub(have) {
        let (business_unit, _) = UNITS.get(number % UNITS.len()).copied().unwrap_or(UNITS[0]);
        let team = team(b, &format!("Desk team {number:04}"), business_unit, 0, false);
        if number % 4 == 0 {
            b.link("teamroles", ("teamid", team), ("roleid", copy(CSR, business_unit)));
        }
        for step in 0..10 {
            let member = NAMED.len() + 2 + (number * 10 + step) % USERS.saturating_sub(NAMED.len() + 2);
            b.link(
                "teammembership",
                ("teamid", team),
                ("systemuserid", id(&format!("user{member:05}@contoso.com"))),
            );
        }
    }
}

//! Which licence the Office 365 user can have (S004-28, S004-29): by part number and service plan, because product names
//! change, and by free seats. What a licence costs is told in words: the tenant is charged for it.

/// A subscription of the tenant (Graph, `subscribedSku`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sku {
    /// `skuId`.
    pub id: String,
    /// `skuPartNumber`, such as `DYN365_ENTERPRISE_PLAN1`.
    pub part_number: String,
    /// Names of the service plans in it that are for users and on.
    pub plans: Vec<String>,
    /// `prepaidUnits.enabled`, and `warning`: seats that still work.
    pub seats: i64,
    /// `consumedUnits`.
    pub used: i64,
    /// `capabilityStatus` is `Enabled` or `Warning`.
    pub works: bool,
}

/// How well a licence fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// *Dynamics 365 Customer Engagement Plan*, the article's own (S004-28).
    Article,
    /// Sales: leads are its records.
    Sales,
    /// Another Dynamics 365 Customer Engagement app; that it lets a user write leads is not proven.
    Other,
}

/// Service plans of the article's plan; part numbers of it all begin the same way.
const ARTICLE_PLANS: [&str; 2] = ["DYN365_ENTERPRISE_P1", "DYN365_ENTERPRISE_P1_IW"];
const ARTICLE_PARTS: &str = "DYN365_ENTERPRISE_PLAN1";
/// Service plans of Sales.
const SALES_PLANS: [&str; 6] = [
    "DYN365_ENTERPRISE_SALES",
    "D365_SALES_ENT",
    "D365_SALES_PRO",
    "DYN365_SALES_PRO",
    "DYN365_SALES_PREMIUM",
    "CRMSTANDARD",
];
/// Service plans of the other Customer Engagement apps.
const OTHER_PLANS: [&str; 5] = [
    "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
    "D365_CSI_EMBED_CE",
    "DYN365_CS_ENTERPRISE",
    "DYN365_ENTERPRISE_FIELD_SERVICE",
    "DYN365_ENTERPRISE_PROJECT_SERVICE_AUTOMATION",
];

/// What Microsoft calls the products, by part number, the longer ones first (Entra, "Product names and service plan
/// identifiers for licensing"); the article's plan as the article calls it.
const PRODUCTS: [(&str, &str); 7] = [
    (ARTICLE_PARTS, "Dynamics 365 Customer Engagement Plan"),
    ("DYN365_ENTERPRISE_SALES", "Dynamics 365 Sales Enterprise"),
    ("D365_SALES_PRO", "Dynamics 365 Sales Professional"),
    ("DYN365_SALES_PREMIUM", "Dynamics 365 Sales Premium"),
    (
        "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
        "Dynamics 365 Customer Service Enterprise",
    ),
    ("DYN365_ENTERPRISE_FIELD_SERVICE", "Dynamics 365 Field Service"),
    ("MICROSOFT_365_COPILOT", "Microsoft 365 Copilot"),
];

/// What Microsoft calls a product; its part number where that is not known. Of another edition, such as that for schools,
/// the part number tells which.
pub fn product(part_number: &str) -> String {
    let part = part_number.to_ascii_uppercase();
    let known = PRODUCTS.iter().find(|(known, _)| part.starts_with(known));
    known.map_or_else(|| part_number.to_owned(), |(_, name)| (*name).to_owned())
}

/// The same, with its part number.
pub fn named(part_number: &str) -> String {
    let product = product(part_number);
    if product == part_number {
        product
    } else {
        format!("{product} ({part_number})")
    }
}

impl Sku {
    /// How well it fits; `None` for a licence without Customer Engagement in it.
    pub fn fit(&self) -> Option<Fit> {
        let part = self.part_number.to_ascii_uppercase();
        let has = |plans: &[&str]| {
            self.plans
                .iter()
                .any(|plan| plans.iter().any(|known| plan.eq_ignore_ascii_case(known)))
        };
        if part.starts_with(ARTICLE_PARTS) || has(&ARTICLE_PLANS) {
            Some(Fit::Article)
        } else if has(&SALES_PLANS) {
            Some(Fit::Sales)
        } else if has(&OTHER_PLANS) {
            Some(Fit::Other)
        } else {
            None
        }
    }

    /// Seats nobody has; 0 while the subscription does not work.
    pub fn free(&self) -> i64 {
        if self.works { (self.seats - self.used).max(0) } else { 0 }
    }
}

/// The licences that fit, the best first: by fit, then those with a free seat, then by part number.
pub fn fitting(skus: &[Sku]) -> Vec<(Fit, &Sku)> {
    let mut fitting: Vec<(Fit, &Sku)> = skus.iter().filter_map(|sku| Some((sku.fit()?, sku))).collect();
    fitting.sort_unstable_by(|(fit, sku), (other_fit, other)| {
        let key = |fit: &Fit, sku: &Sku| (*fit, sku.free() == 0);
        key(fit, sku)
            .cmp(&key(other_fit, other))
            .then_with(|| sku.part_number.cmp(&other.part_number))
    });
    fitting
}

/// The preset: the best one with a free seat.
pub fn preset(skus: &[Sku]) -> Option<&Sku> {
    let free = fitting(skus).into_iter().find(|(_, sku)| sku.free() > 0);
    free.map(|(_, sku)| sku)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sku(part: &str, plans: &[&str], seats: i64, used: i64) -> Sku {
        Sku {
            id: part.to_lowercase(),
            part_number: part.into(),
            plans: plans.iter().map(|plan| (*plan).to_owned()).collect(),
            seats,
            used,
            works: true,
        }
    }

    #[test]
    fn s004_28_the_article_s_plan_is_found_under_any_of_its_names() {
        for (part, plans) in [
            ("DYN365_ENTERPRISE_PLAN1", &[][..]),
            ("DYN365_ENTERPRISE_PLAN1_FACULTY", &[]),
            ("SOMETHING_NEW", &["dyn365_enterprise_p1"]),
        ] {
            assert_eq!(sku(part, plans, 1, 0).fit(), Some(Fit::Article), "{part}");
        }
        assert_eq!(sku("ENTERPRISEPACK", &["EXCHANGE_S_ENTERPRISE"], 9, 0).fit(), None);
        assert_eq!(sku("DYN365_TEAM_MEMBERS", &["DYN365_TEAM_MEMBERS"], 9, 0).fit(), None);
    }

    #[test]
    fn s004_28_a_licence_is_told_by_its_product_s_name_and_by_its_part_number_besides() {
        let part = "DYN365_ENTERPRISE_PLAN1";
        assert_eq!(product(part), "Dynamics 365 Customer Engagement Plan");
        assert_eq!(named(part), format!("{} ({part})", product(part)));
        assert_eq!(named("SOMETHING_NEW"), "SOMETHING_NEW");
    }

    #[test]
    fn s004_28_the_best_with_a_free_seat_is_preset() {
        let plan = sku("DYN365_ENTERPRISE_PLAN1", &["DYN365_ENTERPRISE_P1"], 5, 5);
        let sales = sku("DYN365_ENTERPRISE_SALES", &["DYN365_ENTERPRISE_SALES"], 5, 2);
        let service = sku("X", &["DYN365_ENTERPRISE_CUSTOMER_SERVICE"], 5, 0);
        let all = [service.clone(), sales.clone(), plan.clone()];
        let order: Vec<&str> = fitting(&all).iter().map(|(_, sku)| sku.part_number.as_str()).collect();
        assert_eq!(order, ["DYN365_ENTERPRISE_PLAN1", "DYN365_ENTERPRISE_SALES", "X"]);
        assert_eq!(preset(&all), Some(&sales));
        assert_eq!(preset(&[plan]), None);
        let mut suspended = sales;
        suspended.works = false;
        assert_eq!(suspended.free(), 0);
        assert_eq!(preset(&[suspended, service.clone()]), Some(&service));
    }

    #[test]
    fn s004_29_seats_over_booked_are_not_free() {
        assert_eq!(sku("A", &[], 3, 7).free(), 0);
        assert_eq!(sku("A", &[], 7, 3).free(), 4);
    }
}

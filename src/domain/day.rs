//! A day of the calendar (Gregorian, UTC): what expiry dates and reminders are counted in. Reads no clock.

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: i64,
    month: i64,
    day: i64,
}

const MILLIS_A_DAY: u64 = 86_400_000;

impl Day {
    /// The day of a moment, in milliseconds since the Unix epoch.
    pub fn of(millis: u64) -> Self {
        Self::from_number(i64::try_from(millis / MILLIS_A_DAY).unwrap_or_default())
    }

    /// The day of a moment as services write it, such as `2027-11-22T00:00:00Z`; `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let date = text.split(['T', ' ']).next()?;
        let mut parts = date.split('-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits)?;
            part.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
            part.parse::<i64>().ok()
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let real = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        (real && parts.next().is_none()).then_some(Self { year, month, day })
    }

    /// The moment services write as `2027-11-22T09:30:00Z`, in milliseconds since the Unix epoch; `None` if it is none, or of
    /// another time zone.
    pub fn moment(text: &str) -> Option<u64> {
        let day = Self::parse(text)?.millis();
        let time = text.strip_suffix('Z')?.split_once('T')?.1;
        let mut parts = time.split('.').next()?.split(':');
        let mut number = |below: u64| {
            let digits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
            let part = parts.next().filter(digits)?;
            part.parse::<u64>().ok().filter(|number| *number < below)
        };
        let (hours, minutes, seconds) = (number(24)?, number(60)?, number(61)?);
        Some(day + ((hours * 60 + minutes) * 60 + seconds) * 1000)
    }

    /// So many months later; the last day of a shorter month stands for one it does not have.
    pub fn plus_months(self, months: u32) -> Self {
        let count = self.year * 12 + self.month - 1 + i64::from(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self {
            year,
            month,
            day: self.day.min(days_in(year, month)),
        }
    }

    /// So many days later, or earlier.
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_number(self.number() + days)
    }

    /// Days from `earlier` to this day; negative if it is the other way round.
    pub fn since(self, earlier: Self) -> i64 {
        self.number() - earlier.number()
    }

    /// Midnight at its beginning, in milliseconds since the Unix epoch; 0 before that.
    pub fn millis(self) -> u64 {
        u64::try_from(self.number())
            .unwrap_or_default()
            .saturating_mul(MILLIS_A_DAY)
    }

    /// Midnight at its beginning, as Graph takes it: `2027-11-22T00:00:00Z`.
    pub fn at_midnight(self) -> String {
        format!("{self}T00:00:00Z")
    }

    /// As iCalendar writes a date (RFC 5545, DATE): `20271122`.
    pub fn compact(self) -> String {
        self.to_string().replace('-', "")
    }

    /// Days since 1970-01-01.
    fn number(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year - era * 400;
        let shifted_month = (self.month + 9) % 12;
        let of_year = (153 * shifted_month + 2) / 5 + self.day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn from_number(days: i64) -> Self {
        let shifted = days + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        Self {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month,
            day: of_year - (153 * shifted_month + 2) / 5 + 1,
        }
    }
}

impl std::fmt::Display for Day {
    /// `2027-11-22`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Day;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_moment_is_read_as_services_write_it() {
        let begins = day("2026-11-22").millis();
        assert_eq!(Day::moment("2026-11-22T09:30:05Z"), Some(begins + 34_205_000));
        assert_eq!(Day::moment("2026-11-22T09:30:05.123Z"), Some(begins + 34_205_000));
        for none in [
            "2026-11-22",
            "2026-11-22T09:30:05",
            "2026-11-22T24:00:00Z",
            "2026-11-22T+9:30:05Z",
            "x",
        ] {
            assert_eq!(Day::moment(none), None, "{none}");
        }
    }

    #[test]
    fn every_day_of_four_hundred_years_is_one_after_the_last() {
        let mut last = day("1970-01-01");
        for count in 1..146_097_u64 {
            let next = Day::of(count * 86_400_000 + 5);
            assert!(
                next > last && next.since(last) == 1 && last.plus_days(1) == next,
                "{next}"
            );
            assert_eq!(Day::parse(&next.to_string()), Some(next));
            assert_eq!(next.millis(), count * 86_400_000);
            last = next;
        }
        assert_eq!(last.to_string(), "2369-12-31");
    }

    #[test]
    fn months_end_where_the_calendar_ends_them() {
        for (from, months, to) in [
            ("2026-11-22", 12, "2027-11-22"),
            ("2026-08-31", 6, "2027-02-28"),
            ("2027-08-31", 6, "2028-02-29"),
            ("2026-12-31", 24, "2028-12-31"),
            ("2028-02-29", 12, "2029-02-28"),
            ("2026-01-31", 3, "2026-04-30"),
        ] {
            assert_eq!(day(from).plus_months(months), day(to), "{from} + {months}");
        }
    }

    #[test]
    fn only_days_are_days() {
        assert_eq!(day("2027-11-22T05:06:07.123Z").at_midnight(), "2027-11-22T00:00:00Z");
        assert_eq!(day("2027-11-22").compact(), "20271122");
        for wrong in [
            "",
            "2027-13-01",
            "2027-02-29",
            "27-01-01",
            "2027-1-1",
            "2027-01-01-01",
            "+027-01-01",
            "never",
        ] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }
}

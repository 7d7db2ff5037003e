//! The cloud's clock: real time, which a test may put ahead, and its text forms.

use crate::dataverse::store::timestamp;
use std::time::UNIX_EPOCH;

/// Real time plus what it was put ahead.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    /// Seconds ahead of real time.
    pub ahead: i64,
}

impl Clock {
    /// Seconds since 1970.
    pub fn now(self) -> i64 {
        let real = UNIX_EPOCH
            .elapsed()
            .map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
        real.saturating_add(self.ahead)
    }

    /// Now, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub fn text(self) -> String {
        timestamp(self.now())
    }
}

/// Reads `YYYY-MM-DDTHH:MM:SS[.f]Z` or with an offset `±HH:MM`, in seconds since 1970; `None` for anything else.
pub fn parse(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', 't'])?;
    let mut parts = date.splitn(3, '-').map(|p| p.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(0..=9999).contains(&year) {
        return None;
    }
    let (time, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, 0),
        None => {
            let at = time.rfind(['+', '-'])?;
            let (time, zone) = time.split_at_checked(at)?;
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let (hours, minutes) = zone.get(1..)?.split_once(':')?;
            let seconds = hours.parse::<i64>().ok()? * 3600 + minutes.parse::<i64>().ok()? * 60;
            (time, sign * seconds)
        }
    };
    let mut parts = time.splitn(3, ':');
    let (hour, minute) = (parts.next()?.parse::<i64>().ok()?, parts.next()?.parse::<i64>().ok()?);
    let second = match parts.next() {
        Some(text) => text.split('.').next()?.parse::<i64>().ok()?,
        None => 0,
    };
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..60).contains(&second) {
        return None;
    }
    // Days from civil, Howard Hinnant's algorithm.
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let yoe = y - era * 400;
    let doy = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    let days = era * 146_097 + doe - 719_468;
    Some(days * 86_400 + hour * 3600 + minute * 60 + second - offset)
}

/// Reads an ISO 8601 duration of years, months, weeks, days, hours, minutes and seconds, a month counting 30 days and
/// a year 365, in seconds; `None` for anything else.
pub fn duration(text: &str) -> Option<i64> {
    let mut rest = text.strip_prefix('P')?;
    let (mut total, mut in_time, mut any) = (0i64, false, false);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            (rest, in_time) = (after, true);
            continue;
        }
        let at = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (number, unit_and_rest) = rest.split_at_checked(at)?;
        let number: i64 = number.split('.').next()?.parse().ok()?;
        let unit = unit_and_rest.chars().next()?;
        let seconds = match (unit, in_time) {
            ('Y', false) => 365 * 86_400,
            ('M', false) => 30 * 86_400,
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        total = total.checked_add(number.checked_mul(seconds)?)?;
        rest = unit_and_rest.get(1..)?;
        any = true;
    }
    any.then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_read_as_it_is_told() {
        for text in ["1970-01-01T00:00:00Z", "2000-02-29T12:34:56Z", "2027-08-01T00:00:00Z"] {
            assert_eq!(timestamp(parse(text).unwrap()), text);
        }
        assert_eq!(parse("2027-08-01T02:00:00.123+02:00"), parse("2027-08-01T00:00:00Z"));
        for bad in [
            "",
            "2027-08-01",
            "2027-13-01T00:00:00Z",
            "2027-08-01T24:00:00Z",
            "2027-08-01T00:00:00",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn durations_are_read() {
        assert_eq!(duration("P90D"), Some(90 * 86_400));
        assert_eq!(duration("P1Y2M3DT4H"), Some((365 + 60 + 3) * 86_400 + 4 * 3600));
        for bad in ["", "P", "90D", "P1H", "PT1D"] {
            assert_eq!(duration(bad), None, "{bad}");
        }
    }
}

//! A reminder as a calendar file (RFC 5545), for the admin to keep: when the secret ends or the password is due
//! (S004-19, S004-24). It never holds the credential.

use crate::domain::day::Day;

/// Octets in a line of iCalendar, without its end.
const LINE: usize = 75;

/// What the reminder says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder<'a> {
    /// Unique among calendar entries, the same for the same credential.
    pub uid: &'a str,
    /// The day.
    pub day: Day,
    /// Days before it at which the calendar speaks.
    pub days_before: u32,
    /// Title, in the admin's language.
    pub summary: &'a str,
    /// What to do, in the admin's language.
    pub description: &'a str,
    /// The day it is written on.
    pub written: Day,
}

/// The file's text.
pub fn calendar(reminder: &Reminder<'_>) -> String {
    let mut file = String::new();
    for line in [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Latchkey//Lead management//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(reminder.uid)),
        format!("DTSTAMP:{}T000000Z", reminder.written.compact()),
        format!("DTSTART;VALUE=DATE:{}", reminder.day.compact()),
        format!("DTEND;VALUE=DATE:{}", reminder.day.plus_days(1).compact()),
        format!("SUMMARY:{}", escaped(reminder.summary)),
        format!("DESCRIPTION:{}", escaped(reminder.description)),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escaped(reminder.summary)),
        format!("TRIGGER:-P{}D", reminder.days_before),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ] {
        fold(&line, &mut file);
    }
    file
}

/// Text as a value: what has a meaning is escaped, so that no name can add a line of its own.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                safe.push('\\');
                safe.push(letter);
            }
            '\n' => safe.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// Breaks a line after at most 75 octets, between characters; what follows begins with a space.
fn fold(line: &str, file: &mut String) {
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > LINE {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(letter);
        width += letter.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(summary: &str, description: &str) -> String {
        calendar(&Reminder {
            uid: "secret-1@latchkey",
            day: Day::parse("2027-11-22").unwrap(),
            days_before: 14,
            summary,
            description,
            written: Day::parse("2026-11-22").unwrap(),
        })
    }

    #[test]
    fn s004_19_the_reminder_is_an_entry_of_the_day() {
        let file = written("The secret ends", "Make a new one");
        for line in [
            "BEGIN:VCALENDAR",
            "DTSTART;VALUE=DATE:20271122",
            "DTEND;VALUE=DATE:20271123",
            "SUMMARY:The secret ends",
            "TRIGGER:-P14D",
            "END:VCALENDAR",
        ] {
            assert!(file.split("\r\n").any(|known| known == line), "{line}\n{file}");
        }
    }

    #[test]
    fn no_text_adds_a_line_and_no_line_is_too_long() {
        let hostile = format!("a;b,c\\d\nEND:VEVENT\r\nBEGIN:VALARM {}", "é渡".repeat(60));
        let file = written(&hostile, "x");
        assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1);
        assert_eq!(file.matches("\r\nBEGIN:VALARM").count(), 1, "its own");
        for line in file.split("\r\n") {
            assert!(line.len() <= LINE, "{line}");
        }
        let unfolded = file.replace("\r\n ", "");
        assert!(
            unfolded.contains("SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\nBEGIN:VALARM é渡"),
            "{unfolded}"
        );
    }
}

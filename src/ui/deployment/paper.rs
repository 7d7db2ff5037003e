//! The report as files in the reader's language: a page to print, in which outside text is never markup, and JSON.

use serde_json::{Value, json};

use super::glyph;
use super::lines::rule;
use crate::domain::deployment::steps::{Point, STEPS};
use crate::recipes::deployment::planning::RECIPE;
use crate::recipes::deployment::{Line, Observed};
use crate::recipes::disconnect::export::iso;
use crate::text::Text;
use crate::ui::panel::Panel;
use crate::words::{Words, isolated};

/// A name from outside as it stands in HTML, see [`isolated`] and [`escaped`].
pub fn named(name: &str) -> String {
    escaped(&isolated(name))
}

/// Text as it stands in HTML, in an element or in an attribute in double quotes; names in it are isolated already.
pub fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
    html
}

/// A page that needs nothing from anywhere.
pub fn document(words: &Words, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>body{{font:11pt/1.45 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}}\
         table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #bbb;padding:.3rem .5rem;text-align:start;vertical-align:top}}\
         tr{{break-inside:avoid}}ul{{margin:.2rem 0;padding-inline-start:1.2rem}}</style>\n<h1>{title}</h1>\n{body}</html>\n",
        words.language().tag(),
        title = escaped(title),
    )
}

fn rules(point: &Point) -> String {
    let rules: Vec<String> = point.rules.iter().map(|(from, to)| rule(*from, *to)).collect();
    rules.join(", ")
}

/// The report as a page.
pub fn page(panel: &Panel, observed: &Observed, lines: &[Line]) -> String {
    let words = &panel.words;
    let say = |text: &Text| escaped(&words.plain(text));
    let word = |id: &'static str| say(&Text::new(id));
    let mut body = format!(
        "<p>{} · {} · {}</p>\n",
        named(&observed.organization.name),
        escaped(&panel.time(observed.read_at)),
        named(&observed.admin.upn),
    );
    for (at, step) in STEPS.iter().enumerate() {
        let heading = match at {
            0 => word(step.title),
            at => format!("{at}. {}", word(step.title)),
        };
        body.push_str(&format!("<h2>{heading}</h2>\n"));
        if let Some(today) = step.today {
            body.push_str(&format!("<p>{}</p>\n", word(today)));
        }
        body.push_str("<table>\n");
        for line in lines.iter().filter(|line| line.point.step == at) {
            let mut found = say(&line.statement);
            for evidence in &line.evidence {
                found.push_str(&format!("<br>{}", say(evidence)));
            }
            if !line.names.is_empty() {
                found.push_str("<ul>");
                for name in &line.names {
                    found.push_str(&format!("<li><bdi>{}</bdi></li>", named(name)));
                }
                found.push_str("</ul>");
            }
            let when = line.read_at.map(|at| panel.time(at)).unwrap_or_default();
            body.push_str(&format!(
                "<tr><td>{}</td><td><b>{}</b><br>{found}</td><td>{}<br>{}<br>{}</td></tr>\n",
                word(glyph(line.readiness).1),
                word(line.point.wanted),
                word(line.point.source.name()),
                escaped(&when),
                escaped(&rules(line.point)),
            ));
        }
        body.push_str("</table>\n");
    }
    document(words, &words.plain(&Text::new("deploy-title")), &body)
}

/// The report as JSON.
pub fn json(panel: &Panel, observed: &Observed, lines: &[Line]) -> Value {
    let words = &panel.words;
    let rows = lines.iter().map(|line| {
        let evidence: Vec<String> = line.evidence.iter().map(|text| words.plain(text)).collect();
        json!({
            "point": line.point.id,
            "step": line.point.step,
            "rules": rules(line.point),
            "readiness": glyph(line.readiness).2,
            "wanted": words.plain(&Text::new(line.point.wanted)),
            "found": words.plain(&line.statement),
            "evidence": evidence,
            "names": line.names,
            "source": words.plain(&Text::new(line.point.source.name())),
            "readAt": line.read_at.map(iso),
            "place": line.place,
        })
    });
    json!({
        "latchkey": RECIPE,
        "environment": observed.organization.name,
        "organizationId": observed.organization.id,
        "host": observed.organization.host,
        "readAt": iso(observed.read_at),
        "readBy": observed.admin.upn,
        "language": words.language().tag(),
        "lines": rows.collect::<Vec<_>>(),
    })
}

//! The report as files in the reader's language: a page to print, in which outside text is never markup, and JSON.

use serde_json::{Map, Value, json};

use super::audience::whom;
use super::glyph;
use super::lines::rule;
use crate::domain::deployment::steps::{ARTICLE, Point, STEPS};
use crate::domain::deployment::{Choice, Person};
use crate::domain::reading::Reading;
use crate::recipes::deployment::planning::RECIPE;
use crate::recipes::deployment::{Line, Observed};
use crate::recipes::disconnect::export::iso;
use crate::recipes::readiness::Readiness;
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
         table{{border-collapse:collapse;table-layout:fixed;width:100%}}td{{overflow-wrap:anywhere}}td:first-child{{width:18%}}td:last-child{{width:24%}}.place{{margin:.2rem 0;color:#555}}td,th{{border:1px solid #bbb;padding:.3rem .5rem;text-align:start;vertical-align:top}}\
         tr{{break-inside:avoid}}ul{{margin:.2rem 0;padding-inline-start:1.2rem}}dl{{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .8rem}}dd{{margin:0}}</style>\n<h1>{title}</h1>\n{body}</html>\n",
        words.language().tag(),
        title = escaped(title),
    )
}

fn rules(point: &Point) -> String {
    let rules: Vec<String> = point.rules.iter().map(|(from, to)| rule(*from, *to)).collect();
    rules.join(", ")
}

/// How many lines stand how, the worst first.
pub fn totals(lines: &[Line]) -> [(Readiness, &'static str, i64); 4] {
    [
        (Readiness::Blocked, "deploy-count-blocked"),
        (Readiness::Attention, "deploy-count-attention"),
        (Readiness::Unknown, "deploy-count-unknown"),
        (Readiness::Ready, "deploy-count-ready"),
    ]
    .map(|(readiness, id)| {
        let count = lines.iter().filter(|line| line.readiness == readiness).count();
        (readiness, id, i64::try_from(count).unwrap_or(i64::MAX))
    })
}

/// Whom and what the report is about: message ids with what was read; `None` is what was not.
fn facts(panel: &Panel, observed: &Observed, lines: &[Line]) -> Vec<(&'static str, Option<String>)> {
    let words = &panel.words;
    let organization = &observed.organization;
    let salesforce = observed.salesforce.as_ref().map(|salesforce| {
        let known = salesforce.organization.value();
        match known {
            Some(known) => format!("{} ({}, {})", known.name, known.id, salesforce.host),
            None => salesforce.host.clone(),
        }
    });
    let audience = panel.state.deployment.choices.audience.as_ref().map(|choice| {
        let mut says = words.plain(&whom(choice));
        if let Some(audience) = observed.people().and_then(Reading::value) {
            let count = i64::try_from(audience.people.len()).unwrap_or(i64::MAX);
            let count = words.plain(&Text::new("deploy-people-count").number("count", count));
            says = format!("{says}: {count}");
        }
        says
    });
    let tenant = match observed.tenant() {
        Some(tenant) => Some(format!("{} ({})", tenant.name, tenant.id)),
        None => organization.tenant_id.clone(),
    };
    let totals = totals(lines).map(|(_, id, count)| words.plain(&Text::new(id).number("count", count)));
    vec![
        ("deploy-about-audience", audience),
        ("deploy-about-tenant", tenant),
        (
            "deploy-about-environment",
            Some(format!("{} ({})", organization.name, organization.host)),
        ),
        ("deploy-about-salesforce", salesforce),
        (
            "deploy-about-read",
            Some(format!(
                "{} · {}",
                panel.time(observed.read_last().0),
                observed.admin.upn
            )),
        ),
        ("deploy-about-totals", Some(totals.join(" · "))),
    ]
}

/// The report as a page.
pub fn page(panel: &Panel, observed: &Observed, lines: &[Line]) -> String {
    let words = &panel.words;
    let say = |text: &Text| escaped(&words.plain(text));
    let word = |id: &'static str| say(&Text::new(id));
    let mut body = String::from("<dl>\n");
    for (label, value) in facts(panel, observed, lines) {
        let value = value.map_or_else(|| word("deploy-about-not-read"), |value| named(&value));
        body.push_str(&format!("<dt>{}</dt><dd>{value}</dd>\n", word(label)));
    }
    body.push_str("</dl>\n");
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
            if line.place.starts_with("https://") {
                let place = Text::new("deploy-paper-place").name("place", &line.place);
                found.push_str(&format!("<p class=\"place\">{}</p>", say(&place)));
            }
            let when = line.read_at.map(|at| panel.time(at)).unwrap_or_default();
            body.push_str(&format!(
                "<tr><td>{}</td><td><b>{}</b><br>{found}</td><td>{}<br>{}<br>{}</td></tr>\n",
                word(glyph(line.readiness).1),
                word(line.point.wanted),
                word(line.source().name()),
                escaped(&when),
                escaped(&rules(line.point)),
            ));
        }
        body.push_str("</table>\n");
    }
    body.push_str(&format!("<p>{}: {ARTICLE}</p>\n", word("deploy-article-means")));
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
            "source": words.plain(&Text::new(line.source().name())),
            "readAt": line.read_at.map(iso),
            "place": line.place,
        })
    });
    let audience = panel.state.deployment.choices.audience.as_ref().map(|choice| {
        let read = observed.people().and_then(Reading::value);
        let upns = |people: &[Person]| -> Vec<String> { people.iter().map(|person| person.upn.clone()).collect() };
        json!({
            "said": words.plain(&whom(choice)),
            "group": match choice {
                Choice::Group { id, name } => json!({"id": id, "name": name}),
                _ => Value::Null,
            },
            "people": read.map(|read| upns(&read.people)),
            "disabled": read.map(|read| upns(&read.disabled)),
            "nobody": read.map(|read| read.nobody.clone()),
            "several": read.map(|read| read.several.clone()),
        })
    });
    let tenant = json!({
        "id": observed.tenant().map(|tenant| &tenant.id).or(observed.organization.tenant_id.as_ref()),
        "name": observed.tenant().map(|tenant| &tenant.name),
    });
    let salesforce = observed.salesforce.as_ref().map(|salesforce| {
        let known = salesforce.organization.value();
        json!({
            "organizationId": known.map(|known| &known.id),
            "name": known.map(|known| &known.name),
            "host": salesforce.host,
        })
    });
    let mut counts = Map::new();
    for (readiness, _, count) in totals(lines) {
        counts.insert(glyph(readiness).2.to_owned(), count.into());
    }
    json!({
        "latchkey": RECIPE,
        "audience": audience,
        "tenant": tenant,
        "salesforce": salesforce,
        "totals": counts,
        "article": ARTICLE,
        "environment": observed.organization.name,
        "organizationId": observed.organization.id,
        "host": observed.organization.host,
        "readAt": iso(observed.read_last().0),
        "readBy": observed.admin.upn,
        "language": words.language().tag(),
        "lines": rows.collect::<Vec<_>>(),
    })
}

//! What the panel shows, as the lines a journey prints: each names what it is about and its value.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver};

use crate::driver::{by_test_id, script};

/// What the scripts below share: an element's words, a mark's name, and old → new.
const WORDS: &str = "
    const said = (it) => (it?.innerText || it?.querySelector('[aria-label]')?.ariaLabel || '').replace(/\\u00ad/g, '').replace(/\\s+/g, ' ').trim();
    const moved = (it) => `${said(it.querySelector('del'))} → ${said(it.querySelector('ins'))}`;
    const all = (css, of = document) => [...of.querySelectorAll(css)];
";

/// The texts a script returns.
async fn texts(driver: &WebDriver, source: &str, arguments: Vec<Value>) -> Result<Vec<String>> {
    let said = script(driver, &format!("{WORDS}{source}"), arguments).await?;
    let said = said.as_array().context("the script told no list")?;
    Ok(said.iter().filter_map(|text| Some(text.as_str()?.to_owned())).collect())
}

/// The steps shown, by what their `data-testid` begins with: title, old → new, and `more` of each.
async fn steps(driver: &WebDriver, begin: &str, more: &str) -> Result<Vec<String>> {
    let source = "return all(`[data-testid^='${arguments[0]}']`).map((step) => {
        const names = all('.deltas > .caption', step).map(said);
        const deltas = all('.deltas .delta', step).map((delta, at) => (names[at] ? `${names[at]} ` : '') + moved(delta));
        const more = arguments[1] ? all(arguments[1], step).map(said) : [];
        const title = said(step.querySelector('h3'));
        return [deltas.length ? `${title}: ${deltas.join(', ')}` : title, ...more].join(' · ');
    });";
    let steps = texts(driver, source, vec![json!(begin), json!(more)]).await?;
    ensure!(!steps.is_empty(), "no step is shown");
    Ok(steps)
}

/// A plan: how many steps and requests, and what each step changes.
///
/// # Errors
/// When no plan is shown.
pub async fn plan(driver: &WebDriver) -> Result<String> {
    let plan = by_test_id(driver, "plan").await?;
    let summary = plan.find(By::Css(".title .caption-strong")).await?.text().await?;
    let steps = steps(driver, "plan-step-", "").await?;
    Ok(format!("{summary}\n      {}", steps.join("\n      ")))
}

/// What a finished run says of each step.
///
/// # Errors
/// When a step is not done.
pub async fn proofs(driver: &WebDriver) -> Result<String> {
    for step in driver.find_all(By::Css("[data-testid^='run-step-']")).await? {
        let state = step.attr("data-state").await?;
        ensure!(state.as_deref() == Some("done"), "a step is not done");
    }
    Ok(steps(driver, "run-step-", ".body").await?.join("\n      "))
}

/// What is chosen to be different in a view.
///
/// # Errors
/// When nothing is.
pub async fn changes(driver: &WebDriver) -> Result<String> {
    let source = "
        const column = (cell) => cell.closest('table').querySelectorAll('thead th')[cell.cellIndex].title;
        const row = (it) => said(it.closest('tr, li')?.querySelector('.opens, h3, th bdi'));
        return [
            ...all('.chat-types td.changed').map((cell) => `${row(cell)}: ${column(cell)} ${moved(cell)}`),
            ...all('.switch-cell.changed, td.changed > .switch-cell').filter((it) => !it.closest('.inside')).map((it) => `${it.querySelector('input').ariaLabel} ${moved(it)}`),
            ...all('label.check.changed').filter((it) => !it.closest('.inside')).map((it) => `${row(it)}: ${said(it)}`),
        ];";
    let changes = texts(driver, source, Vec::new()).await?;
    ensure!(!changes.is_empty(), "nothing is shown as changed");
    Ok(changes.join("\n      "))
}

/// The lines of a view, by what their `data-testid` begins with.
///
/// # Errors
/// When there are none.
pub async fn lines(driver: &WebDriver, begin: &str) -> Result<String> {
    let source = "return all(`p[data-testid^='${arguments[0]}'] > span:last-child`).map(said);";
    let lines = texts(driver, source, vec![json!(begin)]).await?;
    ensure!(!lines.is_empty(), "no line is shown");
    Ok(lines.join("\n      "))
}

/// The addresses of an account, each with its name.
///
/// # Errors
/// When none is shown.
pub async fn addresses(driver: &WebDriver) -> Result<String> {
    let source = "return all('.facts.stacked dt').map((name) => `${said(name)}: ${said(name.nextElementSibling.querySelector('code'))}`);";
    let addresses = texts(driver, source, Vec::new()).await?;
    ensure!(!addresses.is_empty(), "no address is shown");
    Ok(addresses.join("\n      "))
}

/// Where Teams chat is on, and which switches of each record type are.
///
/// # Errors
/// When no record type is shown.
pub async fn chat(driver: &WebDriver) -> Result<String> {
    let source = "
        const heads = all('.chat-types thead th').map(said);
        return [
            said(document.querySelector('[name=chat-scope]:checked')?.closest('label')),
            ...all('.chat-types tbody tr').map((row) => {
                const on = all('td', row).filter((cell) => cell.querySelector('.answer:not(.no)')).map((cell) => heads[cell.cellIndex]);
                return `${said(row.querySelector('.opens'))}: ${on.join(', ') || '–'}`;
            }),
        ];";
    let shown = texts(driver, source, Vec::new()).await?;
    ensure!(shown.len() > 1, "no record type is shown");
    Ok(shown.join(" · "))
}

/// That something is shown, and not twice.
///
/// # Errors
/// When it is not, or more than once.
pub async fn once(driver: &WebDriver, test_id: &str) -> Result<()> {
    let found = driver.find_all(By::Css(format!("[data-testid='{test_id}']"))).await?;
    ensure!(found.len() == 1, "{test_id} is shown {} times", found.len());
    Ok(())
}

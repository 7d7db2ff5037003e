//! The whole job in every language, product generation, page policy and dialect, each pair of answers at least once:
//! the injected buttons, the way from reading to undo, and what the tenant holds afterwards.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "in a test a surprise is a failure"
)]

use std::collections::BTreeSet;

use latchkey_e2e::desk::Desk;
use latchkey_e2e::dock;
use latchkey_e2e::driver::{DriverProcess, by_test_id, script, shown, text_with};
use latchkey_e2e::journeys::difference;
use latchkey_e2e::sandbox::TEAMS_CHAT;
use latchkey_e2e::until;
use serde_json::{Value, json};
use thirtyfour::By;

/// What is varied, and the answers there are.
const AXES: [(&str, &[&str]); 7] = [
    ("--locale", &["en", "da", "fr", "ja"]),
    ("--csp", &["none", "default", "strict"]),
    ("--generation", &["2023", "2026"]),
    ("roleprivileges", &["all", "rootonly"]),
    ("removal", &["delete", "inactive"]),
    ("sharepoint", &["return", "replace"]),
    ("privilegecache", &["late", "fresh"]),
];

/// One choice of an answer, by number, on each axis.
type Variant = [usize; AXES.len()];

/// The pairs of answers a variant tries.
fn pairs(variant: &Variant) -> impl Iterator<Item = (usize, usize, usize, usize)> {
    (0..AXES.len()).flat_map(move |a| (a + 1..AXES.len()).map(move |b| (a, variant[a], b, variant[b])))
}

/// Few variants that together try every pair of answers: the one that tries most new pairs first, and so on.
fn all_pairs() -> Vec<Variant> {
    let mut every = vec![[0; AXES.len()]];
    for (axis, (_, answers)) in AXES.iter().enumerate() {
        every = (0..answers.len())
            .flat_map(|answer| {
                every.iter().map(move |variant| {
                    let mut variant = *variant;
                    variant[axis] = answer;
                    variant
                })
            })
            .collect();
    }
    let mut open: BTreeSet<_> = every.iter().flat_map(pairs).collect();
    let mut chosen = Vec::new();
    while !open.is_empty() {
        let best = every
            .iter()
            .max_by_key(|variant| pairs(variant).filter(|pair| open.contains(pair)).count())
            .unwrap();
        pairs(best).for_each(|pair| {
            open.remove(&pair);
        });
        chosen.push(*best);
    }
    chosen
}

/// What a sandbox of this variant is started with.
fn arguments(variant: &Variant) -> Vec<String> {
    AXES.iter()
        .zip(variant)
        .flat_map(|((name, answers), answer)| {
            let answer = answers[*answer];
            match name.starts_with("--") {
                true => [(*name).to_owned(), answer.to_owned()],
                false => ["--dialect".to_owned(), format!("{name}={answer}")],
            }
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_job_is_done_and_undone_in_every_other_variant() {
    perform(0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_job_is_done_and_undone_in_the_variants_between() {
    perform(1).await;
}

/// Every second variant from `first` on.
async fn perform(first: usize) {
    let chromedriver = DriverProcess::start("chromedriver", &[]).await.unwrap();
    for variant in all_pairs().iter().skip(first).step_by(2) {
        let arguments = arguments(variant);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        println!("{}", arguments.join(" "));
        let desk = Desk::open(&format!("variant-{first}"), &arguments, &chromedriver)
            .await
            .unwrap();
        let language = AXES[0].1[variant[0]];
        watch(&desk).await;
        the_buttons_behave(&desk, language).await;
        let copied = arguments.contains(&"roleprivileges=all");
        the_job_is_done_and_undone(&desk, language, copied).await;
        desk.close().await.unwrap();
    }
}

/// Counts, in the page and from its first moment: in how many animation frames the button follows the command bar it
/// belongs into, and how many buttons there ever were at once.
const WATCH: &str = r##"(() => {
  const seen = (window.seen = { gaps: [], most: 0, frames: 0, missing: null });
  const look = () => {
    const bar = document.querySelector("#mainContent .ms-CommandBar-primaryCommand, #mainContent [data-id='CommandBar']");
    const ready = bar !== null && [...bar.querySelectorAll("button")].some((it) => it.id !== "latchkey-open");
    const buttons = document.querySelectorAll("[id='latchkey-open']");
    const there = ready && buttons.length === 1 && bar.contains(buttons[0]);
    seen.most = Math.max(seen.most, buttons.length);
    if (ready && !there) seen.missing ??= seen.frames;
    else if (seen.missing !== null) {
      if (there) seen.gaps.push(seen.frames - seen.missing);
      seen.missing = null;
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  const tick = () => {
    seen.frames += 1;
    look();
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})()"##;

async fn watch(desk: &Desk) {
    desk.driver
        .cdp()
        .send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }))
        .await
        .unwrap();
}

/// Elements of the portal that stand elsewhere, or are of another size, than they would without what was injected.
const SHIFTED: &str = r##"
  const ours = [...document.querySelectorAll("#latchkey-open, #latchkey-who, #latchkey-dock")].map((it) =>
    it.parentElement.matches("[role=none]") && it.parentElement.childElementCount === 1 ? it.parentElement : it);
  const others = [...document.querySelectorAll("#ApplicationShell *")].filter((it) => !ours.some((our) => our.contains(it)));
  // What is scrolled moves when what is scrolled to goes.
  others.forEach((it) => (it.scrollTop = 0));
  const boxes = () => others.map((it) => {
    const { x, y, width, height } = it.getBoundingClientRect();
    // What holds a button grows with it; nothing else may.
    return JSON.stringify(ours.some((our) => it.contains(our)) ? [x, y] : [x, y, width, height]);
  });
  const beside = boxes();
  const shown = ours.map((it) => it.style.display);
  ours.forEach((it) => (it.style.display = "none"));
  const alone = boxes();
  ours.forEach((it, index) => (it.style.display = shown[index]));
  return { ours: ours.length, others: others.length,
    moved: others.filter((_, index) => beside[index] !== alone[index]).map((it) => it.outerHTML.slice(0, 120)) };"##;

async fn nothing_is_shifted(desk: &Desk, ours: u64) {
    let found = script(&desk.driver, SHIFTED, vec![]).await.unwrap();
    assert_eq!(found["ours"], ours, "{found}");
    assert!(found["others"].as_u64().unwrap() > 40, "{found}");
    assert_eq!(found["moved"], json!([]));
}

async fn gaps(desk: &Desk) -> Vec<u64> {
    let seen = script(&desk.driver, "return window.seen", vec![]).await.unwrap();
    assert!(seen["most"].as_u64().unwrap() <= 1, "{seen}");
    serde_json::from_value(seen["gaps"].clone()).unwrap()
}

async fn the_buttons_behave(desk: &Desk, language: &str) {
    let driver = &desk.driver;
    // A page that renders itself anew again and again.
    driver.goto(&format!("{TEAMS_CHAT}&flags=rerender:200")).await.unwrap();
    let rerendered = until("ten renderings", || async {
        let gaps = gaps(desk).await;
        Ok((gaps.len() >= 10).then_some(gaps))
    })
    .await
    .unwrap();
    assert!(rerendered.iter().all(|frames| *frames <= 2), "{rerendered:?}");

    // One that comes late.
    driver.goto(&format!("{TEAMS_CHAT}&flags=late:1200")).await.unwrap();
    let name = text_with(driver, "#latchkey-open", "Latchkey").await.unwrap();
    assert_eq!(name, "Latchkey");
    let late = gaps(desk).await;
    assert!(!late.is_empty() && late.iter().all(|frames| *frames <= 2), "{late:?}");
    shown(driver, "button[id^='row-']").await.unwrap();
    nothing_is_shifted(desk, 1).await;

    // Away and back within the page.
    let elsewhere = "[role=treeitem][id^='sitemap-entity-']:not([aria-selected=true])";
    desk.press(elsewhere).await.unwrap();
    until("a page without the button", || async {
        Ok(driver
            .find_all(By::Css("#latchkey-open"))
            .await?
            .is_empty()
            .then_some(()))
    })
    .await
    .unwrap();
    driver.back().await.unwrap();
    shown(driver, "#latchkey-open").await.unwrap();
    shown(driver, "button[id^='row-']").await.unwrap();
    let back = gaps(desk).await;
    assert!(back.iter().all(|frames| *frames <= 2), "{back:?}");

    // The second button, on the pane of a record type, opens that one; the next one too, with the panel open.
    let name = match language {
        "da" => "Hvem kan afbryde forbindelsen?",
        "fr" => "Qui peut déconnecter ?",
        "ja" => "切断できるユーザー",
        _ => "Who can disconnect?",
    };
    for (number, row) in [("last", 4), ("second", 1)] {
        let title = &driver.find_all(By::Css("button[id^='row-']")).await.unwrap()[row];
        let record_type = title.text().await.unwrap();
        // By keyboard: the dock stands over the left part of the page.
        title.send_keys("\u{e007}").await.unwrap();
        let who = until("the pane's button", || async {
            let pane = driver.find(By::Css("aside[role='dialog']")).await?;
            let right = pane.find(By::Css("h2")).await?.text().await? == record_type;
            Ok(right.then_some(shown(driver, "aside #latchkey-who").await?))
        })
        .await
        .unwrap();
        // A narrow no-break space is as good as a space.
        let said = who.text().await.unwrap().replace(['\u{a0}', '\u{202f}'], " ");
        assert_eq!(said, name);
        nothing_is_shifted(desk, if number == "last" { 2 } else { 3 }).await;
        desk.press("#latchkey-who").await.unwrap();
        dock::enter(driver).await.unwrap();
        desk.read().await.unwrap();
        for control in ["ask-type", "users-type"] {
            until(&format!("{control} at {record_type}"), || async {
                let source = "return document.querySelector(arguments[0])?.selectedOptions[0]?.textContent";
                let control = format!("[data-testid='{control}']");
                let chosen = script(driver, source, vec![json!(control)]).await?;
                Ok((chosen == json!(record_type)).then_some(()))
            })
            .await
            .unwrap();
        }
        dock::leave(driver).await.unwrap();
    }
}

/// The rights a role gives: role, privilege and depth of every row, whatever its id.
fn rights(state: &Value) -> BTreeSet<String> {
    state["dataverse"]["roleprivilegescollection"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", row["roleid"], row["privilegeid"], row["privilegedepthmask"]))
        .collect()
}

/// The tenant without the rows that give rights.
fn besides_rights(state: &Value) -> Value {
    let mut state = state.clone();
    state["dataverse"]["roleprivilegescollection"] = Value::Null;
    state
}

/// `copied`: whether a role's rights are told for its copies in other business units as well.
async fn the_job_is_done_and_undone(desk: &Desk, language: &str, copied: bool) {
    let start = desk.sandbox.state().await.unwrap();
    desk.open_rights().await.unwrap();
    let spoken = script(&desk.driver, "return document.documentElement.lang", vec![])
        .await
        .unwrap();
    assert_eq!(spoken, json!(language));

    // Change: two toggles, one role less, one more.
    desk.press_id("toggle-owner-account").await.unwrap();
    desk.press_id("toggle-connector-incident").await.unwrap();
    desk.press_id("roles-others").await.unwrap();
    let roles = script(
        &desk.driver,
        "const all = [...document.querySelectorAll('input[data-role-id]:not(:disabled)')]; \
         return [true, false].map((on) => all.find((it) => it.checked === on).dataset.roleId)",
        vec![],
    )
    .await
    .unwrap();
    for role in roles.as_array().unwrap() {
        desk.press(&format!("input[data-role-id={role}]")).await.unwrap();
    }
    desk.review().await.unwrap();
    assert_eq!(
        desk.writes().await.unwrap(),
        Vec::<Value>::new(),
        "nothing before Apply"
    );

    // Apply and prove.
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    assert_eq!(desk.steps().await.unwrap(), vec!["done"; 4]);
    let changed = desk.sandbox.state().await.unwrap();
    let mut expected = besides_rights(&start);
    for row in expected["dataverse"]["msdyn_entitylinkchatconfigurations"]
        .as_array_mut()
        .unwrap()
    {
        match row["msdyn_name"].as_str().unwrap() {
            "Account" => row["msdyn_recordownercanunlink"] = json!(true),
            "Case" => row["msdyn_recentchatlinkercanunlink"] = json!(false),
            _ => {}
        }
    }
    assert_eq!(difference(&expected, &besides_rights(&changed), ""), None);
    let privilege = start["dataverse"]["privileges"]
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["name"] == "prvUnlinkTeamsChatFromRecord")
        .unwrap()["privilegeid"]
        .clone();
    let of = |root: &Value| -> BTreeSet<String> {
        let roles = start["dataverse"]["roles"].as_array().unwrap().iter();
        let key = if copied { "_parentrootroleid_value" } else { "roleid" };
        let copies = roles.filter(|role| role[key] == *root);
        copies.map(|role| format!("{} {privilege} 8", role["roleid"])).collect()
    };
    let (before, after) = (rights(&start), rights(&changed));
    assert_eq!(
        before.difference(&after).cloned().collect::<BTreeSet<_>>(),
        of(&roles[0])
    );
    assert_eq!(
        after.difference(&before).cloned().collect::<BTreeSet<_>>(),
        of(&roles[1])
    );

    // Undo.
    desk.undo().await.unwrap();
    desk.apply().await.unwrap();
    desk.phase(&["done"]).await.unwrap();
    let end = desk.sandbox.state().await.unwrap();
    assert_eq!(difference(&besides_rights(&start), &besides_rights(&end), ""), None);
    assert_eq!(rights(&end), before);
    by_test_id(&desk.driver, "run-done").await.unwrap();
}

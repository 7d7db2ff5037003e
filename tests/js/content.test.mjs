// What is declared on every page: which pages get buttons.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";
import { load } from "./load.mjs";

const { recognise } = load("content.js").latchkey;
const page = (rest) => recognise(`https://contoso.crm4.dynamics.com${rest}`)?.page;

test("s003: the Teams chat page is told by its control, in any case and order", () => {
  assert.equal(page("/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin"), "teams-chat");
  assert.equal(page("/main.aspx?CONTROLNAME=mscrmcontrols.TEAMSCOLLABORATIONADMIN.teamscollaborationadmin&appid=1&PageType=Control"), "teams-chat");
});

test("any other control page may be Collaboration, whose control's name is not public", () => {
  assert.equal(page("/main.aspx?pagetype=control&controlName=PowerApps.Copilot"), "control");
});

test("a portal that was granted gets one button, whatever its page; no parameter makes an organization's page one", () => {
  for (const href of ["https://partner.microsoft.com/dashboard/x?pagetype=control", "https://contoso.brightpattern.com/admin/#a", "https://portal.azure.com/?a=.crm4.dynamics.com"])
    assert.equal(recognise(href)?.page, "portal", href);
  assert.equal(page("/main.aspx?org=no"), undefined);
});

test("no other page gets a button", () => {
  for (const rest of ["/", "/main.aspx", "/main.aspx?pagetype=entityrecord&etn=incident", "/main.aspx?__proto__=1&constructor=2"])
    assert.equal(page(rest), undefined, rest);
});

test("the first of two parameters of one name counts", () => {
  assert.equal(page("/main.aspx?pagetype=entitylist&pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin"), undefined);
});

const www = new URL("../../www/", import.meta.url);
const shipped = readdirSync(www).filter((name) => /\.(js|html|css)$/.test(name)).map((name) => [name, readFileSync(new URL(name, www), "utf8")]);

test("nothing shipped turns text into markup or code", () => {
  for (const [name, source] of shipped)
    assert.doesNotMatch(source, /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe|\beval\(|new Function|srcdoc/, name);
});

test("nothing shipped listens to messages of a page", () => {
  for (const [name, source] of shipped) assert.doesNotMatch(source, /addEventListener\(\s*["']message|onmessage\b|onMessageExternal|onConnectExternal/, name);
});

test("nothing shipped opens the memory that holds tokens", () => {
  const closes = 'api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" })';
  for (const [name, source] of shipped) assert.doesNotMatch(source.replace(closes, ""), /setAccessLevel|TRUSTED_AND_UNTRUSTED/, name);
  for (const name of ["content.js", "hands.js"]) assert.doesNotMatch(readFileSync(new URL(name, www), "utf8"), /\bstorage\b|sign-in\//, name);
});

test("only requests go to the hosts of cloud services, and only to those", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../manifest.json", import.meta.url), "utf8"));
  const optional = manifest.optional_host_permissions;
  const services = optional.filter((host) => /^https:\/\/(login|\*\.my\.salesforce|[\w-]*graph|([\w.]+\.)?api\.(bap|powerplatform|gov\.powerplatform|appsplatform|interfaces))[.]/.test(host));
  assert.equal(services.length, 21);
  const connect = manifest.content_security_policy.extension_pages.match(/connect-src ([^;]+)/)[1].split(" ");
  const orgs = [...manifest.host_permissions, ...optional.filter((host) => host.includes("*.crm."))];
  assert.deepEqual(connect, ["'self'", ...[...orgs, ...services].map((host) => host.slice(0, -2))]);
  const worker = readFileSync(new URL("worker.js", www), "utf8");
  for (const host of services) assert.ok(!worker.includes(host.slice(8, -2)), host);
  // Any other host is one an administrator activates by name: no button is put there, and no request goes there.
  assert.equal(optional.at(-1), "https://*/*");
  const buttons = JSON.parse(worker.split("/*portals*/")[1].split("/*end*/")[0]);
  assert.ok(!buttons.includes("*") && !connect.includes("https:"));
});

test("nothing remote is named by what ships", () => {
  for (const [name, source] of shipped) assert.doesNotMatch(source.replaceAll(/http:\/\/www\.w3\.org\/\d+\/\w+/g, ""), /(src|href)\s*=\s*["']?(https?:)?\/\/|url\(\s*["']?(https?:)?\/\/|@import|importScripts|["'`]https?:\/\//, name);
});

test("the panel can be embedded where the buttons are, and nowhere else", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../manifest.json", import.meta.url), "utf8"));
  const hosts = manifest.host_permissions;
  assert.ok(hosts.length > 0 && hosts.every((host) => /^https:\/\/\*\.crm\d*\.dynamics\.com\/\*$/.test(host)));
  assert.deepEqual(manifest.content_scripts.map(({ matches, js, all_frames }) => [matches, js, all_frames]), [[hosts, ["content.js"], false]]);
  assert.deepEqual(manifest.web_accessible_resources.map(({ matches, resources }) => [matches, resources]), [[hosts, ["panel.html"]]]);
  const ancestors = manifest.content_security_policy.extension_pages.match(/frame-ancestors ([^;]+)/)[1].split(" ");
  assert.deepEqual(ancestors, ["'self'", ...hosts.map((host) => host.slice(0, -2))]);
  assert.equal(manifest.externally_connectable, undefined);
});

test("whatever a page calls its pane, its button asks for a route the worker takes", () => {
  const source = (name) => readFileSync(new URL(name, www), "utf8");
  const [, cut] = source("content.js").match(/textContent\.trim\(\)(.*);/);
  const isRoute = eval(source("worker.js").match(/const isRoute = (.*);/)[1]);
  const asked = (title) => `/disconnect-rights/${encodeURIComponent(eval(`title${cut}`))}`;
  // Cut within a character, half a character, and one that is nine times as long in an address.
  for (const title of ["x".repeat(99) + "😀", "\ud83d", "設定".repeat(80)]) assert.ok(isRoute(asked(title)), title);
  assert.equal(asked("Case 😀"), "/disconnect-rights/Case%20%F0%9F%98%80");
});

// What is declared on every page: which pages get buttons.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { recognise } = load("content.js").latchkey;
const page = (rest) => recognise(`https://contoso.crm4.dynamics.com${rest}`)?.page;

test("s003: the Teams chat page is told by its control, in any case and order", () => {
  assert.equal(page("/main.aspx?pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin"), "teams-chat");
  assert.equal(page("/main.aspx?CONTROLNAME=mscrmcontrols.TEAMSCOLLABORATIONADMIN.teamscollaborationadmin&appid=1&PageType=Control"), "teams-chat");
});

test("no other page gets a button", () => {
  for (const rest of ["/", "/main.aspx", "/main.aspx?pagetype=control&controlName=PowerApps.Copilot", "/main.aspx?pagetype=entityrecord&etn=incident", "/main.aspx?__proto__=1&constructor=2"])
    assert.equal(page(rest), undefined, rest);
});

test("the first of two parameters of one name counts", () => {
  assert.equal(page("/main.aspx?pagetype=entitylist&pagetype=control&controlName=MscrmControls.TeamsCollaborationAdmin.TeamsCollaborationAdmin"), undefined);
});

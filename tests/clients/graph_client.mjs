// Microsoft's own Graph client against the sandbox: run as `cases.mjs` says.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { client, mark, origin, refused, run, send, test } from "./cases.mjs";

const { BatchRequestContent, BatchResponseContent, Client, PageIterator } = client("@microsoft/microsoft-graph-client");

const as = (upn) => Client.initWithMiddleware({
  authProvider: { getAccessToken: async () => (upn.includes("@") ? `sandbox:${upn}` : upn) },
  baseUrl: `${origin}/`,
  defaultVersion: "v1.0",
  customHosts: new Set([new URL(origin).hostname]),
});
const graph = as("admin@contoso.com");

/** A request to the sandbox's own controls. */
const control = async (method, path, body) => (await send(method, path, { body: JSON.stringify(body) })).status;
const application = (name) => graph.api("/applications").post({ displayName: `${mark} ${name}`, web: { redirectUris: ["https://contosoapp1/auth"] } });

test("the caller, the tenant and the caller's directory roles", async () => {
  const me = await graph.api("/me").select("id,userPrincipalName").get();
  assert.equal(me.userPrincipalName, "admin@contoso.com");
  assert.equal((await graph.api("/organization").get()).value[0].displayName, "Contoso");
  const roles = await graph.api("/me/memberOf/microsoft.graph.directoryRole").get();
  assert.equal(roles.value[0].roleTemplateId, "62e90394-69f5-4237-9190-012177145e10");
});

test("the page iterator follows every next link", async () => {
  const first = await graph.api("/users").top(20).select("id,displayName").get();
  const seen = new Set();
  await new PageIterator(graph, first, (user) => seen.add(user.id)).iterate();
  const count = await graph.api("/users/$count").header("ConsistencyLevel", "eventual").responseType("text").get();
  assert.ok(first["@odata.nextLink"].startsWith(origin));
  assert.equal(seen.size, Number(count));
});

test("an application lives: made, changed, given a secret, deleted softly", async () => {
  const made = await application("life");
  await graph.api(`/applications/${made.id}`).patch({ signInAudience: "AzureADMultipleOrgs" });
  const secret = await graph.api(`/applications/${made.id}/addPassword`).post({ passwordCredential: { displayName: "lead writer" } });
  assert.equal(secret.hint, secret.secretText.slice(0, 3));
  const read = await graph.api(`/applications(appId='${made.appId}')`).get();
  assert.deepEqual(read.passwordCredentials.map((each) => [each.keyId, each.secretText]), [[secret.keyId, undefined]]);
  await graph.api(`/applications/${made.id}/removePassword`).post({ keyId: secret.keyId });
  await graph.api(`/applications/${made.id}`).delete();
  assert.equal((await refused(() => graph.api(`/applications/${made.id}`).get())).statusCode, 404);
  assert.equal((await graph.api(`/directory/deletedItems/${made.id}`).get()).appId, made.appId);
});

test("an upsert by unique name makes once", async () => {
  const upsert = () => graph.api(`/applications(uniqueName='${mark}')`).header("Prefer", "create-if-missing").patch({ displayName: `${mark} upsert` });
  const made = await upsert();
  assert.equal(made.uniqueName, mark);
  assert.equal(await upsert(), undefined);
  assert.equal((await graph.api("/applications").filter(`uniqueName eq '${mark}'`).get()).value.length, 1);
});

test("service principal and grant", async () => {
  const made = await application("grant");
  const principal = await graph.api("/servicePrincipals").post({ appId: made.appId });
  const dataverse = await graph.api("/servicePrincipals").filter("appId eq '00000007-0000-0000-c000-000000000000'").select("id").get();
  const grant = { clientId: principal.id, consentType: "AllPrincipals", resourceId: dataverse.value[0].id, scope: "user_impersonation" };
  await graph.api("/oauth2PermissionGrants").post(grant);
  const again = await refused(() => graph.api("/oauth2PermissionGrants").post(grant));
  assert.deepEqual([again.statusCode, again.code], [409, "Request_MultipleObjectsWithSameKeyValue"]);
});

test("a user, a licence, a seat less", async () => {
  const plan = "ea126fc5-a19e-42e2-a731-da9d437bffcf";
  const taken = async () => (await graph.api("/subscribedSkus").get()).value.find((each) => each.skuId === plan).consumedUnits;
  const before = await taken();
  const user = await graph.api("/users").post({
    accountEnabled: true,
    displayName: `${mark} writer`,
    mailNickname: `w${mark}`,
    userPrincipalName: `w${mark}@contoso.onmicrosoft.com`,
    usageLocation: "FR",
    passwordProfile: { forceChangePasswordNextSignIn: false, password: `${randomUUID()}A!` },
  });
  const licence = (add, remove) => graph.api(`/users/${user.id}/assignLicense`).post({ addLicenses: add, removeLicenses: remove });
  await licence([{ skuId: plan, disabledPlans: [] }], []);
  assert.equal(await taken(), before + 1);
  const holders = await graph.api("/users").header("ConsistencyLevel", "eventual").count(true).filter(`assignedLicenses/any(s:s/skuId eq ${plan})`).top(1).get();
  assert.equal(holders["@odata.count"], before + 1);
  await licence([], [plan]);
  assert.equal(await taken(), before);
});

test("an error has its code, status and request id", async () => {
  const error = await refused(() => graph.api("/applications").post({ displayName: "x", colour: "red" }));
  assert.deepEqual([error.statusCode, error.code], [400, "Request_BadRequest"]);
  assert.match(error.requestId, /^[0-9a-f-]{36}$/);
  const forged = await refused(() => as("forged").api("/me").get());
  assert.deepEqual([forged.statusCode, forged.code], [401, "InvalidAuthenticationToken"]);
  const agent = await refused(() => as("agent@contoso.com").api("/applications").post({ displayName: "x" }));
  assert.deepEqual([agent.statusCode, agent.code], [403, "Authorization_RequestDenied"]);
});

test("a batch with a dependency", async () => {
  const step = (id, path, dependsOn) => ({ id, request: new Request(`${origin}/v1.0${path}`, { method: "GET" }), dependsOn });
  const content = await new BatchRequestContent([step("1", "/me"), step("2", "/organization", ["1"])]).getContent();
  const answers = new BatchResponseContent(await graph.api("/$batch").post(content));
  assert.equal((await answers.getResponseById("1").json()).userPrincipalName, "admin@contoso.com");
  assert.equal(answers.getResponseById("2").status, 200);
});

test("a throttled request is sent again once it may be", async () => {
  const fault = { match: { host: "127.0.0.1", path: "/v1.0/subscribedSkus" }, status: 429, headers: { "Retry-After": "1" } };
  assert.equal(await control("POST", "/faults", fault), 200);
  const since = Date.now();
  assert.ok((await graph.api("/subscribedSkus").get()).value.length > 0);
  assert.ok(Date.now() - since >= 1000);
});

await run();

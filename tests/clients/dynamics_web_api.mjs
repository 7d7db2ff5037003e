// dynamics-web-api against the sandbox: run as `cases.mjs` says.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { client, mark, origin, refused, run, test } from "./cases.mjs";

const { DynamicsWebApi } = client("dynamics-web-api");

const as = (upn) => new DynamicsWebApi({ serverUrl: `${origin}/`, onTokenRefresh: async () => `sandbox:${upn}`, dataApi: { version: "9.2" } });
const api = as("admin@contoso.com");

const create = (collection, data, more) => api.create({ collection, data, ...more });
const remove = (collection, key) => api.deleteRecord({ collection, key });
const only = async (collection, filter, select) => (await api.retrieveMultiple({ collection, filter, select })).value;

test("create answers with the id, or with the row when asked", async () => {
  const id = await create("accounts", { name: `${mark} one` });
  assert.match(id, /^[0-9a-f-]{36}$/i);
  const row = await create("accounts", { name: `${mark} two` }, { returnRepresentation: true, select: ["name"] });
  assert.equal(row.name, `${mark} two`);
  await remove("accounts", id);
  await remove("accounts", row.accountid);
});

test("retrieve selects, expands and annotates", async () => {
  const contact = await create("contacts", { lastname: mark });
  const id = await create("accounts", { name: mark, "primarycontactid@odata.bind": `/contacts(${contact})` });
  const row = await api.retrieve({ collection: "accounts", key: id, select: ["name", "statecode", "_primarycontactid_value"], expand: [{ property: "primarycontactid", select: ["lastname"] }], includeAnnotations: "*" });
  assert.equal(row.primarycontactid.lastname, mark);
  assert.equal(row._primarycontactid_value, contact);
  assert.equal(row["statecode@OData.Community.Display.V1.FormattedValue"], "Active");
  assert.equal(row["_primarycontactid_value@Microsoft.Dynamics.CRM.lookuplogicalname"], "contact");
  await remove("accounts", id);
  await remove("contacts", contact);
});

test("a row is found by its alternate key", async () => {
  const id = await create("accounts", { name: `${mark} key`, accountnumber: `K-${mark}` });
  const row = await api.retrieve({ collection: "accounts", key: `accountnumber='K-${mark}'`, select: ["name"] });
  assert.equal(row.accountid, id);
  await remove("accounts", id);
});

test("an unchanged row answers 304 to its own ETag", async () => {
  const id = await create("accounts", { name: `${mark} etag` });
  const row = await api.retrieve({ collection: "accounts", key: id, select: ["name"] });
  assert.match(row["@odata.etag"], /^W\/"\d+"$/);
  assert.ok(!(await api.retrieve({ collection: "accounts", key: id, select: ["name"], ifnonematch: row["@odata.etag"] }))?.name);
  await remove("accounts", id);
});

test("a stale ETag stops an update and a delete", async () => {
  const id = await create("accounts", { name: `${mark} stale` });
  const before = (await api.retrieve({ collection: "accounts", key: id, select: ["name"] }))["@odata.etag"];
  await api.update({ collection: "accounts", key: id, data: { name: "moved" } });
  assert.equal(await api.update({ collection: "accounts", key: id, data: { name: "lost" }, ifmatch: before }), false);
  assert.equal(await api.deleteRecord({ collection: "accounts", key: id, ifmatch: before }), false);
  assert.equal((await api.retrieve({ collection: "accounts", key: id, select: ["name"] })).name, "moved");
  await remove("accounts", id);
});

test("update returns the row when asked, and never creates", async () => {
  const id = await create("accounts", { name: `${mark} rep` });
  const row = await api.update({ collection: "accounts", key: id, data: { name: `${mark} new` }, returnRepresentation: true, select: ["name"] });
  assert.equal(row.name, `${mark} new`);
  await remove("accounts", id);
  const error = await refused(() => api.update({ collection: "accounts", key: id, data: { name: "ghost" } }));
  assert.equal(error.status, 404);
});

test("a single property is set by PUT", async () => {
  const id = await create("accounts", { name: `${mark} put` });
  await api.updateSingleProperty({ collection: "accounts", key: id, fieldValuePair: { telephone1: "42" } });
  assert.equal((await api.retrieve({ collection: "accounts", key: id, select: ["telephone1"] })).telephone1, "42");
  await api.deleteRecord({ collection: "accounts", key: id, property: "telephone1" });
  assert.equal((await api.retrieve({ collection: "accounts", key: id, select: ["telephone1"] })).telephone1, null);
  await remove("accounts", id);
});

test("upsert creates with the chosen id, updates, and can be told to do only one", async () => {
  const id = randomUUID();
  await api.upsert({ collection: "accounts", key: id, data: { name: `${mark} up` }, ifnonematch: "*" });
  assert.equal(await api.upsert({ collection: "accounts", key: id, data: { name: "twice" }, ifnonematch: "*" }), null);
  await api.upsert({ collection: "accounts", key: id, data: { name: `${mark} upped` } });
  assert.equal((await api.retrieve({ collection: "accounts", key: id, select: ["name"] })).name, `${mark} upped`);
  await remove("accounts", id);
});

test("a list filters, orders, counts and cuts", async () => {
  const ids = [];
  for (const name of ["a", "b", "c"]) ids.push(await create("accounts", { name: `${mark} ${name}`, numberofemployees: ids.length }));
  const filter = `startswith(name,'${mark}') and numberofemployees ge 1`;
  const page = await api.retrieveMultiple({ collection: "accounts", filter, select: ["name"], orderBy: ["name desc"], count: true });
  assert.deepEqual(page.value.map((row) => row.name), [`${mark} c`, `${mark} b`]);
  assert.equal(page.oDataCount ?? page["@odata.count"], 2);
  assert.equal((await api.retrieveMultiple({ collection: "accounts", filter, top: 1 })).value.length, 1);
  assert.equal((await only("accounts", `contains(name,'${mark} a') or endswith(name,'${mark} c')`, ["name"])).length, 2);
  for (const id of ids) await remove("accounts", id);
});

test("paging follows the next link with every option kept", async () => {
  const ids = [];
  for (let i = 0; i < 7; i += 1) ids.push(await create("contacts", { lastname: `${mark} ${i}` }));
  const all = await api.retrieveAll({ collection: "contacts", filter: `startswith(lastname,'${mark}')`, select: ["lastname"], orderBy: ["lastname"], maxPageSize: 3 });
  assert.deepEqual(all.value.map((row) => row.lastname), ids.map((_, i) => `${mark} ${i}`));
  const first = await api.retrieveMultiple({ collection: "contacts", filter: `startswith(lastname,'${mark}')`, select: ["lastname"], maxPageSize: 3 });
  assert.equal(first.value.length, 3);
  assert.match(first.oDataNextLink ?? first["@odata.nextLink"], /^https:\/\/127\.0\.0\.1:\d+\/api\/data\/v9\.2\/contacts\?/);
  for (const id of ids) await remove("contacts", id);
});

test("the count segment is a bare number", async () => {
  const before = await api.count({ collection: "contacts" });
  const id = await create("contacts", { lastname: mark });
  assert.equal(await api.count({ collection: "contacts" }), before + 1);
  assert.equal(await api.count({ collection: "contacts", filter: `lastname eq '${mark}'` }), 1);
  await remove("contacts", id);
});

test("FetchXML pages by cookie", async () => {
  const ids = [];
  for (let i = 0; i < 5; i += 1) ids.push(await create("accounts", { name: `${mark} x${i}` }));
  const fetchXml = `<fetch count="2"><entity name="account"><attribute name="name"/><order attribute="name"/><filter><condition attribute="name" operator="begins-with" value="${mark} x"/></filter></entity></fetch>`;
  // The cookie is an annotation, and comes when annotations are asked for.
  const first = await api.fetch({ collection: "accounts", fetchXml, includeAnnotations: "*" });
  assert.equal(first.value.length, 2);
  assert.equal(first.PagingInfo.nextPage, 2);
  const all = await api.fetchAll({ collection: "accounts", fetchXml, includeAnnotations: "*" });
  assert.deepEqual(all.value.map((row) => row.name), ids.map((_, i) => `${mark} x${i}`));
  for (const id of ids) await remove("accounts", id);
});

test("roles are linked to users and taken away by $ref", async () => {
  const [role] = await only("roles", "name eq 'Customer Service Representative' and _parentrootroleid_value ne null", ["name", "_businessunitid_value"]);
  const [user] = await only("systemusers", "domainname eq 'norole@contoso.com'", ["systemuserid", "_businessunitid_value"]);
  const [own] = await only("roles", `name eq '${role.name}' and _businessunitid_value eq ${user._businessunitid_value}`, ["roleid"]);
  const link = { collection: "systemusers", primaryKey: user.systemuserid, relationshipName: "systemuserroles_association", relatedKey: own.roleid };
  const held = async () => (await only(`systemusers(${user.systemuserid})/systemuserroles_association`, undefined, ["name"])).map((row) => row.roleid);
  await api.associate({ ...link, relatedCollection: "roles" });
  assert.deepEqual(await held(), [own.roleid]);
  await api.disassociate(link);
  assert.deepEqual(await held(), []);
});

test("a single-valued link is set and cleared by $ref", async () => {
  const contact = await create("contacts", { lastname: mark });
  const account = await create("accounts", { name: mark });
  const link = { collection: "accounts", primaryKey: account, navigationProperty: "primarycontactid" };
  await api.associateSingleValued({ ...link, relatedCollection: "contacts", relatedKey: contact });
  assert.equal((await api.retrieve({ collection: "accounts", key: account, select: ["_primarycontactid_value"] }))._primarycontactid_value, contact);
  await api.disassociateSingleValued(link);
  assert.equal((await api.retrieve({ collection: "accounts", key: account, select: ["_primarycontactid_value"] }))._primarycontactid_value, null);
  await remove("accounts", account);
  await remove("contacts", contact);
});

test("unbound functions answer, with and without parameters", async () => {
  const me = await api.callFunction("WhoAmI");
  assert.match(me.UserId, /^[0-9a-f-]{36}$/i);
  const organization = await api.callFunction({ name: "RetrieveCurrentOrganization", parameters: { AccessType: "Microsoft.Dynamics.CRM.EndpointAccessType'Default'" } });
  assert.ok(organization.Detail.FriendlyName && organization.Detail.EnvironmentId);
  assert.match((await api.callFunction("RetrieveVersion")).Version, /^9\./);
});

test("a privilege is added to a role with its depth, and removed", async () => {
  const [privilege] = await only("privileges", "name eq 'prvUnlinkTeamsChatFromRecord'", ["privilegeid", "canbeglobal"]);
  assert.equal(privilege.canbeglobal, true);
  const [unit] = await only("businessunits", "_parentbusinessunitid_value eq null", ["businessunitid"]);
  const key = await create("roles", { name: `${mark} role`, "businessunitid@odata.bind": `/businessunits(${unit.businessunitid})` });
  const held = async () => {
    const answer = await api.callFunction({ name: "RetrieveRolePrivilegesRole", parameters: { RoleId: key } });
    return answer.RolePrivileges.filter((each) => each.PrivilegeId === privilege.privilegeid).map((each) => each.Depth);
  };
  assert.deepEqual(await held(), []);
  await api.callAction({ actionName: "Microsoft.Dynamics.CRM.AddPrivilegesRole", collection: "roles", key, action: { Privileges: [{ PrivilegeId: privilege.privilegeid, Depth: "Global", BusinessUnitId: unit.businessunitid }] } });
  assert.deepEqual(await held(), ["Global"]);
  await api.callAction({ actionName: "Microsoft.Dynamics.CRM.RemovePrivilegeRole", collection: "roles", key, action: { PrivilegeId: privilege.privilegeid } });
  assert.deepEqual(await held(), []);
  await remove("roles", key);
});

test("a batch of reads and writes answers in order", async () => {
  const id = randomUUID();
  api.startBatch();
  api.create({ collection: "accounts", data: { accountid: id, name: `${mark} batch` }, inChangeSet: false });
  api.retrieve({ collection: "accounts", key: id, select: ["name"], inChangeSet: false });
  api.retrieveMultiple({ collection: "accounts", filter: `name eq '${mark} batch'`, select: ["name"] });
  const [created, read, list] = await api.executeBatch();
  assert.equal(created, id);
  assert.equal(read.name, `${mark} batch`);
  assert.equal(list.value.length, 1);
  await remove("accounts", id);
});

test("a changeset refers to its own rows, and is all or nothing", async () => {
  api.startBatch();
  api.create({ collection: "contacts", data: { lastname: `${mark} cs` }, contentId: "1" });
  api.create({ collection: "accounts", data: { name: `${mark} cs`, "primarycontactid@odata.bind": "$1" } });
  const [contact, account] = await api.executeBatch();
  assert.equal((await api.retrieve({ collection: "accounts", key: account, select: ["_primarycontactid_value"] }))._primarycontactid_value, contact);
  await remove("accounts", account);
  await remove("contacts", contact);
  api.startBatch();
  api.create({ collection: "accounts", data: { name: `${mark} undone` } });
  api.create({ collection: "accounts", data: { name: `${mark} bad`, no_such_column: 1 } });
  const errors = await refused(() => api.executeBatch());
  assert.ok([errors].flat().some((error) => /no_such_column/.test((error.error ?? error).message)), String(errors));
  assert.deepEqual(await only("accounts", `name eq '${mark} undone'`, ["name"]), []);
});

test("a read too long for an address goes as a batch", async () => {
  const filter = Array.from({ length: 60 }, () => `name eq '${mark} ${randomUUID()}'`).join(" or ");
  assert.deepEqual((await api.retrieveMultiple({ collection: "accounts", filter, select: ["name"] })).value, []);
});

test("table, column and relationship metadata are read", async () => {
  const table = await api.retrieveEntity({ key: "LogicalName='msdyn_entitylinkchatconfiguration'", select: ["LogicalName", "EntitySetName", "PrimaryIdAttribute"] });
  assert.equal(table.EntitySetName, "msdyn_entitylinkchatconfigurations");
  const columns = await api.retrieveAttributes({ entityKey: "LogicalName='account'", select: ["LogicalName", "AttributeType"] });
  assert.ok(columns.value.some((column) => column.LogicalName === "name" && column.AttributeType === "String"));
  const tables = await api.retrieveEntities({ select: ["LogicalName"], filter: "LogicalName eq 'incident' or LogicalName eq 'email'" });
  assert.deepEqual(tables.value.map((each) => each.LogicalName).sort(), ["email", "incident"]);
  assert.match(await api.retrieveCsdlMetadata(), /<edmx:Edmx[\s\S]*EntityType Name="account"/);
});

test("errors carry the documented code and status", async () => {
  const missing = await refused(() => api.retrieve({ collection: "accounts", key: randomUUID() }));
  assert.deepEqual([missing.status, missing.code], [404, "0x80040217"]);
  const column = await refused(() => api.retrieveMultiple({ collection: "accounts", select: ["no_such_column"] }));
  assert.equal(column.status, 400);
  const set = await refused(() => api.retrieveMultiple({ collection: "no_such_set" }));
  assert.equal(set.status, 404);
});

test("a person without a role is refused, a forged token unauthorized", async () => {
  assert.equal((await refused(() => as("norole@contoso.com").retrieveMultiple({ collection: "accounts", top: 1 }))).status, 403);
  const forged = new DynamicsWebApi({ serverUrl: `${origin}/`, onTokenRefresh: async () => "forged", dataApi: { version: "9.2" } });
  assert.equal((await refused(() => forged.retrieveMultiple({ collection: "accounts", top: 1 }))).status, 401);
});

test("the settings framework lists and saves by its own actions", async () => {
  const read = async () => (await api.callFunction("RetrieveSettingList")).SettingDetailCollection.find((each) => each.Name === "msdyn_EnableTeamsChat").Value;
  const before = await read();
  for (const value of [before === "true" ? "false" : "true", before]) {
    await api.callAction({ actionName: "SaveSettingValue", action: { SettingName: "msdyn_EnableTeamsChat", Value: value } });
    assert.equal(await read(), value);
  }
});

await run();

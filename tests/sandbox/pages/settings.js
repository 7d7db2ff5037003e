// Reads and writes what stands behind the Teams chat page, through the Web API alone.

import { ApiError, all, get, patch, post } from "./api.js";

const MASTER = "msdyn_EnableTeamsChat";
const CHOICES = ["msdyn_enablekickoffmessage", "msdyn_recordownercanunlink", "msdyn_recentchatlinkercanunlink", "msdyn_usercanjoinchat"];
const NEWER = ["msdyn_isenabledforbot", "msdyn_filteringattributes"];

/** The settings the framework knows by name, or an empty map where there is no framework. */
async function framework() {
  try {
    const { SettingDetailCollection } = await get("RetrieveSettingList()");
    return new Map(SettingDetailCollection.map((setting) => [setting.Name, setting.Value]));
  } catch (error) {
    if (error instanceof ApiError && [400, 404, 501].includes(error.status)) return new Map();
    throw error;
  }
}

/**
 * Where the master switch lives is not published. With the framework it is the setting; without,
 * this page keeps it in a column of the organization, standing for any store no client knows of.
 */
export async function readMaster() {
  const [settings, [organization]] = await Promise.all([framework(), all("organizations")]);
  const modern = settings.has(MASTER);
  const apps = await all("appmodules?$select=appmoduleid,name,uniquename");
  const { chosen, wasSet } = modern ? await overrides() : { chosen: new Set(), wasSet: true };
  const everywhere = modern ? settings.get(MASTER) === "true" : organization.ismsteamscollaborationenabled === true;
  return {
    modern,
    organizationId: organization.organizationid,
    apps,
    on: everywhere || chosen.size > 0,
    everywhere: everywhere || chosen.size === 0,
    chosen,
    sync: organization.teamschatdatasync === true,
    // A switch that was never touched asks a global administrator for consent first.
    needsConsent: !everywhere && !wasSet,
  };
}

/** Apps with a value of their own that says yes, and whether any value was ever written. */
async function overrides() {
  const filter = encodeURIComponent(`settingdefinitionid/uniquename eq '${MASTER}'`);
  const [inOrganization, inApps] = await Promise.all([
    all(`organizationsettings?$select=value&$filter=${filter}`),
    all(`appsettings?$select=value&$expand=parentappmoduleid($select=uniquename)&$filter=${filter}`),
  ]);
  const on = inApps.filter((row) => row.value === "true").map((row) => row.parentappmoduleid?.uniquename);
  return { chosen: new Set(on.filter(Boolean)), wasSet: inOrganization.length + inApps.length > 0 };
}

const saveSetting = (value, app) =>
  post("SaveSettingValue", { SettingName: MASTER, Value: String(value), ...(app ? { AppUniqueName: app } : {}) });

/** Writes only what differs between `before` and `wanted`. */
export async function saveMaster(before, wanted) {
  const everywhere = wanted.on && wanted.everywhere;
  if (before.modern) {
    const was = before.on && before.everywhere;
    if (was !== everywhere) await saveSetting(everywhere);
    const chosen = wanted.on && !wanted.everywhere ? wanted.chosen : wanted.on ? before.chosen : new Set();
    for (const app of before.apps) {
      const had = before.chosen.has(app.uniquename);
      const has = chosen.has(app.uniquename);
      if (had !== has) await saveSetting(has, app.uniquename);
    }
  } else if (before.on !== wanted.on) {
    await patch(`organizations(${before.organizationId})`, { ismsteamscollaborationenabled: wanted.on });
  }
  if (before.sync !== wanted.sync) await patch(`organizations(${before.organizationId})`, { teamschatdatasync: wanted.sync });
}

/** The columns for key updates came later; an organisation without them must not be asked for them. */
const columns = (generation) => (generation === "2023" ? CHOICES : [...CHOICES, ...NEWER]);

export async function readRecordTypes(generation) {
  const select = ["msdyn_name", "msdyn_uniquename", "msdyn_contextviewid", ...columns(generation), "_msdyn_entitytype_value"];
  const rows = await all(`msdyn_entitylinkchatconfigurations?$select=${select.join(",")}&$expand=msdyn_entitytype($select=name,logicalname)&$orderby=msdyn_name`);
  const names = await displayNames(rows.map((row) => row.msdyn_entitytype?.logicalname).filter(Boolean));
  return rows.map((row) => ({ ...row, title: names.get(row.msdyn_entitytype?.logicalname) ?? row.msdyn_name }));
}

async function displayNames(tables) {
  if (tables.length === 0) return new Map();
  try {
    const filter = tables.map((table) => `LogicalName eq '${table}'`).join(" or ");
    const rows = await all(`EntityDefinitions?$select=LogicalName,DisplayName&$filter=${encodeURIComponent(filter)}`);
    return new Map(rows.map((row) => [row.LogicalName, row.DisplayName?.UserLocalizedLabel?.Label ?? null]));
  } catch {
    return new Map();
  }
}

export const readRecordType = async (id, generation) => {
  const select = ["msdyn_name", "msdyn_contextviewid", ...columns(generation)];
  return get(`msdyn_entitylinkchatconfigurations(${id})?$select=${select.join(",")}`);
};

/** Saves with the ETag the pane was opened with, so another administrator's change is not overwritten. */
export const saveRecordType = (id, changes, etag) => patch(`msdyn_entitylinkchatconfigurations(${id})`, changes, etag);

export const views = (table) =>
  all(`savedqueries?$select=name,savedqueryid,querytype&$filter=${encodeURIComponent(`returnedtypecode eq '${table}' and statecode eq 0`)}`).catch(() => []);

export const attributes = (table) =>
  all(`EntityDefinitions(LogicalName='${table}')/Attributes?$select=LogicalName,AttributeType,DisplayName`).catch(() => []);

/** Tables a chat could be connected to and is not yet, by the names people know. */
export async function freeTables(taken) {
  const rows = (await all("entities?$select=entityid,name,logicalname")).filter((row) => !taken.has(row.logicalname));
  const definitions = await all("EntityDefinitions?$select=LogicalName,DisplayName");
  const names = new Map(definitions.map((row) => [row.LogicalName, row.DisplayName?.UserLocalizedLabel?.Label]));
  return rows.map((row) => ({ ...row, name: names.get(row.logicalname) ?? row.name }));
}

export const addRecordType = (table) =>
  post("msdyn_entitylinkchatconfigurations", {
    msdyn_name: table.name,
    msdyn_uniquename: `msdyn_${table.logicalname}`,
    "msdyn_entitytype@odata.bind": `/entities(${table.entityid})`,
    msdyn_recordownercanunlink: true,
    msdyn_recentchatlinkercanunlink: true,
  });

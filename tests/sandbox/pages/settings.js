// Reads and writes what the switches of the Teams chat page stand for, through the Web API alone.

import { ApiError, all, get, patch, post } from "./api.js";

const MASTER = "msdyn_EnableTeamsChat";
/** What is chosen where nobody ever chose: the two apps the feature was made for. */
const FIRST_CHOICE = ["msdyn_CustomerServiceWorkspace", "msdynce_servicehub"];

/** The settings the framework knows by name, or an empty map where there is no framework. */
async function framework(app) {
  try {
    const { SettingDetailCollection } = await get(`RetrieveSettingList(${app ? `AppUniqueName='${app}'` : ""})`);
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
  const apps = (await all("appmodules?$select=appmoduleid,name,uniquename")).filter((app) => !/admin/i.test(app.uniquename));
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
    firstChoice: wasSet ? [] : apps.map((app) => app.uniquename).filter((name) => FIRST_CHOICE.includes(name)),
  };
}

/** Whether chat is on in an app, for whoever is signed in: what the app itself goes by. */
export async function chatIsOn(app) {
  const [settings, organizations] = await Promise.all([framework(app), all("organizations?$select=ismsteamscollaborationenabled")]);
  return settings.has(MASTER) ? settings.get(MASTER) === "true" : organizations[0]?.ismsteamscollaborationenabled === true;
}

/** Apps with a value of their own that says yes, published or not, and whether any value was ever written. */
async function overrides() {
  const filter = encodeURIComponent(`settingdefinitionid/uniquename eq '${MASTER}'`);
  const [inOrganization, inApps] = await Promise.all([
    all(`organizationsettings?$select=value&$filter=${filter}`),
    all(`appsettings${await readable()}?$select=value&$expand=parentappmoduleid($select=uniquename)&$filter=${filter}`),
  ]);
  const on = inApps.filter((row) => row.value === "true").map((row) => row.parentappmoduleid?.uniquename);
  return { chosen: new Set(on.filter(Boolean)), wasSet: inOrganization.length + inApps.length > 0 };
}

/** Who may not read the unpublished layer sees the published one. */
const UNPUBLISHED = "/Microsoft.Dynamics.CRM.RetrieveUnpublishedMultiple()";
const readable = () => get(`appsettings${UNPUBLISHED}?$select=value&$top=1`).then(() => UNPUBLISHED, () => "");

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
      if (had === has) continue;
      await saveSetting(has, app.uniquename);
      await post("PublishXml", { ParameterXml: `<importexportxml><appmodules><appmodule>${app.appmoduleid}</appmodule></appmodules></importexportxml>` });
    }
  } else if (before.on !== wanted.on) {
    await patch(`organizations(${before.organizationId})`, { ismsteamscollaborationenabled: wanted.on });
  }
  if (before.sync !== wanted.sync) await patch(`organizations(${before.organizationId})`, { teamschatdatasync: wanted.sync });
}

// Reads and writes the rows behind the list of record types, through the Web API alone.

import { all, get, patch, post, remove } from "./api.js";

const CHOICES = ["msdyn_enablekickoffmessage", "msdyn_recordownercanunlink", "msdyn_recentchatlinkercanunlink", "msdyn_usercanjoinchat"];
const NEWER = ["msdyn_isenabledforbot", "msdyn_filteringattributes"];
/** What a card cannot show, and what cannot be told of when it changes. Which they are for a card is not published. */
const NOT_ON_CARD = ["PartyListType", "ImageType", "FileType", "MultiSelectPicklistType"];
const NOT_FOR_UPDATES = ["PartyListType", "ImageType", "IntegerType", "FileType"];
const ROWS = "msdyn_entitylinkchatconfigurations";

/** How this organisation writes what is written down nowhere. */
let dialects = {};
export const setDialects = (value) => (dialects = value ?? {});

export const splitColumns = (list) => (list ?? "").split(dialects.filteringattributes === "semicolon" ? ";" : ",").map((each) => each.trim()).filter(Boolean);
export const joinColumns = (names) => names.join(dialects.filteringattributes === "semicolon" ? ";" : ",") || null;
export const viewReference = (id) => (dialects.contextviewid === "braces" ? `{${id}}` : id);

/** The columns for key updates came later; an organisation without them must not be asked for them. */
const columns = (generation) => (generation === "2023" ? CHOICES : [...CHOICES, ...NEWER]);

export async function readRecordTypes(generation) {
  const select = ["msdyn_name", "msdyn_uniquename", "msdyn_contextviewid", ...columns(generation), "_msdyn_entitytype_value"];
  const active = dialects.removal === "inactive" ? "&$filter=statecode eq 0" : "";
  const rows = await all(`${ROWS}?$select=${select.join(",")}&$expand=msdyn_entitytype($select=name,logicalname)&$orderby=msdyn_name${active}`);
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

/** Public views of a table. */
export const views = (table) =>
  all(`savedqueries?$select=name,savedqueryid,layoutxml&$filter=${encodeURIComponent(`returnedtypecode eq '${table}' and querytype eq 0 and statecode eq 0`)}`).catch(() => []);

export const attributes = (table) =>
  all(`EntityDefinitions(LogicalName='${table}')/Attributes?$select=LogicalName,AttributeType,AttributeTypeName,AttributeOf,DisplayName`).catch(() => []);

export const title = (column) => column?.DisplayName?.UserLocalizedLabel?.Label ?? column?.LogicalName ?? "";
export const forUpdates = (columns) => columns.filter((column) => !column.AttributeOf && !NOT_FOR_UPDATES.includes(column.AttributeTypeName?.Value));

/** The first five columns of a view that the card would have to leave out. */
export function leftOut(view, columns) {
  const cells = [...new DOMParser().parseFromString(view?.layoutxml ?? "<grid/>", "text/xml").querySelectorAll("cell:not([ishidden='1'])")];
  const names = cells.slice(0, 5).map((cell) => cell.getAttribute("name"));
  return names.map((name) => columns.find((column) => column.LogicalName === name)).filter((column) => NOT_ON_CARD.includes(column?.AttributeTypeName?.Value));
}

/** Whether changes of a table's rows can be told of: not of virtual tables, nor without a filter of the Update message. */
export async function updatable(table) {
  const [definition, filters] = await Promise.all([
    get(`EntityDefinitions(LogicalName='${table}')?$select=TableType,DataProviderId`),
    all(`sdkmessagefilters?$select=sdkmessagefilterid&$filter=${encodeURIComponent(`primaryobjecttypecode eq '${table}' and sdkmessageid/name eq 'Update'`)}`),
  ]).catch(() => [{ TableType: "Standard" }, [{}]]);
  return definition.TableType !== "Virtual" && !definition.DataProviderId && filters.length > 0;
}

/** Tables a chat could be connected to and is not yet, by the names people know. */
export async function freeTables(taken) {
  const rows = (await all("entities?$select=entityid,name,logicalname")).filter((row) => !taken.has(row.logicalname));
  const definitions = await all("EntityDefinitions?$select=LogicalName,DisplayName&$filter=IsIntersect eq false and IsValidForAdvancedFind eq true");
  const names = new Map(definitions.map((row) => [row.LogicalName, row.DisplayName?.UserLocalizedLabel?.Label]));
  return rows.filter((row) => names.has(row.logicalname)).map((row) => ({ ...row, name: names.get(row.logicalname) ?? row.name }));
}

export const addRecordType = (table) =>
  post("msdyn_entitylinkchatconfigurations", {
    msdyn_name: table.name,
    msdyn_uniquename: `msdyn_${table.logicalname}`,
    "msdyn_entitytype@odata.bind": `/entities(${table.entityid})`,
    msdyn_recordownercanunlink: true,
    msdyn_recentchatlinkercanunlink: true,
  });

/** Whether a row goes or only rests is not published. */
export const removeRecordType = (id, etag) =>
  dialects.removal === "inactive" ? patch(`${ROWS}(${id})`, { statecode: 1, statuscode: 2 }, etag) : remove(`${ROWS}(${id})`, etag);

/** Whether chats can be connected to rows of a table. */
export async function connectable(table) {
  const rows = await readRecordTypes("2023").catch(() => []);
  return rows.some((row) => row.msdyn_entitytype?.logicalname === table);
}

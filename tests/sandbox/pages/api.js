// The page's own calls to the Web API of its own origin, with the signed-in user's cookie.

const ROOT = "/api/data/v9.2/";

export class ApiError extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function call(method, path, body, headers) {
  const answer = await fetch(ROOT + path, {
    method,
    credentials: "same-origin",
    headers: {
      Accept: "application/json",
      "OData-Version": "4.0",
      "OData-MaxVersion": "4.0",
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  let json = null;
  try {
    json = text ? JSON.parse(text) : null;
  } catch {
    json = null;
  }
  if (!answer.ok) throw new ApiError(answer.status, json?.error?.code, json?.error?.message ?? `HTTP ${answer.status}`);
  return json;
}

export const get = (path) => call("GET", path, undefined, { Prefer: 'odata.include-annotations="*"' });
export const patch = (path, body, etag) => call("PATCH", path, body, { "If-Match": etag ?? "*" });
export const post = (path, body) => call("POST", path, body, {});
export const remove = (path, etag) => call("DELETE", path, undefined, { "If-Match": etag ?? "*" });

/** Every row of a collection, next links followed. */
export async function all(path) {
  const rows = [];
  let next = path;
  while (next) {
    const page = await get(next);
    rows.push(...page.value);
    const link = page["@odata.nextLink"];
    next = link ? link.slice(link.indexOf(ROOT) + ROOT.length) : null;
  }
  return rows;
}

/** The signed-in user: id, full name, UPN and the LCID of the user's language. */
export async function signedIn() {
  const { UserId } = await get("WhoAmI");
  const [user, settings] = await Promise.all([
    get(`systemusers(${UserId})?$select=fullname,domainname`),
    get(`usersettingscollection(${UserId})?$select=uilanguageid`).catch(() => null),
  ]);
  return { id: UserId, name: user.fullname, upn: user.domainname, lcid: settings?.uilanguageid ?? null };
}

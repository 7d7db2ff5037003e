// What the JavaScript clients' tests share: the arguments, the cases, and one line per case, non-zero on failure.
//
// Usage: node CLIENT.mjs <https origin> <folder with node_modules>; NODE_EXTRA_CA_CERTS names the sandbox's certificate.

import { randomUUID } from "node:crypto";
import { request } from "node:https";
import { createRequire } from "node:module";
import { join } from "node:path";

const [origin, home] = process.argv.slice(2);

/** Where the sandbox is. */
export { origin };

/** What no other run has made. */
export const mark = randomUUID().slice(0, 8);

/** The package under test. */
export const client = (name) => createRequire(join(home, "package.json"))(name);

const cases = [];

/** Adds a case. */
export const test = (name, run) => cases.push([name, run]);

/** The error that `run` has to end with. */
export const refused = async (run) => {
  try {
    await run();
  } catch (error) {
    return error;
  }
  throw new Error("was not refused");
};

/** A request under another host, as a browser sends it; without one to the sandbox's own controls. */
export const send = (method, path, { host = "sandbox.latchkey.test", body = "", headers = {} } = {}) => new Promise((done, fail) => {
  const sent = request(origin + path, { method, headers: { host, ...headers } }, (answer) => {
    let text = "";
    answer.on("data", (part) => (text += part));
    answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, text }));
  });
  sent.on("error", fail);
  sent.end(body);
});

/** Runs the cases in their order and ends the process. */
export const run = async () => {
  let failed = 0;
  for (const [name, one] of cases) {
    try {
      await one();
      console.log(`ok ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED ${name}: ${error?.stack ?? JSON.stringify(error)}`);
    }
  }
  console.log(`${cases.length - failed} of ${cases.length}`);
  process.exit(failed ? 1 : 0);
};

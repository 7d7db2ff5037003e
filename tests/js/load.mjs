// Loads a shipped script where there is no document: then it only hands out its pure parts.
import { readFileSync } from "node:fs";
import vm from "node:vm";

export function load(name, given = {}) {
  const source = readFileSync(new URL(`../../www/${name}`, import.meta.url), "utf8").replace("__LATCHKEY_TEXTS__", "{}");
  const world = vm.createContext({ URL, URLSearchParams, TextEncoder, crypto, ...given });
  vm.runInContext(source, world, { filename: name });
  return world;
}

export const examples = (name) => JSON.parse(readFileSync(new URL(`../verbs/${name}.json`, import.meta.url), "utf8"));

// Builds elements without markup strings, and renders by throwing the old children away, as a
// virtual DOM throws away children it does not know.

const SVG = "http://www.w3.org/2000/svg";

const PATHS = {
  add: "M10 4v12M4 10h12",
  back: "M12 4l-6 6 6 6",
  close: "M4.5 4.5l11 11M15.5 4.5l-11 11",
  gear: "M10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM10 2.8v2M10 15.2v2M2.8 10h2M15.2 10h2M4.9 4.9l1.4 1.4M13.7 13.7l1.4 1.4M15.1 4.9l-1.4 1.4M6.3 13.7l-1.4 1.4",
  grid: "M4.5 4.5h.01M10 4.5h.01M15.5 4.5h.01M4.5 10h.01M10 10h.01M15.5 10h.01M4.5 15.5h.01M10 15.5h.01M15.5 15.5h.01",
  help: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM8 8.2a2 2 0 1 1 2.8 1.8c-.6.3-.8.7-.8 1.4M10 13.7h.01",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  refresh: "M16.2 8.2A6.5 6.5 0 1 0 16.5 11M16.7 4.2v4.3h-4.3",
  save: "M10 3.5v9M6.5 9.5L10 13l3.5-3.5M4 16.5h12",
  search: "M8.7 3.5a5.2 5.2 0 1 1 0 10.4 5.2 5.2 0 0 1 0-10.4zM12.5 12.5L17 17",
};

/** An element with attributes, `on*` listeners and children; null and false are left out. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "checked" || name === "value") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(9).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

/** Replaces all children of `host`, foreign ones too; focus and scroll position stay as they were. */
export function render(host, ...children) {
  const scrolling = () => host.querySelector(":scope > .page, :scope > .body");
  const held = host.contains(document.activeElement) ? document.activeElement.id : "";
  const top = scrolling()?.scrollTop ?? 0;
  host.replaceChildren(...children.flat(9).filter(Boolean));
  if (top > 0 && scrolling()) scrolling().scrollTop = top;
  if (held) document.getElementById(held)?.focus({ preventScroll: true });
}

/** Ids as the portal makes them: different on every load, so nothing can be anchored to them. */
let serial = Math.floor(Math.random() * 9000) + 1000;
export const freshId = (prefix) => `${prefix}${(serial += 1)}`;

export const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

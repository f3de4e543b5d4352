"use strict";
// The data of the page, what is chosen and filtered, and the address that keeps it. Text from articles is only ever
// set as text: no function here or below makes markup out of a string.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const entities = new Map(Object.entries(data.entities));
const names = new Map(Object.entries(data.names));
const claims = new Map(Object.entries(data.claims));
const statements = new Map(data.statements.map(one => [one.id, one]));
const around = groupBy(data.statements, one => one.literal ? [one.s] : [one.s, one.o]);
const state = {node: null, edge: null, off: new Set(), view: "graph", sort: "status", down: false, rows: 200};

/** Look up an element of the template. */
function byId(id) {
  return document.getElementById(id);
}

/** Make an element with properties and children; children that are strings become text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter(child => child !== null && child !== ""));
  return element;
}

/** Make an SVG picture of one path. */
function picture(width, height, path, look) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  for (const [key, value] of Object.entries({width, height, "aria-hidden": "true"})) svg.setAttribute(key, value);
  for (const [key, value] of Object.entries({d: path, ...look})) line.setAttribute(key, value);
  svg.append(line);
  return svg;
}

/** Put the things under each of their keys: a Map of arrays. */
function groupBy(things, keys) {
  const groups = new Map();
  for (const thing of things) {
    for (const key of new Set(keys(thing))) groups.set(key, [...(groups.get(key) || []), thing]);
  }
  return groups;
}

/** Fill the {places} of a phrase. */
function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A phrase in its form for one or for many. */
function count(phrase, n) {
  return fill(phrase[n === 1 ? 0 : 1], {n});
}

function nameOf(term) {
  return names.get(term) || term;
}

function labelOf(one) {
  return one.literal ? one.o : entities.get(one.o).label;
}

function isSure(one) {
  return one.status === "asserted" || one.status === "confirmed";
}

/** Whether the source says or implies that the statement does not hold. */
function rejects(one) {
  return one.negated || one.status === "denied";
}

/** The relation as it is written on a line: "alleged: reported harm", "not: outcome". */
function phraseOf(one) {
  return [isSure(one) ? "" : nameOf(one.status), one.negated ? words.not : "", nameOf(one.p)].filter(Boolean).join(": ");
}

/** Statements with the same subject, relation and object, which differ in status only. */
function sidesOf(one) {
  return around.get(one.s).filter(other => other.p === one.p && other.o === one.o && other.literal === one.literal);
}

function isShown(one) {
  return !state.off.has(one.status) && !state.off.has(entities.get(one.s).kind)
    && (one.literal || !state.off.has(entities.get(one.o).kind));
}

function shownOf(id) {
  return (around.get(id) || []).filter(isShown);
}

/** Whether an entity has anything to show under the filters. */
function isPresent(id) {
  return !state.off.has(entities.get(id).kind) && shownOf(id).length > 0;
}

function present() {
  return [...entities.keys()].filter(isPresent);
}

/** Lower case without accents, for search. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Keep what is chosen in the address, so that it can be sent to somebody. */
function saveAddress() {
  const parts = new URLSearchParams({v: "1"});
  if (state.node) parts.set("node", state.node);
  if (state.edge) parts.set("statement", state.edge);
  if (state.off.size) parts.set("off", [...state.off].sort().join(","));
  if (state.view !== "graph") parts.set("view", state.view);
  const hash = parts.size > 1 ? `#${parts}` : "#";
  if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const known = new Set([...data.statuses, ...data.kinds]);
  state.node = entities.has(parts.get("node")) ? parts.get("node") : null;
  state.edge = !state.node && statements.has(parts.get("statement")) ? parts.get("statement") : null;
  state.off = new Set((parts.get("off") || "").split(",").filter(name => known.has(name)));
  state.view = parts.get("view") === "table" ? "table" : "graph";
}

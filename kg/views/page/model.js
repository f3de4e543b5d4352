"use strict";
// The data of the page, what is chosen and filtered, and what follows from it. Text from articles is only ever set as
// text: no function here or below makes markup out of a string.

const data = JSON.parse(document.getElementById("data").textContent);
const words = data.words;
const entities = new Map(Object.entries(data.entities));
const names = new Map(Object.entries(data.names));
const claims = data.claims.map(whole);
const statements = new Map(data.statements.map(one => [one.id, one]));
const around = groupBy(data.statements, one => one.literal ? [one.s] : [one.s, one.o]);
const members = groupBy([...entities].filter(([, {in: owner}]) => owner).map(([id]) => id), id => [entities.get(id).in]);
const FOLD = 44; // entities from which they are folded at first; the reader can unfold them if the page has places for all
const VIEWS = ["graph", "timeline", "matrix", "table"];

/** What the reader has chosen. `pair` is two entities whose lines are read together; `near` an entity and how many steps
 * around it are shown; `from` and `to` are months, as "2023-11"; `off` holds statuses and kinds that are filtered out; `folded` says whether platforms stand for what is theirs alone. */
const state = {node: null, edge: null, pair: null, near: null, from: "", to: "", off: new Set(), view: "graph", theme: "auto",
  sort: "status", down: false, rows: 200, find: "", platform: "", folded: false};
let reach = null; // the entities within `near`, or null for all

/** A claim with its sentence and article. */
function whole(claim) {
  const sentence = data.sentences[claim.in] || {};
  const empty = {who: "", by: "", quote: "", publisher: "", headline: "", url: "", iso: "", date: ""};
  return {...empty, ...data.articles[sentence.in], ...sentence, ...claim};
}

/** Look up an element of the template. */
function byId(id) {
  return document.getElementById(id);
}

/** Make an element with properties and children; children that are strings become text. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ""));
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
    for (const key of new Set(keys(thing))) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(thing);
    }
  }
  return groups;
}

/** Fill the {places} of a phrase. */
function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A phrase in its form for one or for many. */
function count(phrase, n) {
  return fill(phrase[n === 1 ? 0 : 1], {n: grouped(n)});
}

function grouped(n) {
  return n.toLocaleString(document.documentElement.lang);
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
  return Boolean(one.negated) || one.status === "denied";
}

/** The relation as it is written on a line: "alleged: reported harm", "not: outcome". */
function phraseOf(one) {
  return [isSure(one) ? "" : nameOf(one.status), one.negated ? words.not : "", nameOf(one.p)].filter(Boolean).join(": ");
}

/** Statements with the same subject, relation and object, which differ in status only. */
function sidesOf(one) {
  return around.get(one.s).filter(other => other.p === one.p && other.o === one.o && other.literal === one.literal);
}

/** Those that say it, before those that deny it; the surest first. */
function bySureness(a, b) {
  const order = one => data.statuses.indexOf(one.status) + (one.negated ? 0.5 : 0);
  return order(a) - order(b);
}

function inTime({iso}) {
  if (!state.from && !state.to) return true;
  const month = iso.slice(0, 7);
  return month !== "" && (!state.from || month >= state.from) && (!state.to || month <= state.to);
}

/** The claims behind a statement that lie within the time that is shown. */
function claimsOf(one) {
  return one.claims.map(place => claims[place]).filter(inTime);
}

function isShown(one) {
  const ends = one.literal ? [one.s] : [one.s, one.o];
  return !state.off.has(one.status) && ends.every(id => !state.off.has(entities.get(id).kind) && (!reach || reach.has(id)))
    && (!state.from && !state.to || claimsOf(one).length > 0);
}

function shownOf(id) {
  return (around.get(id) || []).filter(isShown);
}

/** The entity that stands for another in the picture: itself, unless it is folded. */
function standIn(id) {
  return reach || !state.folded ? id : entities.get(id).in || id;
}

/** Whether an entity has anything to show under the filters. */
function isPresent(id) {
  return !state.off.has(entities.get(id).kind) && (!reach || reach.has(id)) && shownOf(id).length > 0;
}

function present() {
  return [...entities.keys()].filter(isPresent);
}

/** The shown statements between two entities, or between what they stand for. */
function between([a, b]) {
  const end = id => id === a || id === b ? id : standIn(id);
  const joins = ({s, o}) => (end(s) === a && end(o) === b) || (end(s) === b && end(o) === a);
  return data.statements.filter(one => !one.literal && joins(one) && isShown(one));
}

/** What is chosen, as statements; for an entity all that is said of it. */
function chosenStatements() {
  if (state.node) return shownOf(state.node);
  if (state.pair) return between(state.pair);
  return state.edge ? sidesOf(statements.get(state.edge)).filter(isShown) : [];
}

/** The entities within so many steps of one, by statements of any status. */
function within({id, depth}) {
  const found = new Set([id]);
  let ring = [id];
  for (let step = 0; step < depth; step += 1) {
    ring = ring.flatMap(here => (around.get(here) || []).flatMap(one => one.literal ? [] : [one.s, one.o])).filter(
      there => !found.has(there) && found.add(there));
  }
  return found;
}

/** Lower case without accents, for search. */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// The drawing: vis-network draws nodes and lines where Python placed them; we add the words on the lines, a veil over
// what is not chosen, and find the line under a finger.

const PATTERN = {confirmed: false, asserted: false, alleged: [9, 6], denied: [2, 5], hypothetical: [9, 4, 2, 4]};
const RADIUS = 9;
const NEAR = 0.6; // the scale from which cards can be read as they are
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];
const dots = new vis.DataSet();
const lines = new vis.DataSet();
let network = null;
const painted = new Map(); // what vis was given last, by id
const colours = new Map(); // of the style sheet, by name
let labels = null; // where the words of lines stand: found anew when something moves or is filtered
let signs = []; // cards drawn large, from afar

/** A colour of the style sheet, for light or dark; asked once, since it is wanted for every line of every frame. */
function ink(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return colours.get(name);
}

/** An entity is a card: its name, and before it the sign of its kind, which we draw. */
function styledNode(node) {
  const {kind} = entities.get(node.id);
  const full = kind === "Platform";
  const color = {background: ink(full ? kind : "paper"), border: ink(kind)};
  return {...node, hidden: !isPresent(node.id), chosen: false, borderWidth: 1.6, color: {...color, hover: color, highlight: color},
    margin: {top: 8, right: 12, bottom: 8, left: 32}, shapeProperties: {borderRadius: RADIUS},
    font: {color: full ? "#ffffff" : ink("ink"), size: 14, align: "left", face: "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"}};
}

/** The sides of a card; vis counts the radius of its corners to its outside. */
function cardOf(id) {
  const {left, right, top, bottom} = network.getBoundingBox(id);
  return {left: left + RADIUS, right: right - RADIUS, top: top + RADIUS, bottom: bottom - RADIUS};
}

function drawIcons(context, ids) {
  for (const id of ids) {
    const {left, top, bottom} = cardOf(id);
    const {kind} = entities.get(id);
    const full = kind === "Platform";
    context.save();
    context.translate(left + 10, (top + bottom) / 2 - 8);
    context.scale(0.9, 0.9);
    context.fillStyle = full ? "#ffffff" : ink(kind);
    context.strokeStyle = ink("edge");
    context.lineWidth = 1;
    context.fill(new Path2D(OUTLINE[data.shapes[kind]]));
    if (!full) context.stroke(new Path2D(OUTLINE[data.shapes[kind]]));
    context.restore();
  }
}

function styledEdge(edge) {
  const one = statements.get(edge.id);
  const color = ink(one.negated && one.status === "asserted" ? "muted" : one.status);
  const bar = {enabled: true, type: "bar", scaleFactor: 0.7};
  return {...edge, hidden: !isShown(one), chosen: false, color: {color, hover: color, highlight: color, inherit: false},
    dashes: rejects(one) ? PATTERN.denied : PATTERN[one.status],
    width: {confirmed: 2.6, hypothetical: 1.2}[one.status] || 1.7, hoverWidth: 0, selectionWidth: 0,
    arrows: {to: {enabled: true, scaleFactor: 0.65}, ...(rejects(one) ? {middle: bar} : {})}};
}

/** Give vis what changed in a list of nodes or lines. */
function send(set, things) {
  const changed = things.filter(thing => JSON.stringify(thing) !== painted.get(thing.id));
  changed.forEach(thing => painted.set(thing.id, JSON.stringify(thing)));
  if (changed.length) set.update(changed.map(thing => set.get(thing.id) ? without(thing, "x", "y") : thing));
}

/** Bring the drawing up to date with filters and colours. */
function paint() {
  labels = null;
  colours.clear();
  send(dots, data.nodes.map(styledNode));
  send(lines, data.edges.map(styledEdge));
  network?.redraw();
}

function without(thing, ...keys) {
  return Object.fromEntries(Object.entries(thing).filter(([key]) => !keys.includes(key)));
}

/** The point of a line at a share of its way; a line from a thing to itself has its words above. */
function pointOn(id, share) {
  const one = statements.get(id);
  const edge = network.body.edges[id];
  if (one.s !== one.o) return edge.edgeType.getPoint(share);
  const {x, y} = network.getPosition(one.s);
  return {x, y: y - edge.options.selfReference.size * 2 - 20};
}

/** What is lit: the chosen node with its lines and neighbours, or the chosen line with all between its ends. */
function litNow() {
  const chosen = state.edge && statements.get(state.edge);
  const told = state.node ? shownOf(state.node) : chosen ? sidesOf(chosen).filter(isShown) : [];
  const edges = told.filter(one => !one.literal).map(one => one.id);
  const ends = told.flatMap(one => one.literal ? [one.s] : [one.s, one.o]);
  return {edges, nodes: [...new Set(state.node ? [state.node, ...ends] : ends)].filter(isPresent)};
}

/** Places for the words of lines, so that none covers a card or other words; what finds no place waits. */
function placeLabels(context, ids, obstacles, wordings = wordingsOf, grow = 1) {
  const taken = [...obstacles];
  const placed = [];
  context.font = fontOf(grow);
  for (const id of ids) {
    const free = wordings(statements.get(id)).flatMap(text => boxesFor(context, id, text, grow)).find(
      box => !taken.some(other => overlap(box, other)));
    if (free) {
      taken.push(free);
      placed.push(free);
    }
  }
  return placed;
}

/** What a line may say: all, or where that finds no room and the status is what matters, the status alone. */
function wordingsOf(one) {
  return [phraseOf(one) + (one.claims.length > 1 ? ` (${one.claims.length})` : ""), ...warningOf(one)];
}

function warningOf(one) {
  return !isSure(one) ? [nameOf(one.status)] : one.negated ? [words.not] : [];
}

/** Where words could stand: along the line, then a little beside it. */
function boxesFor(context, id, text, grow) {
  const half = context.measureText(text).width / 2 + 3 * grow;
  const spots = PLACES.map(share => pointOn(id, share));
  return [0, -12 * grow, 12 * grow].flatMap(aside => spots.map(({x, y}) => ({id, text, x, y: y + aside, left: x - half,
    right: x + half, top: y + aside - 8 * grow, bottom: y + aside + 8 * grow})));
}

function fontOf(grow) {
  return `${12 * grow}px system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif`;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** What is less sure is placed first: the word "alleged" must find room before a plain relation does. */
function lineOrder(ids) {
  const rank = id => ["denied", "alleged", "hypothetical", "confirmed", "asserted"].indexOf(statements.get(id).status);
  return [...ids].sort((a, b) => rank(a) - rank(b));
}

function drawLabels(context, placed, grow = 1) {
  Object.assign(context, {font: fontOf(grow), textAlign: "center", textBaseline: "middle", lineWidth: 5 * grow, lineJoin: "round"});
  for (const {text, id, x, y} of placed) {
    context.strokeStyle = ink("paper");
    context.strokeText(text, x, y);
    context.fillStyle = ink(statements.get(id).status);
    context.fillText(text, x, y);
  }
}

function shownLines() {
  return data.edges.map(edge => edge.id).filter(id => isShown(statements.get(id)));
}

function allLabels(context) {
  labels = labels || placeLabels(context, lineOrder(shownLines()), present().map(cardOf));
  return labels;
}

/** From afar no card can be read: those of which most is said are drawn large, as many as have room. */
function placeLarge(ids, grow) {
  const weight = id => id === state.node ? Infinity : around.get(id).length * (entities.get(id).kind === "Platform" ? 3 : 1);
  const air = 3 / network.getScale();
  const placed = [];
  for (const id of [...ids].sort((a, b) => weight(b) - weight(a))) {
    const {x, y} = network.getPosition(id);
    const {left, right, top, bottom} = cardOf(id);
    const box = {id, left: x + (left - x) * grow - air, right: x + (right - x) * grow + air, top: y + (top - y) * grow - air,
      bottom: y + (bottom - y) * grow + air};
    if (placed.length < 30 && !placed.some(other => overlap(box, other))) placed.push(box);
  }
  return placed;
}

function drawLarge(context, id, grow) {
  const {x, y} = network.getPosition(id);
  context.save();
  context.translate(x, y);
  context.scale(grow, grow);
  context.translate(-x, -y);
  drawCards(context, [id]);
  context.restore();
}

function drawCards(context, ids) {
  for (const id of ids) network.body.nodes[id].draw(context);
  drawIcons(context, ids);
}

/** Cards, and what their lines say, as large as the distance asks. Gives the cards that were drawn large. */
function drawFar(context, nodes, edges, wordings) {
  const grow = 0.8 / network.getScale();
  const large = placeLarge(nodes, grow);
  for (const {id} of large) drawLarge(context, id, grow);
  drawLabels(context, placeLabels(context, lineOrder(edges), [...large, ...nodes.map(cardOf)], wordings, grow), grow);
  return large;
}

/** After vis has drawn: words on lines, and where something is chosen a veil with the chosen part on top. */
function drawOver(context) {
  const scale = network.getScale();
  const lit = litNow();
  const ids = present();
  drawIcons(context, ids);
  if (scale > NEAR) drawLabels(context, allLabels(context));
  signs = scale > NEAR ? [] : drawFar(context, ids, scale > NEAR / 2 ? shownLines() : [], warningOf);
  if (!lit.nodes.length) return;
  drawVeil(context);
  for (const id of lit.edges) network.body.edges[id].draw(context);
  for (const id of lit.edges) network.body.edges[id].drawArrows(context);
  drawCards(context, lit.nodes);
  const large = scale > NEAR ? [] : drawFar(context, lit.nodes, lit.edges, wordingsOf);
  if (scale > NEAR) drawLabels(context, placeLabels(context, lineOrder(lit.edges), lit.nodes.map(cardOf)));
  if (state.node && isPresent(state.node)) ring(context, large.find(box => box.id === state.node) || cardOf(state.node));
}

function drawVeil(context) {
  const from = network.DOMtoCanvas({x: 0, y: 0});
  const to = network.DOMtoCanvas({x: byId("canvas").clientWidth, y: byId("canvas").clientHeight});
  context.fillStyle = ink("veil");
  context.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
}

function ring(context, {left, top, right, bottom}) {
  context.beginPath();
  context.roundRect(left - 4, top - 4, right - left + 8, bottom - top + 8, 13);
  context.lineWidth = 2.5;
  context.strokeStyle = ink("accent");
  context.stroke();
}

/** The line within reach of a point of the page, the nearest if there are several. */
function lineAt(place) {
  const {x, y} = network.DOMtoCanvas(place);
  const reach = 10 / network.getScale();
  const word = (labels || []).find(box => holds(box, {x, y}));
  if (word) return word.id;
  const far = id => Math.min(...Array.from({length: 41}, (_, step) => pointOn(id, step / 40)).map(
    point => Math.hypot(point.x - x, point.y - y)));
  const near = shownLines().map(id => [far(id), id]);
  const [distance, id] = near.sort((a, b) => a[0] - b[0])[0] || [Infinity, null];
  return distance < reach ? id : null;
}

/** The entity under a point of the page: its card, or the card drawn large. */
function nodeAt(place) {
  const at = network.DOMtoCanvas(place);
  const sign = signs.find(box => holds(box, at));
  return sign ? sign.id : network.getNodeAt(place) || null;
}

function holds({left, right, top, bottom}, {x, y}) {
  return left < x && x < right && top < y && y < bottom;
}

function clicked({pointer}) {
  const node = nodeAt(pointer.DOM);
  choose({node, edge: node ? null : lineAt(pointer.DOM)});
}

function moved({event}) {
  const box = byId("canvas").getBoundingClientRect();
  const place = {x: event.clientX - box.left, y: event.clientY - box.top};
  byId("canvas").classList.toggle("over", Boolean(nodeAt(place) || lineAt(place)));
}

/** The connected node that lies best in the direction of an arrow key. */
function neighbourTowards([right, down]) {
  const here = network.getPosition(state.node);
  const cost = id => {
    const there = network.getPosition(id);
    const [x, y] = [there.x - here.x, there.y - here.y];
    const along = x * right + y * down;
    return along > 0 ? (x * x + y * y) ** 1.5 / along ** 2 : Infinity;
  };
  const ends = shownOf(state.node).flatMap(one => one.literal ? [] : [one.s, one.o]).filter(id => id !== state.node);
  return ends.filter(id => cost(id) < Infinity).sort((a, b) => cost(a) - cost(b))[0] || state.node;
}

function showNode(id) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  network.focus(id, {scale: Math.max(network.getScale(), 0.7), animation: still ? false : {duration: 250}});
}

function fit() {
  network.fit({nodes: present(), maxZoomLevel: 1.25, animation: false});
  network.moveTo({scale: network.getScale() * 0.9, animation: false});  // the library measures dots, our cards are wider
}

function startCanvas() {
  paint();
  network = new vis.Network(byId("canvas"), {nodes: dots, edges: lines}, {...data.options,
    interaction: {...data.options.interaction, selectable: false}});
  network.on("afterDrawing", drawOver);
  network.on("click", clicked);
  network.on("dragEnd", () => { labels = null; network.redraw(); });
  network.on("dragging", () => { labels = null; });
  byId("canvas").addEventListener("mousemove", event => moved({event}));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
}

// The drawing: vis-network draws cards and lines where they are told to stand; we add the words on lines, headings, and a
// veil over what is not chosen, and find the line under a finger.

const FACE = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
const PATTERN = {confirmed: false, asserted: false, alleged: [9, 6], denied: [2, 5], hypothetical: [9, 4, 2, 4]};
const RADIUS = 7;
const NEAR = 0.6;      // the scale from which cards can be read as they are
const CROWD = 600;     // lines from which the picture is drawn without them while it moves
const dots = new vis.DataSet();
const lines = new vis.DataSet();
let flat = false;              // whether labels stand on one line, so that rows are low
let painting = false;          // vis draws as soon as cards change, when the lines are not there yet
let thick = 1;                 // how much thicker lines are on a map, which is seen from afar
const cards = new Map(data.nodes.map(node => [node.id, node]));
const foldedPlaces = new Map(data.nodes.filter(node => node.over).map(({id, over: [x, y]}) => [id, {x, y}]));
const bends = new Map(data.edges.map(edge => [edge.id, edge.smooth]));
const signsOfKind = new Map(); // outlines of kinds, made once
const painted = new Map();     // what vis was given last, by id
const colours = new Map();     // of the style sheet, by name
let network = null;
let drawn = new Map();         // line id -> {one, n, s, o, via}: its statement, how many claims, its ends, and whether it is but a link
let places = new Map();        // entity -> {x, y}
let headings = [];             // of blocks, where the picture has columns
let labels = null;             // where the words of lines stand: found anew when something moves or is filtered
let signs = [];                // names drawn large, from afar

/** A colour of the style sheet, for light or dark; asked once, since it is wanted for every line of every frame. */
function ink(name) {
  if (!colours.has(name)) colours.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return colours.get(name);
}

/** How much is folded into an entity, "  +5". */
function foldedIn(id) {
  const n = reach || !state.folded ? 0 : (members.get(id) || []).length;
  return n ? `  +${n}` : "";
}

/** What a card says: its label in lines, and how much is folded into it. */
function wordsOn(id) {
  const {label} = cards.get(id);
  return (flat ? label.replaceAll("\n", " ") : label) + foldedIn(id);
}

/** What the page is about is written larger. */
function fontSize(id) {
  return entities.get(id).kind === "Platform" ? 17 : 14;
}

/** An entity is a card: its name, and before it the sign of its kind, which we draw. */
function styledNode(id) {
  const {kind} = entities.get(id);
  const full = kind === "Platform";
  const color = {background: ink(full ? kind : "paper"), border: ink(kind)};
  return {id, label: wordsOn(id), shape: "box", ...places.get(id), chosen: false, borderWidth: 1.4,
    color: {...color, hover: color, highlight: color}, margin: {top: 8, right: 12, bottom: 8, left: 32},
    shapeProperties: {borderRadius: RADIUS}, font: {color: full ? "#ffffff" : ink("ink"), size: fontSize(id), align: "left", face: FACE}};
}

/** Lines to draw: one a statement. What is said of a folded entity is no statement about what stands for it: a lawsuit
 * that alleges a harm must not look like a platform that does it. It is drawn as a bare link, and only where nothing else is. */
function drawnLines() {
  const found = new Map();
  const via = new Map();
  for (const one of data.statements.filter(some => !some.literal && isShown(some))) {
    const [s, o] = [standIn(one.s), standIn(one.o)];
    if (s === one.s && o === one.o) found.set(one.id, {one, n: claimsOf(one).length, s, o});
    else if (s !== o) via.set(JSON.stringify([s, o].sort()), {one, n: 0, s, o, via: true});
  }
  for (const {s, o} of found.values()) via.delete(JSON.stringify([s, o].sort()));
  return new Map([...found, ...via]);
}

function styledEdge([id, line]) {
  const {one, s, o} = line;
  if (line.via) return {id, from: s, to: o, smooth: false, chosen: false, width: thick, color: {color: ink("rule"), inherit: false}, hoverWidth: 0, selectionWidth: 0};
  const color = ink(one.negated && one.status === "asserted" ? "muted" : one.status);
  const bar = {enabled: true, type: "bar", scaleFactor: 0.7};
  return {id, from: s, to: o, smooth: bends.get(id) || headings.length && detour(one, places) || false, chosen: false,
    color: {color, hover: color, highlight: color, inherit: false}, dashes: rejects(one) ? PATTERN.denied : PATTERN[one.status],
    width: ({confirmed: 2.8, hypothetical: 1.2}[one.status] || 1.6) * thick, hoverWidth: 0, selectionWidth: 0,
    arrows: {to: {enabled: true, scaleFactor: 0.6}, ...(rejects(one) ? {middle: bar} : {})}};
}

/** Give vis what changed in a list of cards or lines. */
function send(set, things) {
  const now = new Map(things.map(thing => [thing.id, JSON.stringify(thing)]));
  set.remove(set.getIds().filter(id => !now.has(id)));
  const changed = things.filter(thing => now.get(thing.id) !== painted.get(thing.id) || !set.get(thing.id));
  now.forEach((text, id) => painted.set(id, text));
  if (changed.length) set.update(changed);
}

/** Bring the drawing up to date with filters and colours. */
function paint() {
  labels = null;
  colours.clear();
  painting = true;
  drawn = drawnLines();
  send(dots, present().filter(id => standIn(id) === id).map(styledNode));
  send(lines, [...drawn].map(styledEdge));
  painting = false;
  network?.redraw();
}

/** The pixels that the picture may take. */
function room() {
  return {x: Math.max(80, byId("canvas").clientWidth - 52), y: Math.max(80, byId("canvas").clientHeight - 60)};
}

/** How the entities in view are placed: in columns if they are few, folded around their harms, or as on the map. */
function placing(ids) {
  if (data.layout === "map") return map;
  if (data.layout === "columns" || ids.length <= FEW || state.near && ids.length <= 2 * FEW) return columns;
  return state.folded && !reach && ids.length <= MANY && room().x >= NARROW ? wings : map;
}

function map() {
  return {spots: state.folded && !reach ? foldedPlaces : cards, headings: []};
}

function arrange() {
  const ids = [...(reach || entities.keys())].filter(id => standIn(id) === id);
  const place = placing(ids);
  flat = place === wings;
  const made = place(ids, room());
  places = new Map(ids.map(id => [id, {x: made.spots.get(id).x, y: made.spots.get(id).y}]));
  headings = made.headings;
  thick = headings.length ? 1 : Math.min(2.2, 1 + ids.length / 200);
}

/** The sides of a card; vis counts the radius of its corners to its outside. */
function cardOf(id) {
  const {left, right, top, bottom} = network.getBoundingBox(id);
  return {left: left + RADIUS, right: right - RADIUS, top: top + RADIUS, bottom: bottom - RADIUS};
}

function outlineOf(kind) {
  if (!signsOfKind.has(kind)) signsOfKind.set(kind, new Path2D(OUTLINE[data.shapes[kind]]));
  return signsOfKind.get(kind);
}

function drawIcon(context, kind, left, top, size) {
  context.save();
  context.translate(left, top);
  context.scale(size, size);
  context.fillStyle = kind === "Platform" ? "#ffffff" : ink(kind);
  context.fill(outlineOf(kind));
  context.restore();
}

function drawIcons(context, ids) {
  for (const id of ids) {
    const {left, top, bottom} = cardOf(id);
    drawIcon(context, entities.get(id).kind, left + 10, (top + bottom) / 2 - 8, 0.9);
  }
}

/** The point of a line at a share of its way; a line from a thing to itself has its words above. */
function pointOn(id, share) {
  const {s, o} = drawn.get(id);
  const edge = network.body.edges[id];
  if (s !== o) return edge.edgeType.getPoint(share);
  const {x, y} = network.getPosition(s);
  return {x, y: y - edge.options.selfReference.size * 2 - 20};
}

/** What is lit: the chosen card with its lines and neighbours, or the chosen line with all between its ends. */
function litNow() {
  const told = new Set(chosenStatements().map(one => one.id));
  const chosen = state.node && standIn(state.node);
  const isLit = ([id, {s, o, via}]) => told.has(id) || via && (s === chosen || o === chosen
    || state.pair && state.pair.includes(s) && state.pair.includes(o));
  const lit = told.size || chosen ? [...drawn].filter(isLit) : [];
  const ends = [...(chosen ? [chosen] : []), ...lit.flatMap(([, {s, o}]) => [s, o])];
  const alone = state.edge && statements.get(state.edge).literal ? [standIn(statements.get(state.edge).s)] : [];
  return {edges: lit.map(([id]) => id), nodes: [...new Set([...ends, ...alone])].filter(id => dots.get(id))};
}

function allLabels(context) {
  labels = labels || placeLabels(context, lineOrder(drawn.keys()), [...dots.getIds().map(cardOf), ...headings.map(headingBox)]);
  return labels;
}

function headingBox({x, y, align, text}) {
  const wide = 8.4 * text.length;
  const left = {left: x, center: x - wide / 2, right: x - wide}[align];
  return {left, right: left + wide, top: y - 12, bottom: y + 6};
}

function drawHeadings(context) {
  Object.assign(context, {font: `600 12px ${FACE}`, textBaseline: "alphabetic", fillStyle: ink("muted"), lineWidth: 5, strokeStyle: ink("paper")});
  for (const {text, x, y, align} of headings) {
    context.textAlign = align;
    context.strokeText(text, x, y);
    context.fillText(text, x, y);
  }
}

function drawCards(context, ids) {
  for (const id of ids) network.body.nodes[id].draw(context);
  drawIcons(context, ids);
}

/** Signs, and what lines say, as large as the distance asks. Gives the signs. */
function drawFar(context, nodes, edges, wordings) {
  const grow = 1 / network.getScale();
  const large = placeSigns(context, nodes, grow);
  const said = placeLabels(context, lineOrder(edges).slice(0, 200), large, wordings, grow);
  for (const sign of large) drawSign(context, sign, grow);
  drawLabels(context, said, grow);
  return large;
}

/** After vis has drawn: words on lines, and where something is chosen a veil with the chosen part on top. */
function drawOver(context) {
  if (painting) return;
  const scale = network.getScale();
  const lit = litNow();
  const ids = dots.getIds();
  if (scale > NEAR / 2) drawIcons(context, ids);
  drawHeadings(context);
  if (scale > NEAR) drawLabels(context, allLabels(context));
  signs = scale > NEAR ? [] : drawFar(context, ids, scale > NEAR / 2 ? [...drawn.keys()] : [], warningOf);
  if (lit.nodes.length) drawLit(context, lit, scale);
}

function drawLit(context, lit, scale) {
  drawVeil(context);
  for (const id of lit.edges) drawThick(context, network.body.edges[id], Math.max(1, NEAR / scale));
  drawCards(context, lit.nodes);
  const large = scale > NEAR ? [] : drawFar(context, lit.nodes, lit.edges, wordingsOf);
  if (scale > NEAR) drawLabels(context, placeLabels(context, lineOrder(lit.edges), lit.nodes.map(cardOf)));
  const chosen = state.node && standIn(state.node);
  if (chosen && dots.get(chosen)) ring(context, large.find(box => box.id === chosen) || cardOf(chosen));
}

/** A line so many times as thick: what is chosen must be seen from afar. */
function drawThick(context, edge, times) {
  const {width} = edge.options;
  edge.options.width = width * times;
  edge.draw(context);
  edge.drawArrows(context);
  edge.options.width = width;
}

function drawVeil(context) {
  const from = network.DOMtoCanvas({x: 0, y: 0});
  const to = network.DOMtoCanvas({x: byId("canvas").clientWidth, y: byId("canvas").clientHeight});
  context.fillStyle = ink("veil");
  context.fillRect(from.x, from.y, to.x - from.x, to.y - from.y);
}

function ring(context, {left, top, right, bottom}) {
  context.beginPath();
  context.roundRect(left - 4, top - 4, right - left + 8, bottom - top + 8, 10);
  context.lineWidth = 2.5;
  context.strokeStyle = ink("accent");
  context.stroke();
}

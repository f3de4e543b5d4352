// The words on lines: each finds a place where it covers no card and no other words; what finds none waits.

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];
const ASIDE = [0.34, 0.66, 0.27, 0.73, 0.2, 0.8]; // on a line that is crossed out in its middle
const CELL = 160; // pixels: boxes are looked for in their own and the next cells only

/** Boxes by where they stand, so that a neighbour is found without asking all. */
function ground(boxes, size) {
  const cells = new Map();
  const cellsOf = ({left, right, top, bottom}) => {
    const found = [];
    for (let x = Math.floor(left / size); x <= Math.floor(right / size); x += 1) {
      for (let y = Math.floor(top / size); y <= Math.floor(bottom / size); y += 1) found.push(`${x} ${y}`);
    }
    return found;
  };
  const add = box => cellsOf(box).forEach(cell => cells.has(cell) ? cells.get(cell).push(box) : cells.set(cell, [box]));
  const isFree = box => cellsOf(box).every(cell => !(cells.get(cell) || []).some(other => overlap(box, other)));
  boxes.forEach(add);
  return {add, isFree};
}

/** Places for the words of lines, `grow` times as large. */
function placeLabels(context, ids, obstacles, wordings = wordingsOf, grow = 1) {
  const taken = ground(obstacles, CELL * grow);
  const placed = [];
  context.font = fontOf(grow);
  for (const id of ids) {
    const free = wordings(drawn.get(id)).flatMap(text => boxesFor(context, id, text, grow)).find(taken.isFree);
    if (free) {
      taken.add(free);
      placed.push(free);
    }
  }
  return placed;
}

/** What a line may say: all, or where that finds no room and the status is what matters, the status alone. */
function wordingsOf({one, n, via}) {
  if (via) return [];
  if (state.folded && !reach) return warningOf({one}).map(text => n > 1 ? `${text} (${n})` : text);
  return [phraseOf(one) + (n > 1 ? ` (${n})` : ""), ...warningOf({one})];
}

function warningOf({one, via}) {
  return via ? [] : !isSure(one) ? [nameOf(one.status)] : one.negated ? [words.not] : [];
}

/** Where words could stand: along the line, then a little beside it. */
function boxesFor(context, id, text, grow) {
  const half = context.measureText(text).width / 2 + 3 * grow;
  const spots = (rejects(drawn.get(id).one) ? ASIDE : PLACES).map(share => pointOn(id, share));
  return [0, -12 * grow, 12 * grow].flatMap(aside => spots.map(({x, y}) => ({id, text, x, y: y + aside, left: x - half,
    right: x + half, top: y + aside - 8 * grow, bottom: y + aside + 8 * grow})));
}

function fontOf(grow) {
  return `${12.5 * grow}px ${FACE}`;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function holds({left, right, top, bottom}, {x, y}) {
  return left < x && x < right && top < y && y < bottom;
}

/** What is less sure is placed first: the word "alleged" must find room before a plain relation does. */
function lineOrder(ids) {
  const rank = id => ["denied", "alleged", "hypothetical", "confirmed", "asserted"].indexOf(drawn.get(id).one.status);
  return [...ids].sort((a, b) => rank(a) - rank(b));
}

function drawLabels(context, placed, grow = 1) {
  Object.assign(context, {font: fontOf(grow), textAlign: "center", textBaseline: "middle", lineWidth: 5 * grow, lineJoin: "round"});
  for (const {text, id, x, y} of placed) {
    context.strokeStyle = ink("paper");
    context.strokeText(text, x, y);
    context.fillStyle = ink(drawn.get(id).one.status);
    context.fillText(text, x, y);
  }
}

/** From afar no card can be read: those of which most is said get a sign that can, as many as have room. */
function placeSigns(context, ids, grow) {
  const first = {Platform: 2000, Harm: 1000};
  const weight = id => id === state.node ? Infinity : around.get(id).length + (first[entities.get(id).kind] || 0);
  const taken = ground([], CELL * grow);
  const placed = [];
  context.font = signFont(grow);
  for (const id of [...ids].sort((a, b) => weight(b) - weight(a)).slice(0, 150)) {
    const {x, y} = network.getPosition(id);
    const text = brief(entities.get(id).label) + foldedIn(id);
    const half = context.measureText(text).width / 2 + 16 * grow;
    const card = cardOf(id);
    const box = {id, text, left: Math.min(card.left, x - half), right: Math.max(card.right, x + half),
      top: Math.min(card.top, y - 8.7 * grow), bottom: Math.max(card.bottom, y + 8.7 * grow)};
    if (placed.length < 90 && taken.isFree(box)) {
      taken.add(box);
      placed.push(box);
    }
  }
  return placed;
}

/** A label that fits on a sign; a remark at its end, such as that it is not stated as fact, always stays. */
function brief(label) {
  const [remark] = /\([^()]{1,30}\)$/.exec(label) || [""];
  const letters = [...label];
  return letters.length <= 40 + remark.length ? label : `${letters.slice(0, 38).join("").trim()}… ${remark}`.trim();
}

function signFont(grow) {
  return `600 ${12 * grow}px ${FACE}`;
}

function drawSign(context, {id, text, left, right, top, bottom}, grow) {
  const {kind} = entities.get(id);
  const full = kind === "Platform";
  Object.assign(context, {fillStyle: ink(full ? kind : "paper"), strokeStyle: ink(kind), lineWidth: grow, font: signFont(grow),
    textAlign: "left", textBaseline: "middle"});
  context.beginPath();
  context.roundRect(left, top, right - left, bottom - top, 5 * grow);
  context.fill();
  context.stroke();
  context.fillStyle = full ? "#ffffff" : ink("ink");
  const start = (left + right - context.measureText(text).width) / 2 - 8 * grow;
  context.fillText(text, start + 16 * grow, (top + bottom) / 2);
  drawIcon(context, kind, start - 2 * grow, (top + bottom) / 2 - 6 * grow, 0.66 * grow);
}

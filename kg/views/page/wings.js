// The reading order of many platforms: harms in the middle, platforms on both sides of them, each near what is said of it;
// what belongs to no single platform stands below.

const MANY = 110;    // entities up to which such a picture can be read
const PITCH = 37;    // pixels from row to row below
const GAP_ROW = 5;   // between cards of a column, at least
const WING = 160;    // between a platform and the harms, at least

/** The mean place of what an entity has lines to, among those that have one; `otherwise` where there is none. */
function pullOf(id, links, rows, otherwise) {
  const found = (links.get(id) || []).filter(other => rows.has(other)).map(other => rows.get(other));
  return found.length ? found.reduce((sum, row) => sum + row, 0) / found.length : otherwise;
}

/** Rows from 0 to 1, evenly, in the order of `pull`. */
function evenly(ids, pull) {
  const order = new Map(ids.map(id => [id, pull(id)]));
  ids.sort((a, b) => order.get(a) - order.get(b) || (entities.get(a).label < entities.get(b).label ? -1 : 1));
  return ids.map((id, place) => [id, (place + 0.5) / ids.length]);
}

/** Which platforms stand on which side, and all in the order that crosses fewest lines. */
function sortWings(platforms, harms, links) {
  let rows = new Map(evenly(harms, id => -(links.get(id) || []).length));
  evenly(platforms, id => pullOf(id, links, rows, 2));
  const sides = [platforms.filter((_, place) => place % 2 === 0), platforms.filter((_, place) => place % 2 === 1)];
  for (let round = 0; round < 6; round += 1) {
    const placed = new Map(sides.flatMap(side => evenly(side, id => pullOf(id, links, rows, 2))));
    rows = new Map(evenly(harms, id => pullOf(id, links, placed, 2)));
  }
  return {sides, harms};
}

/** Cards below each other over the whole height, with the same gap between all. */
function column(ids, x, align, height, sizes) {
  const gap = (height - ids.reduce((sum, id) => sum + sizes.get(id).height, 0)) / ids.length;
  let y = 0;
  return ids.map(id => {
    const half = sizes.get(id).width / 2;
    y += sizes.get(id).height + gap;
    return [id, {x: Math.round(x + (align === "left" ? half : align === "right" ? -half : 0)), y: Math.round(y - (sizes.get(id).height + gap) / 2)}];
  });
}

/** What belongs to no platform, in rows of the picture's breadth, one kind after the other. */
function below(ids, top, breadth, sizes) {
  let [x, y] = [-breadth / 2, top];
  return ids.map(id => {
    const width = sizes.get(id).width * 1.35;  // from afar its name is written larger than the card
    if (x > -breadth / 2 && x + width > breadth / 2) [x, y] = [-breadth / 2, y + PITCH];
    x += width + 14;
    return [id, {x: Math.round(x - 14 - width / 2), y}];
  });
}

/** Places for all cards and headings, for a room of so many pixels: {spots, headings}. */
function wings(ids, room) {
  const links = groupLinks(ids);
  const of = kind => ids.filter(id => entities.get(id).kind === kind);
  const {sides: [left, right], harms} = sortWings(of("Platform"), of("Harm"), links);
  const rest = data.kinds.filter(kind => !["Platform", "Harm"].includes(kind)).flatMap(of);
  const sizes = new Map(ids.map(id => [id, sizeOf(id)]));
  const widest = some => Math.max(0, ...some.map(id => sizes.get(id).width));
  const tall = some => some.reduce((sum, id) => sum + sizes.get(id).height + GAP_ROW, 0);
  const height = Math.max(tall(left), tall(harms));
  const cardsWide = widest(left) + widest(harms) + widest(right);
  const free = ((height + 180) * room.x / room.y - cardsWide) / 2;
  const inner = widest(harms) / 2 + Math.min(Math.max(free, WING), 2 * WING);
  const breadth = 2 * inner + widest(left) + widest(right);
  const spots = new Map([...column(left, -inner, "right", height, sizes), ...column(harms, 0, "center", height, sizes),
    ...column(right, inner, "left", height, sizes), ...below(rest, height + 74, breadth, sizes)]);
  return {spots, headings: wingHeadings({left, harms, right, rest}, inner, breadth, height)};
}

function groupLinks(ids) {
  const inside = new Set(ids);
  const links = new Map();
  for (const one of data.statements) {
    const [s, o] = one.literal ? [] : [standIn(one.s), standIn(one.o)];
    if (!inside.has(s) || !inside.has(o) || s === o) continue;
    for (const [a, b] of [[s, o], [o, s]]) links.set(a, [...(links.get(a) || []), b]);
  }
  return links;
}

function wingHeadings({left, harms, right, rest}, inner, breadth, height) {
  const head = (some, block, x, align, y = -14) => some.length ? [{text: words.blocks[block], x, y, align}] : [];
  return [...head(left, "platform", -inner, "right"), ...head(harms, "harm", 0, "center"), ...head(right, "platform", inner, "left"),
    ...head(rest, "rest", -breadth / 2, "left", height + 44)];
}

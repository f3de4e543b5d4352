// The reading order of a small picture: the platform in the middle, who is behind it on the left, harms on the right,
// legal actions below it, what came of them at the bottom left. Edges of cards line up, and every block has a heading.

const BLOCKS = {
  who: {column: 0, band: 0, kinds: ["Person", "Organization", "Thing"]}, platform: {column: 1, band: 0, kinds: ["Platform"]},
  harm: {column: 2, band: 0, kinds: ["Harm"]}, outcome: {column: 0, band: 1, kinds: ["Outcome"]},
  action: {column: 1, band: 1, kinds: ["LegalAction"]}, group: {column: 2, band: 1, kinds: ["Group"]},
};
const FEW = 44;       // entities up to which columns read better than a map
const BETWEEN = 30;   // pixels between cards of a block, at least
const AISLE = 178;    // between the platform and the cards beside it: room for the words on lines
const LANE = 112;     // between a legal action and the cards beside it
const BANDS = 90;     // between the bands of blocks, at least
const AIRS = [3, 2.6, 2.3, 2, 1.8, 1.6, 1.4, 1.2, 1]; // how many times as far apart, where the screen has room
const NARROW = 620;   // pixels of a screen on which three columns do not fit
const BIGGEST = 1.15; // no card is drawn larger than that many times its size
const measure = document.createElement("canvas").getContext("2d");

function sizeOf(id) {
  const lines = wordsOn(id).split("\n");
  const size = fontSize(id);
  measure.font = `${size}px ${FACE}`;
  return {width: Math.max(...lines.map(line => measure.measureText(line).width)) + 46, height: lines.length * size + 18};
}

/** The entities of each block that has any, in the order of their labels. */
function blocksOf(ids) {
  const kinds = Object.entries(BLOCKS).map(([name, block]) => ({name, ...block,
    ids: ids.filter(id => block.kinds.includes(entities.get(id).kind))}));
  return kinds.filter(block => block.ids.length);
}

/** On a narrow screen two columns do: platforms and actions on the left, all else on the right. */
function narrowed(blocks) {
  const order = ["who", "harm", "outcome", "group"];
  return blocks.map(block => order.includes(block.name) ? {...block, column: 2, band: order.indexOf(block.name)}
    : {...block, column: 0, band: block.name === "platform" ? 0 : 1});
}

/** Where the cards of a block stand below each other; in two staggered rows of places if there are many. */
function stacked(block, sizes, top, air) {
  const split = block.ids.length > 9;
  let y = top;
  const gap = BETWEEN * air;
  return new Map(block.ids.map((id, index) => {
    const {height} = sizes.get(id);
    const spot = {y: y + height / 2, outer: split && index % 2 === 1};
    y += (height + gap) * (split ? 0.62 : 1);
    return [id, spot];
  }));
}

function heightOf(block, sizes, air) {
  const [last] = [...stacked(block, sizes, 0, air)].slice(-1);
  return last[1].y + sizes.get(last[0]).height / 2;
}

/** Sort each block by where the neighbours of its cards stand, a few times over. */
function untangle(blocks, sizes, settle) {
  const members = new Set(blocks.flatMap(block => block.ids));
  const next = new Map([...members].map(id => [id, (around.get(id) || []).flatMap(one => one.literal ? [] : [one.s, one.o]).filter(
    other => other !== id && members.has(other))]));
  for (let round = 0; round < 8; round += 1) {
    for (const block of blocks) {
      const spots = settle(blocks);
      const pull = new Map(block.ids.map(id => [id, next.get(id).length
        ? next.get(id).reduce((sum, other) => sum + spots.get(other).y, 0) / next.get(id).length : spots.get(id).y]));
      block.ids.sort((a, b) => pull.get(a) - pull.get(b) || (entities.get(a).label < entities.get(b).label ? -1 : 1));
    }
  }
}

/** Bands from top to bottom; within one each block stands in the middle, or at the top of a narrow screen. */
function bandsOf(blocks, sizes, narrow, air) {
  const spots = new Map();
  const fall = {0: 0, 1: 0, 2: 0};
  const bands = [...new Set(blocks.map(block => block.band))].sort();
  for (const band of bands) {
    const here = blocks.filter(block => block.band === band);
    const tallest = Math.max(...here.map(block => heightOf(block, sizes, air)));
    for (const block of here) {
      const top = fall[block.column] + (narrow ? 0 : (tallest - heightOf(block, sizes, air)) / 2);
      stacked(block, sizes, top, air).forEach((spot, id) => spots.set(id, spot));
      if (narrow) fall[block.column] = top + heightOf(block, sizes, air) + 50 + 14 * air;
    }
    if (!narrow) for (const column of [0, 1, 2]) fall[column] += tallest + BANDS * Math.min(air, 1.8);
  }
  return spots;
}

/** How far from the axis the cards of the outer columns begin, and how wide those of the inner places are. */
function breadths(blocks, sizes, narrow) {
  const widest = fits => Math.max(0, ...blocks.filter(fits).flatMap(block => block.ids.map(id => sizes.get(id).width)));
  const middle = band => widest(block => block.column === 1 && block.band === band) / 2;
  return {aisle: narrow ? 60 : Math.max(middle(0) + AISLE, middle(1) + LANE),
    inner: [0, 1, 2].map(column => widest(block => block.column === column))};
}

function xOf(id, block, spot, sizes, {aisle, inner}) {
  const half = sizes.get(id).width / 2;
  const further = spot.outer ? inner[block.column] + 40 : 0;
  if (block.column === 1) return spot.outer ? inner[1] * 0.62 : 0;
  return (block.column === 0 ? -1 : 1) * (aisle + further + half);
}

/** Places for all cards, by id, and headings, for a room of so many pixels: {spots, headings}. */
function columns(ids, room) {
  const plain = blocksOf([...ids].sort((a, b) => entities.get(a).label < entities.get(b).label ? -1 : 1));
  const narrow = room.x < NARROW;
  const blocks = narrow ? narrowed(plain) : plain;
  const sizes = new Map(ids.map(id => [id, sizeOf(id)]));
  untangle(blocks, sizes, some => bandsOf(some, sizes, narrow, 1));
  const wide = breadths(blocks, sizes, narrow);
  const tries = AIRS.map(air => placed(blocks, sizes, narrow, wide, air));
  return tries.find(one => fits(one, sizes, room)) || tries.at(-1);
}

function placed(blocks, sizes, narrow, wide, air) {
  const rows = bandsOf(blocks, sizes, narrow, air);
  const spots = new Map(blocks.flatMap(block => block.ids.map(id =>
    [id, {x: Math.round(xOf(id, block, rows.get(id), sizes, wide)), y: Math.round(rows.get(id).y)}])));
  return {spots, headings: blocks.filter(block => block.name !== "platform").map(block => headingOf(block, spots, sizes))};
}

/** Whether it is no higher than the room allows at the size that its breadth asks for. */
function fits({spots}, sizes, room) {
  const sides = [...spots].map(([id, {x, y}]) => ({x, y, ...sizes.get(id)}));
  const span = (at, size) => Math.max(...sides.map(side => side[at] + side[size] / 2)) - Math.min(...sides.map(side => side[at] - side[size] / 2));
  return (span("y", "height") + 60) / room.y <= Math.max((span("x", "width") + 20) / room.x, 1 / BIGGEST);
}

function headingOf(block, spots, sizes) {
  const sides = block.ids.map(id => ({x: spots.get(id).x, y: spots.get(id).y, ...sizes.get(id)}));
  const left = Math.min(...sides.map(({x, width}) => x - width / 2));
  const right = Math.max(...sides.map(({x, width}) => x + width / 2));
  const align = ["right", "center", "left"][block.column];
  return {text: words.blocks[block.name], align, x: {left, right, center: (left + right) / 2}[align],
    y: Math.min(...sides.map(({y, height}) => y - height / 2)) - 16};
}

/** Lines within a column go round the cards that stand between: the bend of such a line, or null. */
function detour(one, spots) {
  const [from, to] = [spots.get(one.s), spots.get(one.o)];
  if (!from || !to || Math.abs(from.x - to.x) > 130) return null;
  const [low, high] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const inWay = [...spots.values()].some(({x, y}) => y > low + 4 && y < high - 4 && Math.abs(x - (from.x + to.x) / 2) < 130);
  if (!inWay) return null;
  const outward = from.x + to.x < -60 ? -1 : 1;
  return {enabled: true, type: (outward > 0) === (to.y > from.y) ? "curvedCCW" : "curvedCW", roundness: 0.34};
}

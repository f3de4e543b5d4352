// Hands on the drawing: what is under a finger, where the arrow keys lead, and how much of it is in view.

/** The line within reach of a point of the page, the nearest if there are several. */
function lineAt(place) {
  const {x, y} = network.DOMtoCanvas(place);
  const span = 10 / network.getScale();
  const word = (labels || []).find(box => holds(box, {x, y}));
  if (word) return word.id;
  const far = id => Math.min(...Array.from({length: 41}, (_, step) => pointOn(id, step / 40)).map(
    point => Math.hypot(point.x - x, point.y - y)));
  const isClose = ({s, o}) => {
    const [a, b] = [places.get(s), places.get(o)];
    const slack = span + 0.4 * Math.hypot(a.x - b.x, a.y - b.y) + 60;
    return Math.min(a.x, b.x) - slack < x && x < Math.max(a.x, b.x) + slack && Math.min(a.y, b.y) - slack < y && y < Math.max(a.y, b.y) + slack;
  };
  const near = [...drawn].filter(([, line]) => isClose(line)).map(([id]) => [far(id), id]);
  const [distance, id] = near.sort((a, b) => a[0] - b[0])[0] || [Infinity, null];
  return distance < span ? id : null;
}

/** The entity under a point of the page: its card, or the card drawn large. */
function nodeAt(place) {
  const at = network.DOMtoCanvas(place);
  const sign = signs.find(box => holds(box, at));
  return sign ? sign.id : network.getNodeAt(place) || null;
}

function clicked({pointer}) {
  const node = nodeAt(pointer.DOM);
  const line = node ? null : lineAt(pointer.DOM);
  if (line && drawn.get(line).via) choose({pair: [drawn.get(line).s, drawn.get(line).o]});
  else choose({node, edge: line});
}

function moved(event) {
  const box = byId("canvas").getBoundingClientRect();
  const place = {x: event.clientX - box.left, y: event.clientY - box.top};
  byId("canvas").classList.toggle("over", Boolean(nodeAt(place) || drawn.size < CROWD && lineAt(place)));
}

/** The connected entity that lies best in the direction of an arrow key. */
function neighbourTowards([right, down]) {
  const here = network.getPosition(state.node);
  const cost = id => {
    const there = network.getPosition(id);
    const [x, y] = [there.x - here.x, there.y - here.y];
    const along = x * right + y * down;
    return along > 0 ? (x * x + y * y) ** 1.5 / along ** 2 : Infinity;
  };
  const ends = [...drawn.values()].flatMap(({s, o}) => s === state.node ? [o] : o === state.node ? [s] : []);
  const open = ends.filter(id => id !== state.node && cost(id) < Infinity);
  return open.sort((a, b) => cost(a) - cost(b))[0] || state.node;
}

/** Bring a card into the middle, unless it can be read where it is. */
function showNode(id) {
  const {x, y} = dots.get(id) ? network.canvasToDOM(network.getPosition(id)) : {x: -1, y: -1};
  const {clientWidth, clientHeight} = byId("canvas");
  if (network.getScale() > NEAR && x > 60 && x < clientWidth - 60 && y > 60 && y < clientHeight - 40) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (dots.get(id)) network.focus(id, {scale: Math.max(network.getScale(), 0.7), animation: still ? false : {duration: 250}});
}

/** The rectangle of all cards and headings. */
function extent() {
  const boxes = [...dots.getIds().map(cardOf), ...headings.map(headingBox)];
  const edge = (side, pick) => Math[pick](...boxes.map(box => box[side]));
  return boxes.length ? {left: edge("left", "min"), right: edge("right", "max"), top: edge("top", "min"), bottom: edge("bottom", "max")}
    : {left: -1, right: 1, top: -1, bottom: 1};
}

function fit() {
  const {left, right, top, bottom} = extent();
  const scale = Math.min(BIGGEST, room().x / (right - left), room().y / (bottom - top));
  network.moveTo({position: {x: (left + right) / 2, y: (top + bottom) / 2}, scale, animation: false});
}

function dragged({nodes}) {
  for (const id of nodes) places.set(id, network.getPosition(id));
  labels = null;
  network.redraw();
}

function startCanvas() {
  arrange();
  paint();
  network = new vis.Network(byId("canvas"), {nodes: dots, edges: lines}, {...data.options,
    interaction: {...data.options.interaction, selectable: false, hideEdgesOnDrag: lines.length > CROWD, hideEdgesOnZoom: lines.length > CROWD}});
  network.on("afterDrawing", drawOver);
  network.on("click", clicked);
  network.on("dragEnd", dragged);
  network.on("dragging", () => { labels = null; });
  byId("canvas").addEventListener("mousemove", moved);
}

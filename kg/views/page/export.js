// What can be taken away: the picture with its key and its warning, the table as CSV, and the address of what is shown.

function save(name, blob) {
  const link = make("a", {href: URL.createObjectURL(blob), download: name});
  link.click();
  URL.revokeObjectURL(link.href);
  say(fill(words.saved, {name}));
}

/** A cell that no spreadsheet takes for a formula. */
function csvCell(value) {
  const text = String(value ?? "");
  const safe = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row a sentence, in the order of the table. */
function csvText() {
  const head = ["subject", "relation", "object", "status", "negated", "fact", "speaker", "quote", "source", "headline", "date", "link", "claim"];
  const rows = rowsNow().flatMap(one => claimsOf(one).map(claim => [entities.get(one.s).label, nameOf(one.p), labelOf(one), nameOf(one.status),
    Boolean(one.negated), Boolean(one.fact), claim.who, claim.quote, claim.publisher, claim.headline, claim.iso, claim.url, claim.id]));
  return [head.map(name => words.csv[name]), ...rows].map(row => row.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function saveCsv() {
  save("statements.csv", new Blob(["\ufeff", csvText()], {type: "text/csv"}));
}

/** The graph as it stands, all of it, under its title and above its key: a picture must not lose its warning. */
function pictureOf(scale = 2) {
  const {left, right, top, bottom} = extent();
  const grow = Math.min(1, 3600 / (right - left), 3600 / (bottom - top));
  const size = {width: Math.max(900, (right - left) * grow + 80), height: (bottom - top) * grow + 230};
  const canvas = make("canvas", {width: size.width * scale, height: size.height * scale});
  const context = canvas.getContext("2d");
  context.scale(scale, scale);
  context.fillStyle = ink("paper");
  context.fillRect(0, 0, size.width, size.height);
  caption(context, size);
  context.translate((size.width - (right - left) * grow) / 2 - left * grow, 118 - top * grow);
  context.scale(grow, grow);
  drawAll(context);
  return canvas;
}

function caption(context, {width, height}) {
  const write = (text, x, y, font, colour) => {
    Object.assign(context, {font, fillStyle: ink(colour), textAlign: "left", textBaseline: "alphabetic"});
    context.fillText(text, x, y, width - x - 32);
    return context.measureText(text).width;
  };
  write(document.title, 32, 48, "600 24px Georgia, 'Noto Serif', serif", "ink");
  write(byId("summary").innerText.split("\n")[0], 32, 76, `15px ${FACE}`, "muted");
  let x = 32;
  for (const status of data.statuses.filter(name => [...drawn.values()].some(({one}) => one.status === name))) {
    context.save();
    Object.assign(context, {strokeStyle: ink(status), lineWidth: status === "confirmed" ? 3 : 2});
    context.setLineDash(PATTERN[status] || []);
    context.beginPath();
    context.moveTo(x, height - 52);
    context.lineTo(x + 36, height - 52);
    context.stroke();
    context.restore();
    x += 44 + write(nameOf(status), x + 44, height - 48, `14px ${FACE}`, "ink") + 28;
  }
  write(`${byId("count").textContent}. ${words.disclaimer}`, 32, height - 22, `13px ${FACE}`, "muted");
}

function drawAll(context) {
  const edges = [...drawn.keys()];
  for (const id of edges) network.body.edges[id].draw(context);
  for (const id of edges) network.body.edges[id].drawArrows(context);
  drawHeadings(context);
  drawCards(context, dots.getIds());
  drawLabels(context, placeLabels(context, lineOrder(edges), [...dots.getIds().map(cardOf), ...headings.map(headingBox)]));
}

function savePicture() {
  pictureOf().toBlob(blob => save("graph.png", blob), "image/png");
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    say(words.link_copied);
  } catch {
    say(words.link_in_bar);  // a page opened from a file may not be let at the clipboard
  }
}

// The third tab: platforms by harms. A cell counts sentences, and never adds a fact to an allegation.

const MARKS = ["fact", "disputed", "alleged", "hypothetical", "denied"];

/** How a statement is counted: as a fact only what the store counts as one. */
function markOf(one) {
  if (rejects(one)) return "denied";
  return one.fact ? "fact" : isSure(one) ? "disputed" : one.status;
}

function markIcon(mark) {
  const look = {fact: {fill: "var(--ink)", stroke: "var(--ink)"}, disputed: {fill: "none", stroke: "var(--ink)"},
    alleged: {fill: "none", stroke: "var(--alleged)", "stroke-dasharray": "4 2"}, denied: {fill: "none", stroke: "var(--denied)", "stroke-dasharray": "1.500 2"},
    hypothetical: {fill: "none", stroke: "var(--hypothetical)", "stroke-dasharray": "4 2 1 2"}}[mark];
  return picture(14, 14, mark === "denied" ? "M2 2h10v10H2zM2 12L12 2" : "M2 2h10v10H2z", {"stroke-width": "1.8", ...look});
}

/** Platform -> harm -> its shown statements. */
function cells() {
  const told = data.statements.filter(one => one.p === "reportedHarm" && !one.literal && isShown(one));
  return new Map([...groupBy(told, one => [one.s])].map(([platform, some]) => [platform, groupBy(some, one => [one.o])]));
}

function weigh(told) {
  const groups = groupBy(told, one => [markOf(one)]);
  return MARKS.filter(mark => groups.has(mark)).map(mark => [mark, groups.get(mark).reduce((sum, one) => sum + claimsOf(one).length, 0)]);
}

function marksOf(counts) {
  return counts.map(([mark, n]) => make("span", {className: `mark-${mark}`}, markIcon(mark), String(n)));
}

function cell(platform, harm, told) {
  if (!told) return make("td", {});
  const counts = weigh(told);
  const label = counts.map(([mark, n]) => `${words.marks[mark]} ${n}`).join(", ");
  const button = make("button", {type: "button", className: "cell", onclick: () => choose({pair: [platform, harm]}, true)}, ...marksOf(counts));
  button.setAttribute("aria-label", `${entities.get(platform).label}, ${entities.get(harm).label}: ${label}`);
  return make("td", {}, button);
}

function matrixRow(platform, row, harms) {
  return make("tr", {}, make("th", {scope: "row"}, entityLink(platform)), ...harms.map(harm => cell(platform, harm, row.get(harm))));
}

function matrixHead(harms) {
  const heads = harms.map(harm => make("th", {scope: "col"}, make("div", {}, entityLink(harm))));
  return make("thead", {}, make("tr", {}, make("td", {}), ...heads));
}

function showMatrix() {
  const table = cells();
  const size = row => [...row.values()].reduce((sum, told) => sum + told.length, 0);
  const platforms = [...table.keys()].sort((a, b) => size(table.get(b)) - size(table.get(a)) || (a < b ? -1 : 1));
  const told = groupBy([...table.values()].flatMap(row => [...row.values()].flat()), one => [one.o]);
  const harms = [...told.keys()].sort((a, b) => told.get(b).length - told.get(a).length || (a < b ? -1 : 1));
  const body = make("tbody", {}, ...platforms.slice(0, state.rows).map(platform => matrixRow(platform, table.get(platform), harms)));
  const more = make("button", {type: "button", textContent: words.more, onclick: () => { state.rows += 200; showMatrix(); }});
  byId("grid").replaceChildren(make("caption", {className: "unseen", textContent: words.matrix_caption}), matrixHead(harms), body);
  byId("marks").replaceChildren(...MARKS.map(mark => make("li", {}, markIcon(mark), words.marks[mark])));
  byId("no-cells").textContent = platforms.length ? "" : words.no_cells;
  byId("more-cells").replaceChildren(platforms.length > state.rows ? more : "");
}

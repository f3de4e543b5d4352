// The frame around it: summary, search, filters, views, keys, and the start.

/** Choose an entity, a statement or nothing; `bring` also moves the graph there. */
function choose({node, edge}, bring = false) {
  Object.assign(state, {node, edge});
  if (node && !isPresent(node)) showAll();
  refresh();
  if (bring && node && state.view === "graph") showNode(node);
  if (bring) byId("panel").querySelector("h2").focus({preventScroll: true});
}

function showAll() {
  state.off.clear();
  paintFilters();
}

function paintFilters() {
  for (const box of document.querySelectorAll("#filters input")) box.checked = !state.off.has(box.value);
  paint();
}

function refresh() {
  document.body.dataset.view = state.view;
  for (const name of ["graph", "table"]) byId(`show-${name}`).setAttribute("aria-pressed", String(state.view === name));
  if (state.view === "table") showTable();
  showPanel();
  showCount();
  network.redraw();
  saveAddress();
}

function showCount() {
  const shown = data.statements.filter(isShown).length;
  const cut = entities.size < data.totals.entities ? ` (${words.ranked})` : "";
  byId("count").textContent = fill(words.showing, {entities: present().length, all_entities: data.totals.entities, statements: shown,
    all_statements: data.totals.statements}) + cut;
}

function filterBox(name, icon, n) {
  const box = make("input", {type: "checkbox", checked: !state.off.has(name), value: name, onchange: () => {
    box.checked ? state.off.delete(name) : state.off.add(name);
    paint();
    refresh();
  }});
  return make("label", {}, box, icon, make("span", {textContent: nameOf(name)}), make("span", {className: "n", textContent: String(n)}));
}

function showFilters() {
  const told = status => data.statements.filter(one => one.status === status).length;
  const of = kind => [...entities.values()].filter(entity => entity.kind === kind).length;
  byId("statuses").append(...data.statuses.filter(told).map(status => filterBox(status, statusIcon(status), told(status))));
  byId("kinds").append(...data.kinds.map(kind => filterBox(kind, kindIcon(kind), of(kind))));
}

function showSummary() {
  const lines = topPlatforms(3).filter(summaryOf).map(id => make("p", {}, entityLink(id), `: ${summaryOf(id)}`));
  byId("summary").replaceChildren(...lines);
}

/** Entities with a name that holds what is typed; names that begin with it come first. */
function matchesFor(text) {
  const wanted = fold(text.trim());
  const found = [...entities].map(([id, {names: all}]) => [id, Math.min(...all.map(name => fold(name).indexOf(wanted)).map(
    at => at < 0 ? Infinity : at))]);
  return wanted ? found.filter(([, at]) => at < Infinity).sort((a, b) => a[1] - b[1]).slice(0, 10).map(([id]) => id) : [];
}

function option(id, place) {
  const {kind, label} = entities.get(id);
  const item = make("li", {id: `match-${place}`, onmousedown: event => { event.preventDefault(); take(id); }},
    kindIcon(kind), label, make("small", {textContent: nameOf(kind)}));
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.id = id;
  return item;
}

function suggest() {
  const found = matchesFor(byId("search").value);
  byId("matches").replaceChildren(...found.map(option));
  byId("matches").hidden = !found.length;
  byId("search").setAttribute("aria-expanded", String(found.length > 0));
  byId("search").removeAttribute("aria-activedescendant");
  byId("nothing").textContent = byId("search").value.trim() && !found.length ? words.no_match : "";
}

function closeMatches() {
  byId("matches").hidden = true;
  byId("nothing").textContent = "";
  byId("search").setAttribute("aria-expanded", "false");
}

function take(id) {
  byId("search").value = entities.get(id).label;
  closeMatches();
  choose({node: id, edge: null}, true);
}

function stepMatch(step) {
  const items = [...byId("matches").children];
  const now = items.findIndex(item => item.getAttribute("aria-selected") === "true");
  const next = items[(now + step + items.length + (now < 0 && step < 0 ? 1 : 0)) % items.length];
  items.forEach(item => item.setAttribute("aria-selected", String(item === next)));
  if (next) byId("search").setAttribute("aria-activedescendant", next.id);
}

function searchKey(event) {
  const items = [...byId("matches").children];
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    stepMatch(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter" && items.length) {
    take((items.find(item => item.getAttribute("aria-selected") === "true") || items[0]).dataset.id);
  } else if (event.key === "Escape") {
    closeMatches();
  }
}

const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function canvasKey(event) {
  const way = ARROWS[event.key];
  if (event.key === "Enter" && (state.node || state.edge)) byId("panel").querySelector("h2").focus();
  if (!way) return;
  event.preventDefault();
  const next = state.node ? neighbourTowards(way) : topPlatforms(1)[0] || present()[0];
  if (next) {
    choose({node: next, edge: null});
    showNode(next);
  }
}

function pageKey(event) {
  const typing = event.target.matches("input[type=search]");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !typing) {
    choose({node: null, edge: null});
    byId(state.view === "graph" ? "canvas" : "table").focus({preventScroll: true});
  }
}

function show(view) {
  state.view = view;
  refresh();
}

function wire() {
  byId("search").addEventListener("input", suggest);
  byId("search").addEventListener("keydown", searchKey);
  byId("search").addEventListener("blur", closeMatches);
  byId("show-graph").addEventListener("click", () => show("graph"));
  byId("show-table").addEventListener("click", () => show("table"));
  byId("fit").addEventListener("click", fit);
  byId("canvas").addEventListener("keydown", canvasKey);
  document.addEventListener("keydown", pageKey);
  window.addEventListener("hashchange", () => { readAddress(); paintFilters(); refresh(); });
  window.addEventListener("beforeprint", () => { state.rows = Infinity; showTable(); });
}

function start() {
  readAddress();
  startCanvas();
  showFilters();
  showSummary();
  wire();
  refresh();
  fit();
  if (state.node) showNode(state.node);
}

start();

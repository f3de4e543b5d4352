// The frame around it: choosing, filters, tabs, keys, light and dark, and the start.

/** Choose an entity, a statement, a pair of entities or nothing; `bring` also moves the graph and the reader there. */
function choose({node = null, edge = null, pair = null}, bring = false) {
  Object.assign(state, {node, edge, pair});
  if (node && node !== standIn(node)) showNear({id: node, depth: 1});
  else if (node && !isPresent(node)) showAll();
  refresh();
  sayChosen();
  if (bring && node && state.view === "graph") showNode(standIn(node));
  if (bring) byId("panel").querySelector("h2").focus({preventScroll: true});
}

function clear() {
  choose({});
  byId({graph: "canvas"}[state.view] || state.view).focus({preventScroll: true});
}

function say(text) {
  byId("said").textContent = text;
}

function sayChosen() {
  const told = chosenStatements().length;
  if (state.node) say(`${entities.get(state.node).label}, ${nameOf(entities.get(state.node).kind)}, ${count(words.statements, told)}`);
}

/** Only what lies around an entity, or everything. */
function showNear(near) {
  state.near = near;
  reach = near && within(near);
  arrange();
  paint();
  fit();
  refresh();
}

/** Take away all that hides something. */
function showAll() {
  state.off.clear();
  Object.assign(state, {from: "", to: ""});
  if (months.length > 1) sayTime();
  if (state.near) showNear(null);
  paintFilters();
}

function paintFilters() {
  for (const box of document.querySelectorAll("#filters input[type=checkbox]")) box.checked = !state.off.has(box.value);
  paint();
}

const SHOW = {graph: () => network.redraw(), timeline: showTimeline, matrix: showMatrix, table: showTable};

function refresh() {
  document.body.dataset.view = state.view;
  for (const view of VIEWS) {
    byId(`show-${view}`).setAttribute("aria-selected", String(state.view === view));
    byId(`show-${view}`).tabIndex = state.view === view ? 0 : -1;
  }
  SHOW[state.view]();
  showPanel();
  showCount();
  showNearBar();
  saveAddress();
}

function showNearBar() {
  byId("near").hidden = !state.near;
  byId("folding").hidden = !members.size || !data.whole || entities.size <= FEW || Boolean(state.near);
  byId("fold").checked = state.folded;
  if (!state.near) return;
  byId("near-name").textContent = entities.get(state.near.id).label;
  byId("hops").value = String(state.near.depth);
  byId("hops").setAttribute("aria-valuetext", count(words.steps, state.near.depth));
  byId("hops-said").textContent = count(words.steps, state.near.depth);
}

function showCount() {
  const shown = data.statements.filter(isShown).length;
  const {entities: all, selected} = data.totals;
  const cut = entities.size < selected ? ` (${words.ranked})` : selected < all ? ` (${words.selected})` : "";
  const folded = !reach && state.folded ? `. ${fill(words.folded, {n: grouped([...members.values()].flat().length)})}` : "";
  byId("count").textContent = fill(words.showing, {entities: grouped(present().length), all_entities: grouped(data.totals.entities),
    statements: grouped(shown), all_statements: grouped(data.totals.statements)}) + cut + folded;
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
  showTime();
}

const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function canvasKey(event) {
  const way = ARROWS[event.key];
  if (event.key === "Enter" && (state.node || state.edge || state.pair)) byId("panel").querySelector("h2").focus();
  if (!way) return;
  event.preventDefault();
  const start = topPlatforms(Infinity).find(id => dots.get(id)) || dots.getIds()[0];
  const next = state.node && dots.get(state.node) ? neighbourTowards(way) : start;
  if (next) {
    choose({node: next});
    showNode(next);
  }
}

function pageKey(event) {
  const typing = event.target.matches("input[type=search]");
  if (event.key === "/" && !typing) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !typing) {
    byId("exports").open = false;
    clear();
  }
}

/** Left and right in the row of tabs. */
function tabKey(event) {
  const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
  if (!step) return;
  event.preventDefault();
  show(VIEWS[(VIEWS.indexOf(state.view) + step + VIEWS.length) % VIEWS.length]);
  byId(`show-${state.view}`).focus();
}

function show(view) {
  state.view = view;
  state.rows = 200;
  refresh();
}

function showTheme() {
  const dark = state.theme === "dark" || state.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").textContent = `◐ ${words.themes[state.theme]}`;
  if (network) paint();
}

function turnTheme() {
  state.theme = THEMES[(THEMES.indexOf(state.theme) + 1) % THEMES.length];
  showTheme();
  saveAddress();
}

function wire() {
  const on = (id, event, act) => byId(id).addEventListener(event, act);
  on("search", "input", suggest);
  on("search", "keydown", searchKey);
  on("search", "blur", closeMatches);
  VIEWS.forEach(view => on(`show-${view}`, "click", () => show(view)));
  on("tabs", "keydown", tabKey);
  on("fit", "click", fit);
  on("theme", "click", turnTheme);
  on("save-png", "click", savePicture);
  on("save-csv", "click", saveCsv);
  on("copy-link", "click", copyLink);
  on("hops", "input", () => showNear({...state.near, depth: Number(byId("hops").value)}));
  on("fold", "change", () => { state.folded = byId("fold").checked; showNear(null); });
  on("show-all", "click", () => { showNear(null); byId("canvas").focus(); });
  on("find", "input", () => { state.find = byId("find").value; showTable(); });
  on("platform", "change", () => { state.platform = byId("platform").value; refresh(); });
  on("canvas", "keydown", canvasKey);
  document.addEventListener("keydown", pageKey);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showTheme);
  window.addEventListener("hashchange", () => { readAddress(); showTheme(); arrange(); paintFilters(); refresh(); fit(); });
  window.addEventListener("beforeprint", () => { state.rows = Infinity; showTable(); });
  watchWidth();
}

/** A picture in columns is arranged anew when the screen turns narrow or wide. */
function watchWidth() {
  const isNarrow = () => room().x < NARROW;
  let narrow = isNarrow();
  window.addEventListener("resize", () => {
    if (isNarrow() === narrow) return;
    narrow = isNarrow();
    arrange();
    paint();
    fit();
  });
}

function start() {
  readAddress();
  showTheme();
  showSummary();
  startCanvas();
  showFilters();
  wire();
  refresh();
  fit();
  if (state.node) showNode(state.node);
}

start();

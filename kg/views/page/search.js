// Search: suggestions while one types; arrows choose, Enter takes, Escape closes.

/** Entities with a name that holds what is typed; names that begin with it come first. */
function matchesFor(text) {
  const wanted = fold(text.trim());
  const found = [...entities].map(([id, {label, names: others}]) => [id, Math.min(...[label, ...others || []].map(name => fold(name).indexOf(wanted)).map(
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
  choose({node: id}, true);
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

// The address keeps what is chosen, so that it can be sent to somebody; what it does not know it ignores.

function saveAddress() {
  const parts = new URLSearchParams({v: "2"});
  const keep = (name, value) => value && parts.set(name, value);
  keep("node", state.node);
  keep("statement", state.edge);
  if (state.pair) state.pair.forEach(id => parts.append("pair", id));
  if (state.near) [state.near.id, state.near.depth].forEach(part => parts.append("near", part));
  keep("off", [...state.off].sort().join(","));
  keep("from", state.from);
  keep("to", state.to);
  if (state.folded !== foldedAtFirst()) parts.set("folded", state.folded);
  keep("view", state.view !== "graph" && state.view);
  keep("platform", state.platform);
  keep("theme", state.theme !== data.theme && state.theme);
  const hash = [...parts].length > 1 ? `#${parts}` : "#";
  if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
}

const THEMES = ["auto", "light", "dark"];

function foldedAtFirst() {
  return entities.size > FOLD && members.size > 0;
}

function readAddress() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const known = new Set([...data.statuses, ...data.kinds]);
  const entity = name => entities.has(parts.get(name)) ? parts.get(name) : null;
  const [near, depth] = parts.getAll("near");
  const pair = parts.getAll("pair");
  state.node = entity("node");
  state.edge = !state.node && statements.has(parts.get("statement")) ? parts.get("statement") : null;
  state.pair = !state.node && !state.edge && pair.length === 2 && pair.every(id => entities.has(id)) ? pair : null;
  state.near = entities.has(near) && /^[1-5]$/.test(depth) ? {id: near, depth: Number(depth)} : null;
  state.off = new Set((parts.get("off") || "").split(",").filter(name => known.has(name)));
  for (const end of ["from", "to"]) state[end] = /^\d{4}-\d\d$/.test(parts.get(end) || "") ? parts.get(end) : "";
  state.folded = !data.whole || (parts.has("folded") ? parts.get("folded") === "true" : foldedAtFirst());
  state.view = VIEWS.includes(parts.get("view")) ? parts.get("view") : "graph";
  state.platform = parts.get("platform") === "*" ? "*" : entity("platform") || "";
  state.theme = THEMES.includes(parts.get("theme")) ? parts.get("theme") : data.theme;
  reach = state.near && within(state.near);
}

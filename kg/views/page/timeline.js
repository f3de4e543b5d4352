// The second tab: what happened to a platform, year by year, and when it was said where nobody says when it happened.

/** The entities and statements that make a platform's story, each with its date: {iso, exact, when, one, what}. */
function eventsOf(platform) {
  const own = (around.get(platform) || []).filter(isShown);
  const actions = new Set(own.filter(one => one.o === platform && one.p === "defendant").map(one => one.s));
  const doers = [platform, ...actions];
  const ends = new Set(doers.flatMap(id => shownOf(id).filter(one => one.s === id && one.p === "outcome").map(one => one.o)));
  const harms = own.filter(one => one.s === platform && one.p === "reportedHarm");
  return [...foundings(platform, own), ...[...actions].map(id => happening(id, "filedOn", "defendant")),
    ...[...ends].map(id => happening(id, "date", "outcome")), ...harms.map(reported)].filter(Boolean);
}

function foundings(platform, own) {
  const [year] = own.filter(one => one.p === "foundedIn").sort(bySureness);
  const told = own.filter(one => one.p === "founder" && one.s === platform);
  if (!year) return told.map(reported);
  const people = told.filter(one => one.fact && year.fact).flatMap(one => [", ", nameOf("founder"), " ", entityLink(one.o)]);
  return [{iso: year.iso || year.o, when: year.o, told: [year, ...told.filter(one => one.fact)], what: [`${nameOf(year.p)} ${year.o}`, ...people]},
    ...told.filter(one => !one.fact).map(reported)];
}

/** A legal action or an outcome, at its own date; else no later than it was known; else when it was first written of. */
function happening(id, dated, relation) {
  const told = shownOf(id).filter(one => one.p === relation && (relation === "outcome" ? one.o === id : one.s === id)).sort(bySureness);
  const [date] = shownOf(id).filter(one => one.s === id && one.p === dated && one.iso && !one.negated).sort(bySureness);
  const {latest, latest_iso: iso} = entities.get(id);
  if (date) return {iso: date.iso, when: date.o, told, what: [entityLink(id)]};
  if (iso) return {iso, when: fill(words.by_then, {date: latest}), told, what: [entityLink(id)]};
  return {...written(told), told, what: [entityLink(id)]};
}

function reported(one) {
  return {...written([one]), told: [one], what: [`${nameOf(one.p)}: `, objectOf(one)]};
}

function written(told) {
  const [first] = told.flatMap(claimsOf).filter(claim => claim.iso).sort((a, b) => a.iso < b.iso ? -1 : 1);
  return first ? {iso: first.iso, when: fill(words.reported, {date: first.date})} : {iso: "", when: words.undated};
}

function eventItem({when, told, what}, platform) {
  const [one] = told;
  const [claim] = claimsOf(one);
  const n = told.reduce((sum, some) => sum + claimsOf(some).length, 0);
  const read = make("button", {type: "button", className: "link", textContent: count(words.quotes, n), onclick: () => choose({edge: one.id}, true)});
  const tags = [...new Map(told.filter(some => !isSure(some) || some.negated).map(some => [some.status, some])).values()].map(statusTag);
  return make("li", {className: `event ${one.status}${one.negated ? " negated" : ""}`}, make("p", {className: "when", textContent: when}),
    make("div", {}, make("p", {className: "what"}, ...(platform ? [entityLink(platform), " · "] : []), ...what, " ", ...tags),
      claim ? sentence(claim) : "", make("p", {className: "source"}, ...(claim && claim.publisher ? [make("b", {textContent: claim.publisher}), " · "] : []), read)));
}

function yearItem(year, events) {
  return make("li", {className: "year"}, make("h2", {textContent: year || words.undated}),
    make("ol", {}, ...events.map(({event, platform}) => eventItem(event, platform))));
}

/** The platform whose story is told: the one asked for, the one chosen, or the one of which most is said; "*" for all. */
function storyOf() {
  const chosen = state.node && entities.get(state.node).kind === "Platform" && state.node;
  return state.platform || chosen || topPlatforms(1)[0] || "*";
}

function platformChoice(now) {
  const choice = (value, label) => make("option", {value, textContent: label, selected: value === now});
  const platforms = topPlatforms(Infinity).sort((a, b) => entities.get(a).label.localeCompare(entities.get(b).label));
  byId("platform").replaceChildren(choice("*", words.all_platforms), ...platforms.map(id => choice(id, entities.get(id).label)));
}

function showTimeline() {
  const now = storyOf();
  platformChoice(now);
  const platforms = now === "*" ? topPlatforms(Infinity) : [now];
  const events = platforms.flatMap(id => eventsOf(id).map(event => ({event, platform: now === "*" ? id : ""})));
  events.sort((a, b) => (a.event.iso || "9") < (b.event.iso || "9") ? -1 : (a.event.iso || "9") > (b.event.iso || "9") ? 1 : 0);
  const years = groupBy(events.slice(0, state.rows), ({event}) => [event.iso.slice(0, 4)]);
  const more = make("button", {type: "button", textContent: words.more, onclick: () => { state.rows += 200; showTimeline(); }});
  byId("events").replaceChildren(...[...years].map(([year, told]) => yearItem(year, told)));
  byId("no-events").textContent = events.length ? "" : words.no_events;
  byId("more-events").replaceChildren(events.length > state.rows ? more : "");
}

// The panel of evidence, read like a list of sources: every sentence behind what is chosen, who says it, how surely, where.

const OUTLINE = {hexagon: "M5 1.500h8l4 7.500-4 7.500H5L1 9z", square: "M2 2h14v14H2z", dot: "M9 1.500a7.500 7.500 0 1 0 .01 0z",
  triangleDown: "M1 3h16L9 17z", triangle: "M9 1l8 14H1z", diamond: "M9 .5L17.500 9 9 17.500.5 9z",
  star: "M9 .5l2.500 5.700 6.200.6-4.700 4.100 1.400 6.100L9 13.800 3.600 17l1.400-6.100L.3 6.800l6.200-.6z"};

function kindIcon(kind) {
  return picture(18, 18, OUTLINE[data.shapes[kind]], {fill: `var(--${kind})`});
}

function statusIcon(status) {
  const dash = {alleged: "8 5", denied: "1.500 4", hypothetical: "8 3 1.500 3"}[status] || "";
  const bar = status === "denied" ? "M18 1v8" : "";
  return picture(36, 10, `M1 5h34${bar}`, {fill: "none", stroke: `var(--${status})`, "stroke-dasharray": dash,
    "stroke-width": status === "confirmed" ? 3 : status === "hypothetical" ? 1.4 : 2});
}

/** A name that leads to its entity. */
function entityLink(id) {
  return make("button", {type: "button", className: "link", textContent: entities.get(id).label,
    onclick: () => choose({node: id}, true)});
}

function objectOf(one) {
  return one.literal ? make("span", {textContent: one.o}) : entityLink(one.o);
}

/** The sentence with the words that gave the claim marked; places are counted in code points. */
function sentence({quote, mark, lang}) {
  if (!quote) return make("p", {className: "muted", textContent: words.no_quote});
  const letters = [...quote];
  const cut = (from, to) => letters.slice(from, to).join("");
  const parts = mark ? [cut(0, mark[0]), make("mark", {textContent: cut(...mark)}), cut(mark[1])] : [quote];
  return make("blockquote", {lang: lang || ""}, ...parts);
}

/** An address of the web as a link, anything else as plain text. */
function sourceOf({publisher, headline, url, date, iso}) {
  const title = headline || words.article;
  const link = /^https?:\/\//i.test(url) ? make("a", {href: url, rel: "noopener noreferrer", target: "_blank", textContent: title})
    : headline && make("span", {textContent: title});
  const parts = [publisher && make("b", {textContent: publisher}), date && make("time", {dateTime: iso, textContent: date}), link];
  return make("p", {className: "source"}, ...parts.filter(Boolean).flatMap((part, place) => place ? [" · ", part] : [part]));
}

function speakerOf(one, {by, who}) {
  if (!who) return make("span", {textContent: one.status === "asserted" ? words.own_voice : words.unnamed});
  const name = entities.has(by) ? entityLink(by) : make("span", {textContent: who});
  const [before, after] = words.said_by.split("{who}");
  return make("span", {}, before, name, after);
}

function statusTag(one) {
  const text = one.negated ? `${nameOf(one.status)}: ${words.not}` : nameOf(one.status);
  return make("span", {className: `tag ${one.status}`}, statusIcon(one.status), text);
}

/** All evidence of one statement. */
function evidence(one) {
  const side = make("section", {className: `side ${one.status}${one.negated ? " negated" : ""}`});
  side.append(make("p", {className: "how"}, statusTag(one), one.fact ? make("small", {textContent: words.fact}) : ""));
  for (const claim of claimsOf(one)) {
    side.append(make("div", {className: "claim"}, sentence(claim), make("p", {className: "speaker"}, speakerOf(one, claim)), sourceOf(claim)));
  }
  return side;
}

/** One subject, relation and object with all its sides, those who state it before those who deny it. */
function topic(sides) {
  const [one] = sides;
  const line = make("h3", {}, entityLink(one.s), ` ${nameOf(one.p)} `, objectOf(one));
  const split = sides.some(rejects) && !sides.every(rejects);
  return make("article", {className: split ? "topic split" : "topic"}, line,
    split ? make("p", {className: "disagree", textContent: words.disagree}) : "", ...sides.map(evidence));
}

/** Statements brought together by what they are about, the surest first. */
function topics(told) {
  const groups = groupBy(told, one => [JSON.stringify([one.s, one.p, one.o])]);
  return [...groups.values()].map(sides => topic(sides.sort(bySureness)));
}

/** What can be done with an entity: see it alone with its neighbours, or all that is folded into it. */
function nearButton(id) {
  const folded = reach || !state.folded ? 0 : (members.get(id) || []).length;
  if (state.near && state.near.id === id) return null;
  return make("button", {type: "button", className: "near", textContent: folded ? fill(words.unfold, {n: folded}) : words.only_near,
    onclick: () => showNear({id, depth: 1})});
}

function entityPanel(id) {
  const {kind, label, type_name: type, latest, meaning} = entities.get(id);
  const told = shownOf(id).sort((a, b) => (b.s === id) - (a.s === id));
  const withheld = (around.get(id) || []).length - told.length;
  const facts = [nameOf(kind), type, latest && `${nameOf("dateLatest")} ${latest}`, count(words.statements, told.length)];
  const short = kind === "Platform" && summaryOf(id);
  return [make("h2", {tabIndex: -1}, kindIcon(kind), label), make("p", {className: "muted", textContent: facts.filter(Boolean).join(" · ")}),
    short && make("p", {className: "meaning", textContent: short}), meaning && make("p", {className: "meaning", textContent: meaning}),
    nearButton(id), ...topics(told), withheld ? make("p", {className: "muted", textContent: fill(words.hidden, {n: withheld})}) : ""];
}

function edgePanel(id) {
  const one = statements.get(id);
  const sides = sidesOf(one).filter(isShown);
  const others = one.literal ? [] : between([one.s, one.o]).filter(other => !sides.includes(other));
  return [make("h2", {tabIndex: -1, textContent: words.evidence}), ...topics(sides),
    others.length ? make("h2", {className: "also", textContent: words.also}) : "", ...topics(others)];
}

function pairPanel(pair) {
  const told = between(pair);
  return [make("h2", {tabIndex: -1, textContent: pair.map(id => entities.get(id).label).join(" – ")}),
    make("p", {className: "muted", textContent: count(words.statements, told.length)}), ...topics(told)];
}

/** The articles that the page rests on, those with most statements first. */
function sources() {
  const cited = groupBy(claims, claim => [JSON.stringify([claim.publisher, claim.headline, claim.url, claim.iso])]);
  const ranked = [...cited.values()].filter(([one]) => one.publisher || one.headline || one.url).sort((a, b) => b.length - a.length);
  return ranked.slice(0, 40).map(([claim]) => make("li", {}, sourceOf(claim)));
}

function startPanel() {
  return [make("h2", {tabIndex: -1, textContent: words.evidence}), make("p", {textContent: words.intro}),
    make("p", {className: "muted keys", textContent: words.keys}),
    make("h3", {textContent: words.sources}), make("ul", {className: "plain"}, ...sources())];
}

function showPanel() {
  const parts = state.node ? entityPanel(state.node) : state.edge ? edgePanel(state.edge) : state.pair ? pairPanel(state.pair) : startPanel();
  const close = make("button", {type: "button", id: "close", className: "close", textContent: words.close, onclick: clear});
  const isOpen = Boolean(state.node || state.edge || state.pair);
  byId("panel").replaceChildren(...(isOpen ? [close] : []), ...parts.filter(Boolean));
  byId("panel").scrollTop = 0;
  byId("panel").classList.toggle("open", isOpen);
}

// One line per platform: who founded it, harms by status, legal actions, and what became of it. Only what the store
// counts as a fact is told as one; the rest carries its status.

/** What a platform's statements point to, by relation: facts, or those of one status. */
function objectsOf(id, relation, status = "fact") {
  const fits = one => one.s === id && one.p === relation && !one.negated && (status === "fact" ? one.fact : one.status === status);
  return [...new Set((around.get(id) || []).filter(fits).map(one => one.o))];
}

function foundingOf(id) {
  const year = objectsOf(id, "foundedIn").join(", ");
  const people = objectsOf(id, "founder").map(person => entities.get(person).label).join(", ");
  const form = ["founded", year && "year", people && "by"].filter(Boolean).join("_");
  return year || people ? fill(words.summary[form], {year, names: people}) : "";
}

/** "2 harms stated, 1 alleged, 1 denied": the noun goes with the first count. */
function harmsOf(id) {
  const stated = objectsOf(id, "reportedHarm");
  const alleged = objectsOf(id, "reportedHarm", "alleged").filter(harm => !stated.includes(harm));
  const counts = {stated, alleged, denied: objectsOf(id, "reportedHarm", "denied")};
  const parts = Object.entries(counts).filter(([, harms]) => harms.length);
  return parts.map(([how, {length}], place) =>
    [length, place ? "" : words.summary.harm[length === 1 ? 0 : 1], words.summary[how]].filter(Boolean).join(" ")).join(", ");
}

/** "1 lawsuit, settled" or "3 lawsuits, 1 settled". */
function actionsOf(id) {
  const against = (around.get(id) || []).filter(one => one.o === id && one.p === "defendant" && one.fact).map(one => one.s);
  const kinds = groupBy(new Set(against), action => [words.summary[entities.get(action).type] ? entities.get(action).type : "legal-action"]);
  return [...kinds].map(([kind, actions]) => {
    const ends = groupBy(actions.flatMap(action => objectsOf(action, "outcome")), outcome => [endOf(outcome)]);
    const told = [...ends].map(([end, {length}]) => actions.length > 1 ? `${length} ${end}` : end);
    return [`${actions.length} ${words.summary[kind][actions.length === 1 ? 0 : 1]}`, ...told].join(", ");
  });
}

function endOf(outcome) {
  const {type, type_name: name, label} = entities.get(outcome);
  return words.outcomes[type] || name || label;
}

/** "shut down by 9 Nov 2023" */
function fateOf(id) {
  return objectsOf(id, "outcome").map(outcome => {
    const date = objectsOf(outcome, "date")[0];
    const form = date ? (date.includes(" ") && /^\d+ /.test(date) ? "on_date" : "in_date") : "by_date";
    const when = date || entities.get(outcome).latest;
    return when ? fill(words.summary[form], {what: endOf(outcome), date: when}) : endOf(outcome);
  });
}

function summaryOf(id) {
  return [foundingOf(id), harmsOf(id), ...actionsOf(id), ...new Set(fateOf(id))].filter(Boolean).join("; ");
}

/** The platforms of which most is said. */
function topPlatforms(most) {
  const platforms = [...entities.keys()].filter(id => entities.get(id).kind === "Platform");
  return platforms.sort((a, b) => (around.get(b) || []).length - (around.get(a) || []).length).slice(0, most);
}

/** For many platforms: how many, in how many articles, and how much of it is fact and how much is only alleged. */
function overview() {
  const harms = [...groupBy(data.statements.filter(one => one.p === "reportedHarm"), one => [JSON.stringify([one.s, one.o])]).values()];
  const told = status => sides => sides.some(one => one.status === status && !one.negated);
  const isFact = sides => sides.some(one => one.fact);
  const counts = {platforms: grouped(topPlatforms(Infinity).length), articles: count(words.articles, data.articles.length),
    facts: harms.filter(isFact).length, alleged: harms.filter(sides => told("alleged")(sides) && !isFact(sides)).length,
    denied: harms.filter(told("denied")).length};
  return make("p", {}, `${fill(words.overview, counts)} ${words.most_said} `,
    ...topPlatforms(4).flatMap((id, place) => place ? [", ", entityLink(id)] : [entityLink(id)]), ".");
}

function showSummary() {
  const platforms = topPlatforms(Infinity);
  const lines = platforms.slice(0, 3).filter(summaryOf).map(id => make("p", {}, entityLink(id), `: ${summaryOf(id)}`));
  byId("summary").replaceChildren(...(platforms.length > 3 ? [overview()] : lines));
}

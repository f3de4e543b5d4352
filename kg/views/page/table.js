// The same statements as a table: for reading, for keyboards and screen readers, and for print.

const COLUMNS = {
  subject: one => entities.get(one.s).label, relation: one => nameOf(one.p), object: labelOf,
  status: one => `${data.statuses.indexOf(one.status)}${one.negated}`, speaker: one => claims.get(one.claims[0]).who,
  quote: one => claims.get(one.claims[0]).quote, source: one => claims.get(one.claims[0]).publisher,
  date: one => claims.get(one.claims[0]).iso,
};

function sorted(told) {
  const key = COLUMNS[state.sort];
  const compare = (a, b) => String(key(a)).localeCompare(String(key(b)), document.documentElement.lang, {numeric: true});
  return told.sort((a, b) => (state.down ? -1 : 1) * compare(a, b));
}

function sortBy(column) {
  state.down = state.sort === column && !state.down;
  state.sort = column;
  showTable();
  byId(`sort-${column}`).focus();
}

function headCell(column) {
  const sort = state.sort !== column ? "none" : state.down ? "descending" : "ascending";
  const cell = make("th", {scope: "col"}, make("button", {type: "button", id: `sort-${column}`, textContent: words[column],
    onclick: () => sortBy(column)}));
  cell.setAttribute("aria-sort", sort);
  return cell;
}

function quoteCell(one) {
  const more = one.claims.length > 1 && make("button", {type: "button", className: "link", textContent: count(words.quotes, one.claims.length),
    onclick: () => choose({node: null, edge: one.id}, true)});
  return make("td", {className: "wide"}, sentence(claims.get(one.claims[0])), more || "");
}

function row(one) {
  const claim = claims.get(one.claims[0]);
  const speakers = [...new Set(one.claims.map(id => claims.get(id).who).filter(Boolean))].join(", ");
  return make("tr", {className: one.status}, make("td", {}, entityLink(one.s)), make("td", {textContent: nameOf(one.p)}),
    make("td", {}, objectOf(one)), make("td", {}, statusTag(one)), make("td", {textContent: speakers}),
    quoteCell(one), make("td", {textContent: claim.publisher}), make("td", {className: "date", textContent: claim.date}));
}

function showTable() {
  const told = sorted(data.statements.filter(isShown));
  const head = make("thead", {}, make("tr", {}, ...Object.keys(COLUMNS).map(headCell)));
  const body = make("tbody", {}, ...told.slice(0, state.rows).map(row));
  const more = make("button", {type: "button", textContent: words.more, onclick: () => { state.rows += 200; showTable(); }});
  byId("rows").replaceChildren(make("caption", {className: "unseen", textContent: words.caption}), head, body);
  byId("more").replaceChildren(told.length > state.rows ? more : "");
}

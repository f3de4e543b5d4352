// The same statements as a table: for reading, for keyboards and screen readers, and for print.

const COLUMNS = {
  subject: one => entities.get(one.s).label, relation: one => nameOf(one.p), object: labelOf,
  status: one => `${data.statuses.indexOf(one.status)}${Boolean(one.negated)}`, speaker: one => firstClaim(one).who,
  quote: one => firstClaim(one).quote, source: one => firstClaim(one).publisher,
  date: one => firstClaim(one).iso,
};

/** The earliest sentence within the time that is shown. */
function firstClaim(one) {
  return claimsOf(one)[0] || claims[one.claims[0]];
}

/** The statements that the filters let through and that hold what is looked for, in the order that is asked. */
function rowsNow() {
  const wanted = fold(state.find.trim());
  const text = one => fold([entities.get(one.s).label, nameOf(one.p), labelOf(one), nameOf(one.status),
    ...claimsOf(one).flatMap(claim => [claim.who, claim.quote, claim.publisher, claim.headline])].join(" "));
  return sorted(data.statements.filter(one => isShown(one) && (!wanted || text(one).includes(wanted))));
}

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
  const more = claimsOf(one).length > 1 && make("button", {type: "button", className: "link", textContent: count(words.quotes, claimsOf(one).length),
    onclick: () => choose({edge: one.id}, true)});
  return make("td", {className: "wide"}, sentence(firstClaim(one)), more || "");
}

function row(one) {
  const claim = firstClaim(one);
  const speakers = [...new Set(claimsOf(one).map(claim => claim.who).filter(Boolean))].join(", ");
  return make("tr", {className: one.status}, make("td", {}, entityLink(one.s)), make("td", {textContent: nameOf(one.p)}),
    make("td", {}, objectOf(one)), make("td", {}, statusTag(one)), make("td", {textContent: speakers}),
    quoteCell(one), make("td", {textContent: claim.publisher}), make("td", {className: "date", textContent: claim.date}));
}

function showTable() {
  const told = rowsNow();
  const head = make("thead", {}, make("tr", {}, ...Object.keys(COLUMNS).map(headCell)));
  const body = make("tbody", {}, ...told.slice(0, state.rows).map(row));
  const more = make("button", {type: "button", textContent: words.more, onclick: () => { state.rows += 200; showTable(); }});
  byId("rows").replaceChildren(make("caption", {className: "unseen", textContent: words.caption}), head, body);
  byId("found").textContent = count(words.statements, told.length);
  byId("more").replaceChildren(told.length > state.rows ? more : "");
}

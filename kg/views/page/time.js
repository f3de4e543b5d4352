// The time range: one bar a month for the sentences published in it, and a slider for each end.

const months = allMonths(claims.map(claim => claim.iso.slice(0, 7)).filter(month => /^\d{4}-\d\d$/.test(month)).sort());

/** Every month from the first to the last that has an article, "2023-11". */
function allMonths(known) {
  const months = [];
  for (let [year, month] = (known[0] || "").split("-").map(Number); known.length; month += 1) {
    if (month > 12) [year, month] = [year + 1, 1];
    months.push(`${year}-${String(month).padStart(2, "0")}`);
    if (months.at(-1) >= known.at(-1) || months.length > 2400) break;
  }
  return months;
}

function monthName(month) {
  return `${words.months[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** Bars, one a month; many months share a bar. */
function bars() {
  const size = Math.ceil(months.length / 60);
  const told = groupBy(claims, claim => [Math.floor(months.indexOf(claim.iso.slice(0, 7)) / size)]);
  const n = Math.ceil(months.length / size);
  const tallest = Math.max(...Array.from({length: n}, (_, bar) => (told.get(bar) || []).length));
  const wide = 176 / n;
  const path = Array.from({length: n}, (_, bar) => {
    const height = (told.get(bar) || []).length ? 2 + 26 * told.get(bar).length / tallest : 0.5;
    return `M${(bar * wide).toFixed(2)} 30v${-height.toFixed(2)}h${Math.max(wide - 1, 0.6).toFixed(2)}V30z`;
  });
  const chart = picture(176, 30, path.join(""), {fill: "var(--bars)"});
  for (const [key, value] of Object.entries({viewBox: "0 0 176 30", preserveAspectRatio: "none"})) chart.setAttribute(key, value);
  return chart;
}

function endSlider(name) {
  const input = make("input", {type: "range", id: `time-${name}`, min: "0", max: String(months.length - 1), step: "1"});
  input.setAttribute("aria-label", words[name]);
  input.addEventListener("input", () => {
    const other = Number(byId(name === "from" ? "time-to" : "time-from").value);
    input.value = String(name === "from" ? Math.min(Number(input.value), other) : Math.max(Number(input.value), other));
    takeTime();
  });
  return input;
}

function takeTime() {
  const [from, to] = ["from", "to"].map(name => Number(byId(`time-${name}`).value));
  state.from = from > 0 ? months[from] : "";
  state.to = to < months.length - 1 ? months[to] : "";
  sayTime();
  paint();
  refresh();
}

function sayTime() {
  const ends = [state.from || months[0], state.to || months.at(-1)];
  byId("time-said").textContent = ends.map(monthName).join(" – ");
  ["from", "to"].forEach((name, place) => {
    byId(`time-${name}`).value = String(Math.max(0, months.indexOf(ends[place])));
    byId(`time-${name}`).setAttribute("aria-valuetext", monthName(ends[place]));
  });
}

function showTime() {
  byId("time").hidden = months.length < 2;
  if (months.length < 2) return;
  byId("times").append(bars(), make("div", {className: "ends"}, endSlider("from"), endSlider("to")), make("p", {id: "time-said"}));
  sayTime();
}

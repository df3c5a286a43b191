"use strict";
(function () {
  const PAGE = 100;
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId("data").textContent);
  const claims = [];
  data.documents.forEach(([path, title, page, passages], number) => {
    for (const [anchor, text, said] of passages) {
      for (const [kind, gist, who, stance, modality] of said) {
        claims.push({ place: claims.length, number, title, href: "documents/" + page + "#" + anchor, text, kind, gist, who, stance, modality, hay: null });
      }
    }
  });
  let shown = claims;
  let first = 0;
  let sorted = { column: "place", down: false };

  const options = (select, values) => {
    for (const [value, label] of values) {
      const option = document.createElement("option");
      option.value = value;
      option.textContent = label;
      select.append(option);
    }
  };
  options(byId("kind"), Object.keys(data.glyphs).map((kind) => [kind, kind]));
  options(byId("modality"), [...new Set(claims.map((one) => one.modality))].sort().map((name) => [name, name]));
  options(byId("document"), data.documents.map(([, title], number) => [String(number), title]));

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const hay = (one) => (one.hay ??= folded(one.text + " " + one.gist + " " + one.who + " " + one.title));

  function filter() {
    const words = folded(byId("words").value).split(/\s+/).filter(Boolean);
    const who = folded(byId("who").value.trim());
    const kind = byId("kind").value;
    const modality = byId("modality").value;
    const number = byId("document").value;
    shown = claims.filter(
      (one) =>
        (!kind || one.kind === kind) &&
        (!modality || one.modality === modality) &&
        (!number || one.number === Number(number)) &&
        (!who || folded(one.who).includes(who)) &&
        words.every((word) => hay(one).includes(word)),
    );
    sort();
  }

  function sort() {
    const { column, down } = sorted;
    const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
    const compare = column === "place" ? (a, b) => a.place - b.place : (a, b) => collator.compare(a[column], b[column]) || a.place - b.place;
    shown.sort(down ? (a, b) => compare(b, a) : compare);
    first = 0;
    draw();
  }

  const cell = (row, name) => {
    const made = document.createElement("td");
    made.className = name;
    row.append(made);
    return made;
  };
  const put = (parent, tag, name, text) => {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.textContent = text;
    parent.append(made);
    return made;
  };

  function draw() {
    const body = document.createElement("tbody");
    for (const one of shown.slice(first, first + PAGE)) {
      const row = document.createElement("tr");
      put(cell(row, "kinds"), "span", "kind " + one.kind, data.glyphs[one.kind] + " " + one.kind);
      const claim = cell(row, "claim");
      put(claim, "b", "", one.gist);
      if (one.text !== one.gist) put(claim, "q", "", one.text);
      cell(row, "who").textContent = one.who;
      cell(row, "stance").textContent = one.stance;
      put(cell(row, "where"), "a", "", one.title).href = one.href;
      body.append(row);
    }
    byId("table").tBodies[0].replaceWith(body);
    const last = Math.min(first + PAGE, shown.length);
    const count = (n) => n.toLocaleString("en");
    byId("shown").textContent = shown.length
      ? "Claims " + count(first + 1) + " to " + count(last) + " of " + count(shown.length) + (shown.length < claims.length ? " that fit, of " + count(claims.length) : "") + (document.querySelector(".pages") ? " on this page" : "")
      : claims.length ? "None of the " + count(claims.length) + " claims fits; take a filter away." : "The documents hold no claims.";
    byId("turn").hidden = shown.length <= PAGE;
    byId("back").disabled = first === 0;
    byId("on").disabled = last >= shown.length;
  }

  let waiting = 0;
  byId("filters").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("th button")) {
    button.addEventListener("click", () => {
      const column = button.dataset.column;
      sorted = { column, down: sorted.column === column && !sorted.down };
      for (const other of document.querySelectorAll("th[aria-sort]")) other.setAttribute("aria-sort", "none");
      button.parentElement.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      sort();
    });
  }
  byId("back").addEventListener("click", () => { first = Math.max(0, first - PAGE); draw(); scrollTo(0, 0); });
  byId("on").addEventListener("click", () => { first += PAGE; draw(); scrollTo(0, 0); });
  byId("filters").hidden = false;
  byId("table").hidden = false;
  filter();
})();

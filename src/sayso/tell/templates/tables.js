"use strict";
(function () {
  const PAGE = 50;
  let size = PAGE;
  const data = JSON.parse(document.getElementById("data").textContent);
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const count = (n) => n.toLocaleString("en");
  const made = (tag, name, text) => {
    const one = document.createElement(tag);
    if (name) one.className = name;
    if (text !== undefined) one.textContent = text;
    return one;
  };
  const put = (parent, tag, name, text) => {
    const one = made(tag, name, text);
    parent.append(one);
    return one;
  };
  const link = (parent, text, href) => {
    if (!href) return parent.append(text);
    put(parent, "a", "", text).href = href;
  };

  function bar(parent, ranges) {
    const ends = ranges.flat().filter((end) => end !== null);
    if (!ends.length) return;
    const low = Math.min(...ends), high = Math.max(...ends), span = high - low || 1;
    const at = (value) => 6 + (108 * (value - low)) / span;
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    svg.setAttribute("viewBox", "0 0 120 " + (ranges.length * 7 + 5));
    svg.setAttribute("class", "bar");
    svg.setAttribute("aria-hidden", "true");
    ranges.forEach(([from, to], row) => {
      const line = document.createElementNS(space, "line");
      const start = from === null ? 0 : at(from), end = to === null ? 120 : at(to);
      const values = { x1: end - start < 8 ? (start + end) / 2 - 4 : start, x2: end - start < 8 ? (start + end) / 2 + 4 : end, y1: row * 7 + 6, y2: row * 7 + 6 };
      for (const [name, value] of Object.entries(values)) line.setAttribute(name, value.toFixed(1));
      if (from === null || to === null) line.setAttribute("class", "open");
      svg.append(line);
    });
    parent.append(svg);
  }

  function fill(td, cell) {
    if (typeof cell !== "object") {
      td.textContent = typeof cell === "number" ? count(cell) : cell;
      return;
    }
    if (cell.text !== undefined) {
      const holder = cell.class ? put(td, "span", cell.class) : td;
      link(holder, cell.text, cell.href);
    }
    if (cell.list && cell.list.length) {
      const list = put(td, "ul", "plain");
      for (const [text, href] of cell.list) link(put(list, "li"), text, href);
    }
    if (cell.bar) bar(td, cell.bar);
    if (cell.small) put(td, "small", "", cell.small);
  }

  const SHOWN = 20;
  function quote(list, numbers) {
    for (const number of numbers) {
      const [doc, anchor, text, who, stance] = data.sentences[number];
      const item = put(list, "li");
      put(item, "q", "", text);
      const from = put(item, "span", "from", who + (stance ? " · " + stance : "") + " · ");
      link(from, data.documents[doc][0], data.documents[doc][1] + "#" + anchor);
    }
  }

  function said(parent, groups, links) {
    const sides = put(parent, "div", groups.length > 1 ? "sides" : "");
    for (const [label, numbers] of groups) {
      const side = put(sides, "div", "side");
      if (label) put(side, "h4", "", label);
      const list = put(side, "ul", "said-list");
      quote(list, numbers.slice(0, SHOWN));
      if (numbers.length > SHOWN) {
        const more = put(side, "button", "", count(numbers.length - SHOWN) + " more");
        more.type = "button";
        more.addEventListener("click", () => { quote(list, numbers.slice(SHOWN)); more.remove(); });
      }
    }
    if (links.length) {
      const line = put(parent, "p", "links");
      for (const [text, href] of links) { link(line, text, href); line.append(" "); }
    }
  }

  const plain = (cell) => (typeof cell !== "object" ? String(cell) : [cell.text, cell.small, ...(cell.list || []).map(([text]) => text)].filter(Boolean).join(" "));
  const value = (cell) => (typeof cell === "object" ? (cell.sort !== undefined ? cell.sort : plain(cell)) : cell);
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const tables = new Map();

  function draw(table, where) {
    const { columns, filters, noun } = table;
    const pages = [...where.querySelectorAll(".pages a")].map((link) => [link, link.getAttribute("href")]);
    const rows = table.rows.map(([id, cells, facets, said, links], place) => ({ id, cells, facets, groups: said.filter(([, numbers]) => numbers.length), links, place, hay: null, open: false }));
    const hay = (row) => (row.hay ??= folded(row.cells.map(plain).join(" ") + " " + row.groups.flatMap(([, numbers]) => numbers.map((n) => data.sentences[n][2])).join(" ")));
    let shown = rows, first = 0, sorted = { column: -1, down: false };

    const form = put(where, "form", "filters");
    const inputs = [];
    const field = (label, tag) => {
      const holder = put(form, "label", "", label + " ");
      const one = put(holder, tag);
      one.name = label;
      return one;
    };
    const words = field("Words", "input");
    words.type = "search";
    filters.forEach(([label, how], at) => {
      const found = [...new Set(rows.flatMap((row) => row.facets[at]))].filter(Boolean).sort(collator.compare);
      if (how === "choose" && found.length < 2 && !pages.length) return inputs.push(null);
      const one = field(label, how === "choose" ? "select" : "input");
      if (how === "choose") for (const name of ["", ...found]) put(one, "option", "", name || "any").value = name;
      else {
        one.type = "search";
        const names = put(form, "datalist");
        names.id = table.id + "-" + at;
        for (const name of found.slice(0, 1000)) put(names, "option").value = name;
        one.setAttribute("list", names.id);
      }
      inputs.push(one);
    });
    const status = put(where, "p", "shown");
    status.setAttribute("role", "status");
    const all = put(status, "button");
    all.type = "button";
    const holder = put(where, "div", "table");
    holder.tabIndex = 0;
    holder.setAttribute("role", "region");
    holder.setAttribute("aria-label", noun[1]);
    const grid = put(holder, "table");
    const head = put(put(grid, "thead"), "tr");
    columns.forEach(([label, type], at) => {
      const th = put(head, "th", type === "number" ? "number" : "");
      th.scope = "col";
      th.setAttribute("aria-sort", "none");
      const button = put(th, "button", "", label);
      button.type = "button";
      button.addEventListener("click", () => {
        const down = sorted.column === at ? !sorted.down : type === "number";
        sorted = { column: at, down };
        for (const other of head.children) other.setAttribute("aria-sort", "none");
        th.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort();
      });
    });
    put(grid, "tbody");
    const turn = put(where, "p", "turn");
    const back = put(turn, "button", "", "Earlier");
    const on = put(turn, "button", "", "Further");
    back.type = on.type = "button";
    if (pages.length) where.append(where.querySelector(".pages"));

    function filter() {
      const wanted = folded(words.value).split(/\s+/).filter(Boolean);
      shown = rows.filter(
        (row) =>
          inputs.every((input, at) => {
            if (!input || !input.value) return true;
            const facet = [].concat(row.facets[at]);
            return filters[at][1] === "choose" ? facet.includes(input.value) : facet.some((name) => folded(name).includes(folded(input.value.trim())));
          }) && wanted.every((word) => hay(row).includes(word)),
      );
      const set = String(new URLSearchParams([words, ...inputs].filter((input) => input && input.value).map((input) => [input.name, input.value])));
      for (const [link, file] of pages) link.href = set ? file + "#?" + set : file;
      sort();
    }

    function sort() {
      const { column, down } = sorted;
      const compare = (a, b) => {
        if (column < 0) return a.place - b.place;
        const one = value(a.cells[column]), other = value(b.cells[column]);
        const by = typeof one === "number" && typeof other === "number" ? one - other : collator.compare(String(one), String(other));
        return (down ? -by : by) || a.place - b.place;
      };
      shown.sort(compare);
      first = 0;
      show();
    }

    function lines(row) {
      const line = made("tr", row.open ? "open" : "");
      line.id = row.id;
      const opens = row.groups.length + row.links.length > 0;
      row.cells.forEach((cell, at) => {
        const td = put(line, at ? "td" : "th", columns[at][1] === "number" ? "number" : "words");
        if (at) td.dataset.label = columns[at][0];
        else td.scope = "row";
        let holder = td;
        if (!at && opens) {
          holder = put(td, "button", "opens");
          holder.type = "button";
          holder.setAttribute("aria-expanded", String(row.open));
          holder.addEventListener("click", () => {
            row.open = !row.open;
            const next = lines(row);
            if (line.nextSibling && line.nextSibling.className === "said-row") line.nextSibling.remove();
            line.replaceWith(...next);
            next[0].querySelector("button.opens").focus();
          });
        }
        fill(holder, cell);
      });
      if (!row.open) return [line];
      const more = made("tr", "said-row");
      const td = put(more, "td");
      td.colSpan = columns.length;
      said(td, row.groups, row.links);
      return [line, more];
    }

    function show() {
      const body = made("tbody");
      const start = size > PAGE ? 0 : first;
      const page = shown.slice(start, start + size);
      for (const row of page) body.append(...lines(row));
      grid.tBodies[0].replaceWith(body);
      const last = Math.min(start + size, shown.length);
      status.textContent = shown.length
        ? (shown.length > size ? count(start + 1) + " to " + count(last) + " of " : "") + count(shown.length) + " " + noun[shown.length === 1 ? 0 : 1] + (shown.length < rows.length ? " that fit, of " + count(rows.length) : "") + (pages.length ? " on this page, " + count(table.of) + " on all" : "") + ". "
        : "None of the " + count(rows.length) + " " + noun[1] + (pages.length ? " on this page fits; look on the others, or take a filter away." : " fits; take a filter away.");
      if (page.some((row) => row.groups.length)) {
        all.textContent = page.every((row) => row.open || !row.groups.length) ? "Close all" : "Open all on this page";
        status.append(all);
      }
      turn.hidden = shown.length <= size;
      back.disabled = start === 0;
      on.disabled = last >= shown.length;
      form.hidden = rows.length < 6;
    }

    let waiting = 0;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
    form.addEventListener("submit", (event) => event.preventDefault());
    all.addEventListener("click", () => {
      const page = shown.slice(first, first + size);
      const open = !page.every((row) => row.open || !row.groups.length);
      for (const row of page) row.open = open && row.groups.length > 0;
      show();
    });
    back.addEventListener("click", () => { first = Math.max(0, first - PAGE); show(); where.scrollIntoView(); });
    on.addEventListener("click", () => { first += PAGE; show(); where.scrollIntoView(); });

    tables.set(table.id, {
      rows,
      show,
      reveal(row) {
        for (const input of [words, ...inputs]) if (input) input.value = "";
        filter();
        first = PAGE * Math.floor(shown.indexOf(row) / PAGE);
        row.open = row.groups.length + row.links.length > 0;
        show();
        const line = document.getElementById(row.id);
        line.scrollIntoView({ block: "center" });
        line.classList.add("target");
        const button = line.querySelector("button.opens");
        if (button) button.focus({ preventScroll: true });
      },
      narrow(wanted) {
        let any = false;
        [words, ...inputs].forEach((input) => {
          if (!input) return;
          const given = wanted.get(input.name);
          if (given && input.options && ![...input.options].some((option) => option.value === given)) put(input, "option", "", given).value = given;
          input.value = given || "";
          any ||= Boolean(given);
        });
        filter();
        if (any) where.scrollIntoView();
      },
    });
    filter();
  }

  for (const where of document.querySelectorAll("[data-table]")) {
    const table = data.tables.find((one) => one.id === where.dataset.table);
    if (table) draw(table, where);
  }

  const printing = (rows) => () => {
    size = rows;
    for (const table of tables.values()) table.show();
  };
  addEventListener("beforeprint", printing(Infinity));
  addEventListener("afterprint", printing(PAGE));

  const rowOf = (id) => {
    for (const table of tables.values()) {
      const row = table.rows.find((one) => one.id === id);
      if (row) return [table, row];
    }
    return null;
  };
  function go() {
    const hash = location.hash.slice(1);
    if (hash.startsWith("?")) {
      for (const table of tables.values()) table.narrow(new URLSearchParams(location.hash.slice(2)));
    } else {
      const found = rowOf(hash);
      const away = found ? null : data.tables.flatMap((table) => table.away).find(([, ids]) => ids.includes(hash));
      if (found) found[0].reveal(found[1]);
      else if (away) location.replace(away[0] + "#" + hash);
    }
  }
  addEventListener("hashchange", go);
  if (location.hash) go();

  const card = document.getElementById("card");
  for (const arrow of document.querySelectorAll("svg a[data-row]")) {
    const show = () => {
      const found = rowOf(arrow.dataset.row);
      if (!found || !card) return;
      card.replaceChildren();
      put(card, "b", "", arrow.querySelector("title").textContent);
      const list = put(card, "ul", "said-list");
      const numbers = [...new Set(found[1].groups.flatMap(([, all]) => all))];
      quote(list, numbers.slice(0, 3));
      if (numbers.length > 3) put(card, "small", "", count(numbers.length - 3) + " more: follow the arrow");
      card.hidden = false;
    };
    const hide = () => { if (card) card.hidden = true; };
    arrow.addEventListener("mouseenter", show);
    arrow.addEventListener("focus", show);
    arrow.addEventListener("mouseleave", hide);
    arrow.addEventListener("blur", hide);
    arrow.addEventListener("click", () => { if (location.hash === "#" + arrow.dataset.row) go(); });
  }
  for (const node of document.querySelectorAll("svg [data-node]")) {
    const svg = node.closest("svg");
    const mark = (on) => {
      svg.classList.toggle("chosen", on);
      for (const other of svg.querySelectorAll("[data-ends]")) other.classList.toggle("near", on && other.dataset.ends.split(" ").includes(node.dataset.node));
      node.classList.toggle("near", on);
    };
    node.addEventListener("mouseenter", () => mark(true));
    node.addEventListener("mouseleave", () => mark(false));
    node.addEventListener("focus", () => mark(true));
    node.addEventListener("blur", () => mark(false));
  }
})();

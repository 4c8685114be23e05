/**
 * The script of every page: sorts and filters tables, shows where a figure comes from, opens what is closed for printing.
 * Without it the page says the same, unsorted. It makes no markup: whatever it shows is text.
 */
export const SCRIPT = `
"use strict";
(() => {
  const announce = (text) => { document.getElementById("announcement").textContent = text; };
  const make = (name, properties) => Object.assign(document.createElement(name), properties);

  /* Sorting. A column's numbers stand in data-value; nothing comes last, whichever way. */
  const valueOf = (row, column) => row.cells[column].dataset.value;
  const compare = (left, right) => {
    if (left === right) return 0;
    const [a, b] = [Number(left), Number(right)];
    if (Number.isNaN(a) || Number.isNaN(b)) return left < right ? -1 : 1;
    return a - b;
  };
  const sort = (table, heading) => {
    const column = heading.cellIndex;
    const first = heading.classList.contains("number") ? "descending" : "ascending";
    const second = first === "descending" ? "ascending" : "descending";
    const way = heading.getAttribute("aria-sort") === first ? second : first;
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", way);
    const sign = way === "ascending" ? 1 : -1;
    const rows = [...table.tBodies[0].rows];
    rows.sort((left, right) => {
      const [a, b] = [valueOf(left, column), valueOf(right, column)];
      if (a === "" || b === "") return (a === "") - (b === "");
      return sign * compare(a, b);
    });
    table.tBodies[0].append(...rows);
    announce("Sorted by " + heading.textContent + ", " + way);
  };
  for (const table of document.querySelectorAll("table[data-sortable]")) {
    for (const heading of table.querySelectorAll("th[data-sort]")) {
      const button = make("button", { type: "button" });
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
  }

  /* Filtering: rows in which every word stands. */
  let fields = 0;
  for (const table of document.querySelectorAll("table[data-filter]")) {
    fields += 1;
    const id = "filter-" + fields;
    const input = make("input", { type: "search", id, autocomplete: "off", spellcheck: false });
    const count = make("span", { className: "quiet" });
    const rows = [...table.tBodies[0].rows];
    const tell = (kept) => {
      const text = kept + " of " + rows.length + " rows";
      count.textContent = text;
      return text;
    };
    input.addEventListener("input", () => {
      const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let kept = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) kept += 1;
      }
      announce(tell(kept));
    });
    tell(rows.length);
    const line = make("div", { className: "filter" });
    line.append(make("label", { htmlFor: id, textContent: table.dataset.filter }), input, count);
    table.closest(".scroll").before(line);
  }

  /* Where a figure comes from: on hover, on focus, on touch; Escape puts it away, and it can be hovered itself. */
  const tip = document.getElementById("source");
  let owner = null;
  const hide = () => {
    if (owner !== null) owner.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const show = (element) => {
    if (element === owner) return;
    hide();
    owner = element;
    tip.textContent = element.dataset.source;
    tip.hidden = false;
    element.setAttribute("aria-describedby", "source");
    const box = element.getBoundingClientRect();
    const below = box.bottom + tip.offsetHeight + 8 < innerHeight || box.top < tip.offsetHeight + 8;
    const left = Math.min(Math.max(12, box.left), document.documentElement.clientWidth - tip.offsetWidth - 12);
    tip.style.left = scrollX + Math.max(0, left) + "px";
    tip.style.top = scrollY + (below ? box.bottom + 4 : box.top - tip.offsetHeight - 4) + "px";
  };
  const figureAt = (event) => event.target instanceof Element ? event.target.closest("[data-source]") : null;
  document.addEventListener("pointerover", (event) => {
    const figure = figureAt(event);
    if (figure !== null) show(figure);
    else if (owner !== null && owner !== document.activeElement && !tip.contains(event.target)) hide();
  });
  document.addEventListener("focusin", (event) => {
    const figure = figureAt(event);
    if (figure !== null) show(figure);
    else hide();
  });
  document.addEventListener("click", (event) => {
    const figure = figureAt(event);
    if (figure !== null) show(figure);
    else if (!tip.contains(event.target)) hide();
  });

  /* A table of many figures is one stop of the Tab key; arrows go on from there. */
  const figuresOf = (row) => [...row.querySelectorAll("button[data-source]")];
  for (const table of document.querySelectorAll("table")) {
    const figures = figuresOf(table);
    if (figures.length > 12) for (const figure of figures.slice(1)) figure.tabIndex = -1;
  }
  const step = (figure, key) => {
    const row = figure.closest("tr");
    const at = figuresOf(row).indexOf(figure);
    if (key === "ArrowLeft" || key === "ArrowRight") return figuresOf(row)[at + (key === "ArrowRight" ? 1 : -1)];
    let next = row;
    do next = key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling;
    while (next !== null && (next.hidden || figuresOf(next).length === 0));
    return next === null ? undefined : (figuresOf(next)[at] ?? figuresOf(next).at(-1));
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    const figure = figureAt(event);
    if (figure === null || !event.key.startsWith("Arrow") || figure.closest("td, tbody th") === null) return;
    const next = step(figure, event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (figure.closest("table").querySelector("button[tabindex='-1']") !== null) {
      figure.tabIndex = -1;
      next.tabIndex = 0;
    }
    next.focus();
  });

  /* What does not scroll need not be a stop of the Tab key. */
  const settleStops = () => {
    for (const box of document.querySelectorAll(".scroll")) {
      if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  settleStops();
  addEventListener("resize", settleStops);
  document.addEventListener("toggle", settleStops, true);

  /* Paper has nothing to open. */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of opened) each.open = false; });
})();
`;

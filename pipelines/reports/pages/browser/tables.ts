import { type OtherRow, otherRows } from "./other-rows.ts";

/** Makes an element. Its content is set as properties, so that no text becomes markup. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/** Announces something to screen readers. */
function announce(text: string): void {
  const status = document.getElementById("announcement");
  if (status !== null) status.textContent = text;
}

/** The rows below a table's headings. */
function bodyRows(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.tBodies].flatMap((body) => [...body.rows]);
}

/** What a cell sorts by: its data-value, "" where there is nothing. */
function sortValue(row: HTMLTableRowElement, column: number): string {
  return row.cells[column]?.dataset["value"] ?? "";
}

/** Numbers by size, other texts by code unit. */
function compare(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = [Number(left), Number(right)];
  if (Number.isNaN(a) || Number.isNaN(b)) return left < right ? -1 : 1;
  return a - b;
}

/** Sorts by a column: numbers from the highest at first, texts from the first letter; empty cells come last, either way. */
function sort(table: HTMLTableElement, heading: HTMLTableCellElement): void {
  const column = heading.cellIndex;
  const [first, second] = heading.classList.contains("number")
    ? (["descending", "ascending"] as const)
    : (["ascending", "descending"] as const);
  const way = heading.getAttribute("aria-sort") === first ? second : first;
  for (const other of table.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", way);
  const sign = way === "ascending" ? 1 : -1;
  const rows = bodyRows(table).sort((left, right) => {
    const [a, b] = [sortValue(left, column), sortValue(right, column)];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return sign * compare(a, b);
  });
  table.tBodies[0]?.append(...rows);
  announce(`Sorted by ${heading.textContent}, ${way}`);
}

/** Turns the headings of sortable columns into buttons that sort. */
export function addSorting(root: ParentNode = document): void {
  for (const table of root.querySelectorAll<HTMLTableElement>("table[data-sortable]"))
    for (const heading of table.querySelectorAll<HTMLTableCellElement>("th[data-sort]")) {
      const button = make("button", { type: "button" });
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
}

/** The most rows that a filter adds to a table. */
const MOST_MADE = 50;

/** A cell of a row that a filter adds: a figure with its source, or a text. */
function madeCell({ cells, sources }: OtherRow, at: number, isNumber: boolean): HTMLTableCellElement {
  const [text = "", source = ""] = [cells[at], sources[at]];
  const cell = document.createElement(at === 0 ? "th" : "td");
  if (at === 0) cell.scope = "row";
  if (isNumber) cell.className = "number";
  const size = text.replace(/[$,+]|^NA /g, "");
  cell.dataset["value"] = isNumber && Number.isNaN(Number(size)) ? "" : size;
  if (source === "") cell.textContent = text;
  else {
    const figure = make("button", { type: "button", className: "figure", textContent: text });
    figure.dataset["source"] = source;
    cell.append(figure);
  }
  return cell;
}

function madeRow(table: HTMLTableElement, other: OtherRow): HTMLTableRowElement {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  const row = document.createElement("tr");
  row.append(...headings.map((heading, at) => madeCell(other, at, heading.classList.contains("number"))));
  return row;
}

/** "38,712" */
function withCommas(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** What a filter found: "3 of 38,712 rows". */
function foundText(kept: number, found: number, all: number): string {
  const more = found > MOST_MADE ? `, the first ${withCommas(kept + MOST_MADE)} of them here` : "";
  return `${withCommas(kept + found)} of ${withCommas(all)} rows${more}`;
}

/** Puts a field above a table that keeps the rows with every word, adds those of its other rows, and counts them. */
function addFilter(table: HTMLTableElement, id: string): void {
  const input = make("input", { type: "search", id, autocomplete: "off", spellcheck: false });
  const count = make("span", { className: "quiet" });
  const rows = bodyRows(table);
  const others = otherRows(table);
  const all = rows.length + others.length;
  let made: HTMLTableRowElement[] = [];
  const tell = (text: string): string => {
    count.textContent = text;
    return text;
  };
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (text: string): boolean => words.every((word) => text.includes(word));
    for (const row of rows) row.hidden = !has(row.textContent?.toLowerCase() ?? "");
    for (const row of made) row.remove();
    const found = words.length === 0 ? [] : others.filter(({ text }) => has(text));
    made = found.slice(0, MOST_MADE).map((other) => madeRow(table, other));
    table.tBodies[0]?.append(...made);
    announce(tell(foundText(rows.filter((row) => !row.hidden).length, found.length, all)));
  });
  tell(`${withCommas(rows.length)} of ${withCommas(all)} rows${others.length > 0 ? "; a code finds its others" : ""}`);
  const line = make("div", { className: "filter" });
  line.append(make("label", { htmlFor: id, textContent: table.dataset["filter"] ?? "" }), input, count);
  table.closest(".scroll")?.before(line);
}

/** Adds such a field to every table that asks for one. */
export function addFilters(root: ParentNode = document, prefix = "filter"): void {
  const tables = [...root.querySelectorAll<HTMLTableElement>("table[data-filter]")];
  for (const [at, table] of tables.entries()) addFilter(table, `${prefix}-${at + 1}`);
}

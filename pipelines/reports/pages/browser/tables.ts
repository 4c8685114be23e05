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
export function addSorting(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]"))
    for (const heading of table.querySelectorAll<HTMLTableCellElement>("th[data-sort]")) {
      const button = make("button", { type: "button" });
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
}

/** Puts a field above a table that keeps the rows with every word, and counts them. */
function addFilter(table: HTMLTableElement, id: string): void {
  const input = make("input", { type: "search", id, autocomplete: "off", spellcheck: false });
  const count = make("span", { className: "quiet" });
  const rows = bodyRows(table);
  const tell = (kept: number): string => {
    count.textContent = `${kept} of ${rows.length} rows`;
    return count.textContent;
  };
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = row.textContent?.toLowerCase() ?? "";
      row.hidden = !words.every((word) => text.includes(word));
    }
    announce(tell(rows.filter((row) => !row.hidden).length));
  });
  tell(rows.length);
  const line = make("div", { className: "filter" });
  line.append(make("label", { htmlFor: id, textContent: table.dataset["filter"] ?? "" }), input, count);
  table.closest(".scroll")?.before(line);
}

/** Adds such a field to every table that asks for one. */
export function addFilters(): void {
  const tables = [...document.querySelectorAll<HTMLTableElement>("table[data-filter]")];
  for (const [at, table] of tables.entries()) addFilter(table, `filter-${at + 1}`);
}

import { announce, bodyRows, make } from "./dom.ts";

/** Puts a field above a table that keeps the rows in which every word stands, and counts them. */
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

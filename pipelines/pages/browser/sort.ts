import { announce, bodyRows, make } from "./dom.ts";

/** What a cell sorts by stands in its data-value; "" where there is nothing. */
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

/** Sorts by a column: numbers from the highest at first, texts from the first letter; nothing comes last, either way. */
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

/** Makes the headings of columns that can be sorted buttons that do it. */
export function addSorting(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]"))
    for (const heading of table.querySelectorAll<HTMLTableCellElement>("th[data-sort]")) {
      const button = make("button", { type: "button" });
      button.append(...heading.childNodes);
      button.addEventListener("click", () => sort(table, heading));
      heading.append(button);
    }
}

/** Makes an element. Whatever it holds is set as a property, so that no text becomes markup. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

/** Says something to readers of the page who listen to it. */
export function announce(text: string): void {
  const status = document.getElementById("announcement");
  if (status !== null) status.textContent = text;
}

/** The rows below a table's headings. */
export function bodyRows(table: HTMLTableElement): HTMLTableRowElement[] {
  return [...table.tBodies].flatMap((body) => [...body.rows]);
}

import { type Figure, figureAt } from "./sources.ts";

/** A table of more figures is one stop of the Tab key; arrows go on from there. */
const MOST_STOPS = 12;

function figuresOf(part: Element): Figure[] {
  return [...part.querySelectorAll<Figure>("button[data-source]")];
}

/** The next row up or down that is shown and has figures. */
function nextRow(row: Element, key: string): Element | undefined {
  let next: Element | null = row;
  do next = key === "ArrowDown" ? next.nextElementSibling : next.previousElementSibling;
  while (next !== null && ((next as HTMLElement).hidden || figuresOf(next).length === 0));
  return next ?? undefined;
}

/** Where an arrow key leads from a figure. */
function step(figure: Figure, row: Element, key: string): Figure | undefined {
  const at = figuresOf(row).indexOf(figure);
  if (key === "ArrowLeft") return figuresOf(row)[at - 1];
  if (key === "ArrowRight") return figuresOf(row)[at + 1];
  const next = nextRow(row, key);
  return next && (figuresOf(next)[at] ?? figuresOf(next).at(-1));
}

function follow(event: KeyboardEvent): void {
  const figure = figureAt(event);
  const row = figure?.closest("tbody tr");
  if (figure === null || row == null || !event.key.startsWith("Arrow")) return;
  const next = step(figure, row, event.key);
  if (next === undefined) return;
  event.preventDefault();
  if (row.closest("table")?.querySelector("button[tabindex='-1']") !== null) {
    figure.tabIndex = -1;
    next.tabIndex = 0;
  }
  next.focus();
}

/** Lets arrow keys go from figure to figure of a table. */
export function followArrows(): void {
  for (const table of document.querySelectorAll("table")) {
    const figures = figuresOf(table);
    if (figures.length > MOST_STOPS) for (const figure of figures.slice(1)) figure.tabIndex = -1;
  }
  document.addEventListener("keydown", follow);
}

/** A figure, or a mark of a chart, with its source. */
type Figure = HTMLElement | SVGElement;

/** The figure that an event happened at. */
function figureAt({ target }: Event): Figure | null {
  return target instanceof Element ? target.closest<Figure>("[data-source]") : null;
}

/** Places a box below an element, or above it where there is no room below; never beyond the window's sides. */
function place(box: HTMLElement, element: Element): void {
  const { top, bottom, left } = element.getBoundingClientRect();
  const fitsBelow = bottom + box.offsetHeight + 8 < innerHeight || top < box.offsetHeight + 8;
  const furthest = document.documentElement.clientWidth - box.offsetWidth - 12;
  box.style.left = `${scrollX + Math.max(0, Math.min(Math.max(12, left), furthest))}px`;
  box.style.top = `${scrollY + (fitsBelow ? bottom + 4 : top - box.offsetHeight - 4)}px`;
}

/**
 * Shows where a figure comes from: on hover, on focus and on touch. Escape hides it, and the pointer can move onto it.
 *
 * @param tip the box that it is shown in
 */
export function showSources(tip: HTMLElement): void {
  let owner: Figure | null = null;
  const hide = (): void => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const show = (figure: Figure): void => {
    if (figure === owner && tip.textContent === figure.dataset["source"]) return;
    hide();
    owner = figure;
    tip.textContent = figure.dataset["source"] ?? "";
    tip.hidden = false;
    figure.setAttribute("aria-describedby", tip.id);
    place(tip, figure);
  };
  const isInTip = ({ target }: Event): boolean => target instanceof Node && tip.contains(target);
  const showOr = (isOver: (event: Event) => boolean) => (event: Event) => {
    const figure = figureAt(event);
    if (figure !== null) show(figure);
    else if (isOver(event)) hide();
  };
  document.addEventListener(
    "pointerover",
    showOr((event) => owner !== document.activeElement && !isInTip(event)),
  );
  document.addEventListener(
    "focusin",
    showOr(() => true),
  );
  document.addEventListener(
    "click",
    showOr((event) => !isInTip(event)),
  );
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  // A figure that becomes another one, or goes, takes its source with it
  const isStale = (): boolean => owner !== null && (!owner.isConnected || owner.dataset["source"] !== tip.textContent);
  const watcher = new MutationObserver(() => {
    if (isStale()) hide();
  });
  watcher.observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-source"] });
}

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

/** Makes every long table one stop of the Tab key. */
export function settleFigures(root: ParentNode = document): void {
  for (const table of root.querySelectorAll("table")) {
    const figures = figuresOf(table);
    if (figures.length > MOST_STOPS) for (const figure of figures.slice(1)) figure.tabIndex = -1;
  }
}

/** Lets arrow keys go from figure to figure of a table. */
export function followArrows(): void {
  document.addEventListener("keydown", follow);
}

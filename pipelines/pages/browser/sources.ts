/** A figure, or a mark of a chart, that knows where it comes from. */
export type Figure = HTMLElement | SVGElement;

/** The figure that an event happened at. */
export function figureAt({ target }: Event): Figure | null {
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
 * Shows where a figure comes from: on hover, on focus and on touch. Escape puts it away, and it can be hovered itself.
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
    if (figure === owner) return;
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
}

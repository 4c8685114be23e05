/**
 * The script of every page: sorts and filters tables, shows where a figure comes from, opens what is closed for
 * printing. Without it the page says the same, unsorted. It makes no markup: all that it shows is text.
 */
import { followArrows, settleFigures, showSources } from "./figures.ts";
import { addFilters, addSorting } from "./tables.ts";

/** A table that does not scroll needs no Tab stop. */
function settleStops(): void {
  for (const box of document.querySelectorAll<HTMLElement>(".scroll")) {
    if (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

/** Nothing can be opened on paper. */
function openForPrinting(): void {
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const each of opened) each.open = true;
  });
  addEventListener("afterprint", () => {
    for (const each of opened) each.open = false;
  });
}

addSorting();
addFilters();
const tip = document.getElementById("source");
if (tip !== null) showSources(tip);
settleFigures();
followArrows();
settleStops();
addEventListener("resize", settleStops);
document.addEventListener("toggle", settleStops, true);
openForPrinting();

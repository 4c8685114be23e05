/**
 * The script of every page: sorts and filters tables, shows where a figure comes from, opens what is closed for
 * printing. Without it the page says the same, unsorted. It makes no markup: all that it shows is text.
 */
import { followArrows, settleFigures, showSources } from "./figures.ts";
import { addFilters, addSorting } from "./tables.ts";
import { openForPrinting, settleStops } from "./whole-page.ts";

addSorting();
addFilters();
const tip = document.getElementById("source");
if (tip !== null) showSources(tip);
settleFigures();
followArrows();
settleStops();
addEventListener("resize", () => settleStops());
document.addEventListener("toggle", () => settleStops(), true);
openForPrinting();

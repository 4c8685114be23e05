import { render } from "preact";
import { followArrows, showSources } from "../../reports/pages/browser/figures.ts";
import { openForPrinting } from "../../reports/pages/browser/whole-page.ts";
import type { SiteIndex } from "../site-index.ts";
import { App } from "./app.tsx";
import { keepForOffline } from "./offline.ts";
import { OwnApp } from "./own-app.tsx";
import { SiteData } from "./site-data.ts";

/** Today where the reader is, as an ISO day. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const root = document.getElementById("app");
const index = JSON.parse(root?.dataset["index"] ?? "") as SiteIndex;
const { builder } = index;
const site =
  builder === null ? (
    <App data={new SiteData(index)} today={today()} />
  ) : (
    <OwnApp index={index} builder={builder} today={today()} />
  );
if (root !== null) render(site, root);
const tip = document.getElementById("source");
if (tip !== null) showSources(tip);
followArrows();
openForPrinting();
document.querySelector(".skip")?.addEventListener("click", (event) => {
  // The address has the question, and keeps it
  event.preventDefault();
  const main = document.getElementById("main");
  main?.setAttribute("tabindex", "-1");
  main?.focus();
});
keepForOffline(index);

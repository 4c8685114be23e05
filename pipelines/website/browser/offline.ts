import type { SiteIndex } from "../site-index.ts";

const address = (path: string): string => new URL(path, document.baseURI).href;

/** The addresses of this site's files, but for those of the folder of claims. */
function currentFiles({ releases, lateParts }: SiteIndex): string[] {
  const data = releases.flatMap(({ parts }) => Object.values(parts).map(({ path }) => path));
  const own = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((each) => {
    return each.getAttribute("src") ?? each.getAttribute("href") ?? "";
  });
  return [...own, ...data, ...Object.values(lateParts)].map(address);
}

/** Starts the worker that keeps what was seen, where the browser has workers: not for a site opened from a folder. */
export function keepForOffline(index: SiteIndex): void {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const told = () => ({
    loaded: performance.getEntriesByType("resource").map(({ name }) => name),
    current: currentFiles(index),
    folder: index.claims === null ? undefined : `${address(index.claims.folder)}/`,
  });
  navigator.serviceWorker
    .register("worker.js")
    .then(() => navigator.serviceWorker.ready)
    // Without it the site works as before, online
    .then(
      ({ active }) => active?.postMessage(told()),
      () => {},
    );
}

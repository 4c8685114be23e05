import type { SiteIndex } from "../site-index.ts";

const address = (path: string): string => new URL(path, document.baseURI).href;

/** The addresses of this site's files, but for those of the folder of claims. */
function currentFiles({ releases, codes, lateParts, builder }: SiteIndex): string[] {
  const data = releases.flatMap(({ parts }) => Object.values(parts).map(({ path }) => path));
  const own = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((each) => {
    return each.getAttribute("src") ?? each.getAttribute("href") ?? "";
  });
  const others = [codes?.path, builder?.file.path].filter((path) => path !== undefined);
  return [...own, ...data, ...others, ...Object.values(lateParts)].map(address);
}

/**
 * Reports to the worker which files the site has, and what the page loads past it: before it was there, or on its way
 * at that moment.
 */
function reportTo(worker: ServiceWorker, index: SiteIndex): void {
  const current = currentFiles(index);
  const folders = index.claims.map(({ folder }) => `${address(folder)}/`);
  const report = (loaded: readonly string[]): void => worker.postMessage({ loaded, current, folders });
  // A site of the reader's own files answers every question without a network from the first moment
  report(index.builder === null ? [] : Object.values(index.lateParts).map(address));
  new PerformanceObserver((list) => {
    const entries = list.getEntries() as PerformanceResourceTiming[];
    const loaded = entries.filter(({ workerStart }) => workerStart === 0).map(({ name }) => name);
    if (loaded.length > 0) report(loaded);
  }).observe({ type: "resource", buffered: true });
}

/** Starts the worker that keeps what was seen, where the browser has workers: not for a site opened from a folder. */
export function keepForOffline(index: SiteIndex): void {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  navigator.serviceWorker
    .register("worker.js")
    .then(() => navigator.serviceWorker.ready)
    // Without it the site works as before, online
    .then(
      ({ active }) => active && reportTo(active, index),
      () => {},
    );
}

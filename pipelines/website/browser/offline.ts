import type { SiteIndex } from "../site-index.ts";

/** Beginnings of the addresses of this site's files. */
function currentFiles({ releases, claims, lateParts }: SiteIndex): string[] {
  const data = releases.flatMap(({ parts }) => Object.values(parts).map(({ path }) => path));
  const own = [...document.querySelectorAll("script[src], link[rel=stylesheet]")].map((each) => {
    return each.getAttribute("src") ?? each.getAttribute("href") ?? "";
  });
  const paths = ["index.html", ...own, ...data, ...Object.values(lateParts), ...(claims ? [`${claims.folder}/`] : [])];
  return [...paths.map((path) => new URL(path, document.baseURI).href), new URL(".", document.baseURI).href];
}

/** Starts the worker that keeps what was seen, where the browser has workers: not for a site opened from a folder. */
export function keepForOffline(index: SiteIndex): void {
  if (!("serviceWorker" in navigator) || !location.protocol.startsWith("http")) return;
  const loaded = (): string[] => [
    location.href.replace(/#.*/, ""),
    ...performance.getEntriesByType("resource").map(({ name }) => name),
  ];
  navigator.serviceWorker
    .register("worker.js")
    .then(() => navigator.serviceWorker.ready)
    // Without it the site works as before, online
    .then(
      ({ active }) => active?.postMessage({ loaded: loaded(), current: currentFiles(index) }),
      () => {},
    );
}

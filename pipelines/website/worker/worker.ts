/**
 * Keeps what a reader has seen of the site, so that it works without a network. Names of files have their hashes, so a
 * kept file is never stale; the page itself is asked for first, and the kept one is shown when there is no answer.
 */
declare const self: ServiceWorkerGlobalScope;

const CACHE = "ratebook";

/** What the page tells: the files that it has loaded, and the paths of its site. */
interface FromPage {
  readonly loaded: readonly string[];
  /** Beginnings of addresses that belong to the site as it is now. */
  readonly current: readonly string[];
}

async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function newest(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const known = await cache.match(request, { ignoreSearch: true });
    if (known !== undefined) return known;
    throw error;
  }
}

/** Keeps what was loaded before this worker was there, and forgets files of earlier sites. */
async function settle({ loaded, current }: FromPage): Promise<void> {
  const cache = await caches.open(CACHE);
  const isCurrent = (address: string): boolean => current.some((each) => address.startsWith(each));
  for (const { url } of await cache.keys()) if (!isCurrent(url)) await cache.delete(url);
  for (const address of loaded.filter(isCurrent))
    if ((await cache.match(address)) === undefined) await cache.add(address);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(settle(event.data as FromPage)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(request.mode === "navigate" ? newest(request) : kept(request));
});

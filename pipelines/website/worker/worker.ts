/**
 * Keeps what a reader has seen of the site, so that it works without a network. Names of data and programs have their
 * hashes, so a kept file is never stale; the page itself is asked for first, and the kept one is shown when there is no
 * answer. What else there is below the site's address is not its own, and passes.
 */
declare const self: ServiceWorkerGlobalScope;

const { scope } = self.registration;
/** One for each site of an origin. */
const CACHE = `ratebook ${scope}`;
const PAGE = `${scope}index.html`;

/** What the page reports: at once, and after each file that it loaded past the worker. */
interface FromPage {
  /** Addresses that it has loaded past the worker. */
  readonly loaded: readonly string[];
  /** Every address of the site as it is now, but for those of folders. */
  readonly current: readonly string[];
  /** Addresses of those folders, each with a slash at its end. */
  readonly folders: readonly string[];
}

const isPage = (address: string): boolean => address.replace(/[?#].*/, "") === scope || address.startsWith(PAGE);
const isHashed = (address: string): boolean => ["assets/", "data/"].some((each) => address.startsWith(scope + each));

async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known !== undefined) return known;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The page as it is now, under one address; the kept one without a network. */
async function newest(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(PAGE, answer.clone());
    return answer;
  } catch (error) {
    const known = await cache.match(PAGE);
    if (known !== undefined) return known;
    throw error;
  }
}

/** Keeps what was loaded past this worker, and forgets files of earlier sites. */
async function settle({ loaded, current, folders }: FromPage): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = new Set([PAGE, ...current]);
  const isCurrent = (address: string): boolean =>
    wanted.has(address) || folders.some((folder) => address.startsWith(folder));
  for (const { url } of await cache.keys()) if (!isCurrent(url)) await cache.delete(url);
  for (const address of [PAGE, ...loaded].filter(isCurrent))
    if ((await cache.match(address)) === undefined) await cache.add(address);
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(settle(event.data as FromPage)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (isPage(request.url)) event.respondWith(newest(request));
  else if (isHashed(request.url)) event.respondWith(kept(request));
});

import type { BuilderProgress, BuilderReply, Numbered } from "../builder-messages.ts";
import { OwnSite } from "./own-site.ts";
import { openStore } from "./own-store.ts";

/**
 * The worker of a site without CMS's data: the pipeline, over files that a person brings. Its name has the address of
 * the site and the hash of this program, which the page has compared.
 */
declare const self: DedicatedWorkerGlobalScope;

const { site, program } = JSON.parse(self.name) as { readonly site: string; readonly program: string };

function reply(message: BuilderReply, transfer: Transferable[] = []): void {
  self.postMessage(message, transfer);
}

const report = (progress: BuilderProgress): void => reply({ kind: "progress", progress });
const opened = openStore(site).then(async (store) => {
  const own = new OwnSite(store, program, report);
  await own.open();
  return own;
});

async function act(request: Numbered): Promise<void> {
  const own = await opened;
  const { id } = request;
  if (request.kind === "read") {
    const found = await own.read(request.path);
    const bytes = found && new Uint8Array(found);
    reply({ kind: "bytes", id, bytes }, bytes === undefined ? [] : [bytes.buffer]);
    return;
  }
  if (request.kind === "add") await own.add(request.files);
  if (request.kind === "forget") await own.forget(request.sha256s);
  if (request.kind === "without") await own.without(request.release, request.without);
  reply({ kind: "state", id, state: own.state });
}

/** One after the other: a build changes what the next request finds. Files of the page are read at any time. */
let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Numbered>) => {
  const run = (): Promise<void> =>
    act(data).catch((error: Error) => reply({ kind: "failed", id: data.id, message: error.message }));
  if (data.kind === "read") void run();
  else last = last.then(run);
});

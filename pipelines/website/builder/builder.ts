import type { BuilderProgress, BuilderReply, Numbered, OwnState } from "../builder-messages.ts";
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
const opened = openStore(site);

/** One page at a time: another one of this site may build as well, so each request reads again what is kept. */
async function alone<Result>(act: () => Promise<Result>): Promise<Result> {
  if (!("locks" in navigator)) return await act();
  report({ text: "Waiting for another page of this site" });
  return await navigator.locks.request(`ratebook ${site}`, act);
}

type Change = Exclude<Numbered, { kind: "read" }>;

async function make(own: OwnSite, request: Change): Promise<void> {
  await own.begin();
  if (request.kind === "add") await own.add(request.files);
  if (request.kind === "forget") await own.forget(request.sha256s);
  if (request.kind === "without") own.without(request.release, request.without);
  await own.build();
}

/** What is kept, and whether something of it is left to build. */
async function read() {
  const own = new OwnSite(await opened, program, report);
  return { own, isUnfinished: await own.open() };
}

/** What there is after the change, and why not all of it was made. */
async function stateAfter(request: Change): Promise<OwnState> {
  if (request.kind === "open") {
    const { own, isUnfinished } = await read();
    if (!isUnfinished) return own.state;
  }
  return await alone(async () => {
    const { own } = await read();
    const failure = await make(own, request).then(
      () => undefined,
      (error: Error) => error.message,
    );
    return { ...own.state, ...(failure !== undefined && { failure }) };
  });
}

async function readFile(id: number, path: string): Promise<void> {
  const { store } = await opened;
  const found = await store.read(path);
  const bytes = found && new Uint8Array(found);
  reply({ kind: "bytes", id, bytes }, bytes === undefined ? [] : [bytes.buffer]);
}

async function change(request: Change): Promise<void> {
  reply({ kind: "state", id: request.id, state: await stateAfter(request) });
}

/** Changes are made one after the other. Files of the page are read at any time. */
let last: Promise<void> = Promise.resolve();

self.addEventListener("message", ({ data }: MessageEvent<Numbered>) => {
  const fail = (error: Error): void => reply({ kind: "failed", id: data.id, message: error.message });
  if (data.kind === "read") readFile(data.id, data.path).catch(fail);
  else last = last.then(() => change(data).catch(fail));
});

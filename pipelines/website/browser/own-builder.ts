import type { BuilderProgress, BuilderReply, BuilderRequest, Numbered, OwnState } from "../builder-messages.ts";
import type { SiteFile } from "../site-index.ts";
import { SiteFault } from "./load-script.ts";
import { bytesAt, provideOwn } from "./received.ts";

type Answer = Exclude<BuilderReply, { kind: "progress" }>;

/** The worker that reads a person's files, from the page. */
export class OwnBuilder {
  private readonly file: SiteFile;
  private readonly report: (progress: BuilderProgress) => void;
  private readonly waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  private worker: Promise<Worker> | undefined;
  private asked = 0;

  /** @param report is called with what the worker is doing */
  constructor(file: SiteFile, report: (progress: BuilderProgress) => void) {
    this.file = file;
    this.report = report;
    provideOwn((path) => this.bytes(path));
  }

  /** What the worker has, after what is asked. Throws SiteFault where the worker fails. */
  async state(request: Exclude<BuilderRequest, { kind: "read" }>): Promise<OwnState> {
    const answer = await this.ask(request);
    if (answer.kind === "state") return answer.state;
    throw new SiteFault("the worker answered something else");
  }

  private async bytes(path: string): Promise<Uint8Array | undefined> {
    const answer = await this.ask({ kind: "read", path });
    return answer.kind === "bytes" ? answer.bytes : undefined;
  }

  private async ask(request: BuilderRequest): Promise<Answer> {
    const worker = await this.started();
    const id = ++this.asked;
    return await new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ ...request, id } satisfies Numbered);
    });
  }

  private started(): Promise<Worker> {
    const started = this.worker ?? this.start();
    this.worker = started;
    // A program that could not be loaded is loaded again with the next question
    started.catch(() => {
      this.worker = undefined;
    });
    return started;
  }

  /** The program is compared with its hash, like every file of the site, before any of it runs. */
  private async start(): Promise<Worker> {
    const { path, sha256 } = this.file;
    const bytes = await bytesAt(path, sha256);
    const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: "text/javascript" }));
    const site = new URL(".", document.baseURI).href;
    const worker = new Worker(address, { name: JSON.stringify({ site, program: sha256 }) });
    worker.addEventListener("message", ({ data }: MessageEvent<BuilderReply>) => this.take(data));
    worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
    worker.addEventListener("error", ({ message }) => this.fail(message));
    return worker;
  }

  private take(reply: BuilderReply): void {
    if (reply.kind === "progress") {
      this.report(reply.progress);
      return;
    }
    const { resolve, reject } = this.waiting.get(reply.id) ?? {};
    this.waiting.delete(reply.id);
    if (reply.kind === "failed") reject?.(new SiteFault(reply.message));
    else resolve?.(reply);
  }

  /** The next question starts another worker, which goes on with what this one was doing. */
  private fail(message: string): void {
    this.worker?.then((worker) => worker.terminate()).catch(() => {});
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(new SiteFault(message));
    this.waiting.clear();
  }
}

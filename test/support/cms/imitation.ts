import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Asked, type Content, type FaultName, faultNamed, type Reply } from "./faults.ts";
import { licencePage, NOTICES, pagesOf } from "./pages.ts";
import { CMS, filePath, type Posting } from "./postings.ts";
import { reply, send } from "./reply.ts";

/** A fault of one address. */
interface Scripted {
  readonly name: FaultName;
  /** Requests that are still to suffer from it. */
  left: number;
}

const ROBOTS = "User-agent: *\nDisallow: /core/\nDisallow: /search/\n";

/** CMS's clock for Last-Modified: noon of a day, and a minute more for each time that a file took another's place. */
function changedAt(replaced: number): string {
  return new Date(Date.UTC(2026, 7, 26, 12, replaced)).toUTCString();
}

function contentOf(bytes: Uint8Array, type: string, replaced = 0): Content {
  const etag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}"`;
  return { bytes, type, etag, lastModified: changedAt(replaced), ranges: true, conditions: true };
}

/**
 * An honest imitation of www.cms.gov on this machine: pages with CMS's structure in our words, the files that a test
 * posts, the licence page before some of them, and faults that a test scripts. Nothing of CMS's text is in it.
 */
export class ImitationCms {
  /** What was asked for, in order, with the headers. */
  readonly requests: Asked[] = [];
  /** Text of robots.txt; a fault of "/robots.txt" can take it away. */
  robots = ROBOTS;
  /** How many answers were on their way at once, at most. */
  mostAtOnce = 0;
  private atOnce = 0;
  private postings: Posting[];
  private readonly replaced = new Map<string, number>();
  private readonly scripts = new Map<string, Scripted[]>();
  private readonly more = new Map<string, Content>();
  private server: Server | undefined;

  constructor(postings: readonly Posting[] = []) {
    this.postings = [...postings];
  }

  /** "http://127.0.0.1:" and the port. */
  get origin(): string {
    const address = this.server?.address() as AddressInfo | null | undefined;
    if (address == null) throw new Error("the imitation of CMS was not started");
    return `http://127.0.0.1:${address.port}`;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => this.answer(request, response));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  }

  /** Posts another file; one with the name of an earlier one takes its place, as CMS does without a word. */
  post(posting: Posting): void {
    const others = this.postings.filter(({ name }) => name !== posting.name);
    const isAnother = others.length < this.postings.length;
    if (isAnother) this.replaced.set(posting.name, (this.replaced.get(posting.name) ?? 0) + 1);
    this.postings = [...others, posting];
  }

  /** Takes a file and its links away. */
  withdraw(name: string): void {
    this.postings = this.postings.filter((posting) => posting.name !== name);
  }

  /** Serves a text at a path, instead of what would be there: a page of a test's own. */
  serve(path: string, text: string, type = "text/html; charset=UTF-8"): void {
    this.more.set(path, contentOf(Buffer.from(text), type));
  }

  /** Ends every fault. */
  heal(): void {
    this.scripts.clear();
  }

  /**
   * Lets something go wrong.
   *
   * @param path of the address, without its query
   * @param times how many requests suffer from it, from the next one on; all when not given
   */
  fault(path: string, name: FaultName, times = Number.POSITIVE_INFINITY): void {
    this.scripts.set(path, [...(this.scripts.get(path) ?? []), { name, left: times }]);
  }

  /** Paths that were asked for, in order, with their queries. */
  get asked(): string[] {
    return this.requests.map(({ path }) => path);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const asked = { path: request.url ?? "/", headers: request.headers };
    this.requests.push(asked);
    this.atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce);
    response.on("close", () => {
      this.atOnce -= 1;
    });
    send(response, this.replyTo(asked));
  }

  private replyTo(asked: Asked): Reply {
    const { pathname } = new URL(asked.path, CMS);
    const faults = this.suffered(pathname).map(faultNamed);
    const found = this.contentAt(asked.path);
    const content = faults.reduce((now, fault) => fault.content?.(now) ?? now, found ?? contentOf(Buffer.of(), ""));
    const plain = found === undefined ? missing() : reply(content, asked);
    return faults.reduce((now, fault) => fault.reply?.(now, asked) ?? now, plain);
  }

  private suffered(pathname: string): FaultName[] {
    const due = (this.scripts.get(pathname) ?? []).filter(({ left }) => left > 0);
    for (const script of due) script.left -= 1;
    return due.map(({ name }) => name);
  }

  private contentAt(path: string): Content | undefined {
    const { pathname, searchParams } = new URL(path, CMS);
    if (pathname === "/robots.txt") return contentOf(Buffer.from(this.robots), "text/plain");
    const own = this.more.get(pathname);
    if (own !== undefined) return own;
    const licence = /^\/(license|apps\/ama)\//.test(pathname) ? (searchParams.get("file") ?? "/") : undefined;
    const html = licence === undefined ? pagesOf(this.postings).get(pathname) : licencePage(licence);
    return html === undefined ? this.fileAt(pathname, searchParams) : contentOf(Buffer.from(html), "text/html");
  }

  private fileAt(pathname: string, query: URLSearchParams): Content | undefined {
    const posting = this.postings.find((each) => filePath(each) === pathname);
    if (posting === undefined) return undefined;
    const isAccepted = query.get("agree") === "yes" && query.get("next") === "Accept";
    if (posting.gated && !isAccepted) return contentOf(Buffer.from(licencePage(pathname)), "text/html");
    return contentOf(posting.bytes, "application/zip", this.replaced.get(posting.name));
  }
}

function missing(): Reply {
  return { status: 404, headers: { "content-type": "text/html" }, body: Buffer.from(NOTICES.error) };
}

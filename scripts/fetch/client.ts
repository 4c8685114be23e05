import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import pLimit from "p-limit";
import { BOUNDS } from "../../pipelines/problems/bounds.ts";
import { baseName } from "../../pipelines/problems/file-name.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import {
  acceptedAddress,
  asksForMore,
  CMS_ORIGIN,
  cmsAddress,
  fileBehind,
  isLicencePage,
  saysAccepted,
} from "./address.ts";
import { newRun } from "./arriving.ts";
import { bodyText } from "./body.ts";
import { type DownloadedFile, FileDownload, type UnchangedFile, type WantedFile } from "./download.ts";
import { headerOf } from "./network-faults.ts";
import { type ClientOptions, type Settings, settingsOf } from "./options.ts";
import { PartFile } from "./part-file.ts";
import { patiently } from "./passing.ts";
import { licenceFault, refusalOf } from "./refusals.ts";
import { type Reply, Requests } from "./requests.ts";
import { type RobotsRules, readRobots } from "./robots.ts";
import { meterOf } from "./speed.ts";

/** A page of CMS's. */
interface FetchedPage {
  /** CMS's address of it, after all redirects. */
  readonly address: string;
  readonly html: string;
}

/** What a request is for. */
type Asked = "page" | "file" | "accepted file";

/** How many requests are on their way at once. */
const AT_ONCE = 2;

/**
 * Downloads pages and files from CMS, and from nobody else. It reads robots.txt first, says who it is, keeps no cookies,
 * sends at most two requests at once, and never accepts a licence. All addresses that it returns are CMS's own.
 */
export class CmsClient {
  /** What is worth knowing about the run, in the order in which it was found. */
  readonly notes: string[] = [];
  private readonly settings: Settings;
  private readonly requests: Requests;
  private readonly atOnce = pLimit(AT_ONCE);
  private readonly pages = new Map<string, Promise<FetchedPage>>();
  private robots: Promise<RobotsRules> | undefined;
  private files = 0;
  /** Where this client's files are; undefined before the first one. */
  private folder: string | undefined;
  /** When the next request may begin, by the clock of `performance`. */
  private next = 0;

  constructor(options: ClientOptions) {
    this.settings = settingsOf(options);
    this.requests = new Requests(this.settings);
  }

  /**
   * A page, asked for once in a run however often it is wanted.
   *
   * @throws InputFault that says why it did not come
   */
  async page(address: string): Promise<FetchedPage> {
    const url = cmsAddress(address, this.settings.origin);
    const known = this.pages.get(url.href) ?? this.newPage(url);
    this.pages.set(url.href, known);
    return await known;
  }

  /**
   * A file, checked, in a folder of the client's own until {@link close}. A try that broke off is continued where that is safe.
   *
   * With an accepted licence the client sends what CMS's own form sends. This is a person's request and not a
   * program's, so robots.txt is asked about the file, and not about the query of the form.
   *
   * @param address of the file; of its licence page only with an accepted licence
   * @throws InputFault that says why it did not come, or what came instead
   */
  async file(address: string, wanted: WantedFile = {}): Promise<DownloadedFile | UnchangedFile> {
    const url = cmsAddress(address, this.settings.origin);
    const { licenceAcceptedBy: by } = wanted;
    if (by === undefined) {
      if (asksForMore(url)) throw licenceFault(url.href);
      return await this.atOnce(() => this.download(url, wanted, "file"));
    }
    if (by.trim() === "") throw licenceFault(url.href);
    const file = fileBehind(url, this.settings.origin);
    const result = await this.atOnce(() => this.download(acceptedAddress(file), wanted, "accepted file"));
    return result.status === "downloaded" ? { ...result, address: file.href } : result;
  }

  /**
   * Ends all connections and removes the files that were not taken away. Must always be called: open connections keep
   * the process alive.
   */
  async close(): Promise<void> {
    await this.requests.close();
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private async download(url: URL, wanted: WantedFile, what: Asked): Promise<DownloadedFile | UnchangedFile> {
    const part = new PartFile(this.freshPath(url));
    const download = new FileDownload({
      wanted,
      part,
      most: wanted.most ?? BOUNDS.archiveBytes,
      tell: meterOf(url.href, this.settings.onProgress),
      ask: (headers) => this.ask(url, headers, what),
    });
    try {
      const result = await patiently(() => download.attempt(), this.settings);
      if (result.status === "not-modified") part.abandon();
      return result;
    } catch (error) {
      part.abandon();
      throw error;
    }
  }

  private async newPage(url: URL): Promise<FetchedPage> {
    return await this.atOnce(() => patiently(() => this.onePage(url), this.settings));
  }

  private async onePage(url: URL): Promise<FetchedPage> {
    const reply = await this.ask(url, { accept: "text/html", "accept-encoding": "gzip" }, "page");
    const type = headerOf(reply.headers, "content-type") ?? "no content type";
    if (reply.status === 200 && /html/i.test(type)) return { address: reply.address, html: await bodyText(reply) };
    await reply.body.dump();
    if (reply.status !== 200) throw refusalOf(reply);
    const cure = "Open the address in a browser, and check that it is the page with the links";
    throw fault("fetch.not-a-page", { file: reply.address }, `CMS sent ${type}, expected a page of HTML`, cure);
  }

  private async ask(url: URL, headers: Readonly<Record<string, string>>, what: Asked): Promise<Reply> {
    this.robots ??= this.readRules();
    const { refuse, pause } = await this.robots;
    await this.takeTurn(pause);
    return await this.requests.get(url, headers, (at) => {
      if (what === "accepted file") return refuse(fileBehind(at, this.settings.origin));
      if (saysAccepted(at) || (what === "file" && isLicencePage(at))) throw licenceFault(at.href);
      refuse(at);
    });
  }

  private async readRules(): Promise<RobotsRules> {
    const url = new URL("/robots.txt", CMS_ORIGIN);
    const note = (text: string): number => this.notes.push(text);
    return await patiently(async () => readRobots(await this.requests.get(url, {}, () => {}), note), this.settings);
  }

  private async takeTurn(pause: number): Promise<void> {
    const now = performance.now();
    const start = Math.max(now, this.next);
    this.next = start + pause;
    if (start > now) await this.settings.delay(start - now);
  }

  private freshPath({ pathname }: URL): string {
    this.folder ??= newRun(resolve(this.settings.folder));
    this.files += 1;
    return join(this.folder, `${this.files}-${baseName(pathname).replace(/[^\w.-]/g, "_")}`);
  }
}

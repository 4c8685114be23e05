import { bodyText, isAsItIs, lengthOf, piecesOf, refuseTooLarge } from "./body.ts";
import { checkFile } from "./check-file.ts";
import { headerOf } from "./network-faults.ts";
import type { PartFile } from "./part-file.ts";
import { PassingFailure } from "./passing.ts";
import { pageInstead, refusalOf } from "./refusals.ts";
import type { Reply } from "./requests.ts";

/** What CMS said of a file when it came the last time. */
interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is wanted of a file. */
export interface WantedFile {
  /** Of the file that we have: CMS may answer that it is still the same. */
  readonly previous?: Validators;
  /** Bytes that it has at least; by default 1. */
  readonly least?: number;
  /** Bytes that it has at most; by default the bound of an archive. */
  readonly most?: number;
  /** Name of the person who has read CMS's licence and accepted it; a blank one accepts nothing. */
  readonly licenceAcceptedBy?: string;
}

/** A file that came whole, in a temporary place. */
export interface DownloadedFile extends Validators {
  readonly status: "downloaded";
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** CMS's address of it, after all redirects. */
  readonly address: string;
}

/** The file that we have is the one that CMS has. */
export interface UnchangedFile {
  readonly status: "not-modified";
}

/** Sends a request for the file with these headers. */
type Ask = (headers: Readonly<Record<string, string>>) => Promise<Reply>;

/** What is fixed for all tries to download one file. */
interface DownloadJob {
  readonly wanted: WantedFile;
  readonly most: number;
  readonly part: PartFile;
  readonly ask: Ask;
  /** Hears how many bytes came, of how many. */
  readonly tell: (received: number, total: number | undefined) => void;
}

const RANGE_CURE = "Run the command again. If it fails again, save the file with a browser";

/** One file, over as many tries as it takes. Tries share what came. */
export class FileDownload {
  private readonly job: DownloadJob;
  private total: number | undefined;
  /** A strong ETag: what came and what comes later with it are parts of the same bytes. */
  private sameBytes: string | undefined;
  /** False once CMS has answered with another part than the one asked for. */
  private mayGoOn = true;

  constructor(job: DownloadJob) {
    this.job = job;
  }

  /**
   * One try. It goes on where the last one stopped, where that is safe.
   *
   * @throws PassingFailure when another try may succeed, InputFault otherwise
   */
  async attempt(): Promise<DownloadedFile | UnchangedFile> {
    const { part, ask } = this.job;
    const goesOn = this.mayGoOn && this.sameBytes !== undefined && part.received > 0;
    if (!goesOn) part.restart();
    const conditions = goesOn ? this.rest() : this.conditions();
    const reply = await ask({ "accept-encoding": "identity", ...conditions });
    if (reply.status === 304 && !goesOn && Object.keys(conditions).length > 0) {
      await reply.body.dump();
      return { status: "not-modified" };
    }
    await this.refuse(reply, goesOn);
    if (reply.status === 200) this.begin(reply);
    await this.receive(reply);
    return this.finished(reply);
  }

  private rest(): Record<string, string> {
    return { range: `bytes=${this.job.part.received}-`, "if-range": this.sameBytes ?? "" };
  }

  private conditions(): Record<string, string> {
    const { etag = null, lastModified = null } = this.job.wanted.previous ?? {};
    return {
      ...(etag !== null && { "if-none-match": etag }),
      ...(lastModified !== null && { "if-modified-since": lastModified }),
    };
  }

  /** Throws unless the body is the file, or the rest of it. */
  private async refuse(reply: Reply, goesOn: boolean): Promise<void> {
    const { status } = reply;
    if (status === 200 && /html/i.test(headerOf(reply.headers, "content-type") ?? "")) {
      throw pageInstead(reply.address, await bodyText(reply));
    }
    if (status === 200 || (status === 206 && goesOn && this.isTheRest(reply))) return;
    await reply.body.dump();
    if (status !== 206 && status !== 416) throw refusalOf(reply);
    this.mayGoOn = false;
    const range = headerOf(reply.headers, "content-range") ?? "no Content-Range";
    const wanted = goesOn ? `the rest from byte ${this.job.part.received}` : "the whole file";
    const message = `CMS answered ${status} with another part of the file (${range}), expected ${wanted}`;
    throw new PassingFailure("fetch.range", reply.address, message, RANGE_CURE);
  }

  private isTheRest(reply: Reply): boolean {
    const range = headerOf(reply.headers, "content-range") ?? "";
    const [, first, last, total] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? [];
    const isWhole = Number(last) + 1 === Number(total) && (this.total ?? Number(total)) === Number(total);
    const isSame = (headerOf(reply.headers, "etag") ?? this.sameBytes) === this.sameBytes;
    return Number(first) === this.job.part.received && isWhole && isSame && isAsItIs(reply);
  }

  /** The file from its first byte, also where only the rest was asked for. */
  private begin(reply: Reply): void {
    this.job.part.restart();
    this.total = lengthOf(reply);
    const etag = headerOf(reply.headers, "etag");
    this.sameBytes = etag?.startsWith('"') && isAsItIs(reply) ? etag : undefined;
  }

  private async receive(reply: Reply): Promise<void> {
    const { part, most, tell } = this.job;
    try {
      refuseTooLarge(reply.address, this.total ?? 0, most);
    } catch (error) {
      await reply.body.dump();
      throw error;
    }
    for await (const piece of piecesOf(reply, most, part.received)) {
      part.write(piece);
      tell(part.received, this.total);
    }
  }

  private finished(reply: Reply): DownloadedFile {
    const { part, wanted } = this.job;
    const { address, headers } = reply;
    const came = { address, bytes: part.received, sha256: part.digest() };
    const isZip = /\.zip$/i.test(part.path);
    checkFile({ ...came, path: part.part, isZip }, wanted.least ?? 1);
    part.finish();
    const etag = headerOf(headers, "etag") ?? null;
    const lastModified = headerOf(headers, "last-modified") ?? null;
    return { status: "downloaded", ...came, path: part.path, etag, lastModified };
  }
}

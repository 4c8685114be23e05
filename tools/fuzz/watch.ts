import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Reader } from "./tokens.ts";
import type { Finding, Order, Word } from "./words.ts";

/** A session to watch, and how long it may be silent. */
interface Watched {
  readonly session: URL;
  /** Seconds that one input, or the collecting of files before the first, may take. */
  readonly seconds: { readonly input: number; readonly ready: number };
}

const SESSION: Watched = { session: new URL("./session.ts", import.meta.url), seconds: { input: 10, ready: 120 } };
/** Megabytes of values; more of them end the process, which is a finding. */
const ARGUMENTS = ["--import", "tsx", "--max-old-space-size=600"];

/** The result of fuzzing one reader. */
export interface FuzzTally {
  readonly reader: Reader;
  /** Files that inputs were made from. */
  bases: number;
  tried: number;
  read: number;
  /** How many inputs had each kind of problem. */
  readonly refused: Record<string, number>;
  readonly findings: Finding[];
}

function count({ refused }: FuzzTally, codes: readonly string[]): void {
  for (const code of codes) refused[code] = (refused[code] ?? 0) + 1;
}

/** One session and its reports so far. */
class Watch {
  readonly #child: ChildProcess;
  readonly #tally: FuzzTally;
  readonly #watched: Watched;
  #timer: NodeJS.Timeout | undefined;
  #last = { seed: 0, run: 0 };
  #reading = false;
  #done = false;
  #said = "";

  constructor(order: Order, tally: FuzzTally, watched: Watched) {
    this.#tally = tally;
    this.#watched = watched;
    this.#child = fork(fileURLToPath(watched.session), [], {
      execArgv: ARGUMENTS,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    this.#child.stderr?.on("data", (piece: Buffer) => {
      this.#said = (this.#said + piece.toString("utf8")).slice(-2_000);
    });
    this.#child.on("message", (word: Word) => this.#hear(word));
    this.#last = { seed: order.seed, run: 0 };
    this.#wait(watched.seconds.ready);
    this.#child.send(order);
  }

  /** Resolves with the end of the session: whether it ended by itself, and its last seed. */
  async ended(): Promise<{ readonly done: boolean; readonly seed: number }> {
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      this.#child.on("close", (exit, killed) => resolve([exit, killed]));
    });
    clearTimeout(this.#timer);
    if (!this.#done) this.#find(signal === "SIGKILL" ? "" : `the process ended with ${code ?? signal}: ${this.#said}`);
    return { done: this.#done, seed: this.#last.seed };
  }

  #wait(seconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#find(this.#reading ? `not read after ${seconds} seconds` : `nothing heard for ${seconds} seconds`);
      this.#child.kill("SIGKILL");
    }, seconds * 1000);
  }

  #find(what: string): void {
    const { seed, run } = this.#last;
    if (what !== "") this.#tally.findings.push({ seed, path: String(run), what });
  }

  #hear(word: Word): void {
    this.#wait(this.#watched.seconds.input);
    if (word.kind === "ready") this.#tally.bases = word.bases;
    if (word.kind === "begins") {
      this.#last = word;
      this.#reading = true;
      this.#tally.tried += 1;
    }
    if (word.kind === "ended") {
      this.#reading = false;
      if (word.codes.length === 0) this.#tally.read += 1;
      count(this.#tally, word.codes);
    }
    if (word.kind === "found") this.#tally.findings.push(word.finding);
    if (word.kind === "done") this.#done = true;
  }
}

/** Fuzzes one reader. A session that hangs or dies is a finding; another one continues with the next seed. */
export async function watch(order: Order, watched = SESSION): Promise<FuzzTally> {
  const tally: FuzzTally = { reader: order.reader, bases: 0, tried: 0, read: 0, refused: {}, findings: [] };
  const end = performance.now() + order.seconds * 1000;
  let next = order;
  for (;;) {
    const { done, seed } = await new Watch(next, tally, watched).ended();
    const left = (end - performance.now()) / 1000;
    if (done || left <= 0) return tally;
    next = { ...order, kept: [], seed: seed + 1, seconds: left };
  }
}

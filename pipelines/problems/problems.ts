import type { Place, Problem } from "../../schemas/place.ts";
import { BOUNDS } from "./bounds.ts";
import { plain, quoted } from "./quoted.ts";

/** Input that cannot be read any further, with the problem to report. */
export class InputFault extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(renderProblem(problem));
    this.name = "InputFault";
    this.problem = problem;
  }
}

/** Shorthand for throwing code: `throw fault("zip.truncated", { file }, "...", "...")`. */
export function fault(code: string, place: Place, message: string, cure: string): InputFault {
  return new InputFault({ code, place, message, cure });
}

/** How many problems a part of the work may have before it stops. */
interface Bound {
  readonly most: number;
  /** What the part reads, for the problem that reports the stop. */
  readonly file: string;
}

/** Collects the problems of the input, so that all are reported together. */
export class Problems {
  private readonly found: Problem[] = [];
  private readonly whole: Problems | undefined;
  private readonly bound: Bound | undefined;

  constructor(whole?: Problems, bound?: Bound) {
    this.whole = whole;
    this.bound = bound;
  }

  /** All problems, in the order in which they were found. */
  get list(): readonly Problem[] {
    return this.found;
  }

  /** Whether there are problems. */
  get any(): boolean {
    return this.found.length > 0;
  }

  /** Whether a part has more problems than its bound, so that the rest is not checked. The last problem says so. */
  get full(): boolean {
    return this.bound !== undefined && this.found.length > this.bound.most;
  }

  /** Adds problems; those beyond the bound of a part are dropped. */
  add(...problems: readonly Problem[]): void {
    for (const problem of problems) {
      if (this.full) return;
      const next = this.found.length === this.bound?.most ? this.stopped() : problem;
      this.found.push(next);
      this.whole?.add(next);
    }
  }

  /** A part of the work: its problems are also those of the whole; its own `any` is about the part only. */
  part(bound?: Bound): Problems {
    return new Problems(this, bound);
  }

  /** Runs one step; an {@link InputFault} becomes a problem, and the result is undefined. */
  async attempt<T>(step: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      this.add(error.problem);
      return undefined;
    }
  }

  /** Throws the first problem, if there is one. */
  refuse(): void {
    const [first] = this.found;
    if (first !== undefined) throw new InputFault(first);
  }

  private stopped(): Problem {
    const { most = 0, file = "" } = this.bound ?? {};
    const message = `more than ${most} problems: the rest of the table was not checked`;
    return { code: "table.too-many-problems", place: { file }, message, cure: "Fix the other problems first" };
  }
}

/** Column letters of a zero-based index: 0 is A, 31 is AF. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  const last = String.fromCharCode(65 + (index % 26));
  return rest === 0 ? last : columnLetter(rest - 1) + last;
}

function cellName(place: Place): string {
  if (place.row !== undefined && /^\d/.test(place.column ?? "")) return `row ${place.row}, characters ${place.column}`;
  if (place.row === undefined) return place.column === undefined ? "" : `column ${place.column}`;
  if (place.column === undefined) return `row ${place.row}`;
  return place.column
    .split(":")
    .map((letter) => `${letter}${place.row}`)
    .join(":");
}

function placeWith(place: Place, change: (part: string) => string): Place {
  const parts = Object.entries(place).map(([name, part]) => [name, typeof part === "string" ? change(part) : part]);
  return Object.fromEntries(parts) as Place;
}

/** A problem with every part cut to a readable length, whatever it quotes. */
export function shortened({ code, place, message, cure }: Problem): Problem {
  const short = placeWith(place, (part) => quoted(part, BOUNDS.placePart));
  return { code, place: short, message: quoted(message, BOUNDS.message), cure: quoted(cure, BOUNDS.message) };
}

/** A problem that is safe to print: names and cells in it cannot control the terminal. */
export function printable(problem: Problem): Problem {
  const { code, place, message, cure } = shortened(problem);
  return { code, place: placeWith(place, plain), message: plain(message), cure: plain(cure) };
}

/** "22511 in RVU25A.zip > PPRRVU25_JAN.csv F6745 (WORK RVU)". */
export function renderPlace(place: Place): string {
  const parts = [place.file, place.sheet === undefined ? "" : `sheet ${place.sheet}`, cellName(place)];
  const where = parts.filter((part) => part !== "").join(" ");
  const key = place.key === undefined ? "" : `${place.key} in `;
  const heading = place.heading === undefined ? "" : ` (${place.heading})`;
  return `${key}${where}${heading}`;
}

/** One problem on one line: code, place, message, cure. */
function renderProblem(problem: Problem): string {
  const { code, place, message, cure } = printable(problem);
  return `${code}: ${renderPlace(place)}: ${message}. ${cure}.`;
}

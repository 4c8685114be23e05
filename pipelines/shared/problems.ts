import type { Place, Problem } from "../../schemas/place.ts";
import { BOUNDS } from "./bounds.ts";
import { plain, shown } from "./shown.ts";

/** Input that cannot be read any further. Carries the problem that a person will see. */
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

/** For steps that cannot go on with any problem: throws the first of those collected. */
export function refuse(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first !== undefined) throw new InputFault(first);
}

/** Runs one step; an {@link InputFault} becomes a collected problem and the step yields undefined. */
export async function collecting<T>(problems: Problem[], step: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    problems.push(error.problem);
    return undefined;
  }
}

/**
 * Whether a step has found so many problems that it must stop; says so as the last of them.
 *
 * @param before how many there were when the step began
 */
export function isFull(problems: Problem[], before: number, file: string): boolean {
  if (problems.length - before < BOUNDS.problems) return false;
  const message = `more than ${BOUNDS.problems} problems: the rest of the table was not looked at`;
  problems.push({ code: "table.too-many-problems", place: { file }, message, cure: "Mend what the others say first" });
  return true;
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

/** A problem as programs are told of it: whatever it quotes, no part of it is longer than a person can read. */
export function told({ code, place, message, cure }: Problem): Problem {
  const short = placeWith(place, (part) => shown(part, BOUNDS.placePart));
  return { code, place: short, message: shown(message, BOUNDS.message), cure: shown(cure, BOUNDS.message) };
}

/** A problem as it can be printed to a terminal: names and cells in it cannot act on the terminal. */
export function printable(problem: Problem): Problem {
  const { code, place, message, cure } = told(problem);
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

/** One problem on one line: kind, place, what is wrong, what to do. */
function renderProblem(problem: Problem): string {
  const { code, place, message, cure } = printable(problem);
  return `${code}: ${renderPlace(place)}: ${message}. ${cure}.`;
}

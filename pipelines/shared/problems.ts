import type { Place, Problem } from "../../schemas/place.ts";

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
  return `${problem.code}: ${renderPlace(problem.place)}: ${problem.message}. ${problem.cure}.`;
}

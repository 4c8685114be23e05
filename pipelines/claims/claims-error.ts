import type { ClaimsProblem } from "./types.ts";

/** A file that is not as built, a release that is not there, or a question without an answer. */
export class ClaimsError extends Error {
  readonly problem: ClaimsProblem;

  constructor(problem: ClaimsProblem, message: string) {
    super(message);
    this.name = "ClaimsError";
    this.problem = problem;
  }
}

import { CommanderError } from "commander";
import { NoSuchFigure } from "../../pipelines/answers/explain/pointer.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import type { Problem } from "../../schemas/place.ts";
import { errorProblem } from "./error-problem.ts";
import { UsageError } from "./usage-error.ts";

/** Rewrites commander's "error: unknown option '--x'\n(Did you mean --y?)". */
function plainMessage(message: string): string {
  return message.replace(/^error: /, "").replace(/\n\(Did you mean (.+)\?\)$/, "; did you mean $1?");
}

/**
 * The error that ended a command, as a problem.
 *
 * @param help what describes the command
 */
export function commandProblem(error: unknown, help: string): Problem {
  if (error instanceof InputFault) return error.problem;
  if (error instanceof NoSuchFigure)
    return {
      code: "figure.unknown",
      place: { file: "explain" },
      message: error.message,
      cure: `${help} lists figures`,
    };
  const isTyped = error instanceof UsageError || error instanceof CommanderError;
  const typed = isTyped ? new UsageError(plainMessage(error.message)) : error;
  return errorProblem(typed, "ratebook", `${help} describes the command`);
}

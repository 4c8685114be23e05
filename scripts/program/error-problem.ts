import type { Problem } from "../../schemas/place.ts";
import { SYSTEM_CURE } from "../out/files.ts";
import { UsageError } from "./usage-error.ts";

/**
 * An error that CMS's files did not cause, as a problem. A mistake in ratebook shows its stack.
 *
 * @param file what the problem is about: a release, or the program
 * @param usageCure what to do about a wrong command line
 */
export function errorProblem(error: unknown, file: string, usageCure: string): Problem {
  const { message, stack } = error instanceof Error ? error : { message: String(error) };
  const problem = (code: string, text: string, cure: string): Problem => ({
    code,
    place: { file },
    message: text,
    cure,
  });
  if (error instanceof UsageError) return problem("usage", message, usageCure);
  if (error instanceof Error && "syscall" in error) return problem("system.error", message, SYSTEM_CURE);
  return problem("ratebook.mistake", stack ?? message, "This is a mistake in ratebook: please report it");
}

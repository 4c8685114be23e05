import type { Command } from "commander";
import { UsageError } from "./usage-error.ts";

/**
 * Refuses `--page --json`: an option that lost its value takes the next option for one, and nobody would see it.
 *
 * @throws UsageError naming both
 */
export function refuseOptionsAsValues(command: Command): void {
  for (const option of command.options) {
    const values: unknown[] = [command.getOptionValue(option.attributeName())].flat();
    const swallowed = values.find((value) => typeof value === "string" && value.startsWith("--"));
    if (swallowed !== undefined) throw new UsageError(`${option.flags} needs a value, and "${swallowed}" is an option`);
  }
}

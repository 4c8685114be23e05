import type { Command } from "commander";
import { wrapped } from "../print/running-text.ts";
import { EXIT_CODES } from "./exit-codes.ts";
import { DEFAULT_REGISTRY } from "./registry-folder.ts";

/** A command line, and what it does where that is not obvious. */
type Example = readonly [command: string, does?: string];

/**
 * The end of a command's help text.
 *
 * @param when further cases of exit code 1
 */
export function helpEnd(examples: readonly Example[], when?: string): string {
  const lines = examples.flatMap(([command, does]) => [
    `  ${command}`,
    ...(does === undefined ? [] : [`      ${does}`]),
  ]);
  return ["", "Examples:", ...lines, "", EXIT_CODES, ...(when === undefined ? [] : [`  1 also when ${when}`])].join(
    "\n",
  );
}

/** The help text of ratebook: every command on one screen, the first of each group with the group's name. */
export function overview(program: Command): string {
  const commands = program.commands.filter((command) => command.summary() !== "");
  const lines = commands.map((command, index) => {
    const group = command.helpGroup();
    const heading = group === commands[index - 1]?.helpGroup() ? "" : group;
    return `${heading.padEnd(10)}${command.name().padEnd(13)}${command.summary()}`;
  });
  const about = wrapped(program.description(), "", "", 80);
  const more = [
    "ratebook <command> --help shows options and examples, --version the version",
    `All take --registry <folder> (default: ${DEFAULT_REGISTRY})`,
  ].flatMap((line) => wrapped(line, "", "  ", 80));
  return ["Usage: ratebook <command> [options]", ...about, "", ...lines, "", ...more, EXIT_CODES, ""].join("\n");
}

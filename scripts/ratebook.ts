import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { didYouMean } from "../pipelines/problems/nearest.ts";
import { shortened } from "../pipelines/problems/problems.ts";
import { addExplain } from "./commands/explain.ts";
import { addRate } from "./commands/rate.ts";
import { errorLines } from "./print/problem-report.ts";
import { jsonText, TERMINAL } from "./print/terminal.ts";
import { commandProblem } from "./program/command-problem.ts";
import { exitCodeOf } from "./program/exit-codes.ts";
import { overview } from "./program/help.ts";
import { refuseOptionsAsValues } from "./program/option-values.ts";
import { STARTED_AS } from "./program/packed.ts";
import { openRegistry, REGISTRY_HELP } from "./program/registry-folder.ts";
import { UsageError } from "./program/usage-error.ts";

type Declare = (program: Command) => void;

/** Commands that people and programs ask again and again: they start without loading the rest of the program. */
const ALONE = new Map<string, () => Declare | Promise<Declare>>([
  ["rate", () => addRate],
  ["explain", () => addExplain],
  ["together", async () => (await import("./commands/together.ts")).addTogether],
  ["price", async () => (await import("./commands/price.ts")).addPrice],
  ["mcp", async () => (await import("./commands/mcp.ts")).addMcp],
  ["audit", async () => (await import("./commands/audit.ts")).addAudit],
  ["diff", async () => (await import("./commands/diff.ts")).addDiff],
  ["export", async () => (await import("./commands/export.ts")).addExport],
]);

/** What declares the named command; every command where none is named, or the name is misspelt. */
async function declarations(word: string | undefined): Promise<readonly Declare[]> {
  const alone = ALONE.get(word ?? "");
  if (alone !== undefined) return [await alone()];
  return (await import("./program/all-programs.ts")).ALL_PROGRAMS;
}

function isCommand(program: Command, word: string | undefined): boolean {
  return program.commands.some((command) => command.name() === word);
}

/** Refuses a word that is not a command: commander would pass it to the default command. */
function refuseUnknownCommand(program: Command, word: string | undefined): void {
  if (word === undefined || word.startsWith("-")) return;
  if (isCommand(program, word) || word === "help") return;
  const names = program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
  throw new UsageError(`"${word}" is not a command; commands are ${names.join(", ")}${didYouMean(word, names)}`);
}

async function declare(program: Command, [word, topic]: readonly string[]): Promise<void> {
  program
    .configureOutput({ outputError: () => {} })
    .description(packageJson.description)
    .version(packageJson.version)
    .option("--registry <folder>", REGISTRY_HELP)
    .hook("preAction", async (_program, command) => {
      refuseOptionsAsValues(command);
      await openRegistry(program.opts<{ registry?: string }>().registry, command.name());
    })
    .exitOverride();
  for (const add of await declarations(word)) add(program);
  // After the commands, which would otherwise copy this help format.
  program.configureHelp({ formatHelp: overview });
  refuseUnknownCommand(program, word === "help" ? topic : word);
}

/** Prints an error and returns the exit code; help and version are not errors. */
function report(error: unknown, help: string, wantsJson: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const problem = commandProblem(error, help);
  if (wantsJson) TERMINAL.result(jsonText({ error: shortened(problem) }));
  else TERMINAL.note(errorLines(problem).join("\n"));
  return exitCodeOf([problem]);
}

/**
 * Runs one command and sets the exit code of the process.
 *
 * @param args what is typed after `ratebook`
 */
export async function run(args: readonly string[]): Promise<void> {
  const program = new Command("ratebook");
  const [word] = args;
  try {
    await declare(program, args);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    const command = word?.startsWith("-") === true ? "build" : word;
    const help = [STARTED_AS, ...(isCommand(program, command) ? [command] : []), "--help"].join(" ");
    process.exitCode = report(error, help, args.includes("--json"));
  }
}

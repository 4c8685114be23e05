import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { NoSuchFigure } from "../pipelines/explain/pointer.ts";
import { didYouMean } from "../pipelines/shared/nearest.ts";
import { InputFault, told } from "../pipelines/shared/problems.ts";
import { SYSTEM_CURE } from "./out/files.ts";
import { problemLines } from "./print/problem-report.ts";
import { jsonText, TERMINAL } from "./print/terminal.ts";
import { addExplain } from "./program/explain-program.ts";
import { refuseOptionsAsValues } from "./program/option-values.ts";
import { addRate } from "./program/rate-program.ts";
import { UsageError } from "./program/usage-error.ts";

/** What people ask most often. It answers before the rest of the program would have been loaded. */
const LOOK_UPS = { explain: addExplain, rate: addRate };

/** What declares the command that was named; without one, every command, for help and for what is misspelt. */
async function declarations(word: string | undefined): Promise<readonly ((program: Command) => void)[]> {
  const lookUps = Object.entries(LOOK_UPS).flatMap(([name, add]) => (name === word ? [add] : []));
  if (lookUps.length > 0) return lookUps;
  if (word === "diff") return [(await import("./program/diff-program.ts")).addDiff];
  return (await import("./program/all-programs.ts")).ALL_PROGRAMS;
}

/** Refuses a word that is not a command: it would go to the default one, which takes none. */
function refuseUnknownCommand(program: Command, word: string | undefined): void {
  if (word === undefined || word.startsWith("-")) return;
  if (program.commands.some((command) => command.name() === word) || word === "help") return;
  const names = program
    .createHelp()
    .visibleCommands(program)
    .map((command) => command.name());
  throw new UsageError(`"${word}" is not a command; commands are ${names.join(", ")}${didYouMean(word, names)}`);
}

/** @param wantsJson whether all that is printed is JSON on stdout, errors included */
async function programOf(word: string | undefined, wantsJson: boolean): Promise<Command> {
  const program = new Command("ratebook")
    .configureOutput({
      outputError: (text, write) => (wantsJson ? undefined : write(text)),
    })
    .description(packageJson.description)
    .version(packageJson.version)
    .hook("preAction", (_program, command) => refuseOptionsAsValues(command))
    .exitOverride();
  for (const declare of await declarations(word)) declare(program);
  refuseUnknownCommand(program, word);
  return program;
}

/** Exit codes; `EXAMPLES` tells them to people. */
const NOT_UNDERSTOOD = 2;
const FAILED = 1;

/** Faults of what lies in the folder, found before a release could be named; every other is of the command. */
const FAULTS_OF_INPUT: ReadonlySet<string> = new Set([
  "release.nothing-found",
  "source.invalid",
  "from.not-a-file",
  "from.unreadable",
  "from.too-large",
  "from.too-deep",
  "from.too-many-files",
]);

/** What is said of an error, to programs and to people, and the exit code. */
interface Told {
  readonly error: object;
  readonly text: string;
  readonly exitCode: number;
}

function ofFault({ problem }: InputFault): Told {
  const exitCode = FAULTS_OF_INPUT.has(problem.code) ? FAILED : NOT_UNDERSTOOD;
  return { error: told(problem), text: problemLines([problem]).join("\n"), exitCode };
}

/** Our own mistakes show where they happened. */
function ofOthers(error: unknown): Told {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof Error && "syscall" in error)
    return { error: { code: "system.error", message }, text: `ratebook: ${message}; ${SYSTEM_CURE}`, exitCode: FAILED };
  const text = `ratebook: a mistake of its own, please report it:\n${stack}`;
  return { error: { code: "ratebook.mistake", message: stack }, text, exitCode: FAILED };
}

function tell(error: unknown): Told {
  if (error instanceof InputFault) return ofFault(error);
  const ofCommand = error instanceof UsageError || error instanceof NoSuchFigure || error instanceof CommanderError;
  if (!ofCommand) return ofOthers(error);
  const { message } = error;
  return { error: { code: "usage", message }, text: `ratebook: ${message}`, exitCode: NOT_UNDERSTOOD };
}

/** Prints an error and returns the exit code. Commander has printed its own already; help and version are none. */
function report(error: unknown, wantsJson: boolean): number {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { error: asJson, text, exitCode } = tell(error);
  if (wantsJson) TERMINAL.result(jsonText({ error: asJson }));
  else if (!(error instanceof CommanderError)) TERMINAL.note(text);
  return exitCode;
}

/**
 * Runs one command and sets the exit code of the process.
 *
 * @param args what is typed after `ratebook`
 */
export async function run(args: readonly string[]): Promise<void> {
  const wantsJson = args.includes("--json");
  try {
    const program = await programOf(args[0], wantsJson);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = report(error, wantsJson);
  }
}

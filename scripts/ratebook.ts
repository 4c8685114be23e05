import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { NoSuchFigure } from "../pipelines/explain/derivation.ts";
import { InputFault, told } from "../pipelines/shared/problems.ts";
import type { BuildArguments } from "./build/build-arguments.ts";
import { DEFAULT_CODES } from "./build/code-selection.ts";
import { SYSTEM_CURE } from "./build/run-job.ts";
import { serve } from "./build/worker.ts";
import { build } from "./commands/build.ts";
import { type ExplainArguments, explain, FIGURE_NAMES } from "./commands/explain.ts";
import { problemLines } from "./print/problem-report.ts";
import { jsonText, TERMINAL } from "./print/terminal.ts";
import { asTyped } from "./program/as-typed.ts";
import { addConformance } from "./program/conformance-program.ts";
import { addDiff } from "./program/diff-program.ts";
import { addLookupCommands } from "./program/lookup-program.ts";
import { refuseOptionsAsValues } from "./program/option-values.ts";
import { addPages } from "./program/pages-program.ts";
import { addProofCommands } from "./program/proof-program.ts";
import { addRegistryCommands } from "./program/registry-program.ts";
import { UsageError } from "./program/usage-error.ts";

const EXAMPLES = `
Examples:
  npm start                                              build the embedded releases into out/
  npm start -- --from ~/cms --release 2025A              build a whole release from CMS's own files
  npm start -- --from ~/cms --release 2025A --require pfs,gpci,opps,asc
  npm start -- --from ~/cms --all-releases               every release of which files lie there, several at a time
  npm start --silent -- --json                           the result as JSON on stdout, and nothing else
  npm run explain -- 22511 office --release 2026A        where one number comes from

Exit codes: 0 all built, 1 a release had problems, 2 the command was not understood`;

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, ...value.split(",")];
}

function addBuild(program: Command): void {
  program
    .command("build", { isDefault: true })
    .description("read CMS's files, compute and check every rate, write versioned JSON")
    .option(
      "--from <folder>",
      "folder of CMS downloads, searched with its subfolders, zips read in place; may hold a release.json of its own",
    )
    .option("--release <id>", "release by CMS's letter, such as 2025A; may be repeated", collect)
    .option("--out <folder>", "where to write (default: out/ for embedded releases, out-local/ with --from)")
    .option("--codes <codes>", "codes that get a document each: codes, ranges, or a file of them", DEFAULT_CODES)
    .option("--require <sources>", "fail unless these are there: pfs,gpci,opps,asc")
    .option(
      "--all-releases",
      "build every registered release of which files lie in the folder, superseded revisions included",
    )
    .option("--jobs <number>", "releases to build at a time (default: number of processors; 1 for embedded releases)")
    .option("--format <format>", "read csv, txt or xlsx where CMS ships several (default: csv, then txt, then xlsx)")
    .option(
      "--allow-unpinned",
      "read files that the registry does not pin: changed bytes, and releases nobody has registered; recorded in the manifest",
    )
    .option("--pick <part>", "part of a path that settles which of several unregistered files is meant", collect)
    .option("--json", "print the result as JSON, with every problem; errors too")
    .option("--quiet", "print problems only")
    .option("--timings", "print milliseconds by stage and peak memory as JSON to stderr")
    .addHelpText("after", EXAMPLES)
    .action(async (options: BuildArguments) => {
      process.exitCode = await build(options, TERMINAL);
    });
}

function addExplain(program: Command): void {
  program
    .command("explain")
    .description("print where one number comes from: rule, inputs, cells")
    .argument("<code>", "HCPCS code with a document in the output folder")
    .argument("[figure]", `${FIGURE_NAMES}, or a JSON pointer into the code's document`, "office")
    .option("--release <id>", "release (default: the latest in the output folder)")
    .option("--locality <key>", "amount in one locality: MAC and locality number, such as 0111205")
    .option("--modifier <modifier>", "row with this modifier: 26, TC or 53", "")
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the derivation as JSON")
    .action((code: string, figure: string, options: ExplainArguments) => explain(code, figure, options, TERMINAL));
}

/** @param wantsJson whether all that is printed is JSON on stdout, errors included */
function programOf(wantsJson: boolean): Command {
  const program = new Command("ratebook")
    .configureOutput({
      writeOut: (text) => process.stdout.write(asTyped(text)),
      outputError: (text, write) => (wantsJson ? undefined : write(text)),
    })
    .description(packageJson.description)
    .version(packageJson.version)
    .hook("preAction", (_program, command) => refuseOptionsAsValues(command))
    .exitOverride();
  addBuild(program);
  addExplain(program);
  addLookupCommands(program);
  addRegistryCommands(program);
  addProofCommands(program);
  addDiff(program);
  addPages(program);
  addConformance(program);
  program.command("worker", { hidden: true }).action(serve);
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
    await programOf(wantsJson).parseAsync(args, { from: "user" });
  } catch (error) {
    process.exitCode = report(error, wantsJson);
  }
}

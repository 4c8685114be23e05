import { Command, CommanderError } from "commander";
import packageJson from "../package.json" with { type: "json" };
import { NoSuchFigure } from "../pipelines/explain/derivation.ts";
import { InputFault } from "../pipelines/shared/problems.ts";
import { type BuildArguments, build } from "./commands/build.ts";
import { type ExplainArguments, explain, FIGURE_NAMES } from "./commands/explain.ts";
import { DEFAULT_CODES } from "./lib/code-selection.ts";
import { addLookupCommands } from "./lib/lookup-program.ts";
import { problemLines } from "./lib/problem-report.ts";
import { addRegistryCommands } from "./lib/registry-program.ts";
import { TERMINAL } from "./lib/terminal.ts";
import { UsageError } from "./lib/usage-error.ts";

const EXAMPLES = `
Examples:
  npm start                                              build the embedded releases into out/
  npm start -- --from ~/cms --release 2025A              build a whole release from CMS's own files
  npm start -- --from ~/cms --release 2025A --require pfs,gpci,opps,asc
  npm run explain -- 22511 office --release 2026A        where one number comes from

Exit codes: 0 all built, 1 a release had problems, 2 the command was not understood`;

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, ...value.split(",")];
}

const program = new Command("ratebook")
  .description(packageJson.description)
  .version(packageJson.version)
  .exitOverride();

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
  .option("--all-releases", "build every registered release of which files lie in the folder")
  .option("--format <format>", "read csv, txt or xlsx where CMS ships several (default: csv, then txt, then xlsx)")
  .option(
    "--allow-unpinned",
    "read files that the registry does not pin: changed bytes, and releases nobody has registered; recorded in the manifest",
  )
  .option("--pick <part>", "part of a path that settles which of several unregistered files is meant", collect)
  .option("--json", "print the result as JSON, with every problem")
  .option("--quiet", "print problems only")
  .option("--timings", "print milliseconds by stage and peak memory as JSON to stderr")
  .addHelpText("after", EXAMPLES)
  .action(async (options: BuildArguments) => {
    process.exitCode = await build(options, TERMINAL);
  });

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

addLookupCommands(program);
addRegistryCommands(program);

/** Exit codes; `EXAMPLES` tells them to people. */
const NOT_UNDERSTOOD = 2;
const FAILED = 1;

/** What a person sees of an error, and the exit code. Our own mistakes show where they happened. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : NOT_UNDERSTOOD;
  if (error instanceof InputFault) {
    TERMINAL.note(problemLines([error.problem]).join("\n"));
    return NOT_UNDERSTOOD;
  }
  if (error instanceof UsageError || error instanceof NoSuchFigure) {
    TERMINAL.note(`ratebook: ${error.message}`);
    return NOT_UNDERSTOOD;
  }
  const ofTheSystem = error instanceof Error && "syscall" in error;
  TERMINAL.note(
    ofTheSystem ? `ratebook: ${error.message}` : `ratebook: a mistake of its own, please report it:\n${trace(error)}`,
  );
  return FAILED;
}

function trace(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

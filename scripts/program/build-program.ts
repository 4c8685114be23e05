import type { Command } from "commander";
import type { BuildArguments } from "../build/build-arguments.ts";
import { DEFAULT_CODES } from "../build/code-selection.ts";
import { serve } from "../build/worker.ts";
import { build } from "../commands/build.ts";
import { TERMINAL } from "../print/terminal.ts";
import { collect, collectList, collectReleases } from "./option-values.ts";

const EXAMPLES = `
Examples:
  ratebook build                                         build the embedded releases into out/
  ratebook build --from ~/cms --release 2025A            build a whole release from CMS's own files
  ratebook build --from ~/cms --release 2025A --require pfs,gpci,opps,asc
  ratebook build --from ~/cms --all-releases             every release whose files are there, several at a time
  ratebook build --json                                  the result as JSON on stdout, and nothing else
  ratebook explain 22511 office --release 2026A          where one number comes from

Exit codes: 0 all built, 1 a release had problems, 2 the command was not understood`;

/** The command that builds releases, and the one that it starts for each of several at a time. */
export function addBuild(program: Command): void {
  program
    .command("build", { isDefault: true })
    .description("read CMS's files, compute and check every rate, write versioned JSON")
    .option(
      "--from <folder>",
      "folder of CMS downloads, searched with its subfolders, zips read in place; may hold a release.json of its own",
    )
    .option("--release <id>", "release by CMS's letter, such as 2025A; may be repeated", collectReleases)
    .option("--out <folder>", "where to write (default: out/ for embedded releases, out-local/ with --from)")
    .option("--codes <codes>", "codes that get a document each: codes, ranges, or a file of them", DEFAULT_CODES)
    .option("--require <sources>", "fail unless these are there: pfs,gpci,opps,asc")
    .option(
      "--all-releases",
      "build every registered release whose files are in the folder, superseded revisions included",
    )
    .option("--jobs <number>", "releases to build at a time (default: number of processors; 1 for embedded releases)")
    .option("--format <format>", "read csv, txt or xlsx where CMS ships several (default: csv, then txt, then xlsx)")
    .option(
      "--allow-unpinned",
      "read files that the registry does not pin: changed bytes, and unregistered releases; recorded in the manifest",
    )
    .option("--pick <part>", "part of a path that settles which of several unregistered files is meant", collectList)
    .option(
      "--accept-finding <check:key=reason>",
      "build although an unpinned file differs from its neighbours in this way; one finding each, may be repeated",
      collect,
    )
    .option("--json", "print the result as JSON, with every problem; errors too")
    .option("--quiet", "print problems only")
    .option("--timings", "print milliseconds by stage and peak memory as JSON to stderr")
    .addHelpText("after", EXAMPLES)
    .action(async (options: BuildArguments) => {
      process.exitCode = await build(options, TERMINAL);
    });
  program.command("worker", { hidden: true }).action(serve);
}

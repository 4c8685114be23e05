import type { Command } from "commander";
import type { Rebuilt } from "../../pipelines/proof/verify/rebuilt.ts";
import { type Verified, type VerifiedRelease, verifyFolder } from "../../pipelines/proof/verify/verify-folder.ts";
import { countText, ofText } from "../../pipelines/words/money-text.ts";
import type { Problem } from "../../schemas/place.ts";
import { rebuild } from "../build/rebuild.ts";
import { textTable } from "../print/columns.ts";
import { findingLines } from "../print/finding-lines.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { EXIT, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { publicKeyIn } from "../program/key-file.ts";
import { collectList, collectReleases } from "../program/option-values.ts";

interface VerifyArguments {
  readonly from?: string;
  readonly rebuild?: boolean;
  readonly publicKey?: string;
  readonly release?: readonly string[];
  readonly expectIndex?: string;
  readonly pick?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** One release, and the comparison with a second build. */
interface Line {
  readonly release: VerifiedRelease;
  readonly rebuilt: Rebuilt | undefined;
}

const HEADINGS = ["release", "files", "bytes", "signed", "built again"];

function rebuiltText(rebuilt: Rebuilt | undefined): string {
  if (rebuilt === undefined) return "-";
  return `${ofText(rebuilt.equal, rebuilt.compared)} equal`;
}

function rowOf({ release, rebuilt }: Line): string[] {
  const { id, files, bytes, signed } = release;
  return [id, countText(files), countText(bytes), signed ? "yes" : "no", rebuiltText(rebuilt)];
}

function verdict(lines: readonly Line[], findings: readonly Problem[], out: string): string {
  const colours = coloursFor(process.stdout);
  if (findings.length > 0) {
    const count = findings.length === 1 ? "1 thing is" : `${countText(findings.length)} things are`;
    return colours.red(`${count} not as built in ${out}/`);
  }
  const files = lines.reduce((sum, { release }) => sum + release.files, 1);
  return colours.green(`All ${countText(files)} files in ${out}/ are as built, and there are no others`);
}

/** Everything that is printed. */
interface Report {
  readonly lines: readonly Line[];
  readonly findings: readonly Problem[];
  readonly out: string;
  readonly index: string;
}

/** After a build by other code, a second build cannot check the hash of the code. */
function codeNotes(lines: readonly Line[]): string[] {
  return lines.flatMap(({ release, rebuilt }) =>
    rebuilt?.attestedCode === undefined
      ? []
      : [
          `${release.id} was built by other code, ${rebuilt.attestedCode}: the documents were compared, this hash was not`,
        ],
  );
}

function printText({ lines, findings, out, index }: Report, terminal: Terminal): void {
  const colours = coloursFor(process.stdout);
  const table = textTable([HEADINGS, ...lines.map(rowOf)], ["left", "right", "right", "left", "left"]);
  const [heading = "", ...rows] = table;
  if (lines.length > 0) terminal.result([colours.bold(heading), ...rows, ""].join("\n"));
  for (const note of codeNotes(lines)) terminal.note(note);
  if (findings.length > 0) terminal.note(findingLines(findings).join("\n"));
  terminal.result(`sha256 of ${out}/index.json: ${index}`);
  terminal.result(verdict(lines, findings, out));
}

function printJson({ lines, findings, out, index }: Report, terminal: Terminal): void {
  const releases = lines.map(({ release: { id, files, bytes, signed }, rebuilt }) => ({
    release: id,
    files,
    bytes,
    signed,
    rebuilt: rebuilt === undefined ? null : { compared: rebuilt.compared, equal: rebuilt.equal },
    builtByOtherCode: rebuilt?.attestedCode ?? null,
  }));
  terminal.result(jsonText({ out, indexSha256: index, verified: findings.length === 0, releases, findings }));
}

async function rebuiltLines(out: string, { releases }: Verified, options: VerifyArguments, terminal: Terminal) {
  const again = options.from !== undefined || options.rebuild === true;
  const lines: Line[] = [];
  for (const release of releases) {
    if (again && options.json !== true && options.quiet !== true) terminal.note(`building ${release.id} again`);
    lines.push({ release, rebuilt: again ? await rebuild(out, release, options) : undefined });
  }
  return lines;
}

/** Returns the exit code. */
async function verify(out: string, options: VerifyArguments, terminal: Terminal): Promise<number> {
  const publicKey = options.publicKey === undefined ? undefined : publicKeyIn(options.publicKey);
  const { release: wanted, expectIndex: indexSha256 } = options;
  const verified = verifyFolder(out, { shapes: true, publicKey, wanted, indexSha256 });
  const lines = await rebuiltLines(out, verified, options, terminal);
  const findings = [...verified.findings, ...lines.flatMap(({ rebuilt }) => rebuilt?.findings ?? [])];
  const { indexSha256: index } = verified;
  if (options.json === true) printJson({ lines, findings, out, index }, terminal);
  else printText({ lines, findings, out, index }, terminal);
  return findings.length === 0 ? EXIT.done : EXIT.problems;
}

const EXAMPLES = helpEnd([
  ["ratebook verify", "checks every file in out/: its hash and its shape"],
  ["ratebook verify --rebuild", "also builds the embedded releases again, and compares every byte"],
  ["ratebook verify out-local --from ~/cms", "also builds whole releases again, from CMS's files"],
  ["ratebook verify out-local --public-key publisher.pem"],
]);

export function addVerify(program: Command): void {
  program
    .command("verify")
    .helpGroup("Proof")
    .summary("check that an output folder is as built")
    .description("Checks that an output folder is as built: hashes, shapes, no missing files, no other files.")
    .argument("[out]", "output folder", "out")
    .option("--from <folder>", "folder of CMS's files: build whole releases again in memory and compare every byte")
    .option("--rebuild", "build embedded releases again; --from also does this")
    .option("--public-key <file>", "public key in PEM: every release must be signed with its private key")
    .option("--release <id>", "release that must be in the folder; may be repeated", collectReleases)
    .option("--expect-index <sha256>", "sha256 that index.json must have, from another source")
    .option("--pick <part>", "as in build, for unregistered releases", collectList)
    .option("--json", "print the result as JSON")
    .option("--quiet", "do not print which release is being built")
    .addHelpText("after", EXAMPLES)
    .action(async (out: string, options: VerifyArguments) => exitWith(await verify(out, options, TERMINAL)));
}

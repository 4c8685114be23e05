import type { Command } from "commander";
import { type Derivation, derive, deriveLocality } from "../../pipelines/answers/explain/derivation.ts";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { orOtherReleases } from "../../pipelines/answers/rate/other-releases.ts";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import { type Output, openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import type { IndexedRelease } from "../../pipelines/documents/release-index.ts";
import { didYouMean } from "../../pipelines/problems/nearest.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { sentencesOf } from "../../pipelines/words/reasons.ts";
import type { CodeDocument } from "../../schemas/out/code.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { typedRow } from "../build/code-selection.ts";
import { derivationLines } from "../print/derivation-lines.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { inCapitals, releaseAsTyped } from "../program/option-values.ts";
import { declarePlace, localityIn } from "../program/place-options.ts";
import { UsageError } from "../program/usage-error.ts";

export interface ExplainArguments extends WantedPlace {
  readonly release?: string;
  readonly modifier?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** Short names of frequent figures; all others have a JSON pointer. */
const FIGURES: Readonly<Record<string, string>> = {
  office: "/siteOfService/office/nonFacility",
  facility: "/siteOfService/hopd/facility",
  hopd: "/siteOfService/hopd/oppsRate",
  "hopd-total": "/siteOfService/hopd/total",
  asc: "/siteOfService/asc/ascRate",
  "asc-total": "/siteOfService/asc/total",
};

export const FIGURE_NAMES = Object.keys(FIGURES).join(", ");

/** Figures with a modifier and a locality; facility rates have neither. */
const SETTINGS: Readonly<Record<string, "nonFacility" | "facility">> = { office: "nonFacility", facility: "facility" };

/** Position in `pfs` of the row with the modifier. */
function rowPosition(document: CodeDocument, modifier: string): number {
  const position = document.pfs.findIndex((row) => row.modifier === modifier);
  if (position >= 0) return position;
  const known = document.pfs.map((row) => (row.modifier === "" ? "none" : row.modifier)).join(", ");
  const message = `${document.hcpcs} has no row with modifier "${modifier}" in ${document.release}; modifiers are ${known}`;
  throw fault("modifier.unknown", { file: "--modifier" }, message, "Name one of these, or leave --modifier out");
}

/** The pointer of a named figure; throws InputFault for an unknown name. */
function pointerOf(figure: string): string {
  const pointer = FIGURES[figure] ?? figure;
  if (pointer.startsWith("/")) return pointer;
  const message = `"${figure}" is not a figure; figures are ${FIGURE_NAMES}${didYouMean(figure, Object.keys(FIGURES))}`;
  const cure = "Name one of these, or a JSON pointer into the code's document, such as /pfs/0/rvus/work";
  throw fault("figure.unknown", { file: figure }, message, cure);
}

function derivationOf(document: CodeDocument, figure: string, modifier = "", locality?: string): Derivation {
  const pointer = pointerOf(figure);
  if (locality === undefined && modifier === "") return derive(document, pointer, figure);
  const setting = SETTINGS[figure];
  if (setting === undefined)
    throw new UsageError(`"${figure}" has no place and no --modifier; only office and facility have`);
  const position = rowPosition(document, modifier);
  if (locality !== undefined) return deriveLocality(document, position, setting, locality);
  return derive(document, `/pfs/${position}/national/${setting}`, figure);
}

/** The document of the code, or one made from the tables. That code is loaded only when needed. */
async function documentOf(
  output: Output,
  built: IndexedRelease,
  documents: ReleaseDocuments,
  hcpcs: string,
): Promise<CodeDocument> {
  const own = documents.code(hcpcs);
  if (own !== undefined) return own;
  const { ReleaseCodes } = await import("../../pipelines/answers/code/release-codes.ts");
  return orOtherReleases(output, built, () => new ReleaseCodes(documents).document(hcpcs));
}

/** Where a figure of a code comes from, in one release. */
export interface Explained {
  readonly hcpcs: string;
  readonly manifest: Manifest;
  readonly derivation: Derivation;
}

/** What the options ask about a figure of a code. */
export async function explainAsked(
  code: string,
  figure: string,
  options: Omit<ExplainArguments, "json">,
): Promise<Explained> {
  const { hcpcs, modifier } = typedRow(code, options.modifier);
  const output = openOutput(options.out);
  const { built } = chooseRelease(options, output.releases, options.out);
  const documents = output.open(built);
  const document = await documentOf(output, built, documents, hcpcs);
  const derivation = derivationOf(document, figure, modifier, localityIn([documents], options));
  return { hcpcs, manifest: documents.manifest, derivation };
}

/** A derivation as `--json` prints it. */
export function derivationJson({ derivation }: Explained): object {
  const { reason } = derivation;
  return reason === undefined ? derivation : { ...derivation, reasons: sentencesOf([reason]) };
}

export async function explain(
  code: string,
  figure: string,
  options: ExplainArguments,
  terminal: Terminal,
): Promise<void> {
  const explained = await explainAsked(code, figure, options);
  if (options.json === true) {
    terminal.result(jsonText(derivationJson(explained)));
    return;
  }
  const { hcpcs, manifest, derivation } = explained;
  terminal.result(`${hcpcs} in ${manifest.release}`);
  terminal.result(derivationLines(hcpcs, derivation, coloursFor(process.stdout)).join("\n"));
}

const EXAMPLES = helpEnd([
  ["ratebook explain 22511", "the physician's amount in an office"],
  ["ratebook explain 22511 facility --zip 94110 --out out-local"],
  ["ratebook explain 22511 hopd-total --release 2026A"],
  ["ratebook explain 22511 /pfs/0/rvus/work", "any figure of out/<release>/codes/22511.json"],
]);

export function addExplain(program: Command): void {
  const command = program
    .command("explain")
    .helpGroup("Look up")
    .summary("where a number comes from: rule, inputs, cells")
    .description("Prints where a number comes from: its rule, its inputs, and the cells of CMS's files.")
    .argument("<code>", "HCPCS code, or code and modifier: 77012-26")
    .argument(
      "[figure]",
      `${FIGURE_NAMES}, or a JSON pointer into the code's document; only office and facility take a place`,
      "office",
    )
    .option("--release <id>", "release (default: the latest in the output folder)", releaseAsTyped)
    .option("--modifier <modifier>", "modifier of the row: 26, TC or 53", inCapitals);
  declarePlace(command)
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the derivation as JSON")
    .addHelpText("after", EXAMPLES)
    .action(
      async (code: string, figure: string, options: ExplainArguments) => await explain(code, figure, options, TERMINAL),
    );
}

import { type Derivation, derive, deriveLocality } from "../../pipelines/answers/explain/derivation.ts";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { didYouMean } from "../../pipelines/problems/nearest.ts";
import type { CodeDocument } from "../../schemas/out/code.ts";
import { derivationLines } from "../print/derivation-lines.ts";
import { coloursFor, jsonText, type Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook explain` as commander hands them over. */
export interface ExplainArguments {
  readonly release?: string;
  readonly locality?: string;
  readonly modifier: string;
  readonly out: string;
  readonly json?: boolean;
}

/** Short names for the figures that people ask for; everything else goes by JSON pointer. */
const FIGURES: Readonly<Record<string, string>> = {
  office: "/siteOfService/office",
  facility: "/siteOfService/hopd/physician",
  hopd: "/siteOfService/hopd/facility",
  "hopd-total": "/siteOfService/hopd/total",
  asc: "/siteOfService/asc/facility",
  "asc-total": "/siteOfService/asc/total",
};

/** Names that `explain` knows, for the help text. */
export const FIGURE_NAMES = Object.keys(FIGURES).join(", ");

/** Figures that the fee schedule sets by modifier and locality; the facilities' rates have neither. */
const SETTINGS: Readonly<Record<string, "nonFacility" | "facility">> = { office: "nonFacility", facility: "facility" };

/** Which row of the document's `pfs` carries the modifier. */
function rowPosition(document: CodeDocument, modifier: string): number {
  const position = document.pfs.findIndex((row) => row.modifier === modifier);
  if (position >= 0) return position;
  const known = document.pfs.map((row) => (row.modifier === "" ? "none" : row.modifier)).join(", ");
  throw new UsageError(
    `${document.hcpcs} has no row with modifier "${modifier}" in ${document.release}; modifiers are ${known}`,
  );
}

function derivationOf(document: CodeDocument, figure: string, options: ExplainArguments): Derivation {
  if (options.locality === undefined && options.modifier === "") {
    const pointer = FIGURES[figure] ?? figure;
    if (pointer.startsWith("/")) return derive(document, pointer, figure);
    throw new UsageError(
      `"${figure}" is not a figure; figures are ${FIGURE_NAMES}, or a JSON pointer such as /pfs/0/rvus/work${didYouMean(figure, Object.keys(FIGURES))}`,
    );
  }
  const setting = SETTINGS[figure];
  if (setting === undefined)
    throw new UsageError(`--locality and --modifier go with office or facility, not with "${figure}"`);
  const position = rowPosition(document, options.modifier);
  if (options.locality !== undefined) return deriveLocality(document, position, setting, options.locality);
  return derive(document, `/pfs/${position}/national/${setting}`, figure);
}

/** The document that was built, or the one that the tables make; what makes one is loaded when there is none. */
async function documentOf(documents: ReleaseDocuments, hcpcs: string): Promise<CodeDocument> {
  const own = documents.code(hcpcs);
  if (own !== undefined) return own;
  const { ReleaseCodes } = await import("../../pipelines/answers/code/release-codes.ts");
  return new ReleaseCodes(documents).document(hcpcs);
}

/**
 * Prints where one figure of a code comes from: the rule, its inputs, and the cells they were read from.
 *
 * @param hcpcs a code of the release, with a document of its own or without
 * @param figure one of {@link FIGURE_NAMES}, or a JSON pointer into the code's document
 */
export async function explain(
  hcpcs: string,
  figure: string,
  options: ExplainArguments,
  terminal: Terminal,
): Promise<void> {
  const output = openOutput(options.out);
  const { built } = chooseRelease(options, output.releases, options.out);
  const document = await documentOf(output.open(built), hcpcs);
  const derivation = derivationOf(document, figure, options);
  if (options.json === true) {
    terminal.result(jsonText(derivation));
    return;
  }
  terminal.result(`${hcpcs} in ${built.release}`);
  terminal.result(derivationLines(hcpcs, derivation, coloursFor(process.stdout)).join("\n"));
}

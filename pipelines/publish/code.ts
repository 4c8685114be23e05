import { CodeDocument } from "../../schemas/out/code.ts";
import { isOnRequest } from "../../schemas/source/release.ts";
import type { Rule } from "../rules/rule.ts";
import { type ReleaseBook, sourceFiles } from "../schedules/book.ts";
import { modifierAmountRules } from "../schedules/pfs/modifier-share.ts";
import {
  LIMITING_CHARGE,
  LOCALITY_AMOUNT,
  NATIONAL_AMOUNT,
  OPPS_CAP_PAYABLE,
  OPPS_CAPPED_AMOUNT,
  QUALIFYING_FACTOR,
} from "../schedules/pfs/rules.ts";
import { regionOf } from "../schedules/site/region.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../schedules/site/rules.ts";
import type { SourceFile } from "../tables/source-file.ts";
import type { CodeBook } from "./code-book.ts";
import { codeAsc, codeOpps, codeSites } from "./code-facility.ts";
import { pairsIn } from "./code-pairs.ts";
import { codeFactor, codeLocalities, codePfs } from "./code-pfs.ts";
import { codeQualifyingTrack } from "./code-qualifying.ts";
import { qualifyingFactorCell } from "./figures.ts";
import { headOf, rulesOf, sourceRefs } from "./head.ts";
import { type OutputFile, prettyFile, printFields } from "./json.ts";
import { statusWordsIn } from "./status-words.ts";

/** Every rule that a figure of a code document can name. */
const rules = (): Rule[] => [
  ...modifierAmountRules(),
  NATIONAL_AMOUNT,
  LOCALITY_AMOUNT,
  LIMITING_CHARGE,
  OPPS_CAPPED_AMOUNT,
  OPPS_CAP_PAYABLE,
  QUALIFYING_FACTOR,
  FACILITY_PLUS_PHYSICIAN,
];

function codeRegion(hcpcs: string): CodeDocument["region"] {
  const range = regionOf(hcpcs);
  if (range === undefined) return null;
  const { region, system, from, to, source } = range;
  return { region, system, from, to, source };
}

/** What documents of codes share: checked and printed once, since a release may have 19,000 of them. */
export type SharedByCodes = Pick<CodeDocument, "localities" | "files" | "rules">;

/**
 * Localities, files and rules, for documents of all codes of a release.
 *
 * @param files every file that was read, in the order of every list
 */
export function sharedByCodes(gpci: CodeBook["gpci"], files: readonly SourceFile<unknown>[]): SharedByCodes {
  return CodeDocument.pick({ localities: true, files: true, rules: true }).parse({
    localities: codeLocalities(gpci),
    // No figure of a code is from a table on request, so that the document is the same with and without it.
    files: sourceRefs(files.filter(({ publication }) => !isOnRequest(publication.family))),
    rules: rulesOf(...rules()),
  });
}

/** Whether a document has locality amounts, and so lists the localities. */
function hasLocal({ pfs }: CodeDocument): boolean {
  return pfs.some((row) => row.localityAmounts !== null);
}

/** One code's document; the fields that it shares with others are empty. */
function ownPart(book: CodeBook, hcpcs: string): CodeDocument {
  const pfs = codePfs(book, hcpcs);
  const qualifyingApm = codeQualifyingTrack(book);
  return CodeDocument.parse({
    ...headOf(book, "code"),
    hcpcs,
    region: codeRegion(hcpcs),
    siteOfService: codeSites(book, hcpcs, pfs),
    conversionFactor: codeFactor(book, hcpcs),
    ...(qualifyingApm && { qualifyingApm }),
    pfs,
    opps: codeOpps(book, hcpcs),
    asc: codeAsc(book.asc, hcpcs),
    pairs: book.pairsOf(hcpcs),
    localities: [],
    files: {},
    rules: {},
  });
}

/**
 * Everything about one code: every figure with its cell or its rule.
 *
 * @param shared of the same release
 */
export function codeDocument(book: CodeBook, hcpcs: string, shared: SharedByCodes): CodeDocument {
  const document = ownPart(book, hcpcs);
  return { ...document, ...shared, localities: hasLocal(document) ? shared.localities : [] };
}

function codeBook(book: ReleaseBook): CodeBook {
  return {
    ...book,
    qualifyingCell: qualifyingFactorCell(book),
    pairsOf: pairsIn(book),
    statusWordsOf: statusWordsIn(book),
  };
}

/** `codes/<HCPCS>.json` for each chosen code that the release knows: every figure with its cell or its rule. */
export function* publishCodes(release: ReleaseBook, codes: readonly string[]): Generator<OutputFile> {
  const book = codeBook(release);
  const { localities, files, rules: texts } = sharedByCodes(book.gpci, sourceFiles(release));
  const always = printFields({ files, rules: texts });
  const withLocalities = { ...printFields({ localities }), ...always };
  for (const hcpcs of codes) {
    const document = ownPart(book, hcpcs);
    yield prettyFile(`codes/${hcpcs}.json`, document, hasLocal(document) ? withLocalities : always);
  }
}

import { CodeDocument } from "../../schemas/out/code.ts";
import type { ReleaseBook } from "../book.ts";
import { sourceFiles } from "../book.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT } from "../pfs/rules.ts";
import { regionOf } from "../site/region.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../site/rules.ts";
import { codeAsc, codeOpps, codeSites } from "./code-facility.ts";
import { codeFactor, codeLocalities, codePfs } from "./code-pfs.ts";
import { filesOf, headOf, rulesOf } from "./head.ts";
import { type OutputFile, prettyFile } from "./json.ts";

function codeRegion(hcpcs: string): CodeDocument["region"] {
  const range = regionOf(hcpcs);
  if (range === undefined) return null;
  const { region, system, from, to, source } = range;
  return { region, system, from, to, source };
}

/** The document of one code: every figure with its cell, or with its rule and inputs. */
function codeDocument(book: ReleaseBook, hcpcs: string): CodeDocument {
  const pfs = codePfs(book, hcpcs);
  return CodeDocument.parse({
    ...headOf(book, "code"),
    hcpcs,
    region: codeRegion(hcpcs),
    siteOfService: codeSites(book, hcpcs, pfs),
    conversionFactor: codeFactor(book, hcpcs),
    pfs,
    opps: codeOpps(book, hcpcs),
    asc: codeAsc(book.asc, hcpcs),
    localities: pfs.some((row) => row.localityAmounts !== null) ? codeLocalities(book.gpci) : [],
    files: filesOf(sourceFiles(book)),
    rules: rulesOf(NATIONAL_AMOUNT, LOCALITY_AMOUNT, FACILITY_PLUS_PHYSICIAN),
  });
}

/** `codes/<HCPCS>.json` for each chosen code that the release knows. */
export function* publishCodes(book: ReleaseBook, codes: readonly string[]): Generator<OutputFile> {
  for (const hcpcs of codes) yield prettyFile(`codes/${hcpcs}.json`, codeDocument(book, hcpcs));
}

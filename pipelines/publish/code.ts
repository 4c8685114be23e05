import { CodeDocument } from "../../schemas/out/code.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { sourceFiles } from "../schedules/book.ts";
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
import { codeAsc, codeOpps, codeSites } from "./code-facility.ts";
import { codeFactor, codeLocalities, codePfs } from "./code-pfs.ts";
import { codeQualifyingTrack } from "./code-qualifying.ts";
import { headOf, rulesOf, sourceRefs } from "./head.ts";
import { type OutputFile, prettyFile, printFields } from "./json.ts";

/** Every rule that a figure of a code document can name. */
const RULES = [
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

/** What documents of codes have in common: checked and printed once, since a release may have 19,000 of them. */
interface Shared {
  readonly localities: CodeDocument["localities"];
  readonly files: CodeDocument["files"];
  readonly rules: CodeDocument["rules"];
}

function sharedBy(book: ReleaseBook): Shared {
  return CodeDocument.pick({ localities: true, files: true, rules: true }).parse({
    localities: codeLocalities(book.gpci),
    files: sourceRefs(sourceFiles(book)),
    rules: rulesOf(...RULES),
  });
}

/** One code's document without what it shares with others, whose places stay empty. */
function codeDocument(book: ReleaseBook, hcpcs: string): CodeDocument {
  const pfs = codePfs(book, hcpcs);
  const qualifyingApm = codeQualifyingTrack(book, hcpcs);
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
    localities: [],
    files: {},
    rules: {},
  });
}

/** `codes/<HCPCS>.json` for each chosen code that the release knows: every figure with its cell or its rule. */
export function* publishCodes(book: ReleaseBook, codes: readonly string[]): Generator<OutputFile> {
  const { localities, files, rules } = sharedBy(book);
  const always = printFields({ files, rules });
  const withLocalities = { ...printFields({ localities }), ...always };
  for (const hcpcs of codes) {
    const document = codeDocument(book, hcpcs);
    const local = document.pfs.some((row) => row.localityAmounts !== null);
    yield prettyFile(`codes/${hcpcs}.json`, document, local ? withLocalities : always);
  }
}

import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { BuiltDocuments, BuiltReleases } from "../../documents/built-documents.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import { caveatsOf } from "../../sources/caveats.ts";
import { ncciMeanings } from "../../sources/ncci.ts";
import { FOR_COMMAND_LINE, type NotBuilt } from "../../words/audience.ts";
import { WITHOUT_PAIRS } from "../../words/names.ts";
import { sentencesOf } from "../../words/reasons.ts";
import { chooseRelease, type WantedRelease } from "./choose-release.ts";
import { combinationsOf, unknownCombinations } from "./combinations.ts";
import { addOnEdits, missingEdits, pairEdits, unitsEdits } from "./ncci.ts";
import { orOtherReleases } from "./other-releases.ts";
import { pairsOf } from "./pairs.ts";
import { lookUpCodes, siteRow } from "./question.ts";
import { verdictOf } from "./verdict.ts";

const ADDENDUM_J = { title: "OPPS Addendum J: complexity adjustments of comprehensive APCs" };

/** The codes of a question, and its day of service. */
export interface WantedTogether {
  readonly hcpcs: string;
  readonly other?: string | undefined;
  /** Null for the first day of the release. */
  readonly day: string | null;
  /** Texts of what is not known; those of the command line where nothing is said. */
  readonly notBuilt?: NotBuilt;
}

function missingOf(documents: BuiltDocuments, notBuilt: NotBuilt): TogetherDocument["missing"] {
  if (documents.table("opps-pairs") !== undefined) {
    if (documents.manifest.coverage !== "excerpt") return [];
    return [{ what: "other pairs of Addendum J", message: notBuilt.otherPairs }];
  }
  const known = documents.manifest.missing.find(({ source }) => source === "opps-rule");
  return [{ what: WITHOUT_PAIRS, message: notBuilt.addendumJ(known?.reason ?? "") }];
}

function unknownParts(documents: BuiltDocuments, hcpcs: string): TogetherDocument["missing"] {
  return unknownCombinations(documents, hcpcs).map((message) => ({ what: "ASC combination codes", message }));
}

/** A question about two codes that are no pair of Addendum J has a sentence for an answer. */
function verdict(documents: BuiltDocuments, { hcpcs, other }: WantedTogether, pairs: readonly unknown[]) {
  const isKnown = other !== undefined && documents.table("opps-pairs") !== undefined && pairs.length === 0;
  return isKnown ? verdictOf(documents, hcpcs, other) : null;
}

function reasonsOf(rates: readonly RateOrReason[]): string[] {
  return rates.flatMap((rate) => (rate.value === null ? rate.reason : []));
}

/**
 * What is paid together with a code in one built release: pairs that move to a higher APC in a hospital, and the
 * combination codes of ASCs.
 *
 * @throws InputFault when no source of the release has one of the codes
 */
export function togetherOf(
  documents: BuiltDocuments,
  { hcpcs, other, day, notBuilt = FOR_COMMAND_LINE }: WantedTogether,
): TogetherDocument {
  const codes = other === undefined ? [hcpcs] : [hcpcs, other];
  lookUpCodes(documents, codes, ["site-of-service", "opps"]);
  for (const code of codes) siteRow({ documents, hcpcs: code });
  const { release, title, window, coverage } = documents.manifest;
  const pairs = pairsOf(documents, hcpcs, other) ?? [];
  const combinations = combinationsOf(documents, hcpcs, other);
  const editsOn = day ?? window.from;
  const asked = { hcpcs, other, day: editsOn, notBuilt };
  const [addOns, units, edits] = [
    addOnEdits(documents, asked),
    unitsEdits(documents, asked),
    pairEdits(documents, asked),
  ];
  const rates = [
    ...pairs.flatMap(({ alone, oppsRate }) => [alone, oppsRate]),
    ...combinations.flatMap(({ ascRate, inferred }) => [ascRate, ...(inferred === null ? [] : [inferred.oppsRate])]),
  ];
  return {
    schema: "ratebook/together",
    schemaVersion: SCHEMA_VERSION,
    release,
    coverage,
    title,
    window,
    day: day,
    hcpcs,
    other: other ?? null,
    pairs,
    verdict: verdict(documents, { hcpcs, other, day }, pairs),
    combinations,
    addOns: addOns ?? [],
    units: units ?? [],
    edits: edits ?? [],
    editsOn,
    missing: [...missingOf(documents, notBuilt), ...unknownParts(documents, hcpcs), ...missingEdits(documents, asked)],
    reasons: sentencesOf(reasonsOf(rates)),
    caveats: caveatsOf(release),
    cites: [ADDENDUM_J, ...ascCombinations().cites, ...ncciMeanings().cites],
  };
}

/**
 * The same from the release that is meant of those that are built.
 *
 * @param out where they are, for messages
 * @throws InputFault when the release is not built, or no source of it has one of the codes
 */
export function togetherIn(
  built: BuiltReleases,
  out: string,
  { hcpcs, other, ...release }: WantedRelease & Omit<WantedTogether, "day" | "notBuilt">,
): TogetherDocument {
  const chosen = chooseRelease(release, built.releases, out);
  const wanted = { hcpcs, other, day: chosen.day };
  return orOtherReleases(built, chosen.built, () => togetherOf(built.open(chosen.built), wanted));
}

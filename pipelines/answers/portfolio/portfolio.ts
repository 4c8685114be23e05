import type { NotCompared, PortfolioDocument, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import type { Problem } from "../../../schemas/place.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { METHOD, wholeSideOf } from "../diff/document-parts.ts";
import { adjusted } from "./adjusted.ts";
import { ClaimComparison } from "./claim-comparison.ts";
import { billsOf } from "./claims.ts";
import { type BothSides, type Compared, PortfolioComparison } from "./comparison.ts";
import { knownVolume, type LocalityOfZip, noZips, type PricedVolume } from "./known-volumes.ts";
import { modifierRules, modifierUnits } from "./modifier-rules.ts";
import { pairsAlone } from "./pairs-alone.ts";
import { RevenueSum } from "./revenue.ts";
import type { PortfolioSide } from "./side.ts";
import { byCode, bySetting, claimSums } from "./sums.ts";
import { readVolumes, type Volumes } from "./volume-rows.ts";
import type { VolumesFile } from "./volumes-file.ts";

const NOTES = [
  "Physicians' amounts are the fee schedule's for the named row: 100 percent, before sequestration, coinsurance and deductible, multiple-procedure and other reductions, and the OPPS cap on imaging. They do not show whether the service is payable in the setting",
  "A place of service code means what the physician is paid there, never the facility's own payment",
  "Hospital and ASC rates are national, not adjusted by the wage index",
  "Volumes are the same in both releases: the effect of new rates on them is not estimated",
];

const CLAIM_NOTES = [
  "The lines of one claim are priced together, as `ratebook price` prices them, with what the lines and modifiers of the claim change, and with the OPPS cap: one patient, one physician or one facility. The lines of a claim at different settings, and those of physicians and ASCs on different days, are different bills. Without a column with days all lines are of one day",
  "NCCI edits are applied to claims where both releases were built with them: an edit in one of them only would be a change that CMS did not make",
  "Where the line of a claim is paid by another step in the later release, its whole change has that cause: a pair that is paid as one in one release only, an edit, the indicator of the code, its rank, other lines. How much of it the new rates are is not known. Where the step is the same and the change is no multiple of the rate's, the cause is not known",
];

/** The document, or everything that is wrong with the file of volumes. */
export type Portfolio =
  | { readonly document: PortfolioDocument; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly document?: never };

const unitsOf = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

/** Rows of volumes, by whether the releases know what they name. */
function understood(read: Volumes, comparison: PortfolioComparison, ofZip: LocalityOfZip) {
  const volumes: PricedVolume[] = [];
  const notUnderstood = [...read.notUnderstood];
  for (const volume of read.rows) {
    const known = knownVolume(volume, comparison.sides, ofZip);
    const { row, text, count, claim } = volume;
    if (typeof known !== "string") volumes.push(known);
    else notUnderstood.push({ row, ...(claim === "" ? {} : { claim }), text, count, why: known });
  }
  return { volumes, notUnderstood: notUnderstood.sort((left, right) => left.row - right.row) };
}

function sumOf(compared: readonly Compared[]): RevenueSum {
  const total = new RevenueSum();
  for (const { revenue } of compared) total.add(revenue);
  return total;
}

const byRow = (one: Compared, other: Compared): number => one.line.row - other.line.row;

/** The rows by what became of them: in the total, priced apart for a modifier, or without an amount on a side. */
function sorted(
  alone: readonly PricedVolume[],
  ofClaims: readonly (Compared | NotCompared)[],
  comparison: PortfolioComparison,
) {
  const compared: Compared[] = [];
  const apart: (Compared & { volume: PricedVolume })[] = [];
  const notCompared: NotCompared[] = [];
  for (const result of ofClaims) {
    if ("line" in result) compared.push(result);
    else notCompared.push(result);
  }
  for (const volume of alone) {
    const result = comparison.compare(volume);
    if (!("line" in result)) notCompared.push(result);
    else if (volume.apart.length > 0) apart.push({ ...result, volume });
    else compared.push(result);
  }
  return { compared: compared.sort(byRow), apart, notCompared: notCompared.sort((one, other) => one.row - other.row) };
}

/** What both sides price claims from; undefined where one prices each line alone. */
function documentsOf({ sides }: PortfolioComparison): BothSides<BuiltDocuments> | undefined {
  const [before, after] = [sides[0].side.documents, sides[1].side.documents];
  return before && after && [before, after];
}

/** The rows with a claim id priced with the others of their claim, where the sides can, and the others each alone. */
function priced(
  { headings }: Volumes,
  known: readonly PricedVolume[],
  notUnderstood: PortfolioDocument["notUnderstood"],
  comparison: PortfolioComparison,
) {
  const documents = documentsOf(comparison);
  if (documents === undefined) return { outcomes: sorted(known, [], comparison), alone: known, claims: null };
  const [ofClaims, alone] = [known.filter(({ claim }) => claim !== ""), known.filter(({ claim }) => claim === "")];
  const bills = billsOf(ofClaims, new Set(notUnderstood.flatMap(({ claim }) => claim ?? [])));
  const outcomes = sorted(alone, new ClaimComparison(comparison, documents).compareAll(bills), comparison);
  const sums = claimSums(outcomes.compared, outcomes.notCompared);
  const hasClaims = headings.some(({ field }) => field === "claim");
  const claims = hasClaims ? { rows: ofClaims.length, withoutId: alone.length, sums } : null;
  return { outcomes, alone, claims };
}

interface Outcomes {
  readonly compared: readonly Compared[];
  readonly apart: readonly Compared[];
  readonly notCompared: PortfolioDocument["notCompared"];
  readonly notUnderstood: PortfolioDocument["notUnderstood"];
}

/** The units of the file, counted as read, and by what became of them. */
function unitsRead(
  read: Volumes,
  { compared, apart, notCompared, notUnderstood }: Outcomes,
): PortfolioDocument["units"] {
  const lines = (each: readonly Compared[]): PortfolioLine[] => each.map(({ line }) => line);
  return {
    read: unitsOf([...read.rows, ...read.notUnderstood]),
    inTotal: unitsOf(lines(compared)),
    apart: unitsOf(lines(apart)),
    notCompared: unitsOf(notCompared),
    notUnderstood: unitsOf(notUnderstood),
  };
}

/**
 * What the change from one release to another is worth to a practice, by code, setting and cause.
 *
 * @param volumes the file
 * @param ofZip finds localities of ZIP codes
 * @returns the document; or every problem of the file, and then there are no sums
 */
export function portfolio(
  before: PortfolioSide,
  after: PortfolioSide,
  volumes: VolumesFile,
  ofZip: LocalityOfZip = noZips,
): Portfolio {
  const comparison = new PortfolioComparison(before, after);
  const read = readVolumes(volumes, before.manifest.window.from);
  if (read.problems.length > 0) return { problems: read.problems };
  const { volumes: known, notUnderstood } = understood(read, comparison, ofZip);
  const { outcomes, alone, claims } = priced(read, known, notUnderstood, comparison);
  const { compared, apart, notCompared } = outcomes;
  const lines = (each: readonly Compared[]): PortfolioLine[] => each.map(({ line }) => line);
  const document: PortfolioDocument = {
    schema: "ratebook/portfolio",
    schemaVersion: SCHEMA_VERSION,
    from: wholeSideOf(before),
    to: wholeSideOf(after),
    volumes: {
      ...{ file: volumes.name, sha256: volumes.sha256 },
      ...{
        rows: read.rows.length + read.notUnderstood.length,
        columns: [...read.headings],
        skipped: [...read.skipped],
      },
    },
    units: unitsRead(read, { compared, apart, notCompared, notUnderstood }),
    modifiers: {
      passed: modifierUnits(known, "passed"),
      apart: modifierUnits(alone, "apart"),
      rules: modifierRules(alone, comparison.sides[1]),
    },
    method: METHOD,
    notes: claims === null ? NOTES : [...NOTES, ...CLAIM_NOTES],
    localityMoves: [...comparison.movesOf(known)],
    total: sumOf(compared).published(),
    bySetting: bySetting(compared),
    byCode: byCode(compared),
    claims,
    pairsAlone: pairsAlone(alone, comparison.sides),
    lines: lines(compared),
    apart: {
      total: sumOf(apart).published(),
      lines: lines(apart),
      adjusted: adjusted(apart, comparison.sides),
    },
    notCompared,
    notUnderstood,
    rules: comparison.explanations.rules(),
  };
  return { document };
}

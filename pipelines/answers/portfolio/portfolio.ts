import type { PortfolioDocument, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import type { Problem } from "../../../schemas/place.ts";
import { VolumeSetting } from "../../../schemas/row/volumes.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import { METHOD, sideOf } from "../diff/document-parts.ts";
import type { Side } from "../diff/side.ts";
import { adjusted } from "./adjusted.ts";
import { type Compared, PortfolioComparison } from "./comparison.ts";
import { knownVolume, type LocalityOfZip, noZips, type PricedVolume } from "./known-volumes.ts";
import { modifierRules, modifierUnits } from "./modifier-rules.ts";
import { RevenueSum } from "./revenue.ts";
import { readVolumes, type Volumes } from "./volume-rows.ts";
import type { VolumesFile } from "./volumes-file.ts";

const NOTES = [
  "Physicians' amounts are the fee schedule's for the named row: 100 percent, before sequestration, coinsurance and deductible, multiple-procedure and other reductions, and the OPPS cap on imaging. They do not show whether the service is payable in the setting",
  "A place of service code means what the physician is paid there, never the facility's own payment",
  "Hospital and ASC rates are national, not adjusted by the wage index",
  "Volumes are the same in both releases: the effect of new rates on them is not estimated",
];

/** The document, or everything that is wrong with the file of volumes. */
export type Portfolio =
  | { readonly document: PortfolioDocument; readonly problems?: never }
  | { readonly problems: readonly Problem[]; readonly document?: never };

/** Sums by a key of the lines, in the order in which the keys come. */
function sumsBy<Key>(compared: readonly Compared[], keyOf: (line: PortfolioLine) => Key): Map<Key, RevenueSum> {
  const sums = new Map<Key, RevenueSum>();
  for (const { line, revenue } of compared) {
    const key = keyOf(line);
    sums.set(key, (sums.get(key) ?? new RevenueSum()).add(revenue));
  }
  return sums;
}

function bySetting(compared: readonly Compared[]): PortfolioDocument["bySetting"] {
  const sums = sumsBy(compared, ({ setting }) => setting);
  return VolumeSetting.options.flatMap((setting) => {
    const sum = sums.get(setting);
    return sum === undefined ? [] : [{ setting, ...sum.published() }];
  });
}

function byCode(compared: readonly Compared[]): PortfolioDocument["byCode"] {
  const size = ({ change }: RevenueSum): bigint => (change < 0n ? -change : change);
  return [...sumsBy(compared, ({ hcpcs }) => hcpcs)]
    .sort(([code, one], [other, two]) => {
      const [left, right] = [size(one), size(two)];
      if (left !== right) return left < right ? 1 : -1;
      return code < other ? -1 : 1;
    })
    .map(([hcpcs, sum]) => ({ hcpcs, ...sum.published() }));
}

const unitsOf = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((sum, { count }) => sum + count, 0);

/** Rows of volumes, by whether the releases know what they name. */
function understood(read: Volumes, comparison: PortfolioComparison, ofZip: LocalityOfZip) {
  const volumes: PricedVolume[] = [];
  const notUnderstood = [...read.notUnderstood];
  for (const volume of read.rows) {
    const known = knownVolume(volume, comparison.sides, ofZip);
    if (typeof known !== "string") volumes.push(known);
    else notUnderstood.push({ row: volume.row, text: volume.text, count: volume.count, why: known });
  }
  return { volumes, notUnderstood: notUnderstood.sort((left, right) => left.row - right.row) };
}

function sumOf(compared: readonly Compared[]): RevenueSum {
  const total = new RevenueSum();
  for (const { revenue } of compared) total.add(revenue);
  return total;
}

/** The rows by what became of them: in the total, priced apart for a modifier, or without an amount on a side. */
function sorted(volumes: readonly PricedVolume[], comparison: PortfolioComparison) {
  const compared: Compared[] = [];
  const apart: (Compared & { volume: PricedVolume })[] = [];
  const notCompared: PortfolioDocument["notCompared"] = [];
  for (const volume of volumes) {
    const result = comparison.compare(volume);
    if (!("line" in result)) notCompared.push(result);
    else if (volume.apart.length > 0) apart.push({ ...result, volume });
    else compared.push(result);
  }
  return { compared, apart, notCompared };
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
export function portfolio(before: Side, after: Side, volumes: VolumesFile, ofZip: LocalityOfZip = noZips): Portfolio {
  const comparison = new PortfolioComparison(before, after);
  const read = readVolumes(volumes, before.manifest.window.from);
  if (read.problems.length > 0) return { problems: read.problems };
  const { volumes: known, notUnderstood } = understood(read, comparison, ofZip);
  const { compared, apart, notCompared } = sorted(known, comparison);
  const lines = (each: readonly Compared[]): PortfolioLine[] => each.map(({ line }) => line);
  const document: PortfolioDocument = {
    schema: "ratebook/portfolio",
    schemaVersion: SCHEMA_VERSION,
    from: sideOf(before),
    to: sideOf(after),
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
      apart: modifierUnits(known, "apart"),
      rules: modifierRules(known, comparison.sides[1]),
    },
    method: METHOD,
    notes: NOTES,
    localityMoves: [...comparison.movesOf(known)],
    total: sumOf(compared).published(),
    bySetting: bySetting(compared),
    byCode: byCode(compared),
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

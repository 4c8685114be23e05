import type { PortfolioDocument, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import type { Problem } from "../../../schemas/place.ts";
import { VolumeSetting } from "../../../schemas/row/volumes.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import { sha256 } from "../../problems/sha256.ts";
import { METHOD, sideOf } from "../diff/document-parts.ts";
import type { Side } from "../diff/side.ts";
import { type Compared, PortfolioComparison } from "./comparison.ts";
import { unknownVolumes } from "./known-volumes.ts";
import { RevenueSum } from "./revenue.ts";
import { readVolumes } from "./volume-rows.ts";

const NOTES = [
  "Physicians' amounts are the fee schedule's for the named row: 100 percent, before sequestration, coinsurance and deductible, multiple-procedure and other reductions, and the OPPS cap on imaging. They do not show whether the service is payable in the setting",
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

/**
 * What the change from one release to another is worth to a practice, by code, setting and cause.
 *
 * @param volumes text of the csv file
 * @param file its name
 * @returns the document; or every problem of the file, and then there are no sums
 */
export function portfolio(before: Side, after: Side, volumes: string, file: string): Portfolio {
  const comparison = new PortfolioComparison(before, after);
  const read = readVolumes(volumes, file);
  const problems = [...read.problems, ...unknownVolumes(read, comparison.sides, file)];
  if (problems.length > 0) return { problems };
  const results = read.rows.map((row) => comparison.compare(row));
  const compared = results.flatMap((each) => ("line" in each ? [each] : []));
  const total = new RevenueSum();
  for (const { revenue } of compared) total.add(revenue);
  const document: PortfolioDocument = {
    schema: "ratebook/portfolio",
    schemaVersion: SCHEMA_VERSION,
    from: sideOf(before),
    to: sideOf(after),
    volumes: { file, sha256: sha256(Buffer.from(volumes)), rows: read.rows.length },
    method: METHOD,
    notes: NOTES,
    localityMoves: [...comparison.movesOf(read.rows)],
    total: total.published(),
    bySetting: bySetting(compared),
    byCode: byCode(compared),
    lines: compared.map(({ line }) => line),
    notCompared: results.flatMap((each) => ("line" in each ? [] : [each])),
    rules: comparison.explanations.rules(),
  };
  return { document };
}

import { VOLUME_SETTINGS } from "../../../schemas/names.ts";
import type { ClaimSum, NotCompared, PortfolioDocument, PortfolioLine } from "../../../schemas/out/portfolio.ts";
import type { VolumeSetting } from "../../../schemas/row/volumes.ts";
import { groupsBy } from "./claims.ts";
import type { Compared } from "./comparison.ts";
import { RevenueSum } from "./revenue.ts";

/** Sums by a key of the lines, in the order in which the keys come. */
function sumsBy<Key>(compared: readonly Compared[], keyOf: (line: PortfolioLine) => Key): Map<Key, RevenueSum> {
  const sums = new Map<Key, RevenueSum>();
  for (const { line, revenue } of compared) {
    const key = keyOf(line);
    sums.set(key, (sums.get(key) ?? new RevenueSum()).add(revenue));
  }
  return sums;
}

/** Sums by setting. */
export function bySetting(compared: readonly Compared[]): PortfolioDocument["bySetting"] {
  const sums = sumsBy(compared, ({ setting }) => setting);
  return VOLUME_SETTINGS.flatMap((setting) => {
    const sum = sums.get(setting);
    return sum === undefined ? [] : [{ setting, ...sum.published() }];
  });
}

/** Sums by a text, the largest change first. */
function largestOf(sums: ReadonlyMap<string, RevenueSum>): [string, RevenueSum][] {
  const size = ({ change }: RevenueSum): bigint => (change < 0n ? -change : change);
  return [...sums].sort(([key, one], [other, two]) => {
    const [left, right] = [size(one), size(two)];
    if (left !== right) return left < right ? 1 : -1;
    return key < other ? -1 : 1;
  });
}

/** Sums by code, the largest change first. */
export function byCode(compared: readonly Compared[]): PortfolioDocument["byCode"] {
  return largestOf(sumsBy(compared, ({ hcpcs }) => hcpcs)).map(([hcpcs, sum]) => ({ hcpcs, ...sum.published() }));
}

const claimKey = ({ claim = "", setting }: Pick<PortfolioLine, "claim" | "setting">): string =>
  JSON.stringify([claim, setting]);

/** What each payee is paid for each claim, the largest change first. */
export function claimSums(compared: readonly Compared[], notCompared: readonly NotCompared[]): ClaimSum[] {
  const ofClaims = compared.filter(({ line }) => line.claim !== undefined);
  const [lines, without] = [
    groupsBy(
      ofClaims.map(({ line }) => line),
      claimKey,
    ),
    groupsBy(notCompared, claimKey),
  ];
  return largestOf(sumsBy(ofClaims, claimKey)).map(([key, sum]): ClaimSum => {
    const own = lines.get(key) ?? [];
    const [claim, setting] = JSON.parse(key) as [string, VolumeSetting];
    return {
      ...{ claim, setting, hcpcs: own.map(({ hcpcs }) => hcpcs), lines: own.length },
      ...{ notCompared: without.get(key)?.length ?? 0, doubtful: own.some(isDoubtful), ...sum.published() },
    };
  });
}

function isDoubtful({ steps }: PortfolioLine): boolean {
  return steps?.from.doubt !== undefined || steps?.to.doubt !== undefined;
}

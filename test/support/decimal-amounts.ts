import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Decimal } from "decimal.js";
import type { z } from "zod";
import type { LocalitiesDocument } from "../../schemas/out/localities.ts";
import type { AmountTotals } from "../../schemas/out/manifest.ts";
import type { NationalDocument } from "../../schemas/out/national.ts";

/**
 * Amounts in every locality by decimal.js, from the figures of the documents: shares nothing with the code that
 * computes them.
 */

type National = z.infer<typeof NationalDocument>;
type Localities = z.infer<typeof LocalitiesDocument>;

/** One row at one track. */
export interface DecimalLine {
  readonly hcpcs: string;
  readonly modifier: string;
  /** One amount for each locality, in the order of the document. */
  readonly nonFacility: readonly string[];
  readonly facility: readonly string[];
}

type Rvus = Pick<National["rows"][number], "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu">;

function rowsOf(national: National, kind: AmountTotals["kind"]) {
  return national.rows.flatMap(({ hcpcs, modifier, oppsCap, qualifyingApm, priceState, ...row }) => {
    const key = { hcpcs, modifier };
    if (kind === "oppsCap") return oppsCap === undefined ? [] : [{ ...key, rvus: oppsCap as Rvus }];
    const isThere =
      kind === "feeSchedule" ? priceState === "priced" : qualifyingApm !== undefined && qualifyingApm.facility !== null;
    return isThere ? [{ ...key, rvus: row as Rvus }] : [];
  });
}

/** (work x work GPCI + PE x PE GPCI + MP x MP GPCI) x conversion factor, half up to the cent. 42 CFR 414.20. */
export function decimalLines(
  national: National,
  { rows: localities }: Localities,
  kind: AmountTotals["kind"],
): DecimalLine[] {
  const track = kind === "qualifyingApm" ? national.qualifyingApm?.conversionFactor : national.conversionFactor;
  const factor = new Decimal(track?.value ?? Number.NaN);
  const gpcis = localities.map(({ workGpci, peGpci, mpGpci }) =>
    [workGpci, peGpci, mpGpci].map((each) => new Decimal(each)),
  );
  const amounts = (work: string, pe: string, mp: string): string[] =>
    gpcis.map(([workGpci = factor, peGpci = factor, mpGpci = factor]) =>
      workGpci
        .times(work)
        .plus(peGpci.times(pe))
        .plus(mpGpci.times(mp))
        .times(factor)
        .toFixed(2, Decimal.ROUND_HALF_UP),
    );
  return rowsOf(national, kind).map(({ hcpcs, modifier, rvus }) => ({
    hcpcs,
    modifier,
    nonFacility: amounts(rvus.workRvu, rvus.nonFacilityPeRvu, rvus.mpRvu),
    facility: amounts(rvus.workRvu, rvus.facilityPeRvu, rvus.mpRvu),
  }));
}

const cents = (text: string): number => Number(text.replace(".", ""));

/** What a manifest must say about these lines, as docs/data.md describes it. */
export function decimalTotals(lines: readonly DecimalLine[]): Omit<AmountTotals, "kind" | "track"> {
  const sorted = lines.toSorted((one, two) => {
    const [left, right] = [one, two].map(({ hcpcs, modifier }) => `${hcpcs} ${modifier}`) as [string, string];
    return left < right ? -1 : Number(left > right);
  });
  const all = sorted.flatMap(({ nonFacility, facility }) => [...nonFacility, ...facility]);
  const bytes = Buffer.alloc(all.length * 4);
  all.forEach((text, at) => void bytes.writeInt32LE(cents(text), at * 4));
  const sum = (of: "nonFacility" | "facility"): string =>
    Decimal.sum(0, ...lines.flatMap((line) => line[of])).toFixed(2);
  return {
    rows: lines.length,
    localities: lines[0]?.nonFacility.length ?? 0,
    nonFacilitySum: sum("nonFacility"),
    facilitySum: sum("facility"),
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

function documentIn<T>(folder: string, name: string): T {
  return JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
}

/** Both documents of a built release. */
export function figuresIn(folder: string): [National, Localities] {
  return [documentIn(folder, "national.json"), documentIn(folder, "localities.json")];
}

/** The fee schedule amounts of a built release, by code, modifier and setting, by locality. */
export function feesIn(folder: string) {
  const [national, localities] = figuresIn(folder);
  const lines = decimalLines(national, localities, "feeSchedule");
  const rows = new Map(lines.map((line) => [`${line.hcpcs} ${line.modifier}`, line] as const));
  return (hcpcs: string, modifier: string, setting: "nonFacility" | "facility"): Map<string, string | undefined> => {
    const amounts = rows.get(`${hcpcs} ${modifier}`)?.[setting] ?? [];
    return new Map(localities.rows.map(({ locality }, at) => [locality, amounts[at]]));
  };
}

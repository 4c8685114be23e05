import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { type Cents, type FineDollars, ofUnit } from "../../schemas/units.ts";
import { paysRate } from "../rules/rate-state.ts";
import type { SiteBooks } from "../schedules/site/site-of-service.ts";
import type { Checker } from "./check.ts";
import type { CodeList } from "./codes.ts";

type AscKind = NonNullable<ReaderDocument["asc"]>["kinds"][number];

/** Addendum B of a document. Its rows are numbered by their kinds, which have all that is asked of a row. */
export function hospitalRates(opps: ReaderDocument["opps"], codes: CodeList, check: Checker): SiteBooks["opps"] {
  if (opps === null) return undefined;
  const { indicators, kinds } = opps;
  const indicator = check.integers(kinds.indicator, "opps.kinds.indicator", { below: indicators.length });
  const rates = check.list(kinds.rate, "opps.kinds.rate", indicator.length);
  check.whole(
    rates.map((rate) => rate ?? 0),
    "opps.kinds.rate",
  );
  const states = Array.from(indicator, (each) => (indicators[each] as (typeof indicators)[number]).state);
  const below = indicator.length + 1;
  const kindOf = check.integers(opps.kindOf, "opps.kindOf", { length: codes.list.length, below });
  const rateOf = (row: number): FineDollars | null => {
    const rate = rates[row] ?? null;
    return rate === null ? null : ofUnit<FineDollars>(rate);
  };
  return { states, rates: { at: rateOf }, byCode: { get: (code) => rowOf(kindOf, codes.indexOf(code)) } };
}

/** The row of a code; undefined for a code without one. */
function rowOf(kindOf: Int32Array, code: number): number | undefined {
  const kind = kindOf[code] ?? 0;
  return kind === 0 ? undefined : kind - 1;
}

/** The ASC addenda of a document. */
export function centreRates(asc: ReaderDocument["asc"], codes: CodeList, check: Checker): SiteBooks["asc"] {
  if (asc === null) return undefined;
  const { kinds } = asc;
  const below = check.list(kinds, "asc.kinds").length + 1;
  const kindOf = check.integers(asc.kindOf, "asc.kindOf", { length: codes.list.length, below });
  const rates = check.integers(asc.rates, "asc.rates");
  const rateOf = new Int32Array(codes.list.length);
  let used = 0;
  for (let code = 0; code < rateOf.length; code += 1) {
    const kind = kinds[(kindOf[code] as number) - 1];
    if (kind === undefined || !paysRate(kind.state)) continue;
    rateOf[code] = rates[used] ?? 0;
    used += 1;
  }
  check.holds(used === rates.length, `asc.rates has ${rates.length} entries instead of ${used}`);
  const kindAt = (hcpcs: string): AscKind | undefined => kinds[rowOf(kindOf, codes.indexOf(hcpcs)) ?? -1];
  const listing = (hcpcs: string) => {
    const kind = kindAt(hcpcs);
    if (kind === undefined || kind.addendum === "EE") return undefined;
    const rate = paysRate(kind.state) ? ofUnit<Cents>(rateOf[codes.indexOf(hcpcs)] as number) : null;
    return { state: kind.state, rate };
  };
  const read = (addendum: "AA" | "BB"): object | undefined => (asc.addenda.includes(addendum) ? asc : undefined);
  return {
    surgical: read("AA"),
    ancillary: read("BB"),
    byCode: { get: listing },
    excluded: { has: (hcpcs) => kindAt(hcpcs)?.addendum === "EE" },
  };
}

import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { scaledInteger } from "../../schemas/units.ts";
import { paysRate } from "../rules/rate-state.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { Distinct } from "./reader-codes.ts";

type Opps = NonNullable<ReaderDocument["opps"]>;
type Asc = NonNullable<ReaderDocument["asc"]>;
type AscKind = Asc["kinds"][number];

/** Addendum B: each indicator, APC and rate together once, because an APC has one rate. */
export function readerOpps({ codes, opps }: ReleaseBook): ReaderDocument["opps"] {
  if (opps === undefined) return null;
  const { statusIndicator, apc } = opps.file.table.columns;
  const indicators = new Distinct<Opps["indicators"][number]>();
  const apcs = new Distinct<string | null>();
  const kinds = new Distinct<readonly [number, number, number | null]>();
  const kindOf = codes.map((code) => {
    const row = opps.byCode.get(code);
    if (row === undefined) return 0;
    const state = opps.states[row] ?? "unknown";
    const rate = opps.rates.at(row);
    const [printed, group] = [statusIndicator.at(row), apc.at(row) || null];
    const indicator = indicators.number(`${printed} ${state}`, () => ({ statusIndicator: printed, state }));
    const apcNumber = apcs.number(group ?? "", () => group);
    const paid = rate === null || !paysRate(state) ? null : scaledInteger(rate);
    return 1 + kinds.number(`${indicator} ${apcNumber} ${paid}`, () => [indicator, apcNumber, paid]);
  });
  return {
    indicators: indicators.things,
    apcs: apcs.things,
    kinds: {
      indicator: kinds.things.map(([indicator]) => indicator),
      apc: kinds.things.map(([, each]) => each),
      rate: kinds.things.map(([, , rate]) => rate),
    },
    kindOf,
  };
}

const EXCLUDED: AscKind = { addendum: "EE", paymentIndicator: "", state: "excluded-from-asc" };

/** Addenda AA and BB, and the codes that Addendum EE excludes. */
export function readerAsc({ codes, asc }: ReleaseBook): ReaderDocument["asc"] {
  if (asc === undefined) return null;
  const kinds = new Distinct<AscKind>();
  const rates: number[] = [];
  const kindOf = codes.map((code) => {
    const listing = asc.byCode.get(code);
    if (listing === undefined) return asc.excluded.has(code) ? 1 + kinds.number(EXCLUDED.addendum, () => EXCLUDED) : 0;
    const { addendum, state, rate, file, row } = listing;
    if (rate !== null && paysRate(state)) rates.push(scaledInteger(rate));
    const paymentIndicator = file.table.columns.paymentIndicator.at(row);
    const key = `${addendum} ${paymentIndicator} ${state}`;
    return 1 + kinds.number(key, () => ({ addendum, paymentIndicator, state }));
  });
  const addenda = [asc.surgical && ("AA" as const), asc.ancillary && ("BB" as const)];
  return { addenda: addenda.filter((each) => each !== undefined), kinds: kinds.things, kindOf, rates };
}

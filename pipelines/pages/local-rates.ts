import type { CodeDocument } from "../../schemas/out/code.ts";
import { parseScaled } from "../../schemas/scaled.ts";
import { isNaAt } from "./na.ts";

/** What one locality pays, in the order of the document's localities. */
export interface LocalRate {
  readonly at: number;
  readonly locality: string;
  readonly state: string;
  readonly name: string;
  readonly nonFacility: string;
  readonly facility: string;
  /** The amount that charts show, as text and in cents. */
  readonly amount: string;
  readonly cents: number;
}

/** "ATLANTA, GA"; the name alone where CMS's file of GPCIs has no column for the state, as until 2020. */
export function placeName({ name, state }: Pick<LocalRate, "name" | "state">): string {
  return state === "" ? name : `${name}, ${state}`;
}

/** The setting that charts show: the office, unless CMS marks it NA; none where it marks both. */
export function chartedSetting({ pfs: [first] }: CodeDocument): "nonFacility" | "facility" | undefined {
  return (["nonFacility", "facility"] as const).find((setting) => !isNaAt(first, setting));
}

/** Amounts of the code's first row in every locality; none where it has no price. */
export function localRates(document: CodeDocument): LocalRate[] {
  const setting = chartedSetting(document) ?? "facility";
  const rows = document.pfs[0]?.localityAmounts?.rows ?? [];
  return rows.map(({ locality, nonFacility, facility }, at) => {
    const { state = null, name = locality } = document.localities[at] ?? {};
    const amount = { nonFacility, facility }[setting];
    const cents = parseScaled(amount, 2) ?? 0;
    return { at, locality, state: state ?? "", name, nonFacility, facility, amount, cents };
  });
}

/** From the lowest to the highest; localities of one amount stay in CMS's order. */
export function byAmount(rates: readonly LocalRate[]): LocalRate[] {
  return [...rates].sort((left, right) => left.cents - right.cents || left.at - right.at);
}

import type { PaidPair } from "../../../schemas/out/pairs.ts";
import type { PairAlone } from "../../../schemas/out/portfolio.ts";
import { dollars } from "../../words/money-text.ts";
import { inWords } from "../../words/reasons.ts";
import { paidPairs } from "../rate/paid-pairs.ts";
import type { SideAmount, SideAmounts } from "./amounts.ts";
import type { BothSides } from "./comparison.ts";
import type { PricedVolume } from "./known-volumes.ts";

const WHOSE = { hopd: "a hospital claim", asc: "an ASC claim" } as const;

/** The rate of a code alone, as it is counted: "22511 $3,244.61", "22512 nothing (packaged)". */
function aloneText(code: string, setting: PaidPair["setting"], amounts: SideAmounts): string {
  const rate: SideAmount = amounts.amountOf({ code, modifier: "", setting, locality: null, count: 1 }, null);
  return "reason" in rate ? `${code} nothing (${inWords(rate.reason)})` : `${code} ${dollars(rate.amount)}`;
}

function pairAlone({ setting, primary, secondary, amount, isInferred }: PaidPair, amounts: SideAmounts): PairAlone {
  const { release } = amounts.side.manifest;
  const alone = [primary, secondary].map((code) => aloneText(code, setting, amounts)).join(", ");
  const by = isInferred ? `${release}, inferred from Addendum FF` : release;
  const text = `${primary} and ${secondary} are both in the file; ${WHOSE[setting]} with both is paid ${dollars(amount)} once (${by}). These rows have no claim id, so each is counted alone: ${alone}`;
  return { setting, primary, secondary, release, together: amount, text };
}

/** Pairs of one release of which both codes are in the rows. */
function pairsIn(volumes: readonly PricedVolume[], amounts: SideAmounts): PairAlone[] {
  const services = new Set(volumes.map(({ setting, code }) => `${setting} ${code}`));
  const { documents } = amounts.side;
  if (documents === undefined) return [];
  return paidPairs(documents)
    .filter(({ primary, secondary }) => primary !== secondary)
    .filter(({ setting, primary, secondary }) =>
      [primary, secondary].every((code) => services.has(`${setting} ${code}`)),
    )
    .map((pair) => pairAlone(pair, amounts));
}

const nameOf = ({ setting, primary, secondary }: PairAlone): string => `${setting} ${primary} ${secondary}`;

/**
 * Pairs of codes that are paid as one on one claim, and are counted each alone, since their rows have no claim id.
 *
 * @returns each with its amount in the later release that knows it
 */
export function pairsAlone(volumes: readonly PricedVolume[], [before, after]: BothSides<SideAmounts>): PairAlone[] {
  const ofFacilities = volumes.filter(({ setting }) => setting === "hopd" || setting === "asc");
  if (ofFacilities.length === 0) return [];
  const found = [...pairsIn(ofFacilities, before), ...pairsIn(ofFacilities, after)];
  return [...new Map(found.map((pair) => [nameOf(pair), pair])).values()];
}

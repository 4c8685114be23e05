import type { PairAlone } from "../../../schemas/out/portfolio.ts";
import type { PricedLine } from "../../../schemas/out/price.ts";
import { sumOfAmounts } from "../../rules/money.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import { dollars } from "../../words/money-text.ts";
import { inWords } from "../../words/reasons.ts";
import type { SideAmount, SideAmounts } from "./amounts.ts";
import { isOfPair } from "./claim-effects.ts";
import { ClaimPrices } from "./claim-prices.ts";
import type { BothSides } from "./comparison.ts";
import type { PricedVolume } from "./known-volumes.ts";

type Codes = Pick<PairAlone, "primary" | "secondary">;
type Site = PairAlone["setting"];

const WHOSE = { hopd: "a hospital claim", asc: "an ASC claim" } as const;

/** Pairs of Addendum J and of combination codes, each once. */
function knownPairs(sides: BothSides<SideAmounts>): Codes[] {
  const ofHospitals = sides.flatMap(({ side }): readonly Codes[] => side.documents.table("opps-pairs")?.allRows() ?? []);
  const pairs = [...ofHospitals, ...ascCombinations().combinations];
  return [...new Map(pairs.map((pair) => [`${pair.primary} ${pair.secondary}`, pair])).values()];
}

/** The rate of a code alone, as it is counted: "22511 $3,244.61", "22512 nothing (packaged)". */
function aloneText(code: string, rate: SideAmount): string {
  return "reason" in rate ? `${code} nothing (${inWords(rate.reason)})` : `${code} ${dollars(rate.amount)}`;
}

/** What a facility is paid for both codes on one claim, where it is a pair there. */
class PairsOf {
  private readonly amounts: SideAmounts;
  private readonly prices: ClaimPrices;

  constructor(amounts: SideAmounts) {
    this.amounts = amounts;
    this.prices = new ClaimPrices(amounts, { hospital: [], practitioner: [] });
  }

  private rate(code: string, setting: Site): SideAmount {
    return this.amounts.amountOf({ code, modifier: "", setting, locality: null, count: 1 }, null);
  }

  of(setting: Site, { primary, secondary }: Codes): PairAlone[] {
    const price = this.prices.ofCodes(setting, [primary, secondary]);
    const lines: readonly PricedLine[] = "lines" in price ? price.lines : [];
    if (!lines.some(isOfPair)) return [];
    const together = sumOfAmounts(lines.flatMap(({ paid }) => paid.value ?? []));
    const [first, second] = [this.rate(primary, setting), this.rate(secondary, setting)];
    const known = [first, second].flatMap((each) => ("reason" in each ? [] : each.amount));
    const isInferred = lines.some(({ doubt }) => doubt === "inferred");
    const { release } = this.amounts.side.manifest;
    const text = `${primary} and ${secondary} are both in the file; ${WHOSE[setting]} with both is paid ${dollars(together)} once (${release}${isInferred ? ", inferred from Addendum FF" : ""}). These rows have no claim id, so each is counted alone: ${aloneText(primary, first)}, ${aloneText(secondary, second)}`;
    const alone = known.length === 0 ? null : sumOfAmounts(known);
    return [{ setting, primary, secondary, release, together, alone, text }];
  }
}

/**
 * Pairs of codes that are paid as one on one claim, and are counted each alone, since their rows have no claim id.
 *
 * @returns each with its amount in the later release that knows it
 */
export function pairsAlone(volumes: readonly PricedVolume[], sides: BothSides<SideAmounts>): PairAlone[] {
  const pairs = knownPairs(sides);
  const [before, after] = [new PairsOf(sides[0]), new PairsOf(sides[1])];
  return (["hopd", "asc"] as const).flatMap((site) => {
    const codes = new Set(volumes.filter(({ setting }) => setting === site).map(({ code }) => code));
    const there = pairs.filter(({ primary, secondary }) => primary !== secondary && [primary, secondary].every((code) => codes.has(code)));
    return there.flatMap((pair) => {
      const later = after.of(site, pair);
      return later.length > 0 ? later : before.of(site, pair);
    });
  });
}

import { MODIFIERS } from "../../../schemas/names.ts";
import type { Change } from "../../../schemas/out/audit.ts";
import { formatScaled, formatTrimmed } from "../../../schemas/scaled.ts";
import { divideHalfUp } from "../../rules/rounding.ts";
import { isSame } from "./amount-text.ts";
import { isPercentOf } from "./guess.ts";
import { type FigureKind, isFee, isMoney, KIND_WORDS, namedAmount, otherKinds } from "./kinds.ts";
import type { KnownFactor } from "./known-factors.ts";
import { MEAN, type OwnPair, type Prices } from "./prices.ts";

/** How a figure differs from the expected one, for the search. Fields that are undefined do not differ. */
export interface Alteration {
  readonly prices?: Prices | undefined;
  readonly kind?: FigureKind | undefined;
  readonly modifier?: string | undefined;
  readonly place?: string | undefined;
  readonly factor?: number | undefined;
  /** In tenths of a percent. */
  readonly percent?: number | undefined;
  readonly unit?: "cents" | "hundredths" | undefined;
  readonly rounded?: true | undefined;
  /** Pairs of the code, all of one amount. */
  readonly pairs?: readonly OwnPair[] | undefined;
}

/** A figure with what was expected of it. */
export interface Placed {
  readonly code: string;
  readonly modifier: string;
  readonly kind: FigureKind;
  readonly place: string;
  readonly seen: number;
}

/** Ten-thousandths in a dollar. */
const DOLLAR = 10_000;

function isThat(seen: number, fine: number, { percent, unit, rounded }: Alteration): boolean {
  if (percent !== undefined) return isPercentOf(seen, fine, percent);
  if (unit === "cents") return isSame(seen / 100, fine);
  if (unit === "hundredths") return isSame(seen * 100, fine);
  if (rounded === true) return seen % DOLLAR === 0 && divideHalfUp(fine, DOLLAR) * DOLLAR === seen;
  return isSame(seen, fine);
}

/** What the search may compare with. */
export interface SearchField {
  readonly reference: Prices;
  readonly releases: readonly Prices[];
  readonly factors: readonly KnownFactor[];
  /** How the whole table seems to be made, where that differs from what it is compared with. */
  readonly whole: Alteration | undefined;
  /** Whether most figures are made so: then no figure that is needs another cause. */
  readonly isWholeMost: boolean;
}

/** What two amounts that were rounded to the cent may be away from their exact ones, in ten-thousandths. */
const ROUNDED = 50;
/** Figures that are compared with every locality. */
const TRIED = 150;
/** A locality is a cause of so many of them, and of such a share of them. */
const [LOCALITY_LEAST, LOCALITY_SHARE] = [3, 0.1] as const;

/** Finds what a figure equals that does not equal what was expected. */
export class ChangeFinder {
  private readonly field: SearchField;

  constructor(field: SearchField) {
    this.field = field;
  }

  /** The alteration as one text, the same for figures with the same cause. */
  keyOf({ prices, kind, modifier, place, factor, percent, unit, rounded, pairs }: Alteration): string {
    const others = pairs?.map(({ other, pair }) => [other, pair.through]);
    return [prices?.release.release, kind, modifier, place, factor, percent, unit, rounded, others].join("|");
  }

  /** Whether most figures of the table are made in another way, and this one too: then nothing else is searched. */
  isOfWhole(figure: Placed): boolean {
    const { whole, isWholeMost } = this.field;
    return isWholeMost && whole !== undefined && Object.keys(whole).length > 0 && this.equals(figure, whole);
  }

  /** Everything that the figure equals, the simplest first. */
  all(figure: Placed): Alteration[] {
    const { whole } = this.field;
    if (whole !== undefined && this.isOfWhole(figure)) return [whole];
    const isAltered = whole !== undefined && Object.keys(whole).length > 0;
    const combined = isAltered && this.equals(figure, whole) ? [whole] : [];
    const simple = [...combined, ...this.single(figure, {}), ...this.otherRvus(figure)];
    const found = isAltered ? [...simple, ...this.single(figure, whole)] : simple;
    return found.length > 0 ? found : this.otherPairs(figure);
  }

  /** Pairs of other releases, which are read only where a figure equals nothing else. */
  private otherPairs(figure: Placed): Alteration[] {
    return this.ofRelease({}).flatMap((of) => this.ofPairs(figure, of).map((pairs) => ({ ...of, ...pairs })));
  }

  private equals(figure: Placed, change: Alteration): boolean {
    const { prices = this.field.reference, kind = figure.kind, factor } = change;
    const { modifier = figure.modifier, place = figure.place } = change;
    if ((factor !== undefined || place === MEAN) && !isFee(kind)) return false;
    const own = change.pairs?.[0]?.fine;
    const fine = own ?? prices.fine({ code: figure.code, modifier, kind, place, factor });
    return fine !== undefined && (fine > 0 || !isMoney(kind)) && isThat(figure.seen, fine, change);
  }

  /** One more alteration of what is already altered. */
  private single(figure: Placed, base: Alteration): Alteration[] {
    const tried: Alteration[] = [
      ...this.ofRelease(base),
      ...otherKinds(figure.kind).map((kind) => ({ kind })),
      ...MODIFIERS.filter((modifier) => modifier !== figure.modifier).map((modifier) => ({ modifier })),
      ...this.ofFees(figure, base),
      ...this.ofPairs(figure, base),
      ...(isMoney(figure.kind) ? ([{ unit: "cents" }, { unit: "hundredths" }, { rounded: true }] as const) : []),
    ];
    return tried.map((each) => ({ ...base, ...each })).filter((each) => this.equals(figure, each));
  }

  private ofRelease(base: Alteration): Alteration[] {
    if (base.prices !== undefined) return [];
    const { releases, reference } = this.field;
    // The latest first: of releases with the same figure it is the likely one.
    const others = releases.filter((each) => each !== reference).reverse();
    return others.map((prices) => ({ prices }));
  }

  /** What a facility is paid for the code together with another one. */
  private ofPairs({ code, kind, seen }: Placed, { prices = this.field.reference }: Alteration): Alteration[] {
    const pairs = prices.pairs(code, kind).filter(({ fine }) => isSame(seen, fine));
    return pairs.length === 0 ? [] : [{ pairs }];
  }

  private ofFees(figure: Placed, base: Alteration): Alteration[] {
    const { kind, place } = figure;
    if (!isFee(kind)) return [];
    const places = base.place === undefined ? ["national", MEAN].filter((each) => each !== place) : [];
    const factors = base.factor === undefined && base.percent === undefined ? this.factorsNear(figure, base) : [];
    return [...places.map((each) => ({ place: each })), ...factors.map((factor) => ({ factor }))];
  }

  /** Factors that a figure may come from: the others are too far from its quotient, whatever was rounded. */
  private factorsNear({ code, seen, ...placed }: Placed, base: Alteration): number[] {
    const { prices = this.field.reference, modifier = placed.modifier, kind = placed.kind } = base;
    const own = prices.release.factors[0]?.factor;
    const fine = prices.fine({ code, modifier, kind, place: base.place ?? placed.place });
    if (own === undefined || fine === undefined || fine === 0) return [];
    const [wanted, off] = [(own * seen) / fine, (2 * own * ROUNDED) / fine + 1];
    return this.field.factors
      .map(({ factor }) => factor)
      .filter((factor) => factor !== own && Math.abs(factor - wanted) <= off);
  }

  /** Another release's RVUs at the factor of the compared one. */
  private otherRvus(figure: Placed): Alteration[] {
    const { reference, releases } = this.field;
    const factor = reference.release.factors[0]?.factor;
    if (factor === undefined || !isFee(figure.kind)) return [];
    return releases
      .filter((prices) => prices !== reference && prices.release.factors[0]?.factor !== factor)
      .map((prices) => ({ prices, factor }))
      .filter((each) => this.equals(figure, each));
  }

  /**
   * Localities whose fees many figures are. They have so many fees that one figure proves none, so some figures are
   * compared with all of them, and the others with those that are found.
   */
  localitiesOf(figures: readonly Placed[]): readonly string[] {
    const { localities } = this.field.reference.release;
    const counts = new Map<string, number>();
    const step = Math.max(1, Math.floor(figures.length / TRIED));
    const tried = figures.filter(({ kind }, at) => at % step === 0 && isFee(kind));
    for (const { code, modifier, kind, seen } of tried)
      this.field.reference.inLocalities(code, modifier, kind as "facility").forEach((cents, at) => {
        const key = localities[at]?.key;
        if (key !== undefined && isSame(seen, cents * 100)) counts.set(key, (counts.get(key) ?? 0) + 1);
      });
    const least = Math.max(LOCALITY_LEAST, tried.length * LOCALITY_SHARE);
    return [...counts].flatMap(([key, count]) => (count >= least ? [key] : []));
  }

  /** Which of some localities a figure is the fee of. */
  at(figure: Placed, localities: readonly string[]): Alteration[] {
    if (!isFee(figure.kind)) return [];
    return localities
      .filter((place) => place !== figure.place && this.equals(figure, { place }))
      .map((place) => ({ place }));
  }
}

/** "33.4009" from ten-thousandths. */
function factorText(factor: number): string {
  return formatScaled(factor, 4);
}

/** "120", "87.5" from tenths of a percent. */
export function tenthsText(tenths: number): string {
  return formatTrimmed(tenths, 1, 0);
}

/** The alteration as the document has it. */
export function changeOf(change: Alteration): Change {
  const { prices, kind, modifier, place, factor, percent, unit, rounded, pairs } = change;
  return {
    ...(prices === undefined ? {} : { release: prices.release.release }),
    ...(kind === undefined ? {} : namedAmount(kind)),
    ...(modifier === undefined ? {} : { modifier }),
    ...(place === undefined ? {} : { place: place as "national" }),
    ...(factor === undefined ? {} : { factor: factorText(factor) }),
    ...(percent === undefined ? {} : { percent: tenthsText(percent) }),
    ...(unit === undefined ? {} : { unit }),
    ...(rounded === undefined ? {} : { rounded }),
    ...(pairs === undefined ? {} : { pairedWith: pairs.map(({ other }) => other) }),
  };
}

function placeWords(place: string, { release }: Prices): string {
  if (place === "national") return "the national amount";
  if (place === MEAN) return "the mean of all localities, which CMS does not publish";
  const name = release.localities.find(({ key }) => key === place)?.name ?? "";
  return `locality ${place}${name === "" ? "" : ` (${name})`}`;
}

function modifierWords(modifier: string): string {
  return modifier === "" ? "the row without a modifier" : `the row with modifier ${modifier}`;
}

const UNIT_WORDS = {
  cents: "100 times the amount: cents for dollars",
  hundredths: "a hundredth of the amount",
} as const;

function kindWords(kind: FigureKind): string {
  return isFee(kind) ? `the ${KIND_WORDS[kind]} amount` : `the ${KIND_WORDS[kind]}`;
}

/** The words of a value, where there is one. */
function worded<Value>(value: Value | undefined, words: (value: Value) => string): readonly string[] {
  return value === undefined ? [] : [words(value)];
}

/** Partners that a text names. */
const PARTNERS = 3;

/** "22510 or 22515 (APC 5115)", "22512 (C7505)": codes with which one amount is paid. */
export function partnersText(pairs: readonly OwnPair[]): string {
  const others = pairs.map(({ other }) => other);
  const named = others.slice(0, PARTNERS).join(" or ");
  const more = others.length > PARTNERS ? ` or ${others.length - PARTNERS} others` : "";
  const through = [
    ...new Set(pairs.map(({ pair }) => (pair.setting === "hopd" ? `APC ${pair.through}` : pair.through))),
  ];
  const inferred = pairs.some(({ pair }) => pair.isInferred) ? ", inferred from Addendum FF" : "";
  return `${named}${more} (${through.slice(0, PARTNERS).join(", ")}${inferred})`;
}

/** The alteration in words: "2025D", "2025D, the facility amount". */
export function changeWords(
  { prices, kind, modifier, place, factor, percent, unit, rounded, pairs }: Alteration,
  { reference, factors }: SearchField,
): string {
  const of = prices ?? reference;
  const recorded = factors.find((each) => each.factor === factor)?.words ?? "not on record";
  return [
    ...worded(factor === undefined ? prices : undefined, ({ release }) => release.release),
    ...worded(kind, kindWords),
    ...worded(modifier, modifierWords),
    ...worded(place, (key) => placeWords(key, of)),
    ...worded(factor, (own) => `the RVUs of ${of.release.release} at the factor ${factorText(own)} (${recorded})`),
    ...worded(percent, (tenths) => `${tenthsText(tenths)} % of Medicare`),
    ...worded(unit, (name) => UNIT_WORDS[name]),
    ...worded(rounded, () => "the amount in whole dollars"),
    ...worded(pairs, (own) => `the pair with ${partnersText(own)}`),
  ].join(", ");
}

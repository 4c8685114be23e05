import type { PaidPair } from "../../../schemas/out/pairs.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { SCALE } from "../../../schemas/units.ts";
import type { OpenedRelease, RowFigures, RuleText } from "../../read/types.ts";
import { type FigureKind, isFee } from "./kinds.ts";

/** Ten-thousandths in a cent, and in a hundredth of an RVU. */
const HUNDREDTH = 100;
/** A place that CMS publishes nothing for. */
export const MEAN = "mean-of-localities";

/** Gives the pairs of a release by its name. */
export type PairsOfRelease = (release: string) => readonly PaidPair[];

/** Finds the last registered file from before a day that has a code; undefined where none has it. */
export type LastRegistered = (code: string, before: string) => string | undefined;

/** A pair of a code: the other one, and what is paid for both. */
export interface OwnPair {
  readonly other: string;
  readonly fine: number;
  readonly pair: PaidPair;
}

const KIND_OF_SITE = { hopd: "oppsRate", asc: "ascRate" } as const;

/** What a figure may be changed to: another row, place, factor or percentage. */
export interface AskedFigure {
  readonly code: string;
  readonly modifier: string;
  readonly kind: FigureKind;
  /** `national`, a key, or the mean. */
  readonly place: string;
  /** In ten-thousandths; undefined for the release's own. */
  readonly factor?: number | undefined;
}

/** Half up. */
function meanOf(cents: Int32Array): number | undefined {
  if (cents.length === 0) return undefined;
  const sum = cents.reduce((total, each) => total + each, 0);
  return Math.floor((2 * sum + cents.length) / (2 * cents.length));
}

function pairsByCode(pairs: readonly PaidPair[]): Map<string, OwnPair[]> {
  const own = new Map<string, OwnPair[]>();
  for (const pair of pairs) {
    const { primary, secondary, setting, amount } = pair;
    const fine = exactScaled(amount, SCALE.factor);
    for (const [code, other] of new Map([
      [primary, secondary],
      [secondary, primary],
    ])) {
      const key = `${KIND_OF_SITE[setting]} ${code}`;
      own.set(key, [...(own.get(key) ?? []), { other, fine, pair }]);
    }
  }
  return own;
}

/** The figures of one release, asked again and again. */
export class Prices {
  readonly release: OpenedRelease;
  private readonly rows: Readonly<Record<string, Map<string, RowFigures | null>>> = {
    "": new Map(),
    26: new Map(),
    TC: new Map(),
    53: new Map(),
  };
  private readonly rates = {
    oppsRate: new Map<string, number | null>(),
    ascRate: new Map<string, number | null>(),
    totalHopd: new Map<string, number | null>(),
    totalAsc: new Map<string, number | null>(),
  };
  private readonly everywhere = new Map<string, Int32Array>();
  private known: ReadonlySet<string> | undefined;
  private readonly pairsOf: PairsOfRelease;
  private ownPairs: ReadonlyMap<string, readonly OwnPair[]> | undefined;

  constructor(release: OpenedRelease, pairsOf: PairsOfRelease = () => []) {
    this.release = release;
    this.pairsOf = pairsOf;
  }

  /** The pairs that a code is part of, where the figure is what a facility is paid. */
  pairs(code: string, kind: FigureKind): readonly OwnPair[] {
    this.ownPairs ??= pairsByCode(this.pairsOf(this.release.release));
    return this.ownPairs.get(`${kind} ${code}`) ?? [];
  }

  /** Whether any file of the release has the code. */
  knows(code: string): boolean {
    // Most codes have a row, and the set of all codes is large.
    if (this.row(code, "") !== undefined) return true;
    this.known ??= new Set(this.release.codes);
    return this.known.has(code);
  }

  /** A row of the fee schedule. */
  row(code: string, modifier: string): RowFigures | undefined {
    const rows = this.rows[modifier];
    let row = rows?.get(code);
    if (row === undefined) {
      row = this.release.row(code, modifier) ?? null;
      rows?.set(code, row);
    }
    return row ?? undefined;
  }

  /** A fee in every locality, in cents. */
  inLocalities(code: string, modifier: string, kind: "nonFacility" | "facility"): Int32Array {
    const key = `${code}-${modifier}-${kind}`;
    let cents = this.everywhere.get(key);
    if (cents === undefined) {
      cents = this.row(code, modifier)?.inLocalities(kind) ?? new Int32Array(0);
      this.everywhere.set(key, cents);
    }
    return cents;
  }

  /** A figure in ten-thousandths; undefined where the release has none. */
  fine(asked: AskedFigure): number | undefined {
    const { code, modifier, kind, place, factor } = asked;
    if (isFee(kind)) return this.fee(asked, kind);
    if (factor !== undefined || place === MEAN) return undefined;
    if (!isRate(kind)) return this.rvu(code, modifier, kind);
    return modifier === "" ? this.rate(code, kind) : undefined;
  }

  /** What the physician is paid by the row that is usual in a facility, or by the cap, where it is not the row's own fee. */
  payable({
    code,
    modifier,
    kind,
    place,
  }: AskedFigure): { readonly fine: number; readonly rule: RuleText; readonly modifier: string } | undefined {
    if (!isFee(kind) || !this.knows(code)) return undefined;
    const row = kind === "facility" && modifier === "" ? {} : { modifier };
    const setting = kind === "facility" ? "hopd" : "office";
    const answer = this.release.rate({ code, setting, payee: "physician", locality: place, ...row });
    if (answer.kind === "reason") return undefined;
    return { fine: answer.cents * HUNDREDTH, rule: answer.rule, modifier: answer.modifier };
  }

  /** Why a figure is not there. */
  reason({ code, modifier, kind, place }: AskedFigure): Reason {
    if (!isRate(kind)) return this.said(this.reasonOfRow(code, modifier, place));
    if (modifier !== "") return this.said("no-row-with-modifier");
    const answer = this.release.rate({ code, ...RATES[kind], locality: "national" });
    return answer.kind === "reason" ? { reason: answer.reason, text: answer.text } : this.said("unknown");
  }

  private said(reason: string): Reason {
    return { reason, text: this.release.sentenceOf(reason) };
  }

  private reasonOfRow(code: string, modifier: string, place: string): string {
    const row = this.row(code, modifier);
    if (row !== undefined) return row.state === "priced" && place !== "national" ? "unknown-locality" : row.state;
    const isListed = Object.keys(this.rows).some((each) => this.row(code, each) !== undefined);
    return isListed ? "no-row-with-modifier" : "not-in-fee-schedule";
  }

  private fee({ code, modifier, place, factor }: AskedFigure, kind: "nonFacility" | "facility"): number | undefined {
    const cents =
      place === MEAN
        ? meanOf(this.inLocalities(code, modifier, kind))
        : this.row(code, modifier)?.cents(kind, place, factor);
    return cents === undefined ? undefined : cents * HUNDREDTH;
  }

  private rate(code: string, kind: keyof typeof RATES): number | undefined {
    const rates = this.rates[kind];
    let fine = rates.get(code);
    if (fine === undefined) {
      const answer = this.knows(code) ? this.release.rate({ code, ...RATES[kind], locality: "national" }) : undefined;
      fine = answer?.kind === "amount" ? answer.tenThousandths : null;
      rates.set(code, fine);
    }
    return fine ?? undefined;
  }

  private rvu(code: string, modifier: string, kind: FigureKind): number | undefined {
    const rvus = this.row(code, modifier)?.rvus;
    if (rvus === undefined) return undefined;
    const { work, nonFacilityPe, facilityPe, mp } = rvus;
    const hundredths: Partial<Record<FigureKind, number>> = {
      workRvu: work,
      nonFacilityPeRvu: nonFacilityPe,
      facilityPeRvu: facilityPe,
      mpRvu: mp,
      nonFacilityTotal: work + nonFacilityPe + mp,
      facilityTotal: work + facilityPe + mp,
    };
    const own = hundredths[kind];
    return own === undefined ? undefined : own * HUNDREDTH;
  }
}

/** Why there is no figure, as a name and as the end of a sentence. */
interface Reason {
  readonly reason: string;
  readonly text: string;
}

function isRate(kind: FigureKind): kind is keyof typeof RATES {
  return kind in RATES;
}

/** The question for each figure that a facility is paid. */
const RATES = {
  oppsRate: { setting: "hopd", payee: "facility" },
  ascRate: { setting: "asc", payee: "facility" },
  totalHopd: { setting: "hopd", payee: "total" },
  totalAsc: { setting: "asc", payee: "total" },
} as const;

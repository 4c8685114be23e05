import type { Setting } from "../../schemas/setting.ts";
import { centsText, dollarText } from "../../schemas/unit-text.ts";
import { type Cents, type FineDollars, fineDollars, ofUnit, scaledInteger } from "../../schemas/units.ts";
import { rowWith } from "../schedules/pfs/fee-rows.ts";
import type { GpciColumns } from "../schedules/pfs/kernel.ts";
import { limitingCharge } from "../schedules/pfs/limiting-charge.ts";
import { isCapped } from "../schedules/pfs/opps-cap-rule.ts";
import { LIMITING_CHARGE, LOCALITY_AMOUNT, NATIONAL_AMOUNT, OPPS_CAP_PAYABLE } from "../schedules/pfs/rules.ts";
import { unpaidAt } from "../schedules/site/not-paid.ts";
import { FACILITY_PLUS_PHYSICIAN } from "../schedules/site/rules.ts";
import {
  ascPay,
  hopdPay,
  type PayingPhysician,
  payingPhysician,
  SETTING_OF,
  type SiteBooks,
  type SitePay,
  totalPay,
} from "../schedules/site/site-of-service.ts";
import type { Fees } from "./fees.ts";
import { sentenceOf } from "./reasons.ts";
import type { FeeTables } from "./tables.ts";
import type {
  CareSite,
  ChargeLimit,
  FacilityAnswer,
  FeeTrack,
  Money,
  NoAmount,
  Payee,
  PhysicianAnswer,
} from "./types.ts";

/** A question whose place and track were found. */
export interface Asked {
  readonly code: string;
  readonly modifier: string | undefined;
  readonly setting: CareSite;
  readonly payee: Payee;
  /** 0 for the nation, else the number of the locality from 1. */
  readonly place: number;
  /** `"national"`, or the key of the locality; null where it was not found. */
  readonly locality: string | null;
  readonly isQualifying: boolean;
}

function money(cents: number): Money {
  return { cents, value: centsText(cents) };
}

/** The answers of one release to questions whose place and track were found. */
export class Answers {
  private readonly release: string;
  private readonly books: SiteBooks;
  private readonly pfs: FeeTables | undefined;
  private readonly tracks: readonly (FeeTrack | null)[];
  private readonly reasons: Readonly<Record<string, string>>;
  private readonly knows: (code: string) => boolean;
  private readonly gpcis: GpciColumns;

  constructor(about: {
    readonly release: string;
    readonly books: SiteBooks;
    readonly pfs: FeeTables | undefined;
    readonly tracks: readonly (FeeTrack | null)[];
    readonly reasons: Readonly<Record<string, string>>;
    readonly knows: (code: string) => boolean;
    readonly gpcis: GpciColumns;
  }) {
    this.release = about.release;
    this.books = about.books;
    this.pfs = about.pfs;
    this.tracks = about.tracks;
    this.reasons = about.reasons;
    this.knows = about.knows;
    this.gpcis = about.gpcis;
  }

  /** Whether any file of the release has the code. */
  isKnown(code: string): boolean {
    return this.knows(code);
  }

  /** Why there is no amount. */
  none({ code, setting, payee, locality }: Asked, reason: string, text?: string): NoAmount {
    return {
      kind: "reason",
      value: null,
      reason,
      text: text ?? sentenceOf(reason, this.reasons),
      release: this.release,
      code,
      setting,
      payee,
      locality,
    };
  }

  /** What the physician is paid. */
  physician(asked: Asked): PhysicianAnswer {
    const { pfs } = this;
    const paying = this.paying(asked);
    if (paying.row === undefined || pfs === undefined) return this.none(asked, paying.reason ?? "unknown");
    const fees = asked.isQualifying ? pfs.qualifying : pfs.fees;
    const setting = SETTING_OF[asked.setting];
    const fee = fees?.cents(paying.row, setting, asked.place);
    if (fee === undefined) return this.none(asked, "not-in-qpp-file");
    const cap = asked.isQualifying ? undefined : pfs.cap.cents(paying.row, setting, asked.place);
    if (cap !== undefined) return this.capped(asked, paying, fee, cap);
    return {
      kind: "amount",
      cents: fee,
      value: centsText(fee),
      rule: asked.place === 0 ? NATIONAL_AMOUNT : LOCALITY_AMOUNT,
      track: this.tracks[asked.isQualifying ? 1 : 0] ?? null,
      modifier: paying.modifier,
      na: paying.na,
      by: "fee-schedule",
      release: this.release,
      code: asked.code,
      setting: asked.setting,
      payee: "physician",
      locality: asked.locality,
    };
  }

  /** What the facility is paid, or it and the physician together. */
  facility(asked: Asked): FacilityAnswer {
    const { code, setting, payee } = asked;
    const { facility, conditional } =
      setting === "hopd" ? hopdPay(this.books, code) : { facility: ascPay(this.books, code), conditional: false };
    const national = { ...asked, locality: "national", place: 0 };
    if (payee === "facility") return this.facilityAnswer(national, facility, conditional);
    if (asked.place !== 0) return this.none(asked, "different-places");
    const physician = this.physician({ ...asked, payee: "physician" });
    const pay: SitePay =
      physician.kind === "reason"
        ? { reason: physician.reason }
        : { amount: fineDollars(ofUnit<Cents>(physician.cents)) };
    return this.facilityAnswer(national, totalPay(facility, pay), conditional);
  }

  /** The most that may be charged for what is payable. */
  limit(asked: Asked): ChargeLimit | NoAmount {
    const answer = this.physician(asked);
    const { pfs } = this;
    const paying = this.paying(asked);
    if (answer.kind === "reason") return answer;
    if (paying.row === undefined || pfs === undefined) return this.none(asked, paying.reason ?? "unknown");
    const usual = asked.isQualifying ? (pfs.qualifying ?? pfs.fees) : pfs.fees;
    const fees: Fees = answer.by === "opps-cap" ? pfs.cap : usual;
    const { work, pe, mp } = this.gpcis;
    const [at, setting] = [asked.place, SETTING_OF[asked.setting]];
    const indices = { work: work[at] as number, pe: pe[at] as number, mp: mp[at] as number };
    const { cents, unrounded } = limitingCharge(fees.rvusOf(paying.row, setting), indices, fees.factor);
    const { release } = this;
    return { kind: "amount", release, code: asked.code, ...money(cents), unrounded, rule: LIMITING_CHARGE };
  }

  /** The lower of fee and cap, as the national amounts of both decide. */
  private capped(
    asked: Asked,
    paying: PayingPhysician & { readonly row: number },
    fee: number,
    cap: number,
  ): PhysicianAnswer {
    const pfs = this.pfs as FeeTables;
    const setting: Setting = SETTING_OF[asked.setting];
    const isLower = isCapped(pfs, pfs.cap, paying.row, setting);
    return {
      kind: "amount",
      ...money(isLower ? cap : fee),
      rule: OPPS_CAP_PAYABLE,
      track: this.tracks[0] ?? null,
      modifier: paying.modifier,
      na: paying.na,
      by: isLower ? "opps-cap" : "fee-schedule",
      feeSchedule: money(fee),
      oppsCap: money(cap),
      release: this.release,
      code: asked.code,
      setting: asked.setting,
      payee: "physician",
      locality: asked.locality,
    };
  }

  private facilityAnswer(asked: Asked, pay: SitePay, conditional: boolean): FacilityAnswer {
    if (pay.amount === undefined) return this.none(asked, pay.reason);
    const { code, setting, payee, locality } = asked;
    const fine = scaledInteger(pay.amount);
    return {
      kind: "amount",
      value: dollarText(pay.amount as FineDollars),
      cents: fine % 100 === 0 ? fine / 100 : null,
      tenThousandths: fine,
      rule: payee === "total" ? FACILITY_PLUS_PHYSICIAN : null,
      conditional,
      release: this.release,
      code,
      setting,
      payee: payee as "facility" | "total",
      locality,
    };
  }

  /** The row that pays: the one with the modifier of the question, else the usual one. */
  private paying({ code, modifier, setting }: Asked): PayingPhysician {
    const { pfs } = this;
    if (modifier === undefined || pfs === undefined) return payingPhysician(pfs, code)(setting);
    const { columns, states } = pfs.rvu;
    const row = rowWith(pfs.rvu, code, modifier);
    if (row === undefined) {
      const usual = payingPhysician(pfs, code)(setting);
      const isListed = usual.reason !== "not-in-fee-schedule";
      return isListed ? { modifier, na: false, reason: "no-row-with-modifier" } : usual;
    }
    const na = (setting === "office" ? columns.nonFacilityNa : columns.facilityNa).at(row);
    const cells = { modifier, pctcIndicator: columns.pctcIndicator.at(row), state: states[row] ?? "unknown" };
    const reason = unpaidAt(cells, setting);
    return reason === undefined ? { modifier, na, row } : { modifier, na, reason };
  }
}

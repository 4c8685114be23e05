import { SETTING_FIELDS, type Setting, settingOf } from "../../schemas/setting.ts";
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
  type SiteBooks,
  type SitePay,
  totalPay,
} from "../schedules/site/site-of-service.ts";
import { type Asked, feeScheduleRow, money } from "./fee-schedule-row.ts";
import type { Fees } from "./fees.ts";
import { refuseMalformedCode } from "./question.ts";
import { sentenceOf } from "./reasons.ts";
import type { FeeTables } from "./tables.ts";
import type {
  Answer,
  CareSite,
  ChargeLimit,
  FacilityAnswer,
  FeeScheduleRow,
  FeeTrack,
  NoAmount,
  PhysicianAnswer,
} from "./types.ts";

/** A row that pays. */
type Paying = Extract<PayingPhysician, { readonly row: number }>;

/** The facilities' schedules, read when somebody asks for them. */
type Facilities = Pick<SiteBooks, "opps" | "asc">;

/** The answers of one release to questions whose place and track were found. */
export class Answers {
  readonly release: string;
  private readonly facilities: () => Facilities;
  private books: Facilities | undefined;
  private readonly pfs: FeeTables | undefined;
  readonly tracks: readonly (FeeTrack | null)[];
  private readonly reasons: Readonly<Record<string, string>>;
  private readonly knows: (code: string) => boolean;
  private readonly gpcis: GpciColumns;
  /** Who pays a code at each site does not depend on the place, so it is decided once. */
  private readonly decided = new Map<string, Readonly<Record<CareSite, PayingPhysician>>>();
  private readonly sentences = new Map<string, string>();

  constructor(about: {
    readonly release: string;
    readonly facilities: () => Facilities;
    readonly pfs: FeeTables | undefined;
    readonly tracks: readonly (FeeTrack | null)[];
    readonly reasons: Readonly<Record<string, string>>;
    readonly knows: (code: string) => boolean;
    readonly gpcis: GpciColumns;
  }) {
    this.release = about.release;
    this.facilities = about.facilities;
    this.pfs = about.pfs;
    this.tracks = about.tracks;
    this.reasons = about.reasons;
    this.knows = about.knows;
    this.gpcis = about.gpcis;
  }

  answer(asked: Asked): Answer {
    return asked.payee === "physician" ? this.physician(asked) : this.facility(asked);
  }

  /** Why there is no amount. */
  none({ code, setting, payee, locality }: Asked, reason: string, text?: string): NoAmount {
    return {
      kind: "reason",
      value: null,
      reason,
      text: text ?? this.sentence(reason),
      release: this.release,
      code,
      setting,
      payee,
      locality,
    };
  }

  /** What the physician is paid. */
  physician(asked: Asked): PhysicianAnswer {
    const paying = this.paying(asked);
    if (paying === undefined) return this.unknown(asked);
    return paying.row === undefined ? this.none(asked, paying.reason) : this.fee(asked, paying);
  }

  /** What the facility is paid, or it and the physician together. */
  facility(asked: Asked): FacilityAnswer {
    const { code, setting, payee } = asked;
    if (!this.knows(code)) return this.unknown(asked);
    this.books ??= this.facilities();
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

  /** Both amounts of a row, whoever is paid them. */
  row(asked: Asked): FeeScheduleRow | NoAmount {
    const { pfs } = this;
    if (!this.knows(asked.code)) return this.unknown(asked);
    if (pfs === undefined) return this.none(asked, "source-missing");
    const row = rowWith(pfs.rvu, asked.code, asked.modifier ?? "");
    return row === undefined ? this.none(asked, "no-row-with-modifier") : feeScheduleRow(asked, pfs, row, this);
  }

  /** The most that may be charged for what is payable. */
  limit(asked: Asked): ChargeLimit | NoAmount {
    const answer = this.physician(asked);
    if (answer.kind === "reason") return answer;
    const pfs = this.pfs as FeeTables;
    const row = this.paying(asked)?.row as number;
    const usual = asked.isQualifying ? (pfs.qualifying ?? pfs.fees) : pfs.fees;
    const fees: Fees = answer.by === "opps-cap" ? pfs.cap : usual;
    const { work, pe, mp } = this.gpcis;
    const [at, setting] = [asked.place, settingOf(asked.setting)];
    const indices = { work: work[at] as number, pe: pe[at] as number, mp: mp[at] as number };
    const { cents, unrounded } = limitingCharge(fees.rvusOf(row, setting), indices, fees.factor);
    const { release } = this;
    return { kind: "amount", release, code: asked.code, ...money(cents), unrounded, rule: LIMITING_CHARGE };
  }

  private fee(asked: Asked, paying: Paying): PhysicianAnswer {
    const pfs = this.pfs as FeeTables;
    const fees = asked.isQualifying ? pfs.qualifying : pfs.fees;
    const setting = settingOf(asked.setting);
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

  /** The lower of fee and cap, as the national amounts of both decide. */
  private capped(asked: Asked, paying: Paying, fee: number, cap: number): PhysicianAnswer {
    const pfs = this.pfs as FeeTables;
    const setting: Setting = settingOf(asked.setting);
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

  /** The row that pays: the one with the modifier of the question, else the usual one; undefined for an unknown code. */
  private paying({ code, modifier, setting }: Asked): PayingPhysician | undefined {
    const usual = (this.decided.get(code) ?? this.decide(code))?.[setting];
    if (usual === undefined || modifier === undefined) return usual;
    return this.modified(code, modifier, setting, usual);
  }

  private decide(code: string): Readonly<Record<CareSite, PayingPhysician>> | undefined {
    if (!this.knows(code)) return undefined;
    const at = payingPhysician(this.pfs, code);
    const decided = { office: at("office"), hopd: at("hopd"), asc: at("asc") };
    this.decided.set(code, decided);
    return decided;
  }

  private modified(code: string, modifier: string, setting: CareSite, usual: PayingPhysician): PayingPhysician {
    const { pfs } = this;
    if (pfs === undefined || usual.reason === "not-in-fee-schedule") return usual;
    const row = rowWith(pfs.rvu, code, modifier);
    if (row === undefined) return { modifier, na: false, reason: "no-row-with-modifier" };
    const { columns } = pfs.rvu;
    const na = columns[SETTING_FIELDS[settingOf(setting)].na].at(row);
    const cells = { modifier, pctcIndicator: columns.pctcIndicator.at(row), state: pfs.rvu.stateOf(row) };
    const reason = unpaidAt(cells, setting);
    return reason === undefined ? { modifier, na, row } : { modifier, na, reason };
  }

  /** @throws ReaderError for a code that no release can have */
  private unknown(asked: Asked): NoAmount {
    refuseMalformedCode(asked.code);
    return this.none(asked, "unknown-code");
  }

  private sentence(reason: string): string {
    const known = this.sentences.get(reason);
    if (known !== undefined) return known;
    const sentence = sentenceOf(reason, this.reasons);
    this.sentences.set(reason, sentence);
    return sentence;
  }
}

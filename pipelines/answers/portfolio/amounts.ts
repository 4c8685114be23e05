import { MODIFIERS } from "../../../schemas/names.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { VolumeRow, VolumeSetting } from "../../../schemas/row/volumes.ts";
import { formatScaled } from "../../../schemas/scaled.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { paysRate } from "../../rules/rate-state.ts";
import { factorOf, indicesOf, rvusOf } from "../diff/amount-inputs.ts";
import { type AmountInputs, amountCents, NATIONAL } from "../diff/effects.ts";
import { isNaAmount } from "../diff/na-marks.ts";
import { facilityFactor, type RateInputs } from "../diff/rate-effects.ts";
import { type RowFinder, rowFinder } from "./paying-row.ts";
import type { PortfolioSide, VolumeAscRow, VolumeOppsRow } from "./side.ts";

/** An amount of one side with what it was made from, or the reason why there is none. */
export type SideAmount =
  | {
      readonly amount: string;
      readonly fee: AmountInputs;
      readonly locality: LocalityRow | undefined;
      /** CMS marks the setting NA: rarely or never done there. */
      readonly isNa: boolean;
    }
  | { readonly amount: string; readonly rate: RateInputs }
  | { readonly reason: string };

/** Localities of a side that a row of volumes can mean; null for national amounts. */
export type NamedLocalities = readonly LocalityRow[] | null;

const byCode = <Row extends { readonly hcpcs: string }>(rows: readonly Row[] | undefined) =>
  rows && new Map(rows.map((row) => [row.hcpcs, row]));

/** The amounts of one side, by what a file of volumes names. */
export class SideAmounts {
  readonly side: PortfolioSide;
  private readonly rows: RowFinder | undefined;
  private readonly localities: ReadonlySet<string>;
  private readonly opps: ReadonlyMap<string, VolumeOppsRow> | undefined;
  private readonly asc: ReadonlyMap<string, VolumeAscRow> | undefined;

  constructor(side: PortfolioSide) {
    this.side = side;
    this.rows = side.pfs && rowFinder(side.pfs);
    this.localities = new Set(side.localities?.map(({ locality }) => locality));
    this.opps = byCode(side.opps);
    this.asc = byCode(side.asc);
  }

  /** Modifiers of the rows that the relative value file has for a code. */
  modifiersOf(code: string): string[] {
    return MODIFIERS.filter((modifier) => this.rows?.has(code, modifier));
  }

  /**
   * What CMS prints of an indicator of the row that pays a physician; undefined where there is none, and for hospitals
   * and ASCs, whose rates the indicators do not change.
   */
  indicatorOf({ code, modifier, setting }: VolumeRow, field: string): string | undefined {
    if (setting === "hopd" || setting === "asc") return undefined;
    const paying = this.rows?.paying(code, modifier, setting);
    return paying !== undefined && "row" in paying
      ? String(paying.row[field as keyof typeof paying.row] ?? "")
      : undefined;
  }

  /** The status or payment indicator that decides how a code is paid. */
  statusOf(volume: VolumeRow): string | undefined {
    if (volume.setting === "hopd") return this.opps?.get(volume.code)?.statusIndicator;
    if (volume.setting === "asc") return this.asc?.get(volume.code)?.paymentIndicator;
    return this.indicatorOf(volume, "status");
  }

  /** The rate of a row of Addendum B or AA, by its number and its rate: that of a pair's APC or combination code. */
  rateOfRow(setting: VolumeSetting, rows: ReadonlySet<number>, rate: string): SideAmount {
    const { opps, asc } = this.side;
    const found =
      setting === "hopd"
        ? opps?.find(({ row, oppsRate }) => rows.has(row) && oppsRate === rate)
        : asc?.find(({ row, ascRate }) => rows.has(row) && ascRate === rate);
    if (found === undefined) return { reason: "no-rate-of-apc" };
    return setting === "hopd" ? this.hospital(found.hcpcs) : this.surgicalCenter(found.hcpcs);
  }

  /** Whether any table has the code. */
  knows(code: string): boolean {
    return this.modifiersOf(code).length > 0 || this.opps?.has(code) === true || this.asc?.has(code) === true;
  }

  hasLocality(locality: string): boolean {
    return this.localities.has(locality);
  }

  private fee({ code, modifier }: VolumeRow, setting: Setting, places: NamedLocalities): SideAmount {
    const paying = this.rows?.paying(code, modifier, setting) ?? { reason: "source-missing" };
    if ("reason" in paying) return paying;
    const { row } = paying;
    const national = row[setting];
    if (national === null) return { reason: row.priceState };
    if (places?.length === 0) return { reason: "locality-not-in-release" };
    if (places !== null && places.length > 1) return { reason: "locality-in-several" };
    const place = places?.[0];
    const indices = place === undefined ? NATIONAL : indicesOf(place);
    const fee = { ...rvusOf(row, setting), ...indices, factor: factorOf(this.side) };
    const amount = place === undefined ? national : formatScaled(amountCents(fee), 2);
    return { amount, fee, locality: place, isNa: isNaAmount(row, setting) };
  }

  private hospital(code: string): SideAmount {
    if (this.opps === undefined) return { reason: "source-missing" };
    const row = this.opps.get(code);
    if (row === undefined) return { reason: "not-in-addendum-b" };
    if (row.oppsRate === null || !paysRate(row.state)) return { reason: row.state };
    const { relativeWeight: weight, oppsRate } = row;
    const rate = { weight, factor: facilityFactor(this.side, "opps"), rate: oppsRate };
    return { amount: oppsRate, rate };
  }

  private surgicalCenter(code: string): SideAmount {
    if (this.asc === undefined) return { reason: "source-missing" };
    const row = this.asc.get(code);
    if (row === undefined) return { reason: "not-on-asc-list" };
    if (row.ascRate === null || !paysRate(row.state)) return { reason: row.state };
    const { paymentWeight: weight, ascRate } = row;
    return { amount: ascRate, rate: { weight, factor: facilityFactor(this.side, "asc"), rate: ascRate } };
  }

  /**
   * The amount for a service as a row of volumes names it.
   *
   * @param places the row's on this side
   */
  amountOf(volume: VolumeRow, places: NamedLocalities): SideAmount {
    const setting: VolumeSetting = volume.setting;
    if (setting === "hopd") return this.hospital(volume.code);
    if (setting === "asc") return this.surgicalCenter(volume.code);
    return this.fee(volume, setting, places);
  }
}

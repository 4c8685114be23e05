import type { CareSite, FeeTrack, OpenedRelease } from "../read/index.ts";
import { CENTS, type ColumnType, FINE, type Value } from "./column-types.ts";

/** What a rate sheet is about: one place, one setting, one track. */
export interface SheetAsked {
  /** `"national"`, or the key of a locality. */
  readonly locality: string;
  readonly setting: CareSite;
  readonly track: FeeTrack | undefined;
}

/** A row of the fee schedule, or a code that has none. */
export interface SheetRow {
  readonly code: string;
  /** Undefined for a code without a row. */
  readonly modifier: string | undefined;
  /** Whether it is the code's first row, which has what belongs to the code. */
  readonly isFirst: boolean;
  /** Where the row is of another place than the sheet. */
  readonly locality?: string | undefined;
}

/** An amount, or why there is none. */
export type SheetAmount = { readonly value: string } | { readonly value: null; readonly reason: string };

type AmountOf = (release: OpenedRelease, asked: SheetAsked, row: SheetRow) => SheetAmount | undefined;

function physicianQuestion({ locality, setting, track }: SheetAsked, { code, modifier }: SheetRow) {
  const common = { code, modifier, locality, track };
  return setting === "office" ? { ...common, setting } : ({ ...common, setting, payee: "physician" } as const);
}

function ownAmount(of: "nonFacility" | "facility"): AmountOf {
  return (release, { locality, track }, { code, modifier }) => {
    if (modifier === undefined) return release.rate({ code, locality, track, setting: "office" }) as SheetAmount;
    const row = release.feeSchedule({ code, modifier, locality, track });
    if (row.kind === "reason") return row;
    return row[of] ?? { value: null, reason: row.state };
  };
}

function facilityRate(setting: "hopd" | "asc"): AmountOf {
  return (release, _, { code, isFirst }) =>
    isFirst ? release.rate({ code, locality: "national", setting, payee: "facility" }) : undefined;
}

/** Amounts that a sheet can have. Undefined for a row that is not asked: a facility's rate belongs to the code. */
export const SHEET_AMOUNTS: Readonly<Record<string, { readonly type: ColumnType; readonly of: AmountOf }>> = {
  fee: { type: CENTS, of: (release, asked, row) => release.rate(physicianQuestion(asked, row)) },
  nonFacility: { type: CENTS, of: ownAmount("nonFacility") },
  facility: { type: CENTS, of: ownAmount("facility") },
  limitingCharge: { type: CENTS, of: (release, asked, row) => release.limitingCharge(physicianQuestion(asked, row)) },
  oppsRate: { type: FINE, of: facilityRate("hopd") },
  ascRate: { type: CENTS, of: facilityRate("asc") },
  total: {
    type: FINE,
    of: (release, { locality, setting, track }, { code, isFirst }) =>
      isFirst && setting !== "office" ? release.rate({ code, locality, track, setting, payee: "total" }) : undefined,
  },
};

type TextOf = (release: OpenedRelease, asked: SheetAsked, row: SheetRow) => Value;

/** What says which row it is, and for what. */
export const SHEET_NAMES: Readonly<Record<string, { readonly type: ColumnType; readonly of: TextOf }>> = {
  code: { type: "text", of: (_, __, { code }) => code },
  modifier: { type: "text", of: (_, __, { modifier }) => modifier ?? "" },
  release: { type: "text", of: ({ release }) => release },
  from: { type: "day", of: ({ window }) => window.from },
  to: { type: "day", of: ({ window }) => window.to },
  locality: { type: "text", of: (_, { locality }) => locality },
  localityName: {
    type: "text",
    of: ({ localities }, { locality }) => localities.find(({ key }) => key === locality)?.name ?? null,
  },
  setting: { type: "text", of: (_, { setting }) => setting },
  track: { type: "text", of: ({ tracks }, { track }) => track ?? tracks[0] ?? null },
};

/** Keeps the rows without an amount, and says why the row's first amount is not there. */
export const REASON_COLUMN = "reason";

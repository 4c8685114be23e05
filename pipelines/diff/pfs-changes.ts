import type { DiffDocument, PfsChange } from "../../schemas/out/diff.ts";
import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { NationalRow } from "../../schemas/out/national.ts";
import { formatScaled, parseScaled } from "../../schemas/scaled.ts";
import { fault } from "../shared/problems.ts";
import { amountChange } from "./amount-change.ts";
import { type AmountInputs, amountCents, effectsOf, NATIONAL } from "./effects.ts";
import type { Explanations } from "./explain-change.ts";
import { PFS_FIELDS } from "./fields.ts";
import { type ChangedRow, diffRows } from "./rows.ts";
import type { Side } from "./side.ts";
import { magnitude } from "./signed.ts";

/** The two settings of the fee schedule: whose practice expense, and which amount. */
const SETTINGS = {
  nonFacility: { pe: "nonFacilityPeRvu", amount: "nonFacilityAmount" },
  facility: { pe: "facilityPeRvu", amount: "facilityAmount" },
} as const;
type Setting = keyof typeof SETTINGS;

type Indices = Pick<AmountInputs, "workGpci" | "peGpci" | "mpGpci">;

/** GPCIs of one locality on both sides, which may go by two numbers. */
export interface LocalityPair {
  readonly before: LocalityRow;
  readonly after: LocalityRow;
}

function scaled(text: string, scale: number): number {
  const value = parseScaled(text, scale);
  if (value !== undefined) return value;
  throw fault("diff.shape", { file: "national.json" }, `"${text}" is no number`, "Build the release again");
}

function inputsOf(row: NationalRow, setting: Setting, factor: number, indices: Indices): AmountInputs {
  const { workRvu, mpRvu } = row;
  const pe = row[SETTINGS[setting].pe];
  return { work: scaled(workRvu, 2), pe: scaled(pe, 2), mp: scaled(mpRvu, 2), ...indices, factor };
}

function indicesOf({ workGpci, peGpci, mpGpci }: LocalityRow): Indices {
  return { workGpci: scaled(workGpci, 3), peGpci: scaled(peGpci, 3), mpGpci: scaled(mpGpci, 3) };
}

function factorOf({ conversionFactor }: Side): number {
  return conversionFactor === null ? 0 : scaled(conversionFactor.value, 4);
}

/** Splits the changes of the relative value file's amounts. */
export class PfsChanges {
  private readonly factors: readonly [number, number];
  private readonly factorRule: string | undefined;
  private readonly explanations: Explanations;
  private readonly sides: readonly [Side, Side];

  constructor(before: Side, after: Side, explanations: Explanations) {
    this.sides = [before, after];
    this.factors = [factorOf(before), factorOf(after)];
    this.explanations = explanations;
    const [old, now] = [before.conversionFactor?.value ?? null, after.conversionFactor?.value ?? null];
    this.factorRule = old === now ? undefined : explanations.ofFactor("pfs", old, now);
  }

  /** A row's amount in one setting, nationally or in one locality. */
  private amount({ before, after }: ChangedRow<NationalRow>, setting: Setting, place?: LocalityPair) {
    const { amount } = SETTINGS[setting];
    const [old, now] = place ? [indicesOf(place.before), indicesOf(place.after)] : [NATIONAL, NATIONAL];
    const inputs = [
      inputsOf(before, setting, this.factors[0], old),
      inputsOf(after, setting, this.factors[1], now),
    ] as const;
    const text = (printed: string | null, side: 0 | 1): string | null =>
      printed === null || place === undefined ? printed : formatScaled(amountCents(inputs[side]), 2);
    const [from, to] = [text(before[amount], 0), text(after[amount], 1)];
    const priced = from !== null && to !== null;
    return amountChange({
      from,
      to,
      effects: priced ? effectsOf(...inputs) : undefined,
      explained: priced ? this.explanations.ofAmount(...inputs, this.factorRule) : {},
      scale: 2,
    });
  }

  private change(row: ChangedRow<NationalRow>, places: readonly LocalityPair[]): PfsChange {
    const { hcpcs, modifier } = row.after;
    const localities = places.map((place) => ({
      locality: place.after.locality,
      from: place.before.locality,
      nonFacility: this.amount(row, "nonFacility", place),
      facility: this.amount(row, "facility", place),
    }));
    return {
      hcpcs,
      modifier,
      fromRow: row.before.row,
      toRow: row.after.row,
      fields: row.fields,
      nonFacility: this.amount(row, "nonFacility"),
      facility: this.amount(row, "facility"),
      ...(places.length === 0 ? {} : { localities }),
    };
  }

  /**
   * The table on both sides: what no rule explains first, largest first.
   *
   * @param wanted codes to compare
   * @param places localities to split amounts in as well, none for the nation alone
   * @returns null when a side was built without the relative value file
   */
  table(wanted: (hcpcs: string) => boolean, places: readonly LocalityPair[]): DiffDocument["pfs"] {
    const [before, after] = this.sides.map(({ pfs }) => pfs?.filter(({ hcpcs }) => wanted(hcpcs)));
    if (before === undefined || after === undefined) return null;
    const keyOf = ({ hcpcs, modifier }: NationalRow): string => (modifier === "" ? hcpcs : `${hcpcs} ${modifier}`);
    const { tally, added, removed, changed } = diffRows(before, after, { keyOf, uses: PFS_FIELDS });
    const changes = changed.map((row) => this.change(row, places)).sort(byWeight);
    return { tally, added: [...added], removed: [...removed], changed: changes };
  }
}

/** The larger of a row's two changes. */
function weightOf({ nonFacility, facility }: PfsChange, of: "unexplained" | "change"): number {
  return Math.max(...[nonFacility[of], facility[of]].map(magnitude));
}

function byWeight(left: PfsChange, right: PfsChange): number {
  const order =
    weightOf(right, "unexplained") - weightOf(left, "unexplained") ||
    weightOf(right, "change") - weightOf(left, "change");
  if (order !== 0) return order;
  const [one, other] = [`${left.hcpcs} ${left.modifier}`, `${right.hcpcs} ${right.modifier}`];
  return one < other ? -1 : 1;
}

import type { DiffDocument, FeeChange, PfsChange } from "../../../schemas/out/diff.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import { formatScaled } from "../../../schemas/scaled.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { fault } from "../../problems/problems.ts";
import { amountChange } from "./amount-change.ts";
import { factorOf, indicesOf, inputsOf, type LocalityPair } from "./amount-inputs.ts";
import { missingColumns } from "./columns-read.ts";
import { amountCents, effectsOf, NATIONAL } from "./effects.ts";
import type { Explanations } from "./explain-change.ts";
import { TABLE_FIELDS } from "./fields.ts";
import { largestFirst } from "./largest-first.ts";
import { isMarkedNa, naMarks } from "./na-marks.ts";
import { nameOfRow } from "./row-name.ts";
import { type ChangedRow, diffRows } from "./rows.ts";
import type { Side } from "./side.ts";
import { magnitude } from "./signed.ts";

/** Splits the changes of the relative value file's amounts. */
export class PfsChanges {
  private readonly factors: readonly [number, number];
  /** The rule by which the factor changed; undefined when it did not, or none explains it. */
  readonly factorRule: string | undefined;
  private readonly explanations: Explanations;
  private readonly sides: readonly [Side, Side];

  constructor(before: Side, after: Side, explanations: Explanations) {
    this.sides = [before, after];
    this.factors = [factorOf(before), factorOf(after)];
    this.explanations = explanations;
    const [old, now] = [before.conversionFactor?.value ?? null, after.conversionFactor?.value ?? null];
    this.factorRule = old === now ? undefined : explanations.aboutFactor("pfs", old, now);
  }

  /** A row's amount in one setting, nationally or in one locality. */
  private amount({ before, after }: ChangedRow<NationalRow>, setting: Setting, place?: LocalityPair): FeeChange {
    const [old, now] = place ? [indicesOf(place.before), indicesOf(place.after)] : [NATIONAL, NATIONAL];
    const inputs = [
      inputsOf(before, setting, old, this.factors[0]),
      inputsOf(after, setting, now, this.factors[1]),
    ] as const;
    const text = (printed: string | null, side: 0 | 1): string | null =>
      printed === null || place === undefined ? printed : formatScaled(amountCents(inputs[side]), 2);
    const [from, to] = [text(before[setting], 0), text(after[setting], 1)];
    const priced = from !== null && to !== null;
    const change = amountChange({
      from,
      to,
      effects: priced ? effectsOf(...inputs) : undefined,
      explained: priced
        ? { ...this.explanations.ofAmount(...inputs, this.factorRule), ...(place && this.explanations.ofFloor(place)) }
        : {},
      scale: 2,
    });
    return { ...change, ...naMarks(before, after, setting) };
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
   * The table on both sides: what no rule explains first, largest first; amounts marked NA do not count in the order.
   *
   * @param wanted codes to compare
   * @param places localities to split amounts in; none for national amounts only
   * @throws InputFault when more rows changed than a document can have localities for
   * @returns null when a side was built without the relative value file
   */
  table(wanted: (hcpcs: string) => boolean, places: readonly LocalityPair[]): DiffDocument["pfs"] {
    const [before, after] = this.sides.map(({ pfs }) => pfs?.filter(({ hcpcs }) => wanted(hcpcs)));
    if (before === undefined || after === undefined) return null;
    const missing = missingColumns(this.sides, "pfs");
    const { tally, added, removed, changed } = diffRows(before, after, {
      keyOf: nameOfRow,
      uses: TABLE_FIELDS.pfs,
      missing,
    });
    if (places.length > 0 && changed.length > MOST_INSIDE) throw tooMany(changed.length);
    const changes = changed.map((row) => this.change(row, places));
    const head = { tally, missingColumns: missing, added: [...added], removed: [...removed] };
    return { ...head, changed: largestFirst(changes, rankOf) };
  }
}

/** Most rows with localities in one document: each takes a hundred kilobytes. */
const MOST_INSIDE = 500;

function tooMany(rows: number): Error {
  const message = `${rows} rows changed, and a document has the localities of at most ${MOST_INSIDE}`;
  const cure = "Name fewer codes with --codes, or write all of them to a file with --localities-to FILE.ndjson";
  return fault("diff.too-many-rows", { file: "--localities" }, message, cure);
}

/** A row by the larger of its two changes, of those that are not marked NA. */
function rankOf({ hcpcs, modifier, nonFacility, facility }: PfsChange) {
  const larger = (of: "unexplained" | "change"): number =>
    Math.max(...[nonFacility, facility].map((each) => (isMarkedNa(each) ? 0 : magnitude(each[of]))));
  return { unexplained: larger("unexplained"), change: larger("change"), name: `${hcpcs} ${modifier}` };
}

import type { PaymentAmountRow } from "../../../schemas/row/payment-amount.ts";
import { type Cents, scaledInteger } from "../../../schemas/units.ts";
import { FIELD_NAMES } from "./payment-layouts.ts";

/** Amounts that a record must repeat when its code and place are in the file again. */
const REPEATED = [
  "nonFacility",
  "facility",
  "therapyNonInstitutional",
  "therapyInstitutional",
  "oppsNonFacility",
  "oppsFacility",
] as const;
const WIDTH = REPEATED.length + 1;

/** A record that repeats an earlier one with other amounts. */
export interface Contradiction {
  readonly firstLine: number;
  /** The record layout's name of the field that differs. */
  readonly field: string;
  /** Cents. */
  readonly before: number;
  readonly after: number;
}

function amountOf(value: Cents | undefined): number {
  return value === undefined ? 0 : scaledInteger(value);
}

/**
 * Remembers what was printed first for each code and place. CMS's PFREV4 of October 2025 has each of its 763 codes and
 * places twice: 327 of the copies are identical, 436 except for a blank modifier of one space instead of two. Copies
 * with equal amounts are accepted; others contradict each other. Arrays and not objects: there are a million places.
 */
export class FirstSeen {
  private readonly known: Int32Array;
  private readonly others = new Map<string, Int32Array>();
  /** How many places that we have an amount for were seen, each counted once. */
  priced = 0;

  /** @param places how many codes and places we have an amount for */
  constructor(places: number) {
    this.known = new Int32Array(places * WIDTH);
  }

  /** How many codes and places were seen, each counted once. */
  get distinct(): number {
    return this.priced + this.others.size;
  }

  /** The line in which a place was seen first, 0 for never. */
  lineOf(place: number): number {
    return this.known[place * WIDTH] ?? 0;
  }

  /**
   * Takes note of a record.
   *
   * @param place number of its code and place, -1 when we have no amount for it
   * @returns what contradicts an earlier record
   */
  note(row: PaymentAmountRow, line: number, place: number): Contradiction | undefined {
    const slot = place < 0 ? this.slotOf(row) : this.known.subarray(place * WIDTH, (place + 1) * WIDTH);
    const [firstLine = 0] = slot;
    if (firstLine === 0) {
      if (place >= 0) this.priced += 1;
      slot[0] = line;
      for (let at = 1; at < WIDTH; at += 1) slot[at] = amountOf(row[REPEATED[at - 1] as (typeof REPEATED)[number]]);
      return undefined;
    }
    const field = REPEATED.find((each, at) => slot[at + 1] !== amountOf(row[each]));
    if (field === undefined) return undefined;
    const before = slot[REPEATED.indexOf(field) + 1] ?? 0;
    return { firstLine, field: FIELD_NAMES[field], before, after: amountOf(row[field]) };
  }

  private slotOf({ mac, locality, hcpcs, modifier }: PaymentAmountRow): Int32Array {
    const key = `${mac}${locality}${hcpcs}${modifier}`;
    const slot = this.others.get(key) ?? new Int32Array(WIDTH);
    this.others.set(key, slot);
    return slot;
  }
}

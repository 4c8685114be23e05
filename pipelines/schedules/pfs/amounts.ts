import { SETTINGS, type Setting } from "../../../schemas/setting.ts";

/** Cents of both settings: row by row, and place by place within a row. */
export type CentsBySetting = Readonly<Record<Setting, Int32Array>>;

/** Amounts of some rows of a table in some places, in both settings, in cents. Nationally there is one place. */
export class Amounts {
  /** Rows of the table that have amounts, in file order. */
  readonly rows: Int32Array;
  /** How many places each row has amounts for. */
  readonly places: number;
  private readonly cents: CentsBySetting;
  /** Position by row, -1 for rows without amounts. */
  private readonly positions: Int32Array;

  /** @param cents from the kernel, for these rows and this number of places */
  constructor(rows: Int32Array, places: number, cents: CentsBySetting) {
    this.rows = rows;
    this.places = places;
    this.cents = cents;
    this.positions = new Int32Array((rows.at(-1) ?? -1) + 1).fill(-1);
    rows.forEach((row, position) => {
      this.positions[row] = position;
    });
  }

  /** How many amounts there are. */
  get count(): number {
    return this.rows.length * this.places * SETTINGS.length;
  }

  /** Position of a row among those with amounts, -1 for a row without. */
  position(row: number): number {
    return this.positions[row] ?? -1;
  }

  /** Whether a row has amounts. */
  has(row: number): boolean {
    return this.position(row) >= 0;
  }

  /** The amount of a row; undefined for a row without one. */
  at(row: number, setting: Setting, place = 0): number | undefined {
    const position = this.position(row);
    return position < 0 ? undefined : this.cents[setting][position * this.places + place];
  }

  /** The amounts of a row in every place; empty for a row without. */
  of(row: number, setting: Setting): Int32Array {
    const first = this.position(row) * this.places;
    return first < 0 ? new Int32Array() : this.cents[setting].subarray(first, first + this.places);
  }
}

import type { Setting } from "../../schemas/setting.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT } from "../schedules/pfs/rules.ts";
import type { Fees } from "./fees.ts";
import type { RowFigures, RuleText } from "./types.ts";

/** Where the figures of a row come from. */
interface RowSource {
  readonly row: number;
  readonly fees: Fees;
  /** Number of each locality by its key, from 1; 0 is the nation. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** One row of the fee schedule, its figures computed when they are asked for. */
export class FiguresOfRow implements RowFigures {
  readonly code: string;
  readonly modifier: string;
  readonly state: string;
  private readonly source: RowSource;

  constructor(row: Pick<RowFigures, "code" | "modifier" | "state">, source: RowSource) {
    this.code = row.code;
    this.modifier = row.modifier;
    this.state = row.state;
    this.source = source;
  }

  get rvus(): RowFigures["rvus"] {
    const { row, fees } = this.source;
    if (!fees.national.has(row)) return undefined;
    const { work, pe: nonFacilityPe, mp } = fees.rvusOf(row, "nonFacility");
    return { work, nonFacilityPe, facilityPe: fees.rvusOf(row, "facility").pe, mp };
  }

  cents(setting: Setting, locality: string, factor?: number): number | undefined {
    const { row, fees, numbers } = this.source;
    const place = locality === "national" ? 0 : numbers.get(locality);
    return place === undefined ? undefined : fees.cents(row, setting, place, factor);
  }

  rule(locality: string): RuleText {
    return locality === "national" ? NATIONAL_AMOUNT : LOCALITY_AMOUNT;
  }

  inLocalities(setting: Setting): Int32Array {
    const { row, fees, numbers } = this.source;
    if (!fees.national.has(row)) return new Int32Array(0);
    return Int32Array.from({ length: numbers.size }, (_, at) => fees.cents(row, setting, at + 1) as number);
  }
}

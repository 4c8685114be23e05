import { rowsOfCodes } from "../../pipelines/schedules/ncci/ptp-slices.ts";
import { peakMegabytes } from "./peak-memory.ts";
import { ptpOf } from "./ptp-read.ts";

/** What a process of its own says of a folder with a setting of full size. */
export interface PtpCost {
  readonly count: number;
  readonly active: number;
  /** Rows of each slice: in column 1, in column 2. */
  readonly slices: readonly (readonly [string, number, number])[];
  readonly problems: readonly unknown[];
  readonly broken: readonly string[];
  readonly seconds: number;
  readonly megabytes: number;
}

const { ptp, problems, broken } = await ptpOf(process.argv[2] ?? "", "2025B");
const [edits] = ptp;
const found = edits === undefined ? [] : [...rowsOfCodes(edits, ["00100", "20007"])];
const { user, system } = process.cpuUsage();
const cost: PtpCost = {
  count: edits?.count ?? 0,
  active: edits?.deletion.reduce((sum, day) => sum + (day === 0 ? 1 : 0), 0) ?? 0,
  slices: found.map(({ hcpcs, column1, column2 }) => [hcpcs, column1, column2]),
  problems,
  broken,
  seconds: (user + system) / 1_000_000,
  megabytes: peakMegabytes(),
};
process.stdout.write(JSON.stringify(cost));

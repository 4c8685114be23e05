import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { Problems } from "../../pipelines/problems/problems.ts";
import { tableKind } from "../../pipelines/schedules/table-rows.ts";
import { readDelimited } from "../../pipelines/tables/csv.ts";
import { readTable } from "../../pipelines/tables/table.ts";
import { readTextTable } from "../../pipelines/tables/text-table.ts";
import { readWorkbook } from "../../pipelines/tables/xlsx.ts";
import { openZip } from "../../pipelines/tables/zip.ts";

import { peakMegabytes } from "./peak-memory.ts";
import { processorMilliseconds } from "./processor-time.ts";

/** Reads one file in its own process, and prints the result and the cost. Started by bounded-process.ts. */

const KIND = tableKind("rvu");
const problems = new Problems();

const READERS: Readonly<Record<string, (bytes: Uint8Array, file: string) => Promise<unknown>>> = {
  zip: async (bytes, file) => {
    for (const member of await openZip(bytes, file)) await member.read();
  },
  xlsx: async (bytes, file) => {
    for (const grid of await readWorkbook(bytes, file)) readTable({ grid }, file, KIND, problems);
  },
  csv: async (bytes, file) => {
    readTable({ grid: await readDelimited(bytes, file) }, file, KIND, problems);
  },
  txt: async (bytes, file) => {
    readTable({ text: await readTextTable(bytes, file, KIND.layout) }, file, KIND, problems);
  },
};

/** Node's permissions do not include the network. */
Socket.prototype.connect = (): never => {
  throw new Error("something asked for a connection");
};

const [reader = "", path = ""] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const begin = processorMilliseconds();
await problems.attempt(() => READERS[reader]?.(bytes, "input"));
const seconds = (processorMilliseconds() - begin) / 1000;
const [problem] = problems.list.slice(-1);
process.stdout.write(JSON.stringify({ problem, seconds, megabytes: peakMegabytes() }));

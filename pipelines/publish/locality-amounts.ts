import type { LocalityAmountsIndex } from "../../schemas/out/localities.ts";
import { sha256, sha256OfBlocks } from "../problems/sha256.ts";
import type { Rule } from "../rules/rule.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import type { Amounts } from "../schedules/pfs/amounts.ts";
import type { GpciBook } from "../schedules/pfs/localities.ts";
import type { PfsBook } from "../schedules/pfs/price.ts";
import { LOCALITY_AMOUNT, OPPS_CAPPED_AMOUNT } from "../schedules/pfs/rules.ts";
import { factorInForce, headOf, rulesOf, sourceRefs } from "./head.ts";
import { assembly, type OutputFile, tableFile } from "./json.ts";

/** Hashes of 64 KB each add four percent to an index; hashes of lines would double it and take twice the time. */
const BLOCK_BYTES = 65_536;

type Index = LocalityAmountsIndex;

/** One bulk file: its amounts, and the rows and factor they were computed from. */
interface Bulk {
  /** Name without extension. */
  readonly name: string;
  readonly label: Pick<Index, "kind" | "basis">;
  readonly pfs: PfsBook;
  readonly amounts: Amounts;
  readonly rules: readonly Rule[];
}

function writeLine({ pfs, amounts }: Bulk, row: number): Index["lines"][number] {
  const { columns, file } = pfs.rvu;
  const [hcpcs, modifier] = [columns.hcpcs.at(row), columns.modifier.at(row)];
  const offset = assembly.length;
  const rowNumber = file.table.rowNumbers[row] ?? 0;
  assembly.text(`{"hcpcs":"${hcpcs}","modifier":"${modifier}","row":${rowNumber},"nonFacility":[`);
  assembly.amounts(amounts.of(row, "nonFacility"));
  assembly.text('],"facility":[');
  assembly.amounts(amounts.of(row, "facility"));
  assembly.text("]}\n");
  return { hcpcs, modifier, offset, bytes: assembly.length - offset - 1 };
}

function blocksOf(bytes: Uint8Array): Index["bulkFile"]["blocks"] {
  return { blockBytes: BLOCK_BYTES, sha256: sha256OfBlocks(bytes, BLOCK_BYTES) };
}

/**
 * A bulk file of locality amounts, one line for each row, and its index by byte offset. One file instead of thousands:
 * a reader seeks to a code's line without reading the rest.
 */
function* bulkFiles(book: ReleaseBook, gpci: GpciBook, bulk: Bulk): Generator<OutputFile> {
  const { name, label, pfs, amounts, rules } = bulk;
  assembly.drain();
  const lines = Array.from(amounts.rows, (row) => writeLine(bulk, row));
  const bytes = assembly.drain();
  const hash = sha256(bytes);
  const path = `${name}.ndjson`;
  const head = {
    ...headOf(book, "locality-amounts-index"),
    ...label,
    bulkFile: { path, bytes: bytes.length, sha256: hash, blocks: blocksOf(bytes) },
    files: sourceRefs([pfs.rvu.file, gpci.file]),
    rules: rulesOf(...rules),
    conversionFactor: factorInForce(pfs),
    localities: gpci.localities.map((each) => each.key),
  };
  yield { path, bytes, sha256: hash };
  yield tableFile(`${name}.index.json`, head, lines, "lines");
}

/** `locality-amounts.ndjson` and its index: every priced row, without the cap, as CMS publishes amounts. */
export function publishLocalityAmounts(book: ReleaseBook): Iterable<OutputFile> {
  const { pfs, gpci, amounts } = book;
  if (pfs === undefined || gpci === undefined || amounts === undefined) return [];
  const label = { kind: "fee-schedule" } as const;
  return bulkFiles(book, gpci, { name: "locality-amounts", label, pfs, amounts, rules: [LOCALITY_AMOUNT] });
}

/** `opps-cap.ndjson` and its index: every row with RVUs for the OPPS cap on imaging, at the cap. */
export function publishOppsCap(book: ReleaseBook): Iterable<OutputFile> {
  const { pfs, gpci } = book;
  const amounts = book.oppsCap?.amounts;
  if (pfs === undefined || gpci === undefined || amounts === undefined || amounts.rows.length === 0) return [];
  const label = { kind: "opps-capped" } as const;
  return bulkFiles(book, gpci, { name: "opps-cap", label, pfs, amounts, rules: [OPPS_CAPPED_AMOUNT] });
}

/**
 * `locality-amounts.qualifying-apm.ndjson` and its index: every priced row at the factor for qualifying APM
 * participants.
 */
export function publishQualifyingAmounts(book: ReleaseBook): Iterable<OutputFile> {
  const { gpci, qualifying } = book;
  if (gpci === undefined || qualifying?.amounts === undefined) return [];
  const { basis, pfs, amounts } = qualifying;
  return bulkFiles(book, gpci, {
    name: "locality-amounts.qualifying-apm",
    label: { kind: "qualifying-apm", basis },
    pfs,
    amounts,
    rules: [LOCALITY_AMOUNT],
  });
}

import type { ReleaseBook } from "../book.ts";
import { sha256 } from "../inputs/downloads.ts";
import type { LocalityAmounts, PfsBook } from "../pfs/amounts.ts";
import { LOCALITY_AMOUNT } from "../pfs/rules.ts";
import { ByteWriter } from "./byte-writer.ts";
import { factorInForce, filesOf, headOf, rulesOf } from "./head.ts";
import { type OutputFile, tableFile } from "./json.ts";

const BULK = "locality-amounts.ndjson";
/** Most amounts are four to six digits with quotes, point and comma: enough room to begin with. */
const USUAL_AMOUNT = 10;
const USUAL_LINE = 80;

interface IndexedLine {
  readonly hcpcs: string;
  readonly modifier: string;
  readonly offset: number;
  readonly bytes: number;
}

function writeLine(writer: ByteWriter, pfs: PfsBook, amounts: LocalityAmounts, at: number): IndexedLine {
  const index = pfs.priced[at] as number;
  const { hcpcs = "", modifier = "" } = pfs.file.table.rows[index] ?? {};
  const count = amounts.localities.length;
  const first = at * count * 2;
  const offset = writer.length;
  const row = pfs.file.table.rowNumbers[index] ?? 0;
  writer.text(`{"hcpcs":"${hcpcs}","modifier":"${modifier}","row":${row},"nonFacility":[`);
  writer.everySecondAmount(amounts.cents, first, count);
  writer.text('],"facility":[');
  writer.everySecondAmount(amounts.cents, first + 1, count);
  writer.text("]}\n");
  return { hcpcs, modifier, offset, bytes: writer.length - offset - 1 };
}

/**
 * The bulk file of locality amounts, one line a priced row, and its index by byte offset. One file instead of
 * thousands: a reader seeks to a code's line without reading the rest.
 */
export function publishLocalityAmounts(book: ReleaseBook): OutputFile[] {
  const { pfs, gpci, amounts } = book;
  if (pfs === undefined || gpci === undefined || amounts === undefined) return [];
  const writer = new ByteWriter(amounts.cents.length * USUAL_AMOUNT + pfs.priced.length * USUAL_LINE);
  const lines = Array.from(pfs.priced, (_, at) => writeLine(writer, pfs, amounts, at));
  const bytes = writer.take();
  const hash = sha256(bytes);
  const head = {
    ...headOf(book, "locality-amounts-index"),
    bulkFile: { path: BULK, bytes: bytes.length, sha256: hash },
    files: filesOf([pfs.file, gpci.file]),
    rules: rulesOf(LOCALITY_AMOUNT),
    conversionFactor: factorInForce(pfs),
    localities: amounts.localities.map((each) => each.key),
  };
  return [{ path: BULK, bytes, sha256: hash }, tableFile("locality-amounts.index.json", head, lines, "lines")];
}

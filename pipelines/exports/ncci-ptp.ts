import { PtpSetting } from "../../schemas/out/ncci.ts";
import type { ReleaseDocuments } from "../documents/release-documents.ts";
import { codeNumber, codeText, dayNumberOf, dayText, type PtpEdits } from "../schedules/ncci/ptp-edits.ts";
import { BATCH, repeatedTexts } from "./batches.ts";
import type { Batch } from "./column-types.ts";

/** Edits as numbers, in whose order the texts are: 14 bytes each, so that millions are sorted in memory. */
type Edits = Pick<
  PtpEdits,
  "count" | "column1" | "column2" | "effective" | "deletion" | "modifierIndicator" | "rationale" | "rationales"
>;

type EditRow = NonNullable<ReturnType<ReleaseDocuments["ptpEdits"]>>["rows"][number];
type Index = NonNullable<ReturnType<typeof indexOf>>;

function indexOf(documents: ReleaseDocuments, setting: PtpSetting) {
  return documents.table(`ncci-ptp-${setting}/index`);
}

/** The edits of all slices of a setting, one slice after the other. An edit of two built codes is in both: it stands once. */
function* editRows(documents: ReleaseDocuments, setting: PtpSetting, index: Index): Generator<EditRow> {
  const codes = index.allRows().map(({ hcpcs }) => hcpcs);
  const built = new Set(codes);
  for (const hcpcs of codes)
    for (const row of documents.ptpEdits(setting, hcpcs)?.rows ?? [])
      if (row.column1 === hcpcs || !built.has(row.column1)) yield row;
}

function packed(rows: Iterable<EditRow>, most: number): Edits {
  const [column1, column2] = [new Uint32Array(most), new Uint32Array(most)];
  const [effective, deletion] = [new Uint16Array(most), new Uint16Array(most)];
  const [modifierIndicator, rationale] = [new Uint8Array(most), new Uint8Array(most)];
  const numberOf = new Map<string, number>();
  let count = 0;
  for (const row of rows) {
    column1[count] = codeNumber(row.column1);
    column2[count] = codeNumber(row.column2);
    effective[count] = dayNumberOf(row.effective) as number;
    deletion[count] = row.deletion === null ? 0 : (dayNumberOf(row.deletion) as number);
    modifierIndicator[count] = Number(row.modifierIndicator);
    if (!numberOf.has(row.rationale)) numberOf.set(row.rationale, numberOf.size);
    rationale[count] = numberOf.get(row.rationale) as number;
    count += 1;
  }
  const rationales = [...numberOf.keys()];
  return { count, column1, column2, effective, deletion, modifierIndicator, rationale, rationales };
}

/** The edits by codes and days; one without a last day stands first. */
function sorted({ count, column1, column2, effective, deletion }: Edits): Uint32Array {
  const rows = Uint32Array.from({ length: count }, (_, row) => row);
  const keys = [column1, column2, effective, deletion];
  return rows.sort((one, other) => {
    for (const key of keys) if (key[one] !== key[other]) return (key[one] as number) - (key[other] as number);
    return 0;
  });
}

function batchOf(setting: PtpSetting, edits: Edits, rows: Uint32Array): Batch {
  const each = <T>(cellOf: (row: number) => T): T[] => Array.from(rows, cellOf);
  const { column1, column2, effective, deletion, modifierIndicator, rationale, rationales } = edits;
  const texts = (cellOf: (row: number) => string) => repeatedTexts(each(cellOf), 1);
  return {
    setting: repeatedTexts([setting], rows.length),
    column1: texts((row) => codeText(column1[row] as number)),
    column2: texts((row) => codeText(column2[row] as number)),
    effective: each((row) => dayText(effective[row] as number)),
    deletion: each((row) => (deletion[row] === 0 ? null : dayText(deletion[row] as number))),
    modifier_indicator: texts((row) => String(modifierIndicator[row])),
    rationale: texts((row) => rationales[rationale[row] as number] as string),
  };
}

function* batchesOf(documents: ReleaseDocuments): Generator<Batch> {
  for (const setting of PtpSetting.options) {
    const index = indexOf(documents, setting);
    if (index === undefined) continue;
    const edits = packed(editRows(documents, setting, index), index.head.edits.all);
    const order = sorted(edits);
    for (let at = 0; at < order.length; at += BATCH) yield batchOf(setting, edits, order.subarray(at, at + BATCH));
  }
}

/**
 * The procedure-to-procedure edits that a release has slices of, each once, by setting, codes and days. One slice is in
 * memory at a time, and of the edits of one setting the numbers.
 */
export function ptpBatches(documents: ReleaseDocuments): Iterable<Batch> | undefined {
  const isBuilt = PtpSetting.options.some((setting) => indexOf(documents, setting) !== undefined);
  return isBuilt ? batchesOf(documents) : undefined;
}

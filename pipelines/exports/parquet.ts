import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { exactScaled } from "../../schemas/scaled.ts";
import type { Batch, ColumnType, ColumnValues, DecimalType, ExportShape, Value } from "./column-types.ts";
import { ColumnWriter, type SchemaElement } from "./parquet-column.ts";

function digitsOf({ long }: DecimalType): number {
  return long === true ? 18 : 9;
}

/** Writes a table as Parquet knows it: the types of the columns are in the file, so that no reader guesses them. */
function elementOf(name: string, type: ColumnType, isRequired: boolean): SchemaElement {
  const element = { name, repetition_type: isRequired ? "REQUIRED" : "OPTIONAL" } as const;
  if (type === "text") return { ...element, type: "BYTE_ARRAY", converted_type: "UTF8" };
  if (type === "flag") return { ...element, type: "BOOLEAN" };
  if (type === "day") return { ...element, type: "INT32", converted_type: "DATE" };
  const storage = type.long === true ? "INT64" : "INT32";
  return { ...element, type: storage, converted_type: "DECIMAL", precision: digitsOf(type), scale: type.scale };
}

/**
 * Decimals are given to the writer as scaled integers: a number of another kind would go through a float. The writer
 * cuts an integer that is too large for its column, so that is refused here.
 */
function unscaled(value: Value, type: DecimalType): bigint | null {
  if (value === null) return null;
  const integer = exactScaled(String(value), type.scale);
  if (integer >= 10 ** digitsOf(type)) throw new RangeError(`${value} has more than ${digitsOf(type)} digits`);
  return BigInt(integer);
}

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** Days since 1970 of an ISO day: Parquet's number of a date. */
function dayNumber(value: Value): number | null {
  const [year = 0, month = 0, day = 0] = String(value).split("-").map(Number);
  return value === null ? null : Date.UTC(year, month - 1, day) / MILLISECONDS_OF_A_DAY;
}

/** A column of the file, and how values of a table are written into it. */
interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly element: SchemaElement;
}

/** A row group while it is written. */
type RowGroup = ParquetWriter["row_groups"][number];
type Chunk = RowGroup["columns"][number];

function isEmpty(batch: Batch): boolean {
  const [values = []] = Object.values(batch);
  return ("texts" in values ? values.positions : values).length === 0;
}

function chunkOf(columns: ColumnWriter, { type, element }: Column, values: ColumnValues): Chunk {
  if ("texts" in values) return columns.texts(element, values);
  if (values instanceof Int32Array) return columns.integers(element, values);
  if (type === "day") return columns.values(element, values.map(dayNumber));
  if (typeof type === "string") return columns.values(element, [...values]);
  const integers = values.map((value) => unscaled(value, type));
  return columns.values(element, integers, "DELTA_BINARY_PACKED");
}

/** What was written since the last call; the buffer is empty again, the position in the file stays. */
function drained(writer: ByteWriter): Uint8Array {
  const piece = writer.getBytes().slice();
  writer.index = 0;
  return piece;
}

/**
 * A table as a Parquet file, in pieces: one row group a batch, Snappy, decimals as INT32 or INT64 with their scale. No
 * more than one row group is in memory.
 *
 * @param createdBy name and version of the program
 * @throws RangeError when a value has more digits than its column
 */
export function* parquetOf(
  { columns, required = [] }: ExportShape,
  batches: Iterable<Batch>,
  createdBy: string,
): Generator<Uint8Array, void> {
  const root = { name: "root", num_children: Object.keys(columns).length };
  const shape = Object.entries(columns).map(([name, type]) => ({
    name,
    type,
    element: elementOf(name, type, required.includes(name)),
  }));
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: [root, ...shape.map(({ element }) => element)], createdBy });
  const columnWriter = new ColumnWriter(writer, root);
  for (const batch of batches) {
    if (isEmpty(batch)) continue;
    const start = writer.offset;
    const chunks = shape.map((column) => chunkOf(columnWriter, column, batch[column.name] ?? []));
    const rows = chunks[0]?.meta_data?.num_values ?? 0n;
    const total_byte_size = chunks.reduce((sum, { meta_data }) => sum + (meta_data?.total_uncompressed_size ?? 0n), 0n);
    const total_compressed_size = BigInt(writer.offset - start);
    file.row_groups.push({ columns: chunks, total_byte_size, num_rows: rows, total_compressed_size });
    file.num_rows += rows;
    yield drained(writer);
  }
  void file.finish();
  yield drained(writer);
}

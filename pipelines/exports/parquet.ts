import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import { exactScaled } from "../../schemas/scaled.ts";
import type { Batch, ColumnType, LongTable, Value } from "./long-tables.ts";

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Writes a table as Parquet knows it: the types of the columns are in the file, so that no reader guesses them. */
function elementOf(name: string, type: ColumnType): SchemaElement {
  const element = { name, repetition_type: "OPTIONAL" } as const;
  if (type === "text") return { ...element, type: "BYTE_ARRAY", converted_type: "UTF8" };
  if (type === "flag") return { ...element, type: "BOOLEAN" };
  return { ...element, type: "INT32", converted_type: "DECIMAL", precision: 9, scale: type.scale };
}

/** Decimals are given to the writer as scaled integers: a number of another kind would go through a float. */
function unscaled(value: Value, scale: number): bigint | null {
  return value === null ? null : BigInt(exactScaled(String(value), scale));
}

function columnOf(name: string, type: ColumnType, batch: Batch): ColumnSource {
  const values = batch[name] ?? [];
  if (typeof type === "string") return { name, data: [...values] };
  const data =
    values instanceof Int32Array ? Array.from(values, BigInt) : values.map((value) => unscaled(value, type.scale));
  return { name, data, encoding: "DELTA_BINARY_PACKED" };
}

/**
 * A table as a Parquet file: one row group a batch, Snappy, decimals as INT32 with their scale.
 *
 * @param createdBy name and version of the program
 */
export function parquetOf({ columns }: LongTable, batches: Iterable<Batch>, createdBy: string): Uint8Array {
  const types = Object.entries(columns);
  const writer = new ByteWriter();
  const schema = [{ name: "root", num_children: types.length }, ...types.map(([name, type]) => elementOf(name, type))];
  const file = new ParquetWriter({ writer, schema, createdBy });
  for (const batch of batches) {
    const columnData = types.map(([name, type]) => columnOf(name, type, batch));
    const rows = columnData[0]?.data.length ?? 0;
    if (rows > 0) void file.write({ columnData, rowGroupSize: rows });
  }
  void file.finish();
  return writer.getBytes();
}

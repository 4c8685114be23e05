import type { ByteWriter, ParquetWriter } from "hyparquet-writer";
import { writeColumn } from "hyparquet-writer/src/column.js";
import { writeDataPageV2 } from "hyparquet-writer/src/datapage.js";
import { writeDictionaryPage } from "hyparquet-writer/src/dictionary.js";
import { snappyCompress } from "hyparquet-writer/src/snappy.js";
import type { RepeatedTexts } from "./column-types.ts";

/**
 * One column of a row group. The library asks every value for its type, its place among the smallest and largest, and
 * its place in a dictionary. A column of integers or of repeated texts needs none of that: it is written by the
 * library's pages alone.
 */

type ColumnEncoder = Parameters<typeof writeDataPageV2>[0]["column"];
type Chunk = ReturnType<typeof writeColumn>["chunk"];
type Statistics = NonNullable<NonNullable<Chunk["meta_data"]>["statistics"]>;
type Page = Parameters<typeof writeDataPageV2>[0];

/** A column's name and type in the file. */
export type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

/** Bytes of a page before the library begins another one. */
const PAGE_SIZE = 1_048_576;

function encoderOf(root: SchemaElement, element: SchemaElement): ColumnEncoder {
  return {
    columnName: element.name,
    element,
    schemaPath: [root, element],
    codec: "SNAPPY",
    compressors: { SNAPPY: snappyCompress },
    stats: true,
    pageSize: PAGE_SIZE,
    columnIndex: false,
    offsetIndex: false,
  };
}

/** Writes the columns of one file, one after the other. */
export class ColumnWriter {
  private readonly writer: ByteWriter;
  private readonly root: SchemaElement;
  /** Levels of a column that may have nulls and has none: the columns of a row group share them. */
  private present: number[] = [];

  constructor(writer: ByteWriter, root: SchemaElement) {
    this.writer = writer;
    this.root = root;
  }

  /** Values of the column's own kind, or null. */
  values(element: SchemaElement, values: unknown[], encoding?: "DELTA_BINARY_PACKED"): Chunk {
    const column = { ...encoderOf(this.root, element), ...(encoding === undefined ? {} : { encoding }) };
    const definitionLevels = values.map((value) => Number(value !== null));
    const pageData = { values, definitionLevels, repetitionLevels: [], maxDefinitionLevel: 1 };
    return writeColumn({ writer: this.writer, column, pageData }).chunk;
  }

  /** Integers in the last place of the column's scale. */
  integers(element: SchemaElement, values: Int32Array): Chunk {
    let [smallest, largest] = [values[0] ?? 0, values[0] ?? 0];
    for (let at = 1; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      if (value < smallest) smallest = value;
      else if (value > largest) largest = value;
    }
    const statistics = { min_value: BigInt(smallest), max_value: BigInt(largest), null_count: 0n };
    return this.chunk(element, { values, encoding: "DELTA_BINARY_PACKED", statistics });
  }

  /** Texts that are repeated: the dictionary, and the position of each row's text. */
  texts(element: SchemaElement, { texts, positions }: RepeatedTexts): Chunk {
    const ordered = texts.toSorted((one, two) => Buffer.compare(Buffer.from(one), Buffer.from(two)));
    const statistics = { min_value: ordered[0] ?? "", max_value: ordered.at(-1) ?? "", null_count: 0n };
    return this.chunk(element, { values: positions, encoding: "RLE_DICTIONARY", statistics, dictionary: texts });
  }

  private chunk(
    element: SchemaElement,
    column: {
      readonly values: Int32Array;
      readonly encoding: Page["encoding"];
      readonly statistics: Statistics;
      readonly dictionary?: readonly string[];
    },
  ): Chunk {
    const { values, encoding, statistics, dictionary } = column;
    const { writer } = this;
    const encoder = encoderOf(this.root, element);
    const start = writer.offset;
    const dictionaryBytes = dictionary === undefined ? 0 : writeDictionaryPage(writer, encoder, [...dictionary]);
    const dataStart = writer.offset;
    if (this.present.length !== values.length) this.present = new Array<number>(values.length).fill(1);
    const pageData = { values, definitionLevels: this.present, repetitionLevels: [], maxDefinitionLevel: 1 };
    const dataBytes = writeDataPageV2({ writer, column: encoder, encoding, pageData });
    const page = { page_type: "DATA_PAGE_V2", encoding, count: 1 } as const;
    const dictionaryPage = { page_type: "DICTIONARY_PAGE", encoding: "PLAIN", count: 1 } as const;
    return {
      file_offset: BigInt(start),
      meta_data: {
        type: element.type ?? "INT32",
        encodings: dictionary === undefined ? [encoding] : ["PLAIN", encoding],
        path_in_schema: [element.name],
        codec: encoder.codec,
        num_values: BigInt(values.length),
        total_compressed_size: BigInt(writer.offset - start),
        total_uncompressed_size: BigInt(dictionaryBytes + dataBytes),
        data_page_offset: BigInt(dataStart),
        ...(dictionary === undefined ? {} : { dictionary_page_offset: BigInt(start) }),
        statistics,
        encoding_stats: dictionary === undefined ? [page] : [dictionaryPage, page],
      },
    };
  }
}

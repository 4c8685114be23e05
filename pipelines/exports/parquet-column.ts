import { ByteWriter, type ParquetWriter } from "hyparquet-writer";
import { writeColumn } from "hyparquet-writer/src/column.js";
import { writeDataPageV2, writePageHeader } from "hyparquet-writer/src/datapage.js";
import { writeDictionaryPage } from "hyparquet-writer/src/dictionary.js";
import { writeRleBitPackedHybrid } from "hyparquet-writer/src/encoding.js";
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

/** Which values are there; a required column has none. */
type Levels = Pick<Page["pageData"], "definitionLevels" | "maxDefinitionLevel">;
const NO_LEVELS: Levels = { definitionLevels: [], maxDefinitionLevel: 0 };

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
  private present: Levels = { definitionLevels: [], maxDefinitionLevel: 1 };

  constructor(writer: ByteWriter, root: SchemaElement) {
    this.writer = writer;
    this.root = root;
  }

  /** Values of the column's own kind, or null. */
  values(element: SchemaElement, values: unknown[], encoding?: "DELTA_BINARY_PACKED"): Chunk {
    const column = { ...encoderOf(this.root, element), ...(encoding === undefined ? {} : { encoding }) };
    const isRequired = element.repetition_type === "REQUIRED";
    if (isRequired && values.includes(null)) throw new TypeError(`${element.name} is a required column and has a null`);
    const levels = { definitionLevels: values.map((value) => Number(value !== null)), maxDefinitionLevel: 1 };
    const pageData = { values, ...(isRequired ? NO_LEVELS : levels), repetitionLevels: [] };
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
    const writePage = (encoder: ColumnEncoder): number => {
      const pageData = { values, ...this.levelsOf(element, values.length), repetitionLevels: [] };
      return writeDataPageV2({ writer: this.writer, column: encoder, encoding: "DELTA_BINARY_PACKED", pageData });
    };
    return this.chunk(element, { count: values.length, encoding: "DELTA_BINARY_PACKED", statistics, writePage });
  }

  /** Texts that are repeated: the dictionary, and the position of each row's text. */
  texts(element: SchemaElement, { texts, positions }: RepeatedTexts): Chunk {
    const ordered = texts.toSorted((one, two) => Buffer.compare(Buffer.from(one), Buffer.from(two)));
    const statistics = { min_value: ordered[0] ?? "", max_value: ordered.at(-1) ?? "", null_count: 0n };
    const writePage = (): number => this.positionsPage(element, positions, texts.length);
    return this.chunk(element, {
      ...{ count: positions.length, encoding: "RLE_DICTIONARY", statistics, writePage, dictionary: texts },
    });
  }

  /**
   * A page of positions in a dictionary. The library's own first looks for the largest one, value by value, which takes
   * a third of the time of a file; here the size of the dictionary says it.
   */
  private positionsPage(element: SchemaElement, positions: Int32Array, size: number): number {
    const { writer } = this;
    const [levels, page] = [new ByteWriter(), new ByteWriter()];
    const { definitionLevels } = this.levelsOf(element, positions.length);
    if (definitionLevels.length > 0) writeRleBitPackedHybrid(levels, definitionLevels, 1);
    const bitWidth = 32 - Math.clz32(size - 1);
    page.appendUint8(bitWidth);
    writeRleBitPackedHybrid(page, positions, bitWidth);
    const compressed = snappyCompress(page.getBytes());
    const start = writer.offset;
    writePageHeader(writer, {
      type: "DATA_PAGE_V2",
      uncompressed_page_size: levels.offset + page.offset,
      compressed_page_size: levels.offset + compressed.length,
      data_page_header_v2: {
        num_values: positions.length,
        num_nulls: 0,
        num_rows: positions.length,
        encoding: "RLE_DICTIONARY",
        definition_levels_byte_length: levels.offset,
        repetition_levels_byte_length: 0,
        is_compressed: true,
      },
    });
    const headerSize = writer.offset - start;
    writer.appendBytes(levels.getBytes());
    writer.appendBytes(compressed);
    return headerSize + levels.offset + page.offset;
  }

  /** Levels of values without a null. */
  private levelsOf({ repetition_type }: SchemaElement, count: number): Levels {
    if (repetition_type === "REQUIRED") return NO_LEVELS;
    const { length } = this.present.definitionLevels;
    if (length !== count) this.present = { ...this.present, definitionLevels: new Array<number>(count).fill(1) };
    return this.present;
  }

  private chunk(
    element: SchemaElement,
    column: {
      readonly count: number;
      readonly encoding: Page["encoding"];
      readonly statistics: Statistics;
      /** Writes the data page; its size before compression, with its header. */
      readonly writePage: (encoder: ColumnEncoder) => number;
      readonly dictionary?: readonly string[];
    },
  ): Chunk {
    const { count, encoding, statistics, writePage, dictionary } = column;
    const { writer } = this;
    const encoder = encoderOf(this.root, element);
    const start = writer.offset;
    const dictionaryBytes = dictionary === undefined ? 0 : writeDictionaryPage(writer, encoder, [...dictionary]);
    const dataStart = writer.offset;
    const dataBytes = writePage(encoder);
    const page = { page_type: "DATA_PAGE_V2", encoding, count: 1 } as const;
    const dictionaryPage = { page_type: "DICTIONARY_PAGE", encoding: "PLAIN", count: 1 } as const;
    return {
      file_offset: BigInt(start),
      meta_data: {
        type: element.type ?? "INT32",
        encodings: dictionary === undefined ? [encoding] : ["PLAIN", encoding],
        path_in_schema: [element.name],
        codec: encoder.codec,
        num_values: BigInt(count),
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

import { SLICED_BY } from "../../schemas/names.ts";
import type { ClaimsDocument } from "../../schemas/out/claims.ts";
import type { BuiltTable, FirstFields } from "../documents/built-documents.ts";
import { rowsStarting, rowsWith } from "./rows-in-memory.ts";

type Slice = ClaimsDocument["slices"][number];

/** How the rows of a table are read. */
interface SliceReader<Row> {
  readonly rows: (slice: Slice) => readonly Row[];
  /** Reads several slices at once. */
  readonly need: (slices: readonly Slice[]) => void;
  /** Every row, from the whole table. */
  readonly all: () => readonly Row[];
}

/** A published table of which a look-up reads the slice that has the rows. */
export class SlicedRows<Head, Row extends object> implements BuiltTable<Head, Row> {
  readonly head: Head;
  private readonly slices: readonly Slice[];
  private readonly read: SliceReader<Row>;

  /** @param slices by the beginnings of their rows */
  constructor(head: Head, slices: readonly Slice[], read: SliceReader<Row>) {
    this.head = head;
    this.slices = slices;
    this.read = read;
  }

  rowsOf(fields: FirstFields): readonly Row[] {
    const slice = this.sliceOf(fields);
    return slice === undefined ? [] : rowsWith(this.read.rows(slice), fields);
  }

  rowsBeginning(fields: FirstFields): readonly Row[] {
    const slice = this.sliceOf(fields);
    return slice === undefined ? [] : rowsStarting(this.read.rows(slice), fields);
  }

  rowsHaving(fields: FirstFields): readonly Row[] {
    return rowsWith(this.allRows(), fields);
  }

  lookUp(wanted: readonly FirstFields[]): void {
    this.read.need([...new Set(wanted.flatMap((fields) => this.sliceOf(fields) ?? []))]);
  }

  allRows(): readonly Row[] {
    return this.read.all();
  }

  private sliceOf(fields: FirstFields): Slice | undefined {
    const [first = ""] = Object.values(fields);
    return this.slices.findLast(({ from }) => from <= first.slice(0, SLICED_BY));
  }
}

import { type Child, type Html, html } from "./html.ts";

/** One column of a table. */
export interface Column<Row> {
  readonly heading: Child;
  readonly cell: (row: Row) => Child;
  /** Names its row; the first column does when none says so. */
  readonly isRowHeading?: true;
  /** Digits stand under digits. */
  readonly isNumber?: true;
  /** What a reader may sort the column by; a number sorts as one, and nothing comes last. */
  readonly sortBy?: (row: Row) => string | number | null;
}

/** A table and how it is used. */
export interface DataTable<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Label of a field that keeps the rows in which its words stand; no field without. */
  readonly filter?: string;
  /** Rows that stand out, such as a sum. */
  readonly standsOut?: (row: Row) => boolean;
  /** The caption is for readers that do not see, where a heading says the same. */
  readonly hidesCaption?: true;
}

function headingCell<Row>({ heading, isNumber, sortBy }: Column<Row>): Html {
  return html`<th scope="col"${isNumber && html` class="number"`}${sortBy && html` data-sort`}>${heading}</th>`;
}

function sortValue<Row>({ sortBy }: Column<Row>, row: Row): Child {
  if (sortBy === undefined) return null;
  return html` data-value="${sortBy(row) ?? ""}"`;
}

function bodyCell<Row>(column: Column<Row>, row: Row, namesRow: boolean): Html {
  const attributes = html`${column.isNumber && html` class="number"`}${sortValue(column, row)}`;
  const content = column.cell(row);
  return namesRow ? html`<th scope="row"${attributes}>${content}</th>` : html`<td${attributes}>${content}</td>`;
}

/** A table of more rows scrolls in its own frame, under its headings. */
const LONG = 40;

/** A table as HTML; sorting and filtering are the page script's. It scrolls by itself where the page is too narrow. */
export function dataTable<Row>({ caption, columns, rows, filter, standsOut, hidesCaption }: DataTable<Row>): Html {
  const naming = columns.find((column) => column.isRowHeading) ?? columns[0];
  const sorts = columns.some((column) => column.sortBy !== undefined);
  const body = rows.map(
    (
      row,
    ) => html`<tr${standsOut?.(row) && html` class="total"`}>${columns.map((column) => bodyCell(column, row, column === naming))}</tr>
`,
  );
  return html`<div class="scroll${rows.length > LONG && " long"}" tabindex="0" role="group" aria-label="${caption}">
<table${sorts && html` data-sortable`}${filter !== undefined && html` data-filter="${filter}"`}>
<caption${hidesCaption && html` class="unseen"`}>${caption}</caption>
<thead><tr>${columns.map(headingCell)}</tr></thead>
<tbody>
${body}</tbody>
</table>
</div>`;
}

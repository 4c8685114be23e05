import type { DiffDocument, DiffTable, OneSided } from "../../schemas/out/diff.ts";
import { fieldWords } from "../diff/field-words.ts";
import { naWays, type Way, ways } from "../diff/letter-ways.ts";
import { NA_MEANING } from "../diff/na-marks.ts";
import { firstText, type OtherField, otherFields } from "../diff/other-fields.ts";
import { notReadText } from "../diff/side-words.ts";
import { countText } from "../shared/money-text.ts";
import { indicatorsOf } from "../shared/sources.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import type { ReviewSources } from "./review-sources.ts";
import type { Section } from "./section.ts";
import { TABLE_NAMES } from "./table-names.ts";

/** Codes in one line, the later ones behind a click where there are many. */
const FIRST = 12;
function codeList(codes: readonly string[]): Child {
  if (codes.length <= FIRST) return codes.join(", ");
  return html`<details><summary>${codes.slice(0, FIRST).join(", ")} and ${countText(codes.length - FIRST)} more</summary>${codes.slice(FIRST).join(", ")}</details>`;
}

type Meanings = "pfs-status" | "opps-status" | "asc-payment" | undefined;

function withMeaning(code: string, meanings: Meanings): Child {
  const meaning = meanings && indicatorsOf(meanings).indicators.find((each) => each.code === code)?.meaning;
  return html`${code}${meaning && html` <span class="quiet small">${meaning}</span>`}`;
}

/** A letter of a table, and what its values mean. */
interface Letter {
  readonly table: DiffTable & ("pfs" | "opps" | "asc");
  readonly field: string;
  readonly meanings?: Meanings;
}

/** What stands where a table would: that nothing changed, or that a side was built without the file. */
function nothing(caption: string, diff: DiffDocument, table: DiffTable): Html {
  const unread = notReadText(diff, table);
  return html`<h3>${caption}</h3><p class="quiet">${unread === undefined ? "None changed." : `Not compared: ${unread}.`}</p>`;
}

const CODES = [
  {
    heading: "Rows",
    isNumber: true as const,
    cell: ({ codes }: Way) => countText(codes.length),
    sortBy: ({ codes }: Way) => codes.length,
  },
  { heading: "Which", cell: ({ codes }: Way) => codeList(codes) },
];

function waysTable(caption: string, diff: DiffDocument, { table, field, meanings }: Letter): Html {
  const rows = ways(diff[table]?.changed ?? [], field);
  if (rows.length === 0) return nothing(caption, diff, table);
  return dataTable({
    caption,
    rows,
    columns: [
      { heading: "From", cell: ({ from }: Way) => withMeaning(from, meanings), sortBy: ({ from }) => from },
      { heading: "To", cell: ({ to }: Way) => withMeaning(to, meanings), sortBy: ({ to }) => to },
      ...CODES,
    ],
  });
}

/** Two words that stay in one line. */
const unbroken = (text: string): string => text.replace(" ", "\u00a0");

/** CMS's NA marks that came and went. */
function naTable(diff: DiffDocument): Html {
  const caption = "NA marks of the fee schedule";
  const rows = naWays(diff);
  if (rows.length === 0) return nothing(caption, diff, "pfs");
  const table = dataTable({
    caption,
    rows,
    columns: [
      { heading: "Setting", cell: ({ setting }: (typeof rows)[number]) => setting },
      { heading: "From", cell: ({ from }) => unbroken(from) },
      { heading: "To", cell: ({ to }) => unbroken(to) },
      ...CODES,
    ],
  });
  return html`${table}<p class="quiet">${NA_MEANING}.</p>`;
}

/** Codes of one table that stand in one release only; undefined where a side lacks the table. */
interface OneSide {
  readonly name: string;
  readonly rows: readonly OneSided[] | undefined;
  readonly unread: string | undefined;
}

function comings(diff: DiffDocument): Html {
  const { from, to } = diff;
  const tables = [
    ["Physician fee schedule", "pfs"],
    ["Addendum B", "opps"],
    ["ASC addenda", "asc"],
  ] as const;
  const rows = tables.flatMap(([name, table]): OneSide[] => {
    const unread = notReadText(diff, table);
    if (unread !== undefined) return [{ name, rows: undefined, unread }];
    return [
      { name: `${name}: only in ${to.release}`, rows: diff[table]?.added, unread },
      { name: `${name}: only in ${from.release}`, rows: diff[table]?.removed, unread },
    ];
  });
  return dataTable({
    caption: "Codes that stand in one release only",
    rows,
    columns: [
      { heading: "Table", cell: ({ name }: OneSide) => name },
      { heading: "Rows", isNumber: true, cell: (side: OneSide) => (side.rows ? countText(side.rows.length) : "-") },
      {
        heading: "Which",
        cell: ({ rows: own = [], unread }: OneSide) => unread ?? codeList(own.map(({ key }) => key.trim())),
      },
    ],
  });
}

/** Cells of a field that are told, old and new. */
const CELLS = 5;

/** Fields that have no table of their own; with those and the amounts, every change of every row is counted somewhere. */
function otherFieldsTable(diff: DiffDocument): Html {
  const rows = otherFields(diff);
  if (rows.length === 0) return html`<p class="quiet">None changed in the tables that were read on both sides.</p>`;
  return dataTable({
    caption: "Fields that have no table above",
    rows,
    columns: [
      { heading: "Table", cell: ({ table }: OtherField) => TABLE_NAMES[table], sortBy: ({ table }) => table },
      {
        heading: "Field",
        cell: ({ field, table }: OtherField) => fieldWords(field, table),
        sortBy: ({ field }) => field,
      },
      {
        heading: "Rows",
        isNumber: true,
        cell: ({ rows: changed }: OtherField) => countText(changed.length),
        sortBy: ({ rows: changed }) => changed.length,
      },
      { heading: "The first of them", cell: ({ rows: changed }: OtherField) => firstText(changed, CELLS) },
    ],
  });
}

/** Letters that changed: status, NA mark, status indicator, APC, payment indicator; the codes of one release only; and other fields. */
export function letterSections({ diff }: ReviewSources): Section[] {
  const status = [
    waysTable("PFS status", diff, { table: "pfs", field: "status", meanings: "pfs-status" }),
    naTable(diff),
    waysTable("OPPS status indicator", diff, { table: "opps", field: "statusIndicator", meanings: "opps-status" }),
    comings(diff),
  ];
  const moves = waysTable("APC before and after", diff, { table: "opps", field: "apc" });
  const payment = { table: "asc", field: "paymentIndicator", meanings: "asc-payment" } as const;
  return [
    { id: "status", title: "Status changes", body: status },
    { id: "apc", title: "APC moves", body: moves },
    { id: "asc", title: "ASC indicator changes", body: waysTable("ASC payment indicator", diff, payment) },
    { id: "fields", title: "Other fields", body: otherFieldsTable(diff) },
  ];
}

import { type DiffDocument, DiffTable } from "../../../schemas/out/diff.ts";
import { fieldWords } from "../../words/fields.ts";
import { indicatorOf } from "../../words/indicators.ts";
import { countText } from "../../words/money-text.ts";
import { NA_MEANING } from "../../words/na.ts";
import { TABLES } from "../../words/names.ts";
import {
  firstText,
  INDICATORS,
  type Indicator,
  naWays,
  type OtherField,
  otherFields,
  type Way,
  waysOf,
} from "./diff-changes.ts";
import { notReadText, type OneSide, oneSides, SUCCESSIONS, successionBlocks } from "./diff-tables.ts";
import {
  type Block,
  type Content,
  heading,
  quiet,
  type Section,
  type TableBlock,
  table,
  toned,
  type ViewColumn,
} from "./view.ts";

/** Codes in one line; where there are many, a click shows the rest. */
const FIRST = 12;
function codeList(codes: readonly string[]): Content {
  if (codes.length <= FIRST) return codes.join(", ");
  const first = `${codes.slice(0, FIRST).join(", ")} and ${countText(codes.length - FIRST)} more`;
  return { first, rest: codes.slice(FIRST).join(", ") };
}

function withMeaning(code: string, { meanings }: Indicator): Content {
  const meaning = meanings && indicatorOf(meanings, code)?.meaning;
  return [code, meaning !== undefined && [" ", toned(meaning, "quiet", "small")]];
}

/** What replaces a table: that nothing changed, or that a side was built without the file. */
function nothing(caption: string, diff: DiffDocument, table: DiffTable): Block[] {
  const unread = notReadText(diff, table);
  return [heading(caption), quiet(unread === undefined ? "None changed." : `Not compared: ${unread}.`)];
}

const CODES: readonly ViewColumn<Way>[] = [
  {
    heading: "Rows",
    isNumber: true,
    cell: ({ codes }) => countText(codes.length),
    sortBy: ({ codes }) => codes.length,
  },
  { heading: "Which", cell: ({ codes }) => codeList(codes) },
];

function waysBlocks(diff: DiffDocument, indicator: Indicator): Block[] {
  const { title: caption } = indicator;
  const rows = waysOf(diff, indicator);
  if (rows.length === 0) return nothing(caption, diff, indicator.table);
  return [
    table<Way>({
      caption,
      rows,
      columns: [
        { heading: "From", cell: ({ from }) => withMeaning(from, indicator), sortBy: ({ from }) => from },
        { heading: "To", cell: ({ to }) => withMeaning(to, indicator), sortBy: ({ to }) => to },
        ...CODES,
      ],
    }),
  ];
}

/** Two words that stay on one line. */
const unbroken = (text: string): string => text.replace(" ", "\u00a0");

/** CMS's NA marks that were added or removed. */
function naBlocks(diff: DiffDocument): Block[] {
  const caption = "NA marks of the fee schedule";
  const rows = naWays(diff);
  if (rows.length === 0) return nothing(caption, diff, "pfs");
  const marks = table<(typeof rows)[number]>({
    caption,
    rows,
    columns: [
      { heading: "Setting", cell: ({ setting }) => setting },
      { heading: "From", cell: ({ from }) => unbroken(from) },
      { heading: "To", cell: ({ to }) => unbroken(to) },
      ...CODES,
    ],
  });
  return [marks, quiet(`${NA_MEANING}.`)];
}

/** A line of the table of rows that only one side has; undefined rows where a side lacks the table. */
type Comings = Pick<OneSide, "name"> & { readonly rows?: OneSide["rows"]; readonly unread?: string };

function oneSidedTable(diff: DiffDocument): TableBlock {
  const rows = DiffTable.options.flatMap((each): Comings[] => {
    const unread = notReadText(diff, each);
    return unread === undefined ? oneSides(diff, each) : [{ name: TABLES[each], unread }];
  });
  return table<Comings>({
    caption: "Rows in one release only",
    rows,
    columns: [
      { heading: "Table", cell: ({ name }) => name },
      { heading: "Rows", isNumber: true, cell: (side) => (side.rows ? countText(side.rows.length) : "-") },
      { heading: "Which", cell: (side) => side.unread ?? codeList((side.rows ?? []).map(({ key }) => key.trim())) },
    ],
  });
}

/** Fields that have no table of their own; with those and the amounts, every change of every row is counted. */
function otherFieldsBlock(diff: DiffDocument): Block {
  const rows = otherFields(diff);
  if (rows.length === 0) return quiet("None changed in the tables that were read in both releases.");
  return table<OtherField>({
    caption: "Fields that have no table above",
    rows,
    columns: [
      { heading: "Table", cell: (each) => TABLES[each.table], sortBy: (each) => each.table },
      { heading: "Field", cell: (each) => fieldWords(each.field, each.table), sortBy: ({ field }) => field },
      {
        heading: "Rows",
        isNumber: true,
        cell: ({ rows: changed }) => countText(changed.length),
        sortBy: ({ rows: changed }) => changed.length,
      },
      { heading: "First changes", cell: ({ rows: changed }) => firstText(changed) },
    ],
  });
}

/** Indicators that changed: status, NA mark, status indicator, APC, payment indicator; the rows of one release only; and other fields. */
export function indicatorSections(diff: DiffDocument): Section[] {
  const status = [
    waysBlocks(diff, INDICATORS.status),
    naBlocks(diff),
    waysBlocks(diff, INDICATORS.opps),
    oneSidedTable(diff),
    ...(diff.successions === undefined ? [] : [heading(SUCCESSIONS), ...successionBlocks(diff)]),
  ];
  return [
    { id: "status", title: "Status changes", blocks: status.flat() },
    { id: "apc", title: "APC moves", blocks: waysBlocks(diff, INDICATORS.apc) },
    { id: "asc", title: "ASC indicator changes", blocks: waysBlocks(diff, INDICATORS.asc) },
    { id: "fields", title: "Other fields", blocks: [otherFieldsBlock(diff)] },
  ];
}

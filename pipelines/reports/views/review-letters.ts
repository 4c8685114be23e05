import { type DiffDocument, DiffTable } from "../../../schemas/out/diff.ts";
import { fieldWords } from "../../words/fields.ts";
import { indicatorOf } from "../../words/indicators.ts";
import { countText } from "../../words/money-text.ts";
import { NA_MEANING } from "../../words/na.ts";
import { TABLES } from "../../words/names.ts";
import {
  firstText,
  LETTERS,
  type Letter,
  naWays,
  type OtherField,
  otherFields,
  type Way,
  waysOf,
} from "./diff-changes.ts";
import { notReadText, type OneSide, oneSides } from "./diff-tables.ts";
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

/** Codes in one line, the later ones behind a click where there are many. */
const FIRST = 12;
function codeList(codes: readonly string[]): Content {
  if (codes.length <= FIRST) return codes.join(", ");
  const first = `${codes.slice(0, FIRST).join(", ")} and ${countText(codes.length - FIRST)} more`;
  return { first, rest: codes.slice(FIRST).join(", ") };
}

function withMeaning(code: string, { meanings }: Letter): Content {
  const meaning = meanings && indicatorOf(meanings, code)?.meaning;
  return [code, meaning !== undefined && [" ", toned(meaning, "quiet", "small")]];
}

/** What stands where a table would: that nothing changed, or that a side was built without the file. */
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

function waysBlocks(diff: DiffDocument, letter: Letter): Block[] {
  const { title: caption } = letter;
  const rows = waysOf(diff, letter);
  if (rows.length === 0) return nothing(caption, diff, letter.table);
  return [
    table<Way>({
      caption,
      rows,
      columns: [
        { heading: "From", cell: ({ from }) => withMeaning(from, letter), sortBy: ({ from }) => from },
        { heading: "To", cell: ({ to }) => withMeaning(to, letter), sortBy: ({ to }) => to },
        ...CODES,
      ],
    }),
  ];
}

/** Two words that stay in one line. */
const unbroken = (text: string): string => text.replace(" ", "\u00a0");

/** CMS's NA marks that came and went. */
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

/** A line of the table of rows that one side alone has; undefined rows where a side lacks the table. */
type Comings = Pick<OneSide, "name"> & { readonly rows?: OneSide["rows"]; readonly unread?: string };

function comings(diff: DiffDocument): TableBlock {
  const rows = DiffTable.options.flatMap((each): Comings[] => {
    const unread = notReadText(diff, each);
    return unread === undefined ? oneSides(diff, each) : [{ name: TABLES[each], unread }];
  });
  return table<Comings>({
    caption: "Rows that stand in one release only",
    rows,
    columns: [
      { heading: "Table", cell: ({ name }) => name },
      { heading: "Rows", isNumber: true, cell: (side) => (side.rows ? countText(side.rows.length) : "-") },
      { heading: "Which", cell: (side) => side.unread ?? codeList((side.rows ?? []).map(({ key }) => key.trim())) },
    ],
  });
}

/** Fields that have no table of their own; with those and the amounts, every change of every row is counted somewhere. */
function otherFieldsBlock(diff: DiffDocument): Block {
  const rows = otherFields(diff);
  if (rows.length === 0) return quiet("None changed in the tables that were read on both sides.");
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
      { heading: "The first of them", cell: ({ rows: changed }) => firstText(changed) },
    ],
  });
}

/** Letters that changed: status, NA mark, status indicator, APC, payment indicator; the rows of one release only; and other fields. */
export function letterSections(diff: DiffDocument): Section[] {
  const status = [waysBlocks(diff, LETTERS.status), naBlocks(diff), waysBlocks(diff, LETTERS.opps), comings(diff)];
  return [
    { id: "status", title: "Status changes", blocks: status.flat() },
    { id: "apc", title: "APC moves", blocks: waysBlocks(diff, LETTERS.apc) },
    { id: "asc", title: "ASC indicator changes", blocks: waysBlocks(diff, LETTERS.asc) },
    { id: "fields", title: "Other fields", blocks: [otherFieldsBlock(diff)] },
  ];
}

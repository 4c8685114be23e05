import type { AuditedFigure } from "../../../schemas/out/audit.ts";
import type { ListLine, UnreadLine } from "../../answers/audit/code-list.ts";
import { verdictWords } from "../../answers/audit/verdict-words.ts";
import type { Answer } from "../../read/types.ts";
import {
  type Block,
  type Content,
  figure,
  list as listBlock,
  paragraph,
  reasonOf,
  type Section,
  small,
  table,
  toned,
  type ViewColumn,
} from "../../reports/views/view.ts";
import { counted, countText, dollars } from "../../words/money-text.ts";
import { NA_LEGEND, physicianDollars } from "../../words/na.ts";
import { rowName } from "../../words/names.ts";
import { inWords } from "../../words/reasons.ts";
import {
  answersFor,
  figuresAt,
  LIST_AMOUNTS,
  NO_RATE_WITH_MODIFIER,
  ownDifference,
  ownHeading,
  type PricedList,
} from "./list-answers.ts";
import { type Origins, whereFrom } from "./sources-words.ts";

/** Lines among which nobody needs to search. */
const FEW = 15;
/** Lines that the page shows; the copies have all. */
const MOST_SHOWN = 1000;

/** Stands where the audit's sentence will be. */
const COMPARING = "Comparing your fees with the releases of this site.";

interface Row {
  readonly line: ListLine;
  readonly answers: readonly (Answer | undefined)[];
  readonly figures: readonly (AuditedFigure | undefined)[];
}

function amountCell(answer: Answer | undefined, origins: Origins): Content {
  if (answer === undefined) return { ...reasonOf(NO_RATE_WITH_MODIFIER, "small"), sign: "-" };
  if (answer.kind === "reason")
    return toned(figure(inWords(answer.reason), whereFrom(origins, answer)), "small", "quiet");
  const text = "na" in answer ? physicianDollars(answer.value, answer.na) : dollars(answer.value);
  return figure(text, whereFrom(origins, answer));
}

function amountColumn(at: number, origins: Origins): ViewColumn<Row> {
  return {
    heading: LIST_AMOUNTS[at]?.short ?? "",
    isNumber: true,
    cell: ({ answers }) => amountCell(answers[at], origins),
    sortBy: ({ answers }) => answers[at]?.value ?? null,
  };
}

function ownColumn({ list }: PricedList, at: number): ViewColumn<Row>[] {
  const heading = ownHeading(list.own[at]?.heading ?? "");
  const several = list.own.length > 1 ? ` ${heading}` : "";
  return [
    {
      heading: several === "" ? "Yours" : `Yours:${several}`,
      isNumber: true,
      cell: ({ figures }) => figures[at] && dollars(figures[at].seen),
      sortBy: ({ figures }) => figures[at]?.seen ?? null,
    },
    {
      heading: `Difference${several}`,
      isNumber: true,
      cell: ({ figures }) => differenceText(figures[at]),
      sortBy: ({ figures }) => ownDifference(figures[at]),
    },
    {
      heading: `Verdict${several}`,
      cell: ({ figures }) => figures[at] && verdictCell(figures[at]),
      sortBy: ({ figures }) => (figures[at] === undefined ? null : verdictWords(figures[at])),
    },
  ];
}

function differenceText(each: AuditedFigure | undefined): Content {
  const difference = ownDifference(each);
  if (difference === null) return undefined;
  return difference.startsWith("-") || difference === "0.00" ? dollars(difference) : `+${dollars(difference)}`;
}

function verdictCell(each: AuditedFigure): Content {
  const { kind } = each.verdict;
  return toned(
    verdictWords(each),
    "small",
    ...(kind === "equal" ? (["quiet"] as const) : []),
    ...(kind === "wrong" ? (["strong"] as const) : []),
  );
}

function linesTable(priced: PricedList, origins: Origins): Block {
  const { list } = priced;
  const figureAt = figuresAt(priced);
  const rows = list.lines.slice(0, MOST_SHOWN).map((line): Row => {
    const figures = list.own.map(({ column }) => figureAt(line.row, column));
    return { line, answers: answersFor(priced, line), figures };
  });
  const columns: ViewColumn<Row>[] = [
    { heading: "Line", isNumber: true, cell: ({ line }) => toned(line.line, "quiet"), sortBy: ({ line }) => line.line },
    {
      heading: "Code",
      isRowHeading: true,
      cell: ({ line }) => rowName(line.code, line.modifiers.join("-")),
      sortBy: ({ line }) => rowName(line.code, line.modifier),
    },
    ...LIST_AMOUNTS.map((_, at) => amountColumn(at, origins)),
    ...list.own.flatMap((_, at) => ownColumn(priced, at)),
  ];
  const filter = rows.length > FEW && { filter: "Find in the list" };
  const caption = "What Medicare pays for each code of the list";
  return table({ caption, columns, rows, hidesCaption: true, ...filter });
}

/** The lines that were not understood, each with the reason. */
export function unreadSection(unread: readonly UnreadLine[]): Section {
  const columns: ViewColumn<UnreadLine>[] = [
    { heading: "Line", isNumber: true, cell: ({ line, path }) => path ?? line },
    { heading: "What it says", isRowHeading: true, cell: ({ text }) => text },
    { heading: "Why", cell: ({ why }) => toned(why, "small") },
  ];
  const caption = "Lines that were not understood";
  const title = `${counted(unread.length, "line")} not understood`;
  return { id: "unread", title, blocks: [table({ caption, columns, rows: unread, hidesCaption: true })] };
}

/** A list with its amounts, and what the audit says of the fees in it. */
export function listSection(priced: PricedList, origins: Origins): Section {
  const { list, release, audit } = priced;
  const { length } = list.lines;
  const more =
    length > MOST_SHOWN
      ? `The table shows the first ${countText(MOST_SHOWN)} of ${counted(length, "line")}. The copies have all.`
      : "";
  const hasNa = list.lines.some((line) =>
    answersFor(priced, line).some((each) => each !== undefined && "na" in each && each.na),
  );
  return {
    id: "list",
    title: counted(length, "code"),
    blocks: [
      small(toned(`${release.title}, release ${release.release}, ${origins.placeTitle}`, "quiet")),
      list.own.length > 0 && paragraph(toned(audit?.summary ?? COMPARING, "strong")),
      listBlock([...list.notes, ...(audit?.notes ?? [])], "small"),
      more !== "" && paragraph(more),
      linesTable(priced, origins),
      hasNa && small(NA_LEGEND),
    ],
  };
}

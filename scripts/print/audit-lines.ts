import { isDrift } from "../../pipelines/answers/audit/summary.ts";
import { amountWords, whyDiffers } from "../../pipelines/answers/audit/verdict-words.ts";
import { plain } from "../../pipelines/problems/quoted.ts";
import { standingOf } from "../../pipelines/sources/calendar.ts";
import { counted, countText, ofText } from "../../pipelines/words/money-text.ts";
import { rowName } from "../../pipelines/words/names.ts";
import { daysInForce } from "../../pipelines/words/releases.ts";
import type { AuditDocument, AuditedFigure } from "../../schemas/out/audit.ts";
import { type Align, textTable } from "./columns.ts";
import { noteLines, wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

const BY = {
  given: "as you say",
  guessed: "guessed",
  default: "by default",
  table: "the table says it",
} as const;

type Reading = AuditDocument["read"];

/** "guessed: 1,312 of 1,400 figures speak for it" */
function saidBy({ by, figures }: Pick<Reading["place"], "by" | "figures">, { counts }: AuditDocument): string {
  return figures === null ? BY[by] : `${BY[by]}: ${ofText(figures, counts.figures)} figures speak for it`;
}

function releaseRows({ release, coverage, read, looksLike, counts }: AuditDocument, colours: Colours): string[][] {
  const by = read.release.by === "given" ? BY.given : "the latest one built";
  const own = ["release", `${release} (${coverage}), ${by}`];
  if (looksLike === null) return [own, ["", "no built release explains most of the table"]];
  const figures = `${ofText(looksLike.figures, counts.figures)} figures speak for it`;
  const isOwn = Object.keys(looksLike.equals).length === 0;
  const looks = `the table looks like ${looksLike.text}: ${figures}`;
  return [own, ["", isOwn ? looks : colours.yellow(looks)]];
}

function placeText(document: AuditDocument): string {
  const { place } = document.read;
  const key = place.locality === null || place.locality === "national" ? "" : ` (${place.locality})`;
  return `${place.name}${key}, ${saidBy(place, document)}`;
}

function settingText(document: AuditDocument): string {
  const { setting } = document.read;
  if (setting.amount === null) return "by column or row";
  return `${amountWords({ amount: setting.amount, site: setting.site })}, ${saidBy(setting, document)}`;
}

/** How the table was read. */
function readLines(document: AuditDocument, colours: Colours): string[] {
  const { columns, read } = document;
  const named = columns.flatMap(({ heading, field }) => (field === null ? [] : [`${plain(heading)} = ${field}`]));
  const ignored = columns.flatMap(({ heading, field }) => (field === null ? [plain(heading)] : []));
  const rows = [
    ["columns", named.join(", ")],
    ...(ignored.length > 0 ? [["", colours.dim(`not read: ${ignored.join(", ")}`)]] : []),
    ...releaseRows(document, colours),
    ["place", placeText(document)],
    ["setting", settingText(document)],
    ...(read.percent === null ? [] : [["percent", `${read.percent} % of Medicare`]]),
    ...(/[1-9]/.test(read.tolerance) ? [["within", `$${read.tolerance} counts as equal`]] : []),
  ];
  const width = 9;
  return rows.flatMap(([name = "", text = ""]) =>
    wrapped(text, `  ${colours.dim(name.padEnd(width))}`, " ".repeat(width + 2)),
  );
}

function shareOf(part: number, whole: number): string {
  return whole === 0 ? "" : `${((part * 100) / whole).toFixed(1)} %`;
}

function countLines({ counts, causes }: AuditDocument, colours: Colours): string[] {
  const { figures, equal, equalToOther, wrong, notPriced, unknownCode, deletedCode, notRead } = counts;
  const line = (words: string, count: number): string[] => [words, countText(count), shareOf(count, figures)];
  const shown = causes.slice(0, 6);
  const rest = causes.slice(6).reduce((sum, each) => sum + each.figures, 0);
  const rows = [
    line("equal", equal),
    line("equal to something else", equalToOther),
    ...shown.map(({ text, figures: count }) => [`  ${text}`, countText(count), ""]),
    ...(rest > 0 ? [["  other causes", countText(rest), ""]] : []),
    line("wrong", wrong),
    line("not priced by Medicare", notPriced),
    line("deleted code", deletedCode),
    line("unknown code", unknownCode),
    ...(notRead > 0 ? [["rows not understood", countText(notRead), ""]] : []),
  ].filter(([words = "", count]) => words === "equal" || count !== "0");
  const [first = "", ...others] = textTable(rows, ["left", "right", "right"]);
  return [colours.green(`  ${first}`), ...others.map((each) => `  ${each}`)];
}

/** How far a figure is from what was expected, in ten-thousandths of a dollar, for the order. */
function sizeOf({ verdict }: AuditedFigure): number {
  return "difference" in verdict ? Math.abs(Number(verdict.difference)) : 0;
}

const KIND_ORDER = ["wrong", "equal-to-other", "not-priced", "deleted-code", "unknown-code", "equal"];

/** Most figures of one cause that are shown: the counts say how many there are. */
const OF_ONE_CAUSE = 4;

/** Figures of causes that were not shown often enough yet. */
function withoutRepeats(figures: readonly AuditedFigure[]): AuditedFigure[] {
  const shown = new Map<string, number>();
  return figures.filter(({ verdict }) => {
    if (verdict.kind !== "equal-to-other") return true;
    const times = (shown.get(verdict.text) ?? 0) + 1;
    shown.set(verdict.text, times);
    return times <= OF_ONE_CAUSE;
  });
}

/** The worst first: wrong by most; then what equals something else; then what has no price. */
function worstFirst(figures: readonly AuditedFigure[]): AuditedFigure[] {
  const rank = ({ verdict }: AuditedFigure): number => KIND_ORDER.indexOf(verdict.kind);
  return figures.filter(isDrift).sort((left, right) => rank(left) - rank(right) || sizeOf(right) - sizeOf(left));
}

function rowOf(figure: AuditedFigure): string[] {
  const { row, path, code, modifier, seen, verdict } = figure;
  const expected = "expected" in verdict ? verdict.expected.value : "-";
  const difference = "percent" in verdict ? verdict.difference : "";
  const percent = "percent" in verdict && verdict.percent !== null ? `${verdict.percent} %` : "";
  return [
    path === undefined ? String(row) : plain(path),
    rowName(code, modifier),
    amountWords(figure),
    seen,
    expected,
    difference,
    percent,
    whyDiffers(figure),
  ];
}

const ALIGNS: readonly Align[] = ["right", "left", "left", "right", "right", "right", "right", "left"];

function worstLines({ figures, release }: AuditDocument, most: number, colours: Colours): string[] {
  const all = worstFirst(figures);
  const worst = withoutRepeats(all);
  if (worst.length === 0 || most === 0) return [];
  const shown = worst.slice(0, most);
  const heading = [
    worst[0]?.path === undefined ? "row" : "path",
    "code",
    "amount",
    "table",
    release,
    "off by",
    "",
    "why",
  ];
  const [first = "", ...lines] = textTable([heading, ...shown.map((each) => rowOf(each))], ALIGNS);
  const more =
    all.length > shown.length
      ? [colours.dim(`  ... and ${countText(all.length - shown.length)} more: --json lists all`)]
      : [];
  return ["", colours.bold("worst first"), colours.dim(`  ${first}`), ...lines.map((line) => `  ${line}`), ...more];
}

function notReadLines({ notRead }: AuditDocument, most: number, colours: Colours): string[] {
  if (notRead.length === 0) return [];
  const shown = notRead.slice(0, Math.max(most, 1));
  return [
    "",
    colours.bold(`${counted(notRead.length, "row")} not understood`),
    ...shown.flatMap(({ row, path, why }) =>
      wrapped(plain(why), `  ${path === undefined ? `row ${row}` : plain(path)}: `, "    "),
    ),
    ...(notRead.length > shown.length
      ? [colours.dim(`  ... and ${countText(notRead.length - shown.length)} more: --json`)]
      : []),
  ];
}

/** An audit as text: how the table was read, what was found, the worst rows. */
export function auditLines(document: AuditDocument, most: number, colours: Colours): string[] {
  const { table, release, title, window, summary, counts, notes } = document;
  const colour = counts.drift === 0 ? colours.green : colours.red;
  return [
    `${colours.bold(`${plain(table.name)} against ${release}`)}  ${title}, ${daysInForce(window, standingOf(release))}`,
    ...wrapped(summary, "", "  ").map((line) => colour(colours.bold(line))),
    "",
    colours.bold("read as"),
    ...readLines(document, colours),
    "",
    colours.bold(`${counted(counts.figures, "figure")}`),
    ...countLines(document, colours),
    ...worstLines(document, most, colours),
    ...notReadLines(document, most, colours),
    ...(notes.length === 0 ? [] : ["", ...noteLines(notes, colours)]),
  ];
}

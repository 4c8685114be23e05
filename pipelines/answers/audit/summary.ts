import type { AuditCause, AuditDocument, AuditedFigure } from "../../../schemas/out/audit.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { Audience } from "../../words/audience.ts";
import { counted, countText, ofText } from "../../words/money-text.ts";
import type { TableFigures } from "./figures.ts";
import { MEAN } from "./prices.ts";
import type { Verdicts } from "./verdicts.ts";

type Counts = AuditDocument["counts"];
type Main = Pick<AuditCause, "text" | "figures"> & { readonly meaning: string };

/** A cause of most figures that differ is that of the table. */
const MOST = 0.5;
/** A release of so many figures is that of the table, and not only of some rows. */
const TABLE = 0.8;

/** Whether the exit code counts a figure. */
export function isDrift({ verdict }: AuditedFigure): boolean {
  return verdict.kind !== "equal" && !(verdict.kind === "not-priced" && !verdict.isDrift);
}

/** How many figures have which verdict. */
export function countsOf({ figures }: Verdicts, { notRead, blanks }: TableFigures): Counts {
  const having = (kind: string): number => figures.filter(({ verdict }) => verdict.kind === kind).length;
  return {
    figures: figures.length,
    equal: having("equal"),
    equalToOther: having("equal-to-other"),
    wrong: having("wrong"),
    notPriced: having("not-priced"),
    unknownCode: having("unknown-code"),
    deletedCode: having("deleted-code"),
    notRead: notRead.length,
    blank: blanks,
    drift: figures.filter(isDrift).length + notRead.length,
  };
}

/** What the reader of a summary and its notes can do. */
const FOR = {
  "command-line": {
    percent: (percent: string | undefined) => `: add --percent ${percent} to compare with that`,
    excerpt: (release: string, codes: string) =>
      `${release} was built from an excerpt of ${codes}: build the whole release to compare all codes`,
    alone: "no other release is built there",
  },
  site: {
    percent: () => ": they are a share of Medicare's amounts",
    excerpt: (release: string, codes: string) => `of ${release} this site has an excerpt of ${codes}`,
    alone: "this site has no other release",
  },
} as const satisfies Readonly<Record<Audience, object>>;

function isOnly({ equals }: AuditCause, field: string): boolean {
  return field in equals && Object.keys(equals).length === 1;
}

/** What a cause says about the whole table. */
function meaningOf(
  cause: AuditCause,
  { release }: OpenedRelease,
  figures: number,
  { percent }: (typeof FOR)[Audience],
): string {
  const { equals } = cause;
  if (isOnly(cause, "release") && equals.release !== undefined) {
    if (cause.figures < figures * TABLE) return "";
    const years = Number(release.slice(0, 4)) - Number(equals.release.slice(0, 4));
    return years === 1 ? ": the table is last year's" : `: the table is of ${equals.release.slice(0, 4)}`;
  }
  if (isOnly(cause, "factor")) return ": the conversion factor is another one";
  if (isOnly(cause, "percent")) return percent(equals.percent);
  if (isOnly(cause, "place") && equals.place === MEAN) return ": they are not the national amounts";
  return "";
}

/** The cause of most figures that differ. Two columns that are exchanged have two causes, one for each. */
function mainCause(
  causes: readonly AuditCause[],
  reference: OpenedRelease,
  all: number,
  audience: Audience,
): Main | undefined {
  const [first] = causes;
  const swapped = causes.filter(
    (each) => isOnly(each, "amount") && (each.equals.amount === "facility" || each.equals.amount === "nonFacility"),
  );
  if (swapped.length === 2) {
    const figures = swapped.reduce((sum, each) => sum + each.figures, 0);
    const meaning = ": facility and non-facility are exchanged";
    if (figures > (first?.figures ?? 0)) return { text: "the amount of the other setting", figures, meaning };
  }
  return first && { ...first, meaning: meaningOf(first, reference, all, FOR[audience]) };
}

/** The sentence where no cause is that of the table. */
function severalReasons({ figures, drift, equal, notRead }: Counts, release: string): string {
  const differ = drift - notRead;
  const several = `${counted(differ, "figure")} ${differ === 1 ? "differs" : "differ for several reasons"}`;
  const parts = [
    `${ofText(equal, figures)} figures equal ${release}`,
    ...(differ === 0 ? [] : [several]),
    ...(notRead === 0 ? [] : [`${counted(notRead, "row")} could not be read`]),
  ];
  return `${parts.join("; ")}.`;
}

/** The sentence for somebody in a hurry. */
export function auditSummary(
  counts: Counts,
  causes: readonly AuditCause[],
  reference: OpenedRelease,
  audience: Audience = "command-line",
): string {
  const { figures, drift, equal, notRead } = counts;
  const { release } = reference;
  if (drift === 0) return `All ${counted(figures, "figure")} agree with ${release}.`;
  const main = mainCause(causes, reference, figures, audience);
  const differ = drift - notRead;
  if (main === undefined || main.figures < 2 || main.figures < differ * MOST) return severalReasons(counts, release);
  if (equal * 2 < figures) return `${ofText(main.figures, figures)} figures equal ${main.text}${main.meaning}.`;
  const others = `of the ${countText(differ)} others ${countText(main.figures)} equal ${main.text}${main.meaning}`;
  return `${ofText(equal, figures)} figures equal ${release}; ${others}.`;
}

/** What a reader must know beside the figures. */
export function auditNotes(
  { zeros, blanks }: TableFigures,
  releases: number,
  { release, coverage, codes }: OpenedRelease,
  audience: Audience = "command-line",
): string[] {
  const { excerpt, alone } = FOR[audience];
  return [
    ...(coverage === "excerpt" ? [excerpt(release, counted(codes.length, "code"))] : []),
    ...(zeros > 0 ? [`${counted(zeros, "code")} got leading zeros back, which spreadsheets drop`] : []),
    ...(blanks > 0 ? [`${counted(blanks, "cell")} without a figure: not compared`] : []),
    ...(releases === 1 ? [`${alone}, so a figure of another release is only wrong`] : []),
  ];
}

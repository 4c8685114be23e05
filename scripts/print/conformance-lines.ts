import { countText } from "../../pipelines/shared/money-text.ts";
import type {
  ConformanceColumn,
  ConformanceDocument,
  OppsCapConformance,
  PaymentConformance,
} from "../../schemas/out/conformance.ts";
import { type Align, textTable } from "./columns.ts";
import { differenceLines, WORDS } from "./difference-lines.ts";
import { noteLines } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** How many codes or rows are named of many. */
const SHOWN = 5;

const COLUMNS = Object.keys(WORDS) as ConformanceColumn[];

/** What a file of few codes may have no row of, by a column that shows it. */
const SOME_ROWS_ONLY = [
  ["oppsNonFacility", "rows at the OPPS cap"],
  ["therapyNonInstitutional", "therapy rows"],
] as const;

function columnLines({ columns }: PaymentConformance, colours: Colours): string[] {
  if ((columns.rows?.compared ?? 0) === 0) return [];
  const compared = COLUMNS.filter((column) => (columns[column]?.compared ?? 0) > 0);
  const rows = compared.map((column) => {
    const { matched = 0, compared: of = 0 } = columns[column] ?? {};
    const text = `${countText(matched)} of ${countText(of)}`;
    return [`  ${WORDS[column]}`, matched === of ? text : colours.red(text)];
  });
  const aligns: readonly Align[] = ["left", "right"];
  const lacking = SOME_ROWS_ONLY.filter(([column]) => !compared.includes(column)).map(([, words]) => words);
  const nothing = lacking.length === 0 ? [] : [colours.dim(`  not in this file: ${lacking.join(", ")}`)];
  return [...textTable(rows, aligns), ...nothing];
}

const KINDS = { header: "HDR", trailer: "TRL", blank: "blank", endMark: "Ctrl-Z" } as const;

function passedOver({ passedOver: counts, rows }: PaymentConformance): string {
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((kind) => counts[kind] > 0);
  const others = kinds.map((kind) => `${countText(counts[kind])} ${KINDS[kind]}`).join(", ");
  return `  ${countText(rows)} records${others === "" ? "" : `; not compared: ${others}`}`;
}

/** What a reader must know before believing the numbers below it. */
function notesOf({ fallback, release, releaseBecause, inputs, flatVisitFees, unlisted }: PaymentConformance): string[] {
  const notes = inputs
    .filter(({ origin }) => origin !== "cms")
    .map(({ name, origin }) => `our amounts come from ${name}, which is ${origin}`);
  if (fallback !== null) {
    notes.push(
      `by ${releaseBecause} it belongs to ${fallback.wanted}, but ${fallback.reason}. Compared with ${release} instead, the nearest release of the year at hand`,
    );
  }
  if (flatVisitFees > 0) {
    notes.push(
      `${countText(flatVisitFees)} rows carry the Primary Care First flat visit fee in the therapy column: not compared, since no fee schedule says what it is`,
    );
  }
  if (unlisted !== null && unlisted.rows > 0) {
    const { codes, rows } = unlisted;
    const listed = codes.slice(0, SHOWN).join(", ");
    const more = codes.length > SHOWN ? `, and ${countText(codes.length - SHOWN)} more` : "";
    notes.push(
      `${countText(rows)} rows that we price are not in the file, of ${countText(codes.length)} ${codes.length === 1 ? "code" : "codes"}: ${listed}${more}`,
    );
  }
  return notes;
}

function factorText({ conversionFactor: { value, track } }: PaymentConformance): string {
  return `conversion factor ${value}${track === null ? "" : `, ${track}`}`;
}

function paymentLines(each: PaymentConformance, colours: Colours): string[] {
  const { file, release, releaseBecause, fallback } = each;
  const by = fallback === null ? ` by ${releaseBecause}` : "";
  return [
    colours.bold(file),
    ...noteLines(notesOf(each), colours),
    `  compared with ${colours.bold(release)}${by}, ${factorText(each)}`,
    passedOver(each),
    ...columnLines(each, colours),
    ...differenceLines(each, colours),
    "",
  ];
}

function oppsCapLines(found: readonly OppsCapConformance[], colours: Colours): string[] {
  if (found.length === 0) return [];
  const rows = found.map(({ release, rows: all, matched, file }) => {
    const text = `${countText(matched)} of ${countText(all)}`;
    return [`  ${release}`, matched === all ? text : colours.red(text), colours.dim(file)];
  });
  const excepted = found.flatMap(({ release, excepted: all }) =>
    all.map(({ rows: count, reason }) => `${release}: ${countText(count)} rows are a listed exception. ${reason}`),
  );
  const differing = found.flatMap(({ release, problems, differenceCount }) => [
    ...problems.slice(0, SHOWN).map(({ place, message }) => `  ${colours.red(release)} ${place.key ?? ""}: ${message}`),
    ...(differenceCount > SHOWN
      ? [colours.dim(`  ... and ${countText(differenceCount - SHOWN)} more of ${release}`)]
      : []),
  ]);
  return [
    colours.bold("OPPSCAP, both prices of each row"),
    ...textTable(rows, ["left", "right", "left"]),
    ...noteLines(excepted, colours),
    ...differing,
    "",
  ];
}

/** "2 files, 1,635 rows: every amount equals CMS's to the cent". */
function closing({ payments, oppsCap, matched }: ConformanceDocument, colours: Colours): string {
  const rows = [...payments, ...oppsCap].reduce((total, each) => total + each.rows, 0);
  const files = payments.length + oppsCap.length;
  const differences = [...payments, ...oppsCap].reduce((total, each) => total + each.differenceCount, 0);
  const unread = payments.reduce((total, each) => total + each.problems.length, 0);
  const head = `${countText(files)} ${files === 1 ? "file" : "files"}, ${countText(rows)} rows`;
  const excepted = oppsCap.flatMap((each) => each.excepted).reduce((total, each) => total + each.rows, 0);
  const apart =
    excepted === 0 ? "" : `, ${countText(excepted)} listed ${excepted === 1 ? "exception" : "exceptions"} apart`;
  if (matched) return colours.green(`${head}: every amount that was compared equals CMS's to the cent${apart}`);
  const parts = [
    `${countText(differences)} ${differences === 1 ? "difference" : "differences"}`,
    ...(unread > 0 ? [`${countText(unread)} ${unread === 1 ? "problem" : "problems"}`] : []),
  ];
  return colours.red(`${head}: ${parts.join(", ")}`);
}

/** A comparison as people read it: file by file what is equal, what differs and why. */
export function conformanceLines(document: ConformanceDocument, colours: Colours): string[] {
  return [
    ...document.payments.flatMap((each) => paymentLines(each, colours)),
    ...oppsCapLines(document.oppsCap, colours),
    closing(document, colours),
  ];
}

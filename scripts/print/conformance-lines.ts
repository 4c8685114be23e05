import { counted, countText } from "../../pipelines/words/money-text.ts";
import type { ConformanceColumn, ConformanceDocument, PaymentConformance } from "../../schemas/out/conformance.ts";
import { type Align, textTable } from "./columns.ts";
import { fileNotes, paymentNotes } from "./conformance-notes.ts";
import { differenceLines, WORDS } from "./difference-lines.ts";
import { lookUpLines } from "./look-up-lines.ts";
import { oppsCapLines, problemsBesides, tally } from "./opps-cap-lines.ts";
import { noteLines } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

const COLUMNS = Object.keys(WORDS) as ConformanceColumn[];

/** Kinds of rows that a small file may lack, by a column of each. */
const SOME_ROWS_ONLY = [
  ["oppsNonFacility", "rows at the OPPS cap"],
  ["therapyNonInstitutional", "therapy rows"],
] as const;

function columnLines({ columns }: PaymentConformance, colours: Colours): string[] {
  if ((columns.rows?.compared ?? 0) === 0) return [];
  const compared = COLUMNS.filter((column) => (columns[column]?.compared ?? 0) > 0);
  const rows = compared.map((column) => {
    const { matched = 0, compared: of = 0 } = columns[column] ?? {};
    return [`  ${WORDS[column]}`, tally(matched, of, colours)];
  });
  const aligns: readonly Align[] = ["left", "right"];
  const lacking = SOME_ROWS_ONLY.filter(([column]) => !compared.includes(column)).map(([, words]) => words);
  const nothing = lacking.length === 0 ? [] : [colours.dim(`  not in this file: ${lacking.join(", ")}`)];
  return [...textTable(rows, aligns), ...nothing];
}

const KINDS = { header: "HDR", trailer: "TRL", blank: "blank", endMark: "Ctrl-Z" } as const;

function passedOver({ passedOver: counts, rows, distinctRows }: PaymentConformance): string {
  const kinds = (Object.keys(KINDS) as (keyof typeof KINDS)[]).filter((kind) => counts[kind] > 0);
  const others = kinds.map((kind) => `${countText(counts[kind])} ${KINDS[kind]}`).join(", ");
  const distinct = distinctRows === rows ? "" : `, ${countText(distinctRows)} distinct`;
  return `  ${counted(rows, "record")}${distinct}${others === "" ? "" : `; not compared: ${others}`}`;
}

function factorText({ conversionFactor: { value, track } }: PaymentConformance): string {
  return `conversion factor ${value}${track === null ? "" : `, ${track}`}`;
}

function paymentLines(each: PaymentConformance, colours: Colours): string[] {
  const { file, release, releaseBecause, trackBecause, fallback } = each;
  const by = fallback === null ? ` by ${releaseBecause}` : "";
  return [
    colours.bold(file),
    ...noteLines(paymentNotes(each), colours),
    `  compared with ${colours.bold(release)}${by}, ${factorText(each)}`,
    ...(trackBecause === null ? [] : [`  track: ${trackBecause}`]),
    passedOver(each),
    ...columnLines(each, colours),
    ...differenceLines(each, colours),
    "",
  ];
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** "2 files, 1,635 rows, 872 distinct; 15 exports, 1,041 rows; 9 OPPSCAP files, 169,624 rows". */
function whatWasCompared({ payments, lookUps, oppsCap }: ConformanceDocument): string {
  const rows = total(payments.map((each) => each.rows));
  const distinct = total(payments.map((each) => each.distinctRows));
  const copies = distinct === rows ? "" : `, ${countText(distinct)} distinct`;
  const ofPayments = `${counted(payments.length, "file")}, ${counted(rows, "row")}${copies}`;
  const priceRows = total(oppsCap.map((each) => each.rows));
  const ofPrices = `${counted(oppsCap.length, "OPPSCAP file")}, ${counted(priceRows, "row")}`;
  const lookUpRows = total(lookUps.map((each) => each.rows));
  const ofLookUps = `${counted(lookUps.length, "export")}, ${counted(lookUpRows, "row")}`;
  return [
    ...(payments.length > 0 ? [ofPayments] : []),
    ...(lookUps.length > 0 ? [ofLookUps] : []),
    ...(oppsCap.length > 0 ? [ofPrices] : []),
  ].join("; ");
}

function closing(document: ConformanceDocument, colours: Colours): string {
  const { payments, lookUps, oppsCap, matched } = document;
  const head = whatWasCompared(document);
  const excepted = total(oppsCap.flatMap((each) => each.excepted.map(({ rows }) => rows)));
  const explained = total(lookUps.map((each) => each.explainedRows));
  const apart = [
    ...(excepted === 0 ? [] : [`, except ${counted(excepted, "listed exception")}`]),
    ...(explained === 0 ? [] : [`, except ${counted(explained, "row")} with explained differences`]),
  ].join("");
  if (matched) return colours.green(`${head}: every compared amount equals CMS's to the cent${apart}`);
  const differences = total([...payments, ...lookUps, ...oppsCap].map((each) => each.differenceCount));
  const problems = total([
    ...[...payments, ...lookUps].map((each) => each.problems.length),
    ...oppsCap.map((each) => problemsBesides(each).length),
  ]);
  const parts = [counted(differences, "difference"), ...(problems > 0 ? [counted(problems, "problem")] : [])];
  return colours.red(`${head}: ${parts.join(", ")}`);
}

/** A comparison as text: for each file what is equal, what differs, and why. */
export function conformanceLines(document: ConformanceDocument, colours: Colours): string[] {
  return [
    ...document.payments.flatMap((each) => paymentLines(each, colours)),
    ...document.lookUps.flatMap((each) => lookUpLines(each, colours)),
    ...oppsCapLines(document.oppsCap, colours),
    ...noteLines(fileNotes(document), colours),
    closing(document, colours),
  ];
}

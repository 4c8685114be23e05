import { fieldWords } from "../../pipelines/words/fields.ts";
import { counted, countText } from "../../pipelines/words/money-text.ts";
import { rowName } from "../../pipelines/words/names.ts";
import type { LookUpConformance, LookUpDifference, LookUpGroup } from "../../schemas/out/conformance.ts";
import { textTable } from "./columns.ts";
import { inputNotes } from "./conformance-notes.ts";
import { tally } from "./opps-cap-lines.ts";
import { noteLines } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** Most differences that are shown. */
const SHOWN = 5;

/** Names of the kinds of cells in an export. */
const WORDS: Readonly<Record<LookUpGroup, string>> = {
  rows: "rows that we have",
  prices: "prices",
  limitingCharges: "limiting charges",
  naMarks: "NA marks",
  gpcis: "GPCIs",
  rvus: "RVUs and totals",
  indicators: "indicators",
  conversionFactor: "conversion factor",
  oppsCap: "OPPS cap",
};
const GROUPS = Object.keys(WORDS) as LookUpGroup[];

function columnRows({ columns, arithmetic }: LookUpConformance, colours: Colours): string[][] {
  const groups = GROUPS.flatMap((group) => {
    const { matched = 0, explained = 0, compared = 0 } = columns[group] ?? {};
    if (compared === 0) return [];
    const counts = tally(matched, compared, colours, explained);
    return [[`  ${WORDS[group]}`, counts, explained === 0 ? "" : `${explained} explained`]];
  });
  const products = tally(arithmetic.matched, arithmetic.compared, colours);
  return [...groups, ["  products of the export's own figures", products, ""]];
}

function notes({ release, releaseBecause, inputs, explained }: LookUpConformance): string[] {
  const alone = `${releaseBecause}: its prices and limiting charges are compared only with the products of its own figures`;
  return [
    ...(release === null ? [alone] : []),
    ...inputNotes(inputs),
    ...explained.map(
      ({ field, published, ours, rows, reason }) =>
        `${fieldWords(field, field.endsWith("Gpci") ? "localities" : "pfs")}, ${counted(rows, "row")}: CMS's tool has ${published || "none"}, we have ${ours}. ${reason}`,
    ),
  ];
}

function differenceText({
  line,
  hcpcs,
  modifier,
  locality,
  column,
  published,
  ours,
  reason,
}: LookUpDifference): string {
  const own = ours === null ? "we have none" : `we have ${ours}`;
  return `${rowName(hcpcs, modifier)} in ${locality}, row ${countText(line)}, ${column}: CMS has ${published}, ${own}${reason === undefined ? "" : ` (${reason})`}`;
}

function differenceLines({ differences, differenceCount }: LookUpConformance, colours: Colours): string[] {
  if (differenceCount === 0) return [];
  const shown = differences.slice(0, SHOWN);
  const rest = differenceCount - shown.length;
  return [
    `  ${colours.red(counted(differenceCount, "difference"))}`,
    ...shown.map((each) => `    ${differenceText(each)}`),
    ...(rest > 0 ? [colours.dim(`  ... and ${countText(rest)} more; --json lists the first 1,000`)] : []),
  ];
}

/** An export of CMS's Look-Up Tool: what is equal, what is explained, what differs. */
export function lookUpLines(each: LookUpConformance, colours: Colours): string[] {
  const { file, release, releaseBecause, rows } = each;
  const basis = release === null ? [] : [`  compared with ${colours.bold(release)} by ${releaseBecause}`];
  return [
    colours.bold(file),
    ...noteLines(notes(each), colours),
    ...basis,
    `  ${counted(rows, "row")} of CMS's Look-Up Tool`,
    ...(rows === 0 ? [] : textTable(columnRows(each, colours), ["left", "right", "left"])),
    ...differenceLines(each, colours),
    "",
  ];
}

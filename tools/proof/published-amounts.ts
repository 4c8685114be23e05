import { countText, ofText } from "../../pipelines/words/money-text.ts";
import type { ConformanceColumn, PaymentConformance } from "../../schemas/out/conformance.ts";
import { markdownTable } from "../../scripts/print/marked.ts";
import type { Evidence } from "./evidence.ts";
import { lookUpSection } from "./look-ups.ts";

const COLUMNS = {
  nonFacility: "non-facility",
  facility: "facility",
  pctcIndicator: "PC/TC indicator",
  status: "status",
  multipleSurgery: "multiple surgery indicator",
  oppsIndicator: "OPPS indicator",
  oppsNonFacility: "OPPS-capped non-facility",
  oppsFacility: "OPPS-capped facility",
  therapyNonInstitutional: "therapy, office",
  therapyInstitutional: "therapy, institution",
} as const;

/** Kinds of rows that few files have, by a column that only they have. */
const KINDS = [
  ["oppsNonFacility", "a row at the OPPS cap"],
  ["therapyNonInstitutional", "a therapy row"],
] as const;

function comparedIn({ columns }: PaymentConformance, column: ConformanceColumn): number {
  return columns[column]?.compared ?? 0;
}

function paymentRow(each: PaymentConformance): string[] {
  const { file, release, fallback, columns, rows, distinctRows, equalRows, differenceCount } = each;
  const compared = Object.entries(COLUMNS).flatMap(([name, words]) => {
    const tally = columns[name as keyof typeof COLUMNS];
    return tally === undefined || tally.compared === 0 ? [] : [`${words} ${ofText(tally.matched, tally.compared)}`];
  });
  const other = fallback === null ? "" : ` (${fallback.wanted} is not available: ${fallback.reason})`;
  const counts = [countText(rows), countText(distinctRows), countText(equalRows)];
  return [file, `${release}${other}`, ...counts, compared.join("; "), countText(differenceCount)];
}

/** Kinds of rows that no available file has. */
function lackingText({ payments }: Evidence["conformance"]): string {
  const lacking = KINDS.filter(([column]) => payments.every((each) => comparedIn(each, column) === 0));
  if (lacking.length === 0) return "";
  const kinds = lacking.map(([, words]) => words).join(" or ");
  return `\n\nNo available payment amount file has ${kinds}. Tests compare such rows with files that we compute by other arithmetic. CMS's own figures for the cap are in OPPSCAP.`;
}

/** CMS's published amounts compared with ours, file by file. */
export function paymentsSection({ conformance }: Evidence): string {
  const payments = markdownTable(
    ["file", "compared with", "records", "distinct", "equal", "columns", "differences"],
    conformance.payments.map(paymentRow),
  );
  const prices = markdownTable(
    ["release", "file", "rows", "equal", "required rows found", "excepted"],
    conformance.oppsCap.map(({ release, file, rows, matched, listed, excepted }) => [
      release,
      file,
      countText(rows),
      countText(matched),
      ofText(listed.matched, listed.compared),
      excepted.length === 0 ? "-" : excepted.map((each) => `${countText(each.rows)}: ${each.reason}`).join("; "),
    ]),
  );
  return `${payments}${lackingText(conformance)}${lookUpSection(conformance)}\n\nOPPSCAP has two prices in each row, for every code whose cap is not above its amount, in every locality:\n\n${prices}`;
}

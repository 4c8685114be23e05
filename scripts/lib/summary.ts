import { sourceFiles } from "../../pipelines/book.ts";
import type { BuiltRelease } from "../../pipelines/build-release.ts";
import { amountOrReason } from "../../pipelines/publish/amount-text.ts";
import { siteOfService } from "../../pipelines/site/site-of-service.ts";
import { formatScaled } from "../../schemas/scaled.ts";
import { SCALE, scaledInteger } from "../../schemas/units.ts";
import { type Align, countText, dollars, textTable } from "./columns.ts";

/** One line of the closing table. */
export interface FamilyRow {
  readonly release: string;
  readonly hcpcs: string;
  readonly totalRvu: string | null;
  readonly office: { amount: string } | { reason: string };
  readonly hopd: { amount: string } | { reason: string };
  readonly asc: { amount: string } | { reason: string };
  readonly physicianInFacility: { amount: string } | { reason: string };
}

/** The closing table's figures for the chosen codes of one release. */
export function familyRows({ book }: BuiltRelease, codes: readonly string[]): FamilyRow[] {
  return codes.map((hcpcs) => {
    const sites = siteOfService(book, hcpcs);
    const index = book.pfs?.byKey.get(hcpcs);
    const row = index === undefined ? undefined : book.pfs?.file.table.rows[index];
    return {
      release: book.release.release,
      hcpcs,
      totalRvu: row === undefined ? null : formatScaled(scaledInteger(row.nonFacilityTotal), SCALE.rvu),
      office: amountOrReason(sites.office.pay),
      hopd: amountOrReason(sites.hopd.facility),
      asc: amountOrReason(sites.asc.facility),
      physicianInFacility: amountOrReason(sites.hopd.physician.pay),
    };
  });
}

function cell(pay: ReturnType<typeof amountOrReason>): string {
  return "amount" in pay ? dollars(pay.amount) : pay.reason;
}

const HEADINGS = ["code", "total RVU", "office", "HOPD", "ASC", "physician in facility"];
const ALIGNS: readonly Align[] = ["left", "right", "right", "right", "right", "right"];

/** The closing table of one release as text lines. */
export function familyTable(rows: readonly FamilyRow[]): string[] {
  const cells = rows.map((row) => [
    row.hcpcs,
    row.totalRvu ?? "-",
    cell(row.office),
    cell(row.hopd),
    cell(row.asc),
    cell(row.physicianInFacility),
  ]);
  return textTable([HEADINGS, ...cells], ALIGNS);
}

function sourceLine(built: BuiltRelease, id: string, words: string): string[] {
  const file = sourceFiles(built.book).find((each) => each.id === id);
  if (file === undefined) return [];
  const origin = file.entry.excerptOf?.origin ?? file.publication.origin;
  const note = origin === "cms" ? "" : ` (${origin})`;
  return [`  ${words.padEnd(10)} ${countText(file.table.rows.length).padStart(7)} rows  ${file.table.file}${note}`];
}

/** What was read and checked, as text lines. */
export function releaseLines(built: BuiltRelease): string[] {
  const { release, missing } = built.book;
  const amounts = built.book.amounts?.cents.length ?? 0;
  const checks = built.report.results.filter((check) => check.ran);
  const held = checks.reduce((total, check) => total + check.held, 0);
  const excepted = checks.reduce((total, check) => total + check.excepted, 0);
  return [
    `${release.release}  ${release.title}, in force ${release.window.from} to ${release.window.to} (${release.coverage})`,
    ...sourceLine(built, "rvu", "PFS"),
    ...sourceLine(built, "gpci", "GPCI"),
    ...sourceLine(built, "addendum-b", "OPPS"),
    ...sourceLine(built, "asc-aa", "ASC AA"),
    ...sourceLine(built, "asc-bb", "ASC BB"),
    ...missing.map(({ source, reason }) => `  ${source.toUpperCase().padEnd(10)} missing: ${reason}`),
    `  ${countText(amounts)} locality amounts; ${checks.length} checks, ${countText(held)} comparisons held, ${excepted} known ${excepted === 1 ? "exception" : "exceptions"}`,
  ];
}

import type { BuiltRelease } from "../../pipelines/build-release.ts";
import { otherRevisions } from "../../pipelines/inputs/registry.ts";
import { amountOrReason, physicianText } from "../../pipelines/publish/amount-text.ts";
import { sourceFiles } from "../../pipelines/schedules/book.ts";
import { rowWith } from "../../pipelines/schedules/pfs/rvu-file.ts";
import { siteOfService } from "../../pipelines/schedules/site/site-of-service.ts";
import { standingOf } from "../../pipelines/sources/calendar.ts";
import { moneyCaveatsOf } from "../../pipelines/sources/caveats.ts";
import { originOf } from "../../pipelines/tables/source-file.ts";
import { rowCount } from "../../pipelines/tables/table.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import { NA_LEGEND, physicianDollars } from "../../pipelines/words/na.ts";
import { daysInForce } from "../../pipelines/words/releases.ts";
import type { AmountOrReason } from "../../schemas/out/common.ts";
import type { SitePhysician } from "../../schemas/out/facility.ts";
import { rvuText } from "../../schemas/unit-text.ts";
import { type Align, textTable } from "./columns.ts";
import { wrapped } from "./running-text.ts";

/** One line of the closing table. */
export interface FamilyRow {
  readonly release: string;
  readonly hcpcs: string;
  readonly totalRvu: string | null;
  readonly nonFacility: SitePhysician;
  readonly oppsRate: AmountOrReason;
  readonly ascRate: AmountOrReason;
  readonly facility: SitePhysician;
}

/** The closing table's figures for the chosen codes of one release. */
export function familyRows({ book }: BuiltRelease, codes: readonly string[]): FamilyRow[] {
  return codes.map((hcpcs) => {
    const sites = siteOfService(book, hcpcs);
    const row = book.pfs && rowWith(book.pfs.rvu, hcpcs, "");
    const total = row === undefined ? undefined : book.pfs?.rvu.columns.nonFacilityTotal.at(row);
    return {
      release: book.release.release,
      hcpcs,
      totalRvu: total === undefined ? null : rvuText(total),
      nonFacility: physicianText(sites.office),
      oppsRate: amountOrReason(sites.hopd.facility),
      ascRate: amountOrReason(sites.asc.facility),
      facility: physicianText(sites.hopd.physician),
    };
  });
}

/** An amount, with CMS's NA mark where it has one, or the reason why there is none. */
function cell(pay: SitePhysician): string {
  if (pay.value === null) return pay.reason;
  return physicianDollars(pay.value, pay.na === true);
}

const HEADINGS = ["code", "total RVU", "office", "HOPD", "ASC", "physician in facility"];
const ALIGNS: readonly Align[] = ["left", "right", "right", "right", "right", "right"];

/** The closing table of one release as text, with a legend for NA. */
export function familyTable(rows: readonly FamilyRow[]): string[] {
  const cells = rows.map((row) => [
    row.hcpcs,
    row.totalRvu ?? "-",
    cell(row.nonFacility),
    cell(row.oppsRate),
    cell(row.ascRate),
    cell(row.facility),
  ]);
  const marked = rows.some((row) => row.nonFacility.na === true || row.facility.na === true);
  return [...textTable([HEADINGS, ...cells], ALIGNS), ...(marked ? [NA_LEGEND] : [])];
}

/** Sources that are reported when missing; the manifest lists the others. */
const MAIN_SOURCES: ReadonlySet<string> = new Set(["pfs", "gpci", "opps", "asc"]);

/** Width of a usual terminal. Longer names of archives are only in the manifest. */
const WIDTH = 80;

function sourceLine(built: BuiltRelease, id: string, words: string): string[] {
  const file = sourceFiles(built.book).find((each) => each.id === id);
  if (file === undefined) return [];
  const origin = originOf(file);
  const note = origin === "cms" ? "" : ` (${origin})`;
  const line = (name: string): string =>
    `  ${words.padEnd(10)} ${countText(rowCount(file.table)).padStart(7)} rows  ${name}${note}`;
  const whole = line(file.table.file);
  return [whole.length > WIDTH ? line(file.entry.name) : whole];
}

/** Roles of tables of medically unlikely edits, each with a line of its own. */
const MUE_LINES = ["ncci-mue-practitioner", "ncci-mue-hospital", "ncci-mue-dme"];

function ptpLine({ count, parts }: BuiltRelease["book"]["ptp"][number]): string {
  const [first] = parts;
  const origin = first === undefined ? "cms" : originOf(first);
  const note = origin === "cms" ? "" : ` (${origin})`;
  return `  PTP        ${countText(count).padStart(7)} rows  ${first?.entry.name} and ${parts.length - 1} more${note}`;
}

/** Headings that were read despite one or two wrong characters. */
function misprints(book: BuiltRelease["book"]): string[] {
  return sourceFiles(book).flatMap(({ table }) =>
    table.found.misprinted.map(
      (ref) => `  heading "${ref.heading}" (${table.file} ${ref.letter}) was read as ${ref.field}`,
    ),
  );
}

/** Checks that rows of an unregistered file break. */
function toReview({ results }: BuiltRelease["report"]): string[] {
  return results
    .filter(({ unreviewed }) => unreviewed > 0)
    .map(
      ({ id, checked, unreviewed }) =>
        `  to review: ${countText(unreviewed)} of ${countText(checked)} rows break ${id}; CMS may be wrong, or a column was misread: see unreviewed in the manifest`,
    );
}

/** What a reader must know about the inputs of the release. */
function notesOf({ book, report }: BuiltRelease): string[] {
  const { release, coverage } = book.release;
  const others = coverage !== "excerpt" ? otherRevisions(release).filter((id) => id !== release) : [];
  const changed = sourceFiles(book).filter((file) => file.changed && file.publication.registered);
  const unregistered = book.release.publications.filter((each) => !each.registered).map((each) => each.label);
  return [
    ...book.inputs.skipped.map(({ file, reason }) => `  not read: ${file}: ${reason}`),
    ...misprints(book),
    ...changed.map((file) => `  changed: ${file.table.file} is not the registered file`),
    ...(unregistered.length > 0 ? [`  not registered: ${unregistered.join(", ")}`] : []),
    ...toReview(report),
    ...(others.length > 0 ? [`  other revisions: --release ${others.join(", ")}`] : []),
    ...book.release.publications.flatMap(({ label, revision: { number, of, why } }) =>
      why === undefined ? [] : [`  ${label} is revision ${number} of ${of}: ${why}`],
    ),
  ];
}

/** What was read and checked, as text lines. */
export function releaseLines(built: BuiltRelease): string[] {
  const { release, inputs } = built.book;
  const missing = inputs.missing.filter(
    ({ source, kind }) => MAIN_SOURCES.has(source) || kind === "left-out" || kind === "unreadable",
  );
  const amounts = built.book.amounts?.count ?? 0;
  const checks = built.report.results.filter((check) => check.ran);
  const held = checks.reduce((total, check) => total + check.held, 0);
  const excepted = checks.reduce((total, check) => total + check.excepted, 0);
  return [
    `${release.release}  ${release.title}, ${daysInForce(release.window, standingOf(release.release))} (${release.coverage})`,
    ...sourceLine(built, "rvu", "PFS"),
    ...sourceLine(built, "gpci", "GPCI"),
    ...sourceLine(built, "addendum-b", "OPPS"),
    ...sourceLine(built, "asc-aa", "ASC AA"),
    ...sourceLine(built, "asc-bb", "ASC BB"),
    ...sourceLine(built, "ncci-addon", "add-ons"),
    ...MUE_LINES.flatMap((id) => sourceLine(built, id, "MUE")),
    ...built.book.ptp.map(ptpLine),
    ...missing.map(({ source, reason }) => `  ${source.toUpperCase().padEnd(10)} missing: ${reason}`),
    ...notesOf(built),
    ...moneyCaveatsOf(release.release).flatMap((text) => wrapped(text, "  ! ", "    ")),
    `  ${countText(amounts)} locality amounts; ${checks.length} checks, ${countText(held)} comparisons held, ${excepted} known ${excepted === 1 ? "exception" : "exceptions"}`,
  ];
}

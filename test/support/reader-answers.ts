import type { OutputFile } from "../../pipelines/publish/json.ts";
import { type OpenedRelease, openRelease, type PhysicianAnswer, type RowQuestion } from "../../pipelines/read/index.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import type { Amounts } from "../../pipelines/schedules/pfs/amounts.ts";
import { qualifyingRow } from "../../pipelines/schedules/pfs/qualifying-apm.ts";
import type { AmountOrReason } from "../../schemas/out/common.ts";
import type { SiteOfServiceRow } from "../../schemas/out/facility.ts";
import type { RateDocument, RateSetting } from "../../schemas/out/rate.ts";
import type { RateOrReason } from "../../schemas/out/rate-amount.ts";
import { ratePartsOf, type SettingParts } from "../../schemas/out/rate-parts.ts";
import { SETTINGS, type Setting } from "../../schemas/setting.ts";

/** The documents of the reader among those of a build. */
function readerDocuments(outputs: Iterable<OutputFile>): Map<string, object> {
  const documents = new Map<string, object>();
  for (const { path, bytes } of outputs)
    if (path.startsWith("reader")) documents.set(path, JSON.parse(Buffer.from(bytes).toString("utf8")));
  return documents;
}

/** The reader of a build, with all its parts. */
export function readerOfBuild(outputs: Iterable<OutputFile>): Promise<OpenedRelease> {
  const documents = readerDocuments(outputs);
  const [zips, counties] = ["reader-zips.json", "reader-counties.json"].map((path) => documents.get(path));
  return openRelease(documents.get("reader.json") ?? {}, { zips, counties });
}

/** What was compared, and the first of what differs. */
export interface Compared {
  readonly amounts: number;
  readonly differ: readonly string[];
}

/** Collects what differs, and keeps the first ten. */
class Comparison {
  amounts = 0;
  readonly differ: string[] = [];

  /** Counts what both have, and keeps what differs; neither may have one that the other lacks. */
  compare(what: readonly string[], ours: number | string | undefined, other: number | string | undefined): void {
    if (ours !== undefined) this.amounts += 1;
    if (ours !== other && this.differ.length < 10) this.differ.push(`${what.join(" ")}: ${ours} and not ${other}`);
  }
}

/** Amounts of one kind as the build has them: nationally, and in every locality. */
interface Built {
  readonly national: Amounts;
  readonly amounts: Amounts | undefined;
}

function builtCents({ national, amounts }: Built, row: number, setting: Setting, place: number): number | undefined {
  return place === 0 ? national.at(row, setting) : amounts?.at(row, setting, place - 1);
}

type Priced = { readonly [Name in Setting]: { readonly cents: number } | null } | undefined;

interface RowAsked {
  readonly code: string;
  readonly modifier: string;
}

/** A kind of amounts of a build: where the build has a row's, and where the reader has them. */
interface Kind {
  readonly name: string;
  readonly built: Built;
  readonly rowOf: (row: number) => number;
  readonly read: (asked: RowQuestion) => Priced;
}

function kindsOf(book: ReleaseBook, release: OpenedRelease): Kind[] {
  const { pfs, amounts, oppsCap, qualifying } = book;
  if (pfs === undefined) throw new Error("the build has no fee schedule");
  const rowOf = (asked: RowQuestion) => {
    const row = release.feeSchedule(asked);
    if (row.kind === "reason") throw new Error(`the reader has no row ${asked.code}: ${row.reason}`);
    return row;
  };
  const same = (row: number): number => row;
  const kinds: Kind[] = [{ name: "fee", built: { national: pfs.national, amounts }, rowOf: same, read: rowOf }];
  if (oppsCap) kinds.push({ name: "cap", built: oppsCap, rowOf: same, read: (asked) => rowOf(asked).oppsCap });
  if (qualifying)
    kinds.push({
      name: "qualifying APM",
      built: { national: qualifying.pfs.national, amounts: qualifying.amounts },
      rowOf: (row) => qualifyingRow(qualifying, pfs, row),
      read: (asked) => rowOf({ ...asked, track: "qualifying-apm" }),
    });
  return kinds;
}

/** Compares one row in every place and both settings. */
function compareRow(comparison: Comparison, kind: Kind, row: number, asked: RowAsked, places: readonly string[]): void {
  const own = kind.rowOf(row);
  // A row without amounts has none anywhere: the nation and one locality show it
  const isPriced = builtCents(kind.built, own, "facility", 0) !== undefined;
  for (const [place, locality] of (isPriced ? places : places.slice(0, 2)).entries()) {
    const amounts = kind.read({ ...asked, locality });
    for (const setting of SETTINGS) {
      const cents = builtCents(kind.built, own, setting, place);
      comparison.compare([kind.name, asked.code, asked.modifier, setting, locality], amounts?.[setting]?.cents, cents);
    }
  }
}

/**
 * Compares every amount that a build computed with the reader's: each row, modifier, setting, place and track, and the
 * OPPS cap. The build has them in arrays that its kernel filled, rows by localities.
 */
export function compareAmounts(book: ReleaseBook, release: OpenedRelease): Compared {
  const comparison = new Comparison();
  const places = ["national", ...(book.gpci?.localities.map(({ key }) => key) ?? [])];
  const { hcpcs, modifier } = (book.pfs as NonNullable<ReleaseBook["pfs"]>).rvu.columns;
  for (const kind of kindsOf(book, release))
    for (const row of book.pfs?.rvu.states.keys() ?? [])
      compareRow(comparison, kind, row, { code: hcpcs.at(row), modifier: modifier.at(row) }, places);
  return comparison;
}

/** An amount or a reason of `rate`, as one text. */
function textOf(figure: AmountOrReason | RateOrReason | undefined): string | undefined {
  return figure && figureOf(figure);
}

function figureOf(answer: { readonly value: string | null; readonly reason?: string }): string {
  return answer.value ?? answer.reason ?? "";
}

/** The question that `rate` was asked. */
export interface AskedOfBoth {
  readonly code: string;
  readonly modifier?: string | undefined;
  readonly locality: string;
}

/** The physician's part of an answer of `rate`, by the names of its document. */
function physicianTexts({ physician }: SettingParts): Record<string, string | undefined> {
  const { modifier, na, fee, oppsCap, payable, limitingCharge, qualifyingApm } = physician;
  return {
    modifier: fee.value === null ? undefined : modifier,
    na: fee.value === null ? undefined : String(na ?? false),
    fee: textOf(fee),
    oppsCap: fee.value === null ? undefined : textOf(oppsCap),
    payable: textOf(payable ?? fee),
    limitingCharge: textOf(limitingCharge),
    qualifyingApm: fee.value === null ? undefined : textOf(qualifyingApm),
  };
}

function readerTexts(release: OpenedRelease, asked: AskedOfBoth, setting: RateSetting["setting"]) {
  const question = { ...asked, setting, payee: "physician" } as const;
  const answer: PhysicianAnswer = release.rate(question);
  if (answer.kind === "reason") return { fee: answer.reason, payable: answer.reason };
  const limit = release.limitingCharge(question);
  const other = release.tracks.length > 1 ? release.rate({ ...question, track: "qualifying-apm" }) : undefined;
  return {
    modifier: answer.modifier,
    na: String(answer.na),
    fee: (answer.feeSchedule ?? answer).value,
    oppsCap: answer.oppsCap?.value,
    payable: answer.value,
    limitingCharge: limit.value ?? undefined,
    qualifyingApm: other && figureOf(other),
  };
}

function facilityTexts({ facility, total }: SettingParts): Record<string, string | undefined> {
  if (facility === undefined) return {};
  const conditional = facility.rate.value === null ? undefined : String(facility.conditional ?? false);
  return { rate: textOf(facility.rate), conditional, total: textOf(total) };
}

function readerFacilityTexts(release: OpenedRelease, { code, locality }: AskedOfBoth, setting: "hopd" | "asc") {
  const rate = release.rate({ code, setting, locality, payee: "facility" });
  const total = release.rate({ code, setting, locality, payee: "total" });
  return {
    rate: figureOf(rate),
    conditional: rate.kind === "reason" ? undefined : String(rate.conditional),
    total: total.kind === "reason" && total.reason === "different-places" ? undefined : figureOf(total),
  };
}

/** Compares an answer of `ratebook rate` with the reader's: every figure that both have, reasons included. */
export function compareRate(document: RateDocument, release: OpenedRelease, asked: AskedOfBoth): Compared {
  const comparison = new Comparison();
  for (const setting of document.settings.map(ratePartsOf)) {
    const name = setting.setting;
    const ofRate = { ...physicianTexts(setting), ...facilityTexts(setting) };
    const hasFacility = setting.facility !== undefined && name !== "office";
    const ofReader: Record<string, string | undefined> = {
      ...readerTexts(release, asked, name),
      ...(hasFacility ? readerFacilityTexts(release, asked, name) : {}),
    };
    for (const field of new Set([...Object.keys(ofRate), ...Object.keys(ofReader)]))
      comparison.compare(
        [asked.code, asked.modifier ?? "", name, field, asked.locality],
        ofReader[field],
        ofRate[field],
      );
  }
  return comparison;
}

/** A row of `site-of-service.json` as texts: office; rate and physician of the hospital; the same of the ASC. */
export function siteTexts({ office, hopd, asc }: SiteOfServiceRow): (string | undefined)[] {
  return [office.nonFacility, hopd.oppsRate, hopd.facility, asc.ascRate, asc.facility].map(textOf);
}

/** The same of the reader, before the OPPS cap as in the document. */
export function readerSites(sites: ReturnType<OpenedRelease["siteOfService"]>): (string | undefined)[] {
  if (sites.kind === "reason") return [sites.reason];
  const { office, hopd, asc } = sites;
  const feeOf = (answer: PhysicianAnswer): string =>
    figureOf(answer.kind === "amount" && answer.feeSchedule ? { ...answer, ...answer.feeSchedule } : answer);
  return [
    ...[feeOf(office.nonFacility), figureOf(hopd.oppsRate), feeOf(hopd.facility)],
    ...[figureOf(asc.ascRate), feeOf(asc.facility)],
  ];
}

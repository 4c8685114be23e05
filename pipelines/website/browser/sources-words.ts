import type { ReleaseCells, SourceCell } from "../../read/cells.ts";
import type { Answer, FeeTrack, OpenedRelease, PhysicianAmount, RuleText } from "../../read/types.ts";

/** What says where the figures of a release come from. */
export interface Origins {
  readonly release: OpenedRelease;
  /** Undefined until they are loaded. */
  readonly cells: ReleaseCells | undefined;
  /** The place in words. */
  readonly placeTitle: string;
}

/** A rule in words: what is computed, and by which law. */
function ruleWords({ title, formula, cites, id }: RuleText): string {
  return [`${title} (${id})`, formula, ...cites.map((cite) => cite.title)].join("\n");
}

/** RVUs in hundredths as text: "44.89". */
function rvuText(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** The conversion factor of a track as text: "33.4009". */
function factorText(release: OpenedRelease, track: FeeTrack | null): string {
  const used = release.factors.find((each) => each.track === track) ?? release.factors[0];
  if (used === undefined) return "";
  const digits = String(used.factor).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** A row of the fee schedule, where its service is done, and at which factor it is paid. */
type PaidRow = Pick<PhysicianAmount, "code" | "modifier" | "setting" | "track">;

/** The numbers that a physician's amount is computed from. */
function rowInputs(release: OpenedRelease, { code, modifier, setting, track }: PaidRow): string[] {
  const row = modifier === "" ? code : `${code} with modifier ${modifier}`;
  const rvus = release.row(code, modifier)?.rvus;
  if (rvus === undefined) return [`Row of ${row}`];
  const pe = setting === "office" ? rvus.nonFacilityPe : rvus.facilityPe;
  const total = rvuText(rvus.work + pe + rvus.mp);
  const parts = `work ${rvuText(rvus.work)} + PE ${rvuText(pe)} + MP ${rvuText(rvus.mp)} = ${total} RVU`;
  return [`Row of ${row}: ${parts}`, `conversion factor ${factorText(release, track)}`];
}

function cellText({ column, row, heading, file, sheet }: SourceCell): string {
  return `${column}${row} ${heading} in ${file}${sheet === undefined ? "" : `, ${sheet}`}`;
}

const PRINTED = {
  office: "",
  hopd: "Printed by CMS in OPPS Addendum B: the national rate, before the wage index of the hospital",
  asc: "Printed by CMS in ASC Addendum AA or BB: the national rate, before the wage index of the center",
} as const;

/** Where an amount comes from: its rule, the numbers it is computed from, the cells they are read from. */
export function whereFrom({ release, cells, placeTitle }: Origins, answer: Answer): string {
  const read = (cells?.of(answer) ?? []).map(cellText);
  if (answer.kind === "reason") return [answer.text, ...read].join("\n");
  const where = answer.payee === "physician" ? [`${release.release}, ${placeTitle}`] : [release.release];
  const inputs = "modifier" in answer ? rowInputs(release, answer) : [];
  const rule = answer.rule === null ? PRINTED[answer.setting] : ruleWords(answer.rule);
  return [...where, ...inputs, ...read, rule].join("\n");
}

/**
 * Where the amount of a row comes from, whether or not somebody is paid by it at the site.
 *
 * @param locality `"national"`, or the key of the place
 */
export function whereRow({ release, placeTitle }: Origins, row: PaidRow, locality: string): string {
  const rule = release.row(row.code, row.modifier)?.rule(locality);
  return [`${release.release}, ${placeTitle}`, ...rowInputs(release, row), ...(rule ? [ruleWords(rule)] : [])].join(
    "\n",
  );
}

/** How an amount is known, in a word: its cell where CMS prints it, or that it is computed. */
export function chipOf({ cells }: Origins, answer: Answer): string {
  if (answer.kind === "reason") return "";
  if (answer.rule !== null) return answer.payee === "total" ? "sum" : "computed";
  const [cell] = cells?.of(answer) ?? [];
  return cell === undefined ? "printed" : `${cell.column}${cell.row}`;
}

import type { Problem } from "../../schemas/place.ts";
import { PartedRole } from "../../schemas/source/release.ts";
import { partNumber } from "../inputs/formats.ts";
import { changedProblem } from "../inputs/locate.ts";
import type { LocatedPart } from "../inputs/locate-parts.ts";
import { otherQuarter } from "../inputs/ncci-names.ts";
import { LAYOUT_OF } from "../inputs/roles.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { baseName, stemOf } from "../problems/file-name.ts";
import type { Problems } from "../problems/problems.ts";
import { layoutOf } from "../sources/sources.ts";
import { PtpColumns } from "./ncci/ptp-columns.ts";
import type { PtpEdits, PtpPart } from "./ncci/ptp-edits.ts";
import { rationaleTexts } from "./ncci/ptp-rationale-texts.ts";
import { PtpRationales } from "./ncci/ptp-rationales.ts";
import { readPart } from "./ncci/ptp-reader.ts";

/** CMS posts each setting in four files, f1 to f4. */
const NUMBERS = [1, 2, 3, 4] as const;
/** CMS's rows have 75 bytes on average: room for as many as there may be, at little cost. */
const BYTES_OF_ROW = 64;

const AGAIN = "Put the four parts of one version and one quarter into the folder, as CMS posts them";

/** ccipra-v321r0 of ccipra-v321r0-f1.txt: the setting and the version. */
function seriesOf({ entry }: LocatedPart): string {
  return stemOf(entry.name).replace(/-f\d$/i, "").toLowerCase();
}

function numberOf({ entry }: LocatedPart): number {
  return partNumber(entry.name) ?? 0;
}

/** The setting that the name of an archive says, which its members must be of. */
function otherSetting({ role, shown }: LocatedPart): Problem | undefined {
  const other = role === "ncci-ptp-practitioner" ? /hospital|ccioph/i : /practitioner|ccipra/i;
  const [archive = "", member] = shown.split(" > ");
  if (member === undefined || !other.test(archive)) return undefined;
  const message = `the archive is named for another setting than its member, which is of ${role}`;
  return { code: "ncci.other-setting", place: { file: shown }, message, cure: AGAIN };
}

/** Whether a setting is there as a whole: four parts of one version. */
function partProblems(parts: readonly LocatedPart[]): Problem[] {
  const series = [...new Set(parts.map(seriesOf))];
  const numbers = parts.map(numberOf).sort();
  const [first] = parts as readonly [LocatedPart];
  const names = parts.map(({ entry }) => baseName(entry.name)).join(", ");
  const place = { file: first.publication.label };
  if (series.length > 1) {
    const message = `parts of ${series.length} versions stand for one table: ${names}; expected one version`;
    return [{ code: "ncci.parts-of-versions", place, message, cure: AGAIN }];
  }
  if (numbers.join() === NUMBERS.join()) return [];
  const missing = NUMBERS.filter((number) => !numbers.includes(number)).map((number) => `f${number}`);
  const lacks = missing.length === 0 ? "more parts than four" : `no part ${missing.join(" and no part ")}`;
  const message = `${lacks} of ${series[0]} is there, only ${names}; expected f1 to f4`;
  return [{ code: "ncci.part-missing", place, message, cure: AGAIN }];
}

function problemsBefore(parts: readonly LocatedPart[]): Problem[] {
  const named = parts.flatMap((part) => [otherSetting(part), otherQuarter(part)].filter((each) => each !== undefined));
  return [...named, ...partProblems(parts)];
}

async function readSetting(
  role: PartedRole,
  parts: readonly LocatedPart[],
  problems: Problems,
): Promise<PtpEdits | undefined> {
  const before = problemsBefore(parts);
  problems.add(...before);
  const [first] = parts;
  if (before.length > 0 || first === undefined) return undefined;
  const own = problems.part({ most: BOUNDS.problems, file: first.publication.label });
  const bytes = parts.reduce((sum, { entry }) => sum + (entry.bytes ?? 0), 0);
  const target = { columns: new PtpColumns(Math.floor(bytes / BYTES_OF_ROW)), rationales: new PtpRationales() };
  const read: PtpPart[] = [];
  for (const part of parts.toSorted((one, other) => numberOf(one) - numberOf(other))) {
    const source = { ...part, number: numberOf(part) };
    const found = await own.attempt(() => readPart(source, layoutOf(LAYOUT_OF[role]), target, own));
    if (found === undefined) continue;
    read.push(found);
    if (found.changed && !part.allowChanged) own.add(changedProblem(part.shown, part.entry.sha256, found.sha256));
  }
  const rationales = await own.attempt(() => rationaleTexts(target.rationales, first.shown));
  if (own.any || rationales === undefined) return undefined;
  const { columns } = target;
  const cut = <Column extends { subarray(from: number, to: number): Column }>(column: Column): Column =>
    column.subarray(0, columns.count);
  return {
    role,
    publication: first.publication,
    parts: read,
    count: columns.count,
    column1: cut(columns.column1),
    column2: cut(columns.column2),
    effective: cut(columns.effective),
    deletion: cut(columns.deletion),
    modifierIndicator: cut(columns.modifierIndicator),
    rationale: cut(columns.rationale),
    rationales,
  };
}

/**
 * Reads the procedure-to-procedure edits that were found: each setting whole, or not at all.
 *
 * @param problems receives those of every part
 */
export async function readPtp(parts: readonly LocatedPart[], problems: Problems): Promise<PtpEdits[]> {
  const settings: PtpEdits[] = [];
  for (const role of PartedRole.options) {
    const own = parts.filter((part) => part.role === role);
    const edits = own.length === 0 ? undefined : await readSetting(role, own, problems);
    if (edits !== undefined) settings.push(edits);
  }
  return settings;
}

import type { Problem } from "../../../schemas/place.ts";
import { columnLetter } from "../../problems/problems.ts";
import { quoted } from "../../problems/quoted.ts";
import { userHeadings } from "../../sources/user-headings.ts";
import { type HeadingMap, nearDoubts } from "../../tables/heading-map.ts";
import {
  REQUIRED_FIELDS,
  SERVICE_FIELDS,
  type ServiceField,
  VOLUME_FIELDS,
  type VolumeField,
  type VolumesFile,
} from "./volumes-file.ts";

const CURE =
  "One of the upper rows must have the headings: code (or CPT), units (or count, Qty), and setting or POS; modifiers, locality, ZIP and claim id where you have them. sources/user-headings.json lists the words";

/** "the HCPCS code (code, hcpcs, cpt, ...)" */
function fieldText(field: VolumeField): string {
  const { words, headings } = userHeadings(VOLUME_FIELDS)[field];
  return `${words} (${headings.slice(0, 3).join(", ")}, ...)`;
}

/** What the fields without a column are called. */
function missingFields(columns: HeadingMap<VolumeField>["columns"] | undefined): string[] {
  const missing: string[] = REQUIRED_FIELDS.filter((field) => columns?.has(field) !== true).map(fieldText);
  const hasPlace = columns?.has("setting") === true || columns?.has("pos") === true;
  return hasPlace ? missing : [...missing, `${fieldText("setting")} or ${fieldText("pos")}`];
}

/** What is wrong with the headings of a file of volumes. */
export function headingProblems(file: VolumesFile, map: HeadingMap<VolumeField> | undefined): Problem[] {
  const row = (map?.row ?? 0) + 1;
  const problem = (message: string, at?: number): Problem => ({
    code: "volumes.heading",
    place: { file: file.name, row, ...(at === undefined ? {} : { column: columnLetter(at) }) },
    message,
    cure: CURE,
  });
  const cells = file.rows[row - 1] ?? [];
  const seen = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const headings = seen.length === 0 ? "nothing" : quoted(seen.join(", "), 200);
  // "Claims" is a count, and no misprint of the id of one.
  const near = map === undefined ? [] : nearDoubts<ServiceField>(map, cells, userHeadings(SERVICE_FIELDS));
  const doubts = [...(map?.doubts ?? []), ...near];
  return [
    ...doubts.sort((left, right) => left.at - right.at).map(({ at, message }) => problem(message, at)),
    ...missingFields(map?.columns).map((words) => problem(`no column is headed as ${words}; seen: ${headings}`)),
  ];
}

import Papa from "papaparse";
import type { Problem } from "../../../schemas/place.ts";
import { userHeadings } from "../../sources/user-headings.ts";
import type { Grid } from "../../tables/grid.ts";
import { type HeadingMap, mapHeadings } from "../../tables/heading-map.ts";

/** A file of volumes: its cells, or the one problem by which it has none. */
export interface VolumesFile {
  readonly name: string;
  readonly sha256: string;
  readonly rows: readonly (readonly string[])[];
  readonly problem?: Problem;
}

/** Fields of a service. */
export const SERVICE_FIELDS = ["code", "modifier", "setting", "pos", "locality", "zip", "units"] as const;
export type ServiceField = (typeof SERVICE_FIELDS)[number];
export const VOLUME_FIELDS = [...SERVICE_FIELDS, "claim", "day"] as const;
/** A field that a file of volumes may have. */
export type VolumeField = (typeof VOLUME_FIELDS)[number];
/** Fields without which no row has a volume. */
export const REQUIRED_FIELDS = ["code", "units"] as const satisfies readonly VolumeField[];

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Rows in which the headings must be, to tell the delimiter. */
const BEGINNING = 30;

/** Which columns of a file of volumes are which fields; days of service are read beside claim ids only. */
export function volumeHeadings(rows: VolumesFile["rows"]): HeadingMap<VolumeField> | undefined {
  const map = mapHeadings<VolumeField>(rows, userHeadings(VOLUME_FIELDS), REQUIRED_FIELDS);
  if (map?.columns.has("claim") === true) return map;
  return mapHeadings<ServiceField>(rows, userHeadings(SERVICE_FIELDS), REQUIRED_FIELDS);
}

function parsed(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { header: false, delimiter, preview });
}

/** Finds which columns of a file are which fields. */
type FindHeadings = (rows: VolumesFile["rows"]) => Pick<HeadingMap<string>, "columns"> | undefined;

/** The delimiter with which most fields are found in the headings. */
function delimiterOf(text: string, headings: FindHeadings): string {
  const found = DELIMITERS.map((delimiter) => {
    const fields = headings(parsed(text, delimiter, BEGINNING).data)?.columns.size ?? 0;
    return { delimiter, fields };
  });
  return found.reduce((best, each) => (each.fields > best.fields ? each : best)).delimiter;
}

type About = Pick<VolumesFile, "name" | "sha256">;

/** The cells of a text with commas, semicolons, tabs or bars between them. */
export function volumesText(about: About, text: string, headings: FindHeadings = volumeHeadings): VolumesFile {
  const { name } = about;
  const bare = text.replace(/^\uFEFF/, "");
  const { data, errors } = parsed(bare, delimiterOf(bare, headings));
  const [error] = errors;
  if (error === undefined) return { ...about, rows: data };
  const place = error.row === undefined ? { file: name } : { file: name, row: error.row + 1 };
  const message = `the text is not well-formed csv: ${error.message}`;
  const problem = { code: "volumes.malformed", place, message, cure: "Save it as csv again" };
  return { ...about, rows: [], problem };
}

/** The cells of a workbook: of the worksheet with most of the headings, the first of several. */
export function volumesIn(about: About, sheets: readonly Grid[], headings: FindHeadings = volumeHeadings): VolumesFile {
  const found = sheets.map(({ rows }) => ({ rows, fields: headings(rows)?.columns.size ?? 0 }));
  const best = found.reduce((first, each) => (each.fields > first.fields ? each : first));
  return { ...about, rows: best.rows };
}

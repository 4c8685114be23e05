import type { FileRef } from "../../schemas/out/common.ts";
import { dollars } from "../shared/money-text.ts";
import { fileText } from "../words/files.ts";
import { NA_EXPLAINED, physicianDollars } from "../words/na.ts";
import { AMOUNTS } from "../words/names.ts";
import { inWords } from "../words/reasons.ts";
import type { Snapshot } from "./code-sources.ts";
import type { Setting } from "./traced.ts";
import {
  type Block,
  type Column,
  type Content,
  figure,
  reasonOf,
  type Section,
  small,
  table,
  text,
  toned,
} from "./view.ts";

function columnOf(file: FileRef | undefined, field: string, row: number): string {
  const column = file?.columns[field];
  if (file === undefined || column === undefined) return "";
  return `${column.column}${row} under ${column.heading}\n${fileText(file)}`;
}

/** A figure of a table row, by the field's name in its file. */
function read({ files }: Snapshot, file: string, field: string, row: number, text: string): Content {
  return figure(text, columnOf(files[file], field, row));
}

/** A column of the relative value file. */
function unit(
  heading: string,
  field: "workRvu" | "nonFacilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "status" | "globalDays",
): Column<Snapshot> {
  const cell = (snapshot: Snapshot): Content =>
    snapshot.national && read(snapshot, "rvu", field, snapshot.national.row, snapshot.national[field]);
  if (field === "status" || field === "globalDays") return { heading, cell };
  const sortBy = ({ national }: Snapshot): number | null => (national === undefined ? null : Number(national[field]));
  return { heading, isNumber: true, sortBy, cell };
}

/** The physician's amount at one setting, to draw and to sort by: null where there is none, or CMS marks the setting NA. */
export function payableAmount({ national }: Snapshot, setting: Setting): string | null {
  return national === undefined || national[`${setting}Na`] ? null : national[`${setting}Amount`];
}

const numberOf = (amount: string | null | undefined): number | null => (amount == null ? null : Number(amount));

function amount(heading: string, setting: Setting): Column<Snapshot> {
  return {
    heading,
    isNumber: true,
    sortBy: (snapshot) => numberOf(payableAmount(snapshot, setting)),
    cell: (snapshot) => {
      const { national, rules, files } = snapshot;
      if (national === undefined) return absent(snapshot, "rvu");
      const paid = national[`${setting}Amount`];
      const rule = rules["pfs.national-amount"]?.formula ?? "";
      const where = `row ${national.row} of ${files["rvu"] === undefined ? "" : fileText(files["rvu"])}`;
      return paid === null
        ? figure(inWords(national.priceState), columnOf(files["rvu"], "status", national.row))
        : figure(physicianDollars(paid, national[`${setting}Na`]), `${rule}\n${where}`);
    },
  };
}

/** Why a schedule has no row: it does not list the code, or the release was built without its file. */
function absent({ files }: Snapshot, file: string): Content {
  return reasonOf(files[file] === undefined ? "file not read" : "not listed");
}

/** A facility's rate, or what the row's indicator pays instead. */
function facility(name: "opps" | "asc", file: string, indicator: string): Column<Snapshot> {
  return {
    heading: AMOUNTS[name].short,
    isNumber: true,
    sortBy: (snapshot) => numberOf(snapshot[name]?.paymentRate),
    cell: (snapshot) => {
      const row = snapshot[name];
      if (row === undefined) return absent(snapshot, file);
      const own = "addendum" in row ? `asc-${row.addendum.toLowerCase()}` : file;
      return row.paymentRate === null
        ? read(snapshot, own, indicator, row.row, inWords(row.state))
        : read(snapshot, own, "paymentRate", row.row, dollars(row.paymentRate));
    },
  };
}

/** Columns of a table of codes, or of releases, side by side; each figure with its cell or its rule. */
export const SNAPSHOT_COLUMNS: readonly Column<Snapshot>[] = [
  unit("Status", "status"),
  unit("Global", "globalDays"),
  unit("Work", "workRvu"),
  unit("PE, office", "nonFacilityPeRvu"),
  unit("MP", "mpRvu"),
  unit("Total", "nonFacilityTotal"),
  amount(AMOUNTS.office.short, "nonFacility"),
  amount(AMOUNTS.facility.short, "facility"),
  facility("opps", "addendum-b", "statusIndicator"),
  facility("asc", "asc-aa", "paymentIndicator"),
];

/** Says what the mark means, where an amount of the table has it. */
export function naNote(snapshots: readonly Snapshot[]): Block {
  const isMarked = ({ national }: Snapshot): boolean =>
    national?.priceState === "priced" && (national.nonFacilityNa || national.facilityNa);
  return snapshots.some(isMarked) && small(NA_EXPLAINED);
}

/** The codes that begin alike, side by side. */
export function familySection(family: readonly Snapshot[], hcpcs: string): Section | undefined {
  if (family.length < 2) return undefined;
  const named: Column<Snapshot> = {
    heading: "Code",
    cell: (other) => (other.hcpcs === hcpcs ? toned(hcpcs, "strong", "day") : toned(other.hcpcs, "day")),
    sortBy: (other) => other.hcpcs,
  };
  const codes = table<Snapshot>({
    caption: "Related codes, side by side",
    columns: [named, ...SNAPSHOT_COLUMNS],
    rows: family,
    hidesCaption: true,
  });
  const which = `Codes of the same kind that begin with ${hcpcs.slice(0, 4)}; CMS's files do not say which codes belong together.`;
  return { id: "family", title: "Related codes", blocks: [text(which), codes, naNote(family)] };
}

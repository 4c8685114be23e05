import type { FileRef } from "../../schemas/out/common.ts";
import { dollars } from "../shared/money-text.ts";
import { physicianDollars } from "../shared/na-mark.ts";
import type { Snapshot } from "./code-sources.ts";
import type { Column } from "./data-table.ts";
import { figure } from "./figure.ts";
import { type Child, type Html, html } from "./html.ts";
import { NA_EXPLAINED } from "./na.ts";
import { fileText, inWords } from "./source-text.ts";

function columnOf(file: FileRef | undefined, field: string, row: number): string {
  const column = file?.columns[field];
  if (file === undefined || column === undefined) return "";
  return `${column.column}${row} under ${column.heading}\n${fileText(file)}`;
}

/** A figure of a table row, by the field's name in its file. */
function read({ files }: Snapshot, file: string, field: string, row: number, text: string): Child {
  return figure(text, columnOf(files[file], field, row));
}

/** A column of the relative value file. */
function unit(heading: string, field: "workRvu" | "nonFacilityPeRvu" | "mpRvu" | "nonFacilityTotal"): Column<Snapshot> {
  return {
    heading,
    isNumber: true,
    sortBy: ({ national }) => (national === undefined ? null : Number(national[field])),
    cell: (snapshot) =>
      snapshot.national && read(snapshot, "rvu", field, snapshot.national.row, snapshot.national[field]),
  };
}

function letter(heading: string, field: "status" | "globalDays"): Column<Snapshot> {
  return {
    heading,
    cell: (snapshot) =>
      snapshot.national && read(snapshot, "rvu", field, snapshot.national.row, snapshot.national[field]),
  };
}

/** The physician's amount at one setting, to draw and to sort by: null where there is none, or CMS marks the setting NA. */
export function payableAmount({ national }: Snapshot, setting: "nonFacility" | "facility"): string | null {
  return national === undefined || national[`${setting}Na`] ? null : national[`${setting}Amount`];
}

function amount(heading: string, setting: "nonFacility" | "facility"): Column<Snapshot> {
  const field = `${setting}Amount` as const;
  return {
    heading,
    isNumber: true,
    sortBy: (snapshot) => {
      const paid = payableAmount(snapshot, setting);
      return paid === null ? null : Number(paid);
    },
    cell: (snapshot) => {
      const { national, rules, files } = snapshot;
      if (national === undefined) return absent(snapshot, "rvu");
      const paid = national[field];
      const rule = rules["pfs.national-amount"]?.formula ?? "";
      const where = `row ${national.row} of ${files["rvu"] === undefined ? "" : fileText(files["rvu"])}`;
      return paid === null
        ? figure(inWords(national.priceState), columnOf(files["rvu"], "status", national.row))
        : figure(physicianDollars(paid, national[`${setting}Na`]), `${rule}\n${where}`);
    },
  };
}

/** Why a schedule has no row: it does not list the code, or the release was built without its file. */
function absent({ files }: Snapshot, file: string): Child {
  return html`<span class="quiet">${files[file] === undefined ? "file not read" : "not listed"}</span>`;
}

function hopd(): Column<Snapshot> {
  return {
    heading: "Hospital",
    isNumber: true,
    sortBy: ({ opps }) => (opps?.paymentRate == null ? null : Number(opps.paymentRate)),
    cell: (snapshot) => {
      const { opps } = snapshot;
      if (opps === undefined) return absent(snapshot, "addendum-b");
      const text = opps.paymentRate === null ? inWords(opps.state) : dollars(opps.paymentRate);
      return read(
        snapshot,
        "addendum-b",
        opps.paymentRate === null ? "statusIndicator" : "paymentRate",
        opps.row,
        text,
      );
    },
  };
}

function asc(): Column<Snapshot> {
  return {
    heading: "Surgical center",
    isNumber: true,
    sortBy: ({ asc: row }) => (row?.paymentRate == null ? null : Number(row.paymentRate)),
    cell: (snapshot) => {
      const row = snapshot.asc;
      if (row === undefined) return absent(snapshot, "asc-aa");
      const text = row.paymentRate === null ? inWords(row.state) : dollars(row.paymentRate);
      const field = row.paymentRate === null ? "paymentIndicator" : "paymentRate";
      return read(snapshot, `asc-${row.addendum.toLowerCase()}`, field, row.row, text);
    },
  };
}

/** Columns of a table of codes, or of releases, side by side; each figure with its cell or its rule. */
export function snapshotColumns(): Column<Snapshot>[] {
  return [
    letter("Status", "status"),
    letter("Global", "globalDays"),
    unit("Work", "workRvu"),
    unit("PE, office", "nonFacilityPeRvu"),
    unit("MP", "mpRvu"),
    unit("Total", "nonFacilityTotal"),
    amount("Office", "nonFacility"),
    amount("In a facility", "facility"),
    hopd(),
    asc(),
  ];
}

/** Says what the mark means, where an amount of the table has it. */
export function naNote(snapshots: readonly Snapshot[]): Html | false {
  const isMarked = ({ national }: Snapshot): boolean =>
    national?.priceState === "priced" && (national.nonFacilityNa || national.facilityNa);
  return snapshots.some(isMarked) && html`<p class="small">${NA_EXPLAINED}</p>`;
}

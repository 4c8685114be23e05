import type { Damage } from "../damage.ts";
import { allOf, inBytes, insteadOf, inText, movedTo, withCopy, withFile, withoutFile } from "../folder.ts";

const JULY = "pfs/RVU26C/PPRRVU2026_Jul_nonQPP.csv";
const GPCI = "pfs/RVU26C/GPCI2026.csv";
const ARCHIVE = "pfs/RVU24A.zip";
const CAP_WORKBOOK = "pfs/RVU25D/OPPSCAP_Oct.xlsx";
const GPCI_WORKBOOK = "pfs/RVU25D/GPCI2025.xlsx";
const same = (text: string): string => text;
const cutShort = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

const inYear2039 = (text: string): string => text.replaceAll(/\b2026\b/g, "2039");

/** Damages to the folder of downloads: files that are missing, cut short, in doubt or something else. */
export const DOWNLOAD_DAMAGES: readonly Damage[] = [
  {
    name: "The GPCI file was not downloaded",
    table: "gpci",
    folder: "2026C",
    edit: withoutFile(GPCI),
    notes: ["source.not-registered"],
  },
  {
    name: "The relative value file was not downloaded",
    table: "rvu",
    folder: "2026C",
    edit: withoutFile(JULY),
    notes: ["source.not-registered"],
  },
  {
    name: "Addendum BB was not downloaded",
    table: "asc-bb",
    folder: "2026B",
    edit: withoutFile("asc/2026Q2/BB.csv"),
    stops: ["asc.both-addenda:asc-bb"],
  },
  {
    name: "Another copy of the relative value file is in a folder RVU26C-wip",
    table: "rvu",
    folder: "2026C",
    edit: withCopy(JULY, "pfs/RVU26C-wip/PPRRVU2026_Jul_nonQPP.csv", (text) => text.replace("99213,,", "99213,53,")),
    stops: ["discover.ambiguous"],
  },
  {
    name: "Another copy of the GPCI file is in the folder",
    table: "gpci",
    folder: "2026C",
    edit: withCopy("pfs/RVU25D/GPCI2025.csv", "pfs/RVU26C/old/GPCI2026.csv", same),
    stops: ["discover.ambiguous"],
  },
  {
    name: "The quarter before is in the folder too",
    table: "addendum-b",
    folder: "2026B",
    edit: withCopy(
      "opps/2026Q1-reconstructed/Addendum_B.RECONSTRUCTED.csv",
      "opps/2026Q2-reconstructed/before/Addendum_B.csv",
      same,
    ),
    stops: ["discover.ambiguous"],
  },
  {
    name: "The archive is cut short",
    table: "rvu",
    folder: "2024A",
    edit: inBytes(ARCHIVE, cutShort),
    stops: ["zip.unreadable"],
  },
  {
    name: "The workbook is cut short",
    table: "gpci",
    folder: "2025D as workbooks",
    edit: inBytes(GPCI_WORKBOOK, cutShort),
    stops: ["zip.unreadable"],
  },
  {
    name: "The workbook of a side table is cut short",
    table: "opps-cap",
    folder: "2025D as workbooks",
    edit: inBytes(CAP_WORKBOOK, cutShort),
    notes: ["source.unreadable"],
  },
  {
    name: "A page of HTML under the name of the file",
    table: "gpci",
    folder: "2026C",
    edit: inText(GPCI, () => "<!DOCTYPE html><html><title>Page not found</title></html>"),
    stops: ["heading.not-found"],
  },
  {
    name: "The file is empty",
    table: "gpci",
    folder: "2026C",
    edit: inText(GPCI, () => ""),
    stops: ["csv.empty"],
  },
  {
    name: "A PDF under the name of the county list",
    table: "counties",
    folder: "2025D",
    edit: insteadOf("pfs/RVU25D/25LOCCO.csv", "pfs/RVU25D/RVU25D.pdf"),
    notes: ["source.unreadable"],
  },
  {
    name: "The relative value file and the GPCIs of October 2025 in a folder RVU26C",
    table: "rvu",
    folder: "2026C",
    edit: allOf(insteadOf(JULY, "pfs/RVU25D/PPRRVU2025_Oct.csv"), insteadOf(GPCI, "pfs/RVU25D/GPCI2025.csv")),
    stops: ["period.wrong"],
  },
  {
    name: "A release.json in the folder declares the files registered",
    table: "rvu",
    folder: "2026C",
    edit: allOf(
      inText(JULY, (text) => text.replace("99213,,", "99213,53,")),
      withFile("pfs/RVU26C/release.json", '{ "release": "2026C", "publications": [] }'),
    ),
    stops: ["pfs.landmark-codes:99213"],
  },
  {
    name: "The files are those of July 2039, whose conversion factor is not recorded",
    table: "rvu",
    folder: "2026C",
    release: "2039C",
    edit: allOf(
      inText(JULY, inYear2039),
      movedTo(JULY, "pfs/RVU39C/PPRRVU2039_Jul_nonQPP.csv"),
      inText(GPCI, inYear2039),
      movedTo(GPCI, "pfs/RVU39C/GPCI2039.csv"),
    ),
    stops: ["pfs.conversion-factor"],
  },
  {
    name: "The GPCI file has a name that no file of CMS's has",
    table: "gpci",
    folder: "2026C",
    edit: movedTo(GPCI, "pfs/RVU26C/localities.csv"),
    notes: ["source.not-registered"],
  },
];

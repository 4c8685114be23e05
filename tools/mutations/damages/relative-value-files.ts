import type { Damage } from "../damage.ts";
import { inTurn, shifted, takenFrom } from "../edits.ts";
import { inBytes, insteadOf, inText } from "../folder.ts";
import { C, JULY, RVUS, TOTALS } from "./relative-values.ts";

const APRIL = "pfs/RVU26B/PPRRVU2026_Apr_nonQPP.csv";
const OCTOBER = "pfs/RVU25D/PPRRVU2025_Oct.csv";
const OCTOBER_PRINTED = "pfs/RVU25D/PPRRVU2025_Oct.txt";

/** Damages to the relative value file with the help of others, or to other files than July's. */
export const RELATIVE_VALUE_FILES: readonly Damage[] = [
  {
    name: "The file of April 2026 under July's name",
    table: "rvu",
    folder: "2026C",
    edit: insteadOf(JULY, APRIL),
    stops: ["period.wrong"],
  },
  {
    name: "The file of April 2026 under July's name and banner",
    table: "rvu",
    folder: "2026C",
    edit: inText(JULY, (_, textOf) => textOf(APRIL).replaceAll("April", "July").replaceAll("APRIL", "JULY")),
    stops: ["cross.continuity:rvu.another"],
    whyInJanuary: "in January there is no earlier file of the year",
  },
  {
    name: "The practice expenses of October 2025, with the totals",
    table: "rvu",
    folder: "2026C",
    edit: inText(
      JULY,
      inTurn(
        takenFrom(OCTOBER, [C.code, C.modifier], { [C.officePe]: C.officePe, [C.facilityPe]: C.facilityPe }),
        TOTALS,
      ),
    ),
    stops: ["cross.continuity:rvu.nonFacilityPeRvu"],
  },
  {
    name: "All RVUs of October 2025, with the totals",
    table: "rvu",
    folder: "2026C",
    edit: inText(
      JULY,
      inTurn(
        takenFrom(OCTOBER, [C.code, C.modifier], Object.fromEntries(RVUS.map((column) => [column, column]))),
        TOTALS,
      ),
    ),
    stops: ["cross.continuity:rvu.nonFacilityPeRvu"],
  },
  {
    name: "The text is UTF-16",
    table: "rvu",
    folder: "2026C",
    edit: inBytes(
      JULY,
      (bytes) => new Uint8Array(Buffer.from(`\uFEFF${Buffer.from(bytes).toString("latin1")}`, "utf16le")),
    ),
    stops: ["text.nul-bytes"],
  },
  {
    name: "The units for the OPPS cap are moved by a row",
    table: "rvu",
    folder: "2025D",
    edit: inText(OCTOBER, shifted(28, 29, 30)),
    stops: ["cross.continuity:rvu.oppsNonFacilityPeRvu"],
  },
  {
    name: "The printed text has lost a character in each line",
    table: "rvu",
    folder: "2025D as printed text",
    edit: inText(OCTOBER_PRINTED, (text) => text.replaceAll(/^(.{60})./gm, "$1")),
    stops: ["text.no-record"],
  },
];

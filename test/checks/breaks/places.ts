import { FILES_2025A, replaceOnce } from "../../support/excerpt-copy.ts";
import { zipFile, zipLine } from "../../support/made-up-tables.ts";
import { type Breaks, repeatLine } from "./break.ts";

/** One break for each check of the tables of places. */
export const PLACE_BREAKS: Breaks = {
  "gpci.locality-unique": {
    edits: { [FILES_2025A.gpci]: repeatLine("10112,AL,00") },
    message: /row \d+ has the same key/,
  },
  "pfs.locality-sets-equal": {
    edits: { [FILES_2025A.anesthesia]: replaceOnce('"10112 ","00 "', '"10112 ","01 "') },
    message: /^the locality is in ANES2025\.csv and not in GPCI2025\.csv$/,
  },
  "pfs.counties-known": {
    edits: { [FILES_2025A.counties]: replaceOnce("(MARIN CNTY),MARIN", "(MARIN CNTY),MARIM") },
    message: /^"MARIM" is no county of California$/,
  },
  "pfs.zip-locality-known": {
    added: zipFile([zipLine("AK995010210201 Z9   0 A"), zipLine("AK995020210202 Z9   0 A")]),
    message: /^locality 0210202 is not in GPCI2025\.csv$/,
  },
  "pfs.zip-quarter": {
    added: zipFile([zipLine("AK995010210201 Z9   0 A"), zipLine("AK995020210201 Z9   0 A", "20244")]),
    message: /^the row is for 2024Q4, made up zip is for 2025Q1$/,
  },
  "gpci.work-floor": {
    edits: { [FILES_2025A.gpci]: replaceOnce("AL,00,ALABAMA,1,", "AL,00,ALABAMA,0.999,") },
    message: /^the GPCI 0\.999 is below the floor of 1\.000$/,
  },
  "gpci.state-floors": {
    edits: { [FILES_2025A.gpci]: replaceOnce("ALASKA*,1.5,", "ALASKA*,1.499,") },
    message: /^the GPCI 1\.499 is below the floor of 1\.500$/,
  },
};

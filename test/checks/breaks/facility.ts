import type { ReleaseBook } from "../../../pipelines/schedules/book.ts";
import type { SourceFile } from "../../../pipelines/tables/source-file.ts";
import { FILES_2025A, replaceOnce } from "../../support/excerpt-copy.ts";
import { indicatorFile } from "../../support/made-up-tables.ts";
import {
  asWhole,
  type Breaks,
  further,
  repeatLine,
  WITH_DEVICE,
  WITH_DRUG,
  WITH_OFFICE_BASED,
  WITH_OPPS_CAP_RATE,
} from "./break.ts";

/** A file of days for which nobody has recorded a factor. */
function in2031<Row>(file: SourceFile<Row>): SourceFile<Row> {
  return { ...file, publication: { ...file.publication, window: { from: "2031-01-01", to: "2031-03-31" } } };
}

/** The embedded excerpts as whole tables that are not registered. */
function asUnregistered(book: ReleaseBook): void {
  asWhole(book);
  for (const file of Object.values(book.tables)) {
    file.entry.excerptOf = undefined;
    file.publication.registered = false;
  }
}

/** One break for each check of Addendum B, of the ASC addenda, and of one schedule against another. */
export const FACILITY_BREAKS: Breaks = {
  "cross.asc-drug-rate": {
    of: WITH_DRUG,
    edits: further(WITH_DRUG, FILES_2025A.ascBB, replaceOnce("K2,,$39.14", "K2,,$3.91")),
    message: /^the rate is 3\.91, Addendum B has 39\.14$/,
  },
  "cross.keys-listed": {
    tamper: asWhole,
    ofTable: true,
    message:
      /^75 of 109 are not in 25LOCCO\.csv \(0121201, .*\.\.\.\); at most 0 are allowed, and CMS's files had at most 0 \(every release\)$/,
  },
  "asc.both-addenda": {
    tamper: (book) => {
      asWhole(book);
      Reflect.deleteProperty(book.tables, "asc-bb");
    },
    ofTable: true,
    message: /^the release has no such addendum, but it has the other$/,
  },
  "cross.once-a-year": {
    // The excerpt has every locality
    edits: { [FILES_2025A.gpci]: replaceOnce("ALABAMA,1,0.869,", "ALABAMA,1,0.879,") },
    tamper: (book) => {
      asUnregistered(book);
      Object.assign(book.tables.gpci?.publication ?? {}, { registered: true });
    },
    ofTable: true,
    message: /^peGpci differs from that of RVU25D, of the same year, in 1011200$/,
  },
  "cross.continuity": {
    tamper: asUnregistered,
    ofTable: true,
    message:
      /^the table has 16 rows, that of Addendum B 2024Q1 18109: 99\.91 %; \d\.\d\d % are allowed, CMS's files had at most/,
  },
  "opps.code-unique": {
    edits: { [FILES_2025A.opps]: repeatLine("22511,") },
    message: /row \d+ has the same key/,
  },
  "opps.factor-recorded": {
    tamper: ({ opps }) => opps && Object.assign(opps, { file: in2031(opps.file) }),
    message: /^no OPPS conversion factor is recorded for 2031-01-01, so the rates of \d+ rows .* cannot be checked$/,
  },
  "asc.factor-recorded": {
    tamper: ({ asc }) => asc?.surgical && Object.assign(asc, { surgical: in2031(asc.surgical) }),
    message: /^no ASC conversion factor is recorded for 2031-01-01, so the rates of \d+ rows .* cannot be checked$/,
  },
  "opps.rate-is-weight-times-factor": {
    edits: { [FILES_2025A.opps]: replaceOnce("22505,,J1,5112,17.9481,1600.41", "22505,,J1,5112,17.9481,1600.42") },
    // 17.9481 x 89.169 = 1600.4141289
    message: /^weight 17\.9481 x 89\.169 = 1600\.41, CMS printed 1600\.42$/,
  },
  "opps.one-rate-per-apc": {
    // 36.3873 x 89.169 = 3244.6191... is not 3244.61 either, but that is the other check's affair.
    edits: { [FILES_2025A.opps]: replaceOnce("22511,,J1,5113,36.3872", "22511,,J1,5113,36.3873") },
    message: /^APC 5113 has weight 36\.3873, rate 3244\.61 here, but weight 36\.3872, rate 3244\.61 at 22510$/,
  },
  "opps.rate-by-status": {
    edits: { [FILES_2025A.opps]: replaceOnce("22505,,J1,5112,17.9481,1600.41", "22505,,J1,5112,17.9481,") },
    message: /^status J1 is paid a rate, the row prints no rate$/,
  },
  "opps.national-copayment-at-least-minimum": {
    edits: {
      [FILES_2025A.opps]: replaceOnce("22511,,J1,5113,36.3872,3244.61,.,", "22511,,J1,5113,36.3872,3244.61,648.92,"),
    },
    message: /^the national copayment 648\.92 is below the minimum 648\.93$/,
  },
  "opps.status-known": {
    edits: { [FILES_2025A.opps]: replaceOnce("22512,,N,", "22512,,I,") },
    message: /^status indicator I is not one that CMS has defined$/,
  },
  "opps.minimum-copayment": {
    // 1,600.41 x 0.2 = 320.082
    edits: { [FILES_2025A.opps]: replaceOnce("17.9481,1600.41,.,$320.09", "17.9481,1600.41,.,$320.08") },
    message: /^20 percent of 1600\.41 is 320\.09 rounded up, CMS printed 320\.08$/,
  },
  "asc.rate-is-weight-times-factor": {
    edits: { [FILES_2025A.ascAA]: replaceOnce("22505,,,Y,A2,15.2707,$838.29", "22505,,,Y,A2,15.2707,$838.28") },
    // 15.2707 x 54.895 = 838.2850765
    message: /^weight 15\.2707 x 54\.895 = 838\.29, CMS printed 838\.28$/,
  },
  "asc.device-portion": {
    // 1,579.16 x 0.23035 = 363.7595..., 1,579.16 x 0.23045 = 363.9174...
    edits: { [FILES_2025A.ascFF]: replaceOnce("23.04%,$363.84", "23.04%,$363.93") },
    message: /^ASC rate 1579\.16 x 23\.04% is 363\.76 to 363\.92, CMS printed 363\.93$/,
  },
  "asc.indicator-defined": {
    added: indicatorFile(["A2", "N1"]),
    message: /^payment indicator G2 is not defined in ASC-DD1\.csv$/,
  },
  "asc.rate-by-indicator": {
    edits: { [FILES_2025A.ascAA]: replaceOnce("22505,,,Y,A2,15.2707,$838.29", "22505,,,Y,A2,,$838.29") },
    message: /^payment indicator A2 with rate, expected weight and rate$/,
  },
  "asc.indicator-known": {
    edits: { [FILES_2025A.ascAA]: replaceOnce("22512,,,N,N1,", "22512,,,N,N9,") },
    message: /^payment indicator N9 is not one that CMS has defined$/,
  },
  "asc.repeats-equal": {
    edits: { [FILES_2025A.ascAA]: (text) => `${text}22505,,,Y,A2,15.2707,$838.30\n` },
    message: /^row 6 of Addendum AA has the same code with other cells$/,
  },
  "asc.discount-stated": {
    edits: { [FILES_2025A.ascAA]: replaceOnce("22505,,,Y,A2,15.2707,$838.29", "22505,,,,A2,15.2707,$838.29") },
    message: /^payment indicator A2 is paid a rate: expected Y or N, saw a blank cell$/,
  },
  "asc.standard-rate": {
    // 1,561.62 / 89.169 x 0.8720 x 54.895 = 838.3217...
    edits: { [FILES_2025A.ascFF]: replaceOnce("$1,561.55", "$1,561.62") },
    message: /^1561\.62 \/ 89\.169 x 0\.8720 x 54\.895 = 838\.32, Addendum AA prints 838\.29$/,
  },
  "asc.device-intensive-rate": {
    of: WITH_DEVICE,
    // 372.06 + 1,189.49 / 89.169 x 0.8720 x 54.895 = 1,010.6118...
    edits: further(WITH_DEVICE, FILES_2025A.ascFF, replaceOnce("23.82%,$371.96", "23.82%,$372.06")),
    message:
      /^372\.06 \+ \(1561\.55 - 372\.06\) \/ 89\.169 x 0\.8720 x 54\.895 = 1010\.61, Addendum AA prints 1010\.57$/,
  },
  "cross.asc-office-based-rate": {
    of: WITH_OFFICE_BASED,
    edits: { [FILES_2025A.ascBB]: replaceOnce("77012,,,,N1,,,", "77012,,,,Z3,,$55.32,") },
    message: /^the TC practice expense 1\.71 x 32\.3465 = 55\.31, CMS printed 55\.32$/,
  },
  "cross.asc-at-most-opps": {
    // 4.3700 x 54.895 = 239.89115: right as a product, but OPPS pays 239.88.
    edits: { [FILES_2025A.ascAA]: replaceOnce("22310,,,Y,A2,2.3486,$128.93", "22310,,,Y,A2,4.37,$239.89") },
    message: /^the ASC rate 239\.89 is above the hospital outpatient rate 239\.88$/,
  },
  "mission.known-figures": {
    edits: {
      [FILES_2025A.rvu]: replaceOnce(
        "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.17",
        "22511,,,A,,7.34,43.46,,3.80,,1.04,51.84,12.18",
      ),
    },
    message: /^the total RVU is computed as 51\.84; expected 51\.83: 7\.33 \+ 43\.46/,
  },
  "cross.opps-cap-is-opps-rate": {
    of: WITH_OPPS_CAP_RATE,
    edits: further(WITH_OPPS_CAP_RATE, FILES_2025A.rvu, replaceOnce("1.20,1.20,0.01", "1.22,1.22,0.01")),
    message: /^PE 1\.22 \+ MP 0\.01 = 1\.23, the OPPS rate 39\.14 \/ 32\.3465 is 1\.21$/,
  },
};

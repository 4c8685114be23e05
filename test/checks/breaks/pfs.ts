import { exchanged, inTurn } from "../../../tools/mutations/edits.ts";
import { FILES_2025A, replaceOnce } from "../../support/excerpt-copy.ts";
import { WITH_OPPS_CAP, WITH_QPP } from "../../support/more-files.ts";
import { asWhole, type Breaks, further, repeatLine, WITH_DISCONTINUED, WITH_IMAGING_FAMILY } from "./break.ts";

const QPP_22511 = "22511,,,A,,7.15,44.89,,2.60,,1.07,53.11,10.82,0,010,0.10,0.80,0.10,2,0,1,0,0,";
const RVU_22505 = "22505,,,A,,1.87,1.94,NA,1.94,,0.77,4.58,4.58,0,010,0.10,0.80,0.10,2,";
const RVU_22511 = "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.17";
const RVU_77012_TC = "77012,TC,,A,,0.00,1.71";

/** One break for each check of the relative value file. */
export const PFS_BREAKS: Breaks = {
  "pfs.components-by-pctc": {
    edits: { [FILES_2025A.rvu]: replaceOnce("1.71,NA,0.01,1.72,1.72,1,XXX", "1.71,NA,0.01,1.72,1.72,0,XXX") },
    message: /^PC\/TC 0 with modifier TC, expected 1$/,
  },
  "pfs.office-pe-higher": {
    edits: { [FILES_2025A.rvu]: exchanged(6, 8) },
    ofTable: true,
    message: /^the facility PE is higher in \d+ rows, the non-facility PE in 0$/,
  },
  "gpci.plausible-index": {
    edits: { [FILES_2025A.gpci]: replaceOnce("ALABAMA,1,0.869,", "ALABAMA,1,9.69,") },
    message: /^the GPCI 9\.690 is not between 0\.200 and 4\.000$/,
  },
  "pfs.landmark-codes": {
    tamper: asWhole,
    ofTable: true,
    message: /^the visit has no row, but every relative value file since 2009 has one$/,
  },
  "pfs.visit-levels": {
    // Work RVUs of 7.90 and 7.33
    edits: { [FILES_2025A.rvu]: inTurn(replaceOnce("22510,,", "99213,,"), replaceOnce("22511,,", "99214,,")) },
    ofTable: true,
    message: /^the work RVU is not above that of 99213, the level before$/,
  },
  "pfs.opps-cap-everywhere": {
    of: WITH_OPPS_CAP,
    tamper: asWhole,
    ofTable: true,
    message: /^the code has \d prices, but the file has \d localities$/,
  },
  "pfs.non-facility-total": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22511, "22511,,,A,,7.33,43.46,,3.80,,1.04,51.84,12.17") },
    message: /^work 7\.33 \+ PE 43\.46 \+ MP 1\.04 = 51\.83, CMS printed 51\.84$/,
  },
  "pfs.facility-total": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22511, "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.18") },
    message: /^work 7\.33 \+ PE 3\.80 \+ MP 1\.04 = 12\.17, CMS printed 12\.18$/,
  },
  "pfs.key-unique": {
    edits: {
      [FILES_2025A.rvu]: (text) => {
        const twice = repeatLine("77003,26,")(text).split("\n");
        return twice.map((line, at) => (at === twice.length - 2 ? line.replace(",09,", ",03,") : line)).join("\n");
      },
    },
    message: /^row \d+ has the same key$/,
  },
  "pfs.row-once": {
    edits: { [FILES_2025A.rvu]: repeatLine("77003,26,") },
    message: /^row \d+ has the same key and the same cells$/,
  },
  "pfs.technical-work-zero": {
    edits: { [FILES_2025A.rvu]: replaceOnce("77012,TC,,A,,0.00,1.71", "77012,TC,,A,,0.01,1.71") },
    message: /^the work RVU of a technical component is 0\.01$/,
  },
  "pfs.conversion-factor": {
    edits: { [FILES_2025A.rvu]: (text) => text.replaceAll("32.3465", "32.7442") },
    message: /^the conversion factor is 32\.7442, expected 32\.3465$/,
  },
  "pfs.global-is-26-plus-tc": {
    // 77012 26 prints 1.50 + 0.48 + 0.09 = 2.07; one hundredth moved from MP to work keeps its own total right.
    edits: { [FILES_2025A.rvu]: moveHundredth("77012,26,,A,,") },
    message: /the global row prints/,
  },
  "pfs.opps-cap-of-global": {
    of: WITH_OPPS_CAP,
    edits: further(WITH_OPPS_CAP, FILES_2025A.rvu, replaceOnce("1.68,1.68,0.09", "1.68,1.69,0.09")),
    message: /^26 0\.48 \+ capped TC 1\.20 = 1\.68, the global row prints 1\.69$/,
  },
  "pfs.qpp-units-equal": {
    of: WITH_QPP,
    edits: { "PPRRVU2026_Jan_QPP.csv": replaceOnce("22511,,,A,,7.15,", "22511,,,A,,7.14,") },
    message: /^7\.14 here, 7\.15 in the file for the other track$/,
  },
  "pfs.pricing-indicator": {
    of: WITH_QPP,
    edits: { "PPRRVU2026_Jan_QPP.csv": replaceOnce(`${QPP_22511}1,,33.5675,`, `${QPP_22511}9,,33.5675,`) },
    message: /^the pricing indicator is "9", expected 1 in this file$/,
  },
  "pfs.opps-cap-price": {
    of: WITH_OPPS_CAP,
    edits: { "OPPSCAP_JAN.csv": replaceOnce("77012,,A,10112,00,97.42,97.42", "77012,,A,10112,00,97.42,97.41") },
    message: /^the capped amounts are 97\.42 non-facility, 97\.42 facility, CMS printed 97\.41 and 97\.42$/,
  },
  "pfs.status-known": {
    edits: { [FILES_2025A.rvu]: replaceOnce("22899,,,C,,0.00", "22899,,,O,,0.00") },
    message: /^status code O is not one that CMS has defined$/,
  },
  "pfs.modifier-known": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_77012_TC, RVU_77012_TC.replace("TC", "TS")) },
    message: /^modifier TS is not one that CMS has defined$/,
  },
  "pfs.discontinued-procedure": {
    of: WITH_DISCONTINUED,
    edits: further(WITH_DISCONTINUED, FILES_2025A.rvu, replaceOnce("45378,53,", "45380,53,")),
    message: /^modifier 53 on 45380, expected only on 44388, 45378, G0105, G0121$/,
  },
  "pfs.restricted-by-units": {
    // The totals stay, and it is by them that the row is priced.
    edits: { [FILES_2025A.rvu]: replaceOnce("R,,32.63,24.81,NA,24.81,,13.41,", "R,,0.00,0.00,NA,0.00,,0.00,") },
    message: /^status R with no RVUs has the state priced, expected contractor-priced$/,
  },
  "pfs.amount-is-exact-product": {
    // 22310 in Alabama: (3.45 x 1 + 5.38 x 0.869 + 0.77 x 0.575) x 32.3465 = 277.143841605
    tamper: ({ amounts }) => {
      if (amounts !== undefined) amounts.of(amounts.rows[0] ?? -1, "nonFacility")[0] = 27_715;
    },
    message: /^the amount 277\.15 for locality 1011200 is not the exact product, rounded half up once$/,
  },
  "pfs.indicator-values": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace(",0,010,", ",,010,")) },
    message: /^"" is not one of CMS's values for this indicator$/,
  },
  "pfs.units-by-status": {
    edits: { [FILES_2025A.rvu]: replaceOnce("22899,,,C,,0.00", "22899,,,A,,0.00") },
    message: /^expected RVUs for status A, saw none$/,
  },
  "pfs.not-used-mark": {
    edits: { [FILES_2025A.rvu]: replaceOnce("22526,,,N,+,5.85", "22526,,,N,,5.85") },
    message: /^expected the mark "\+" for status N with RVUs$/,
  },
  "pfs.na-equals-facility": {
    // 1.87 + 1.95 + 0.77 = 4.59: the printed total stays right.
    edits: {
      [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace("1.94,NA", "1.95,NA").replace("4.58", "4.59")),
    },
    message: /^non-facility PE 1\.95 is marked NA and differs from the facility PE 1\.94$/,
  },
  "pfs.package-parts": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace("0.80", "0.81")) },
    message: /^pre 0\.10 \+ intra 0\.81 \+ post 0\.10 does not fit global days 010$/,
  },
  "pfs.endoscopic-base": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace(",2,", ",3,")) },
    message: /^multiple procedure indicator 3 with no base code$/,
  },
  "pfs.imaging-family": {
    of: WITH_IMAGING_FAMILY,
    edits: further(
      WITH_IMAGING_FAMILY,
      FILES_2025A.rvu,
      replaceOnce(",4,0,0,0,0,,32.3465,03,0,88,", ",0,0,0,0,0,,32.3465,03,0,88,"),
    ),
    message: /^imaging family 88 with multiple procedure indicator 0, expected 4$/,
  },
};

function moveHundredth(start: string): (text: string) => string {
  return (text) =>
    text
      .split("\n")
      .map((line) => {
        if (!line.startsWith(start)) return line;
        const cells = line.split(",");
        cells[5] = (Number(cells[5]) + 0.01).toFixed(2);
        cells[10] = (Number(cells[10]) - 0.01).toFixed(2);
        return cells.join(",");
      })
      .join("\n");
}

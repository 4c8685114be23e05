import { describe, expect, it } from "vitest";
import { CHECKS } from "../../pipelines/checks/run-checks.ts";
import { type AddedFile, buildEdited, type Edits, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";
import { INDICATORS, indicatorFile, ZIPS, zipFile, zipLine } from "../support/made-up-tables.ts";
import { type Extended, inTurn, WITH_OPPS_CAP, WITH_QPP } from "../support/more-files.ts";

/** Repeats the line that starts with `start`. */
function repeatLine(start: string): (text: string) => string {
  return (text) => {
    const line = text.split("\n").find((each) => each.startsWith(start));
    if (line === undefined) throw new Error(`no line starts with ${start}`);
    return `${text}${line}\n`;
  };
}

const QPP_22511 = "22511,,,A,,7.15,44.89,,2.60,,1.07,53.11,10.82,0,010,0.10,0.80,0.10,2,0,1,0,0,";
const RVU_22505 = "22505,,,A,,1.87,1.94,NA,1.94,,0.77,4.58,4.58,0,010,0.10,0.80,0.10,2,";
const RVU_22511 = "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.17";

const PLAIN: Extended = { id: "2025A", edits: {}, build: { added: [ZIPS, INDICATORS] } };

/** The excerpt's codes have no national copayment; a few others of CMS's have one. */
const WITH_NATIONAL_COPAYMENT: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.opps]: replaceOnce("22511,,J1,5113,36.3872,3244.61,.,", "22511,,J1,5113,36.3872,3244.61,648.93,"),
  },
  build: {},
};

/** One change to CMS's figures, in the embedded release or in one with more files, and what a check must say of it. */
interface Break {
  readonly edits?: Edits;
  /** A made-up file where the excerpt lacks the table. */
  readonly added?: AddedFile;
  readonly message: RegExp;
  readonly of?: Extended;
}

/** For each check one thing that it must notice. */
const BREAKS: Readonly<Record<string, Break>> = {
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
    message: /the key stands in row \d+ already$/,
  },
  "pfs.row-once": {
    edits: { [FILES_2025A.rvu]: repeatLine("77003,26,") },
    message: /the key stands in row \d+ already, with the same cells$/,
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
    edits: {
      [FILES_2025A.rvu]: inTurn(
        WITH_OPPS_CAP.edits[FILES_2025A.rvu] ?? String,
        replaceOnce("1.68,1.68,0.09", "1.68,1.69,0.09"),
      ),
    },
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
  "gpci.locality-unique": {
    edits: { [FILES_2025A.gpci]: repeatLine("10112,AL,00") },
    message: /the key stands in row \d+ already/,
  },
  "pfs.locality-sets-equal": {
    edits: { [FILES_2025A.anesthesia]: replaceOnce('"10112 ","00 "', '"10112 ","01 "') },
    message: /^the locality stands in ANES2025\.csv and not in GPCI2025\.csv$/,
  },
  "pfs.zip-locality-known": {
    added: zipFile([zipLine("AK995010210201 Z9   0 A"), zipLine("AK995020210202 Z9   0 A")]),
    message: /^locality 0210202 is not in GPCI2025\.csv$/,
  },
  "pfs.zip-quarter": {
    added: zipFile([zipLine("AK995010210201 Z9   0 A"), zipLine("AK995020210201 Z9   0 A", "20244")]),
    message: /^the row is for 2024Q4, made up zip is for 2025Q1$/,
  },
  "pfs.opps-cap-price": {
    of: WITH_OPPS_CAP,
    edits: { "OPPSCAP_JAN.csv": replaceOnce("77012,,A,10112,00,97.42,97.42", "77012,,A,10112,00,97.42,97.41") },
    message: /^the capped amounts are 97\.42 non-facility, 97\.42 facility, CMS printed 97\.41 and 97\.42$/,
  },
  "pfs.indicator-values": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace(",0,010,", ",,010,")) },
    message: /^"" is none of CMS's values for this indicator$/,
  },
  "pfs.units-by-status": {
    edits: { [FILES_2025A.rvu]: replaceOnce("22899,,,C,,0.00", "22899,,,A,,0.00") },
    message: /^status A without any units$/,
  },
  "pfs.not-used-mark": {
    edits: { [FILES_2025A.rvu]: replaceOnce("22526,,,N,+,5.85", "22526,,,N,,5.85") },
    message: /^status N with units is to be marked "\+"$/,
  },
  "pfs.na-equals-facility": {
    // 1.87 + 1.95 + 0.77 = 4.59: the printed total stays right.
    edits: {
      [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace("1.94,NA", "1.95,NA").replace("4.58", "4.59")),
    },
    message: /^non-facility PE 1\.95 is marked NA and is not the facility PE 1\.94$/,
  },
  "pfs.package-parts": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace("0.80", "0.81")) },
    message: /^pre 0\.10 \+ intra 0\.81 \+ post 0\.10 do not fit global days 010$/,
  },
  "pfs.endoscopic-base": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22505, RVU_22505.replace(",2,", ",3,")) },
    message: /^indicator 3 with no base code$/,
  },
  "opps.code-unique": {
    edits: { [FILES_2025A.opps]: repeatLine("22511,") },
    message: /the key stands in row \d+ already/,
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
    message: /^J1 is paid a rate, the row prints no rate$/,
  },
  "opps.national-copayment-at-least-minimum": {
    edits: {
      [FILES_2025A.opps]: replaceOnce("22511,,J1,5113,36.3872,3244.61,.,", "22511,,J1,5113,36.3872,3244.61,648.92,"),
    },
    message: /^the national copayment 648\.92 is below the minimum 648\.93$/,
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
  "cross.asc-at-most-opps": {
    // 4.3700 x 54.895 = 239.89115: right as a product, but OPPS pays 239.88.
    edits: { [FILES_2025A.ascAA]: replaceOnce("22310,,,Y,A2,2.3486,$128.93", "22310,,,Y,A2,4.37,$239.89") },
    message: /^the ASC rate 239\.89 is above the hospital outpatient rate 239\.88$/,
  },
  "mission.known-figures": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22511, "22511,,,A,,7.34,43.46,,3.80,,1.04,51.84,12.18") },
    message: /^the total RVU came out as 51\.84, it is 51\.83: 7\.33 \+ 43\.46/,
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

describe("every check can fail", () => {
  it("has a break for each check and for no other", () => {
    expect(Object.keys(BREAKS).sort()).toEqual(CHECKS.map((check) => check.id).sort());
  });

  it.each(Object.entries(BREAKS))("%s", async (id, { edits = {}, added, message, of }) => {
    const { id: release, edits: base, build } = of ?? { id: "2025A", edits: {}, build: {} };
    const files = added === undefined ? build : { added: [added] };
    const { problems, outputs } = await buildEdited(release, { ...base, ...edits }, undefined, files);
    const own = problems.filter((problem) => problem.code === id);
    expect(own.map((problem) => problem.message)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    const [first] = own;
    expect(first?.place).toMatchObject({ file: Object.keys(edits)[0] ?? expect.any(String), row: expect.any(Number) });
    expect(first?.cure.length).toBeGreaterThan(20);
    expect([...outputs]).toEqual([]);
  });

  it("holds for the files as they are, each in one release at least", async () => {
    const ran = new Set<string>();
    for (const { id, edits, build } of [PLAIN, WITH_NATIONAL_COPAYMENT, WITH_OPPS_CAP, WITH_QPP]) {
      const { problems, report } = await buildEdited(id, edits, undefined, build);
      expect(problems).toEqual([]);
      for (const result of report.results.filter((each) => each.checked > 0)) {
        ran.add(result.id);
        expect([result.id, result.held]).toEqual([result.id, result.checked]);
      }
    }
    expect([...ran].sort()).toEqual(CHECKS.map((check) => check.id).sort());
  });

  it("notices a factor of the other track, in either file", async () => {
    const swap =
      (from: string, to: string): Edits[string] =>
      (text) =>
        text.replaceAll(`,,${from},`, `,,${to},`);
    const edits = {
      "PPRRVU2026_Jan_nonQPP.csv": swap("33.4009", "33.5675"),
      "PPRRVU2026_Jan_QPP.csv": swap("33.5675", "33.4009"),
    };
    const { problems } = await buildEdited("2026A", edits, undefined, WITH_QPP.build);
    const own = problems.filter((problem) => problem.code === "pfs.conversion-factor");
    expect(new Set(own.map((problem) => problem.message))).toEqual(
      new Set([
        "the conversion factor is 33.5675, expected 33.4009",
        "the conversion factor is 33.4009, expected 33.5675",
      ]),
    );
  });

  it.each([
    ["77012,TC,A,10112,99,33.92,33.92", "the GPCI file has no such locality"],
    ["77012,26,A,10112,00,33.92,33.92", "the relative value file has no units for the OPPS cap of this code"],
    ["99999,TC,A,10112,00,33.92,33.92", "the relative value file has no units for the OPPS cap of this code"],
  ])("pfs.opps-cap-price: an unmatched row is a violation: %s", async (line, message) => {
    const edits = { ...WITH_OPPS_CAP.edits, "OPPSCAP_JAN.csv": (text: string) => `${text}${line}\n` };
    const { problems } = await buildEdited("2025A", edits, undefined, WITH_OPPS_CAP.build);
    expect(problems).toMatchObject([{ code: "pfs.opps-cap-price", place: { row: 6 }, message }]);
  });
});

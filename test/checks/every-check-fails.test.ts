import { describe, expect, it } from "vitest";
import { CHECKS } from "../../pipelines/checks/run-checks.ts";
import { buildEdited, type Edits, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";

/** Repeats the line that starts with `start`. */
function repeatLine(start: string): (text: string) => string {
  return (text) => {
    const line = text.split("\n").find((each) => each.startsWith(start));
    if (line === undefined) throw new Error(`no line starts with ${start}`);
    return `${text}${line}\n`;
  };
}

const RVU_22505 = "22505,,,A,,1.87,1.94,NA,1.94,,0.77,4.58,4.58,0,010,0.10,0.80,0.10,2,";
const RVU_22511 = "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.17";

/** For each check one change to CMS's figures that it must notice, and what it must say. */
const BREAKS: Readonly<Record<string, { edits: Edits; message: RegExp }>> = {
  "pfs.non-facility-total": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22511, "22511,,,A,,7.33,43.46,,3.80,,1.04,51.84,12.17") },
    message: /^work 7\.33 \+ PE 43\.46 \+ MP 1\.04 = 51\.83, CMS printed 51\.84$/,
  },
  "pfs.facility-total": {
    edits: { [FILES_2025A.rvu]: replaceOnce(RVU_22511, "22511,,,A,,7.33,43.46,,3.80,,1.04,51.83,12.18") },
    message: /^work 7\.33 \+ PE 3\.80 \+ MP 1\.04 = 12\.17, CMS printed 12\.18$/,
  },
  "pfs.key-unique": {
    edits: { [FILES_2025A.rvu]: repeatLine("77003,26,") },
    message: /the key stands in row \d+ already/,
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
  "gpci.locality-unique": {
    edits: { [FILES_2025A.gpci]: repeatLine("10112,AL,00") },
    message: /the key stands in row \d+ already/,
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
  "asc.rate-is-weight-times-factor": {
    edits: { [FILES_2025A.ascAA]: replaceOnce("22505,,,Y,A2,15.2707,$838.29", "22505,,,Y,A2,15.2707,$838.28") },
    // 15.2707 x 54.895 = 838.2850765
    message: /^weight 15\.2707 x 54\.895 = 838\.29, CMS printed 838\.28$/,
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
    expect(Object.keys(BREAKS)).toEqual(CHECKS.map((check) => check.id));
  });

  it.each(Object.entries(BREAKS))("%s", async (id, { edits, message }) => {
    const { problems, outputs } = await buildEdited("2025A", edits);
    const own = problems.filter((problem) => problem.code === id);
    expect(own.map((problem) => problem.message)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    const [first] = own;
    expect(first?.place).toMatchObject({ file: Object.keys(edits)[0], row: expect.any(Number) });
    expect(first?.cure.length).toBeGreaterThan(20);
    expect([...outputs]).toEqual([]);
  });

  it("holds for the files as they are", async () => {
    const { problems, report } = await buildEdited("2025A", {});
    expect(problems).toEqual([]);
    expect(report.results.filter((result) => !result.ran)).toEqual([]);
    expect(report.results.every((result) => result.checked > 0 && result.held === result.checked)).toBe(true);
  });
});

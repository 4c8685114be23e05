import { describe, expect, it } from "vitest";
import { Problems } from "../../pipelines/problems/problems.ts";
import { CHECKS } from "../../pipelines/schedules/checks/all-checks.ts";
import { runChecks } from "../../pipelines/schedules/checks/run-checks.ts";

import { buildEdited, type Edits, FILES_2025A, replaceOnce } from "../support/excerpt-copy.ts";
import { OF_WHOLES } from "../support/few-rows.ts";
import { INDICATORS, ZIPS } from "../support/made-up-tables.ts";
import { type Extended, WITH_OPPS_CAP, WITH_QPP } from "../support/more-files.ts";
import { INPATIENT, OFFSETS, STATUSES } from "../support/rule-tables.ts";
import {
  type Break,
  WITH_COMBINATION,
  WITH_DEVICE,
  WITH_DISCONTINUED,
  WITH_DRUG,
  WITH_IMAGING_FAMILY,
  WITH_NATIONAL_COPAYMENT,
  WITH_OFFICE_BASED,
  WITH_OPPS_CAP_RATE,
} from "./breaks/break.ts";
import { FACILITY_BREAKS } from "./breaks/facility.ts";
import { NCCI_BREAKS, WITH_NCCI } from "./breaks/ncci.ts";
import { PFS_BREAKS } from "./breaks/pfs.ts";
import { PLACE_BREAKS } from "./breaks/places.ts";
import { RULE_BREAKS } from "./breaks/rule.ts";

const PLAIN: Extended = { id: "2025A", edits: {}, build: { added: [ZIPS, INDICATORS, STATUSES, INPATIENT, OFFSETS] } };

/** Releases in which every check holds; each check has something to compare in one of them. */
const HOLDING: readonly Extended[] = [
  PLAIN,
  WITH_DRUG,
  WITH_DISCONTINUED,
  WITH_IMAGING_FAMILY,
  WITH_NATIONAL_COPAYMENT,
  WITH_DEVICE,
  WITH_OFFICE_BASED,
  WITH_COMBINATION,
  WITH_OPPS_CAP,
  WITH_OPPS_CAP_RATE,
  WITH_QPP,
  WITH_NCCI,
];

/** For each check one thing that it must notice. */
const BREAKS: Readonly<Record<string, Break>> = {
  ...PFS_BREAKS,
  ...PLACE_BREAKS,
  ...FACILITY_BREAKS,
  ...RULE_BREAKS,
  ...NCCI_BREAKS,
};

/** What is wrong with a broken release, and what is published of it. */
async function buildBroken(id: string, { edits = {}, added, tamper, of }: Break) {
  const { id: release, edits: base, build } = of ?? { id: "2025A", edits: {}, build: {} };
  const files = added === undefined ? build : { added: [added] };
  const built = await buildEdited(release, { ...base, ...edits }, undefined, files);
  if (tamper === undefined) return built;
  tamper(built.book);
  const problems = new Problems();
  runChecks(built.book, problems, { checks: CHECKS.filter((check) => check.id === id) });
  return { problems: problems.list, outputs: [] };
}

describe("every check can fail", () => {
  it("has a break for each check and for no other", () => {
    expect(Object.keys(BREAKS).sort()).toEqual(CHECKS.map((check) => check.id).sort());
  });

  it.each(Object.entries(BREAKS))("%s", async (id, broken) => {
    const { edits = {}, message, ofTable } = broken;
    const { problems, outputs } = await buildBroken(id, broken);
    const own = problems.filter((problem) => problem.code === id);
    expect(own.map((problem) => problem.message)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
    const [first] = own;
    const row = ofTable === true ? {} : { row: expect.any(Number) };
    expect(first?.place).toMatchObject({ file: Object.keys(edits)[0] ?? expect.any(String), ...row });
    expect(first?.cure.length).toBeGreaterThan(20);
    expect([...outputs]).toEqual([]);
  });

  it("holds for the files as they are, each in one release at least", async () => {
    const ran = new Set<string>();
    for (const { id, edits, build } of HOLDING) {
      const { problems, report } = await buildEdited(id, edits, undefined, build);
      expect(problems).toEqual([]);
      for (const result of report.results.filter((each) => each.checked > 0)) {
        ran.add(result.id);
        expect([result.id, result.held]).toEqual([result.id, result.checked]);
      }
    }
    const small = CHECKS.map((check) => check.id).filter((id) => !OF_WHOLES.has(id));
    // Checks of whole tables hold in test/continuity/.
    expect([...ran].sort()).toEqual(small.sort());
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

  it("pfs.locality-sets-equal: every locality has prices in OPPSCAP", async () => {
    // The made-up file has Alabama and, under both contracts, Los Angeles: of 109 localities 107 have none.
    const { book } = await buildEdited("2025A", WITH_OPPS_CAP.edits, undefined, WITH_OPPS_CAP.build);
    const problems = new Problems();
    const whole = { ...book, release: { ...book.release, coverage: "whole" as const } };
    runChecks(whole, problems, { checks: CHECKS.filter((check) => check.id === "pfs.locality-sets-equal") });
    const uncapped = problems.list.filter((problem) => problem.message.endsWith("not in OPPSCAP_JAN.csv"));
    expect(uncapped).toHaveLength(107);
    expect(uncapped[0]).toMatchObject({ code: "pfs.locality-sets-equal", place: { key: "0210201" } });
  });

  it("gpci.state-floors: the practice expense of a frontier State", async () => {
    const edits = { [FILES_2025A.gpci]: replaceOnce("MONTANA**,1,1,", "MONTANA**,1,0.999,") };
    const { problems } = await buildEdited("2025A", edits);
    expect(problems).toMatchObject([
      { code: "gpci.state-floors", message: "the GPCI 0.999 is below the floor of 1.000" },
    ]);
  });

  it.each([
    ["77012,TC,A,10112,99,33.92,33.92", "the GPCI file does not have this locality"],
    ["77012,26,A,10112,00,33.92,33.92", "the relative value file has no RVUs for the OPPS cap of this code"],
    ["99999,TC,A,10112,00,33.92,33.92", "the relative value file has no RVUs for the OPPS cap of this code"],
  ])("pfs.opps-cap-price: an unmatched row is a violation: %s", async (line, message) => {
    const edits = { ...WITH_OPPS_CAP.edits, "OPPSCAP_JAN.csv": (text: string) => `${text}${line}\n` };
    const { problems } = await buildEdited("2025A", edits, undefined, WITH_OPPS_CAP.build);
    expect(problems).toMatchObject([{ code: "pfs.opps-cap-price", place: { row: 6 }, message }]);
  });
});

describe("a zero in the place of a figure", () => {
  it.each([
    [
      "an index",
      "gpci.state-floors",
      FILES_2025A.gpci,
      replaceOnce("ALASKA*,1.5,", "ALASKA*,0,"),
      /^the GPCI 0\.000 is below/,
    ],
    [
      "a rate",
      "cross.asc-at-most-opps",
      FILES_2025A.opps,
      replaceOnce("22505,,J1,5112,17.9481,1600.41", "22505,,J1,5112,0.0000,0.00"),
      /is above the hospital outpatient rate 0\.00$/,
    ],
  ] as const)("is %s, and a wrong one", async (_, id, file, edit, message) => {
    const { problems } = await buildEdited("2025A", { [file]: edit });
    expect(problems.filter(({ code }) => code === id).map((each) => each.message)).toEqual([
      expect.stringMatching(message),
    ]);
  });
});

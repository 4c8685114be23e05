import { describe, expect, it } from "vitest";
import type { ReleaseBook } from "../../pipelines/book.ts";
import { runChecks } from "../../pipelines/checks/run-checks.ts";
import type { Check, Findings } from "../../pipelines/shared/check.ts";
import type { Problem } from "../../schemas/place.ts";
import type { Exception } from "../../schemas/source/parameters.ts";
import { buildEdited } from "../support/excerpt-copy.ts";

const { book } = await buildEdited("2025A", {});
const WHOLE: ReleaseBook = { ...book, release: { ...book.release, coverage: "whole" } };

/** A check that compares 22510 and 22511 and finds 22511 wrong. */
const CHECK: Check<ReleaseBook> = {
  id: "test.check",
  title: "nothing is wrong",
  scope: "row",
  severity: "error",
  cites: [],
  cure: "mend it",
  run: () => ({
    checked: 2,
    violations: [{ key: "22511", publication: "RVU25A", place: { file: "f", row: 7 }, message: "is wrong" }],
    publications: ["RVU25A"],
    compared: (key) => key === "22510" || key === "22511",
  }),
};

function exception(key: string, publication = "RVU25A"): Exception {
  return { check: "test.check", publication, key, reason: "r", source: "s" };
}

function run(exceptions: readonly Exception[], on: ReleaseBook = book) {
  const problems: Problem[] = [];
  const report = runChecks(on, problems, { checks: [CHECK], exceptions });
  return { problems, report };
}

describe(runChecks, () => {
  it("reports a violation with its place and cure", () => {
    expect(run([]).problems).toEqual([
      { code: "test.check", place: { file: "f", row: 7 }, message: "is wrong", cure: "mend it" },
    ]);
  });

  it("lets a listed exception pass, counts it and says that it was needed", () => {
    const { problems, report } = run([exception("22511")]);
    expect(problems).toEqual([]);
    expect(report.results).toMatchObject([{ checked: 2, held: 1, excepted: 1 }]);
    expect(report.exceptionsUsed).toEqual([exception("22511")]);
  });

  it("fails on an exception whose row holds", () => {
    const { problems } = run([exception("22511"), exception("22510")]);
    expect(problems).toMatchObject([{ code: "exception.unneeded", place: { key: "22510" } }]);
  });

  it("fails on an exception for a row that a whole table lacks, and not in an excerpt", () => {
    const listed = [exception("22511"), exception("G0252")];
    expect(run(listed, WHOLE).problems).toMatchObject([{ code: "exception.unneeded", place: { key: "G0252" } }]);
    expect(run(listed).problems).toEqual([]);
  });

  it("calls no absent row stale while a file of the publication was not read", () => {
    const unread: Check<ReleaseBook> = { ...CHECK, run: (of) => ({ ...(CHECK.run(of) as Findings), unread: true }) };
    const problems: Problem[] = [];
    runChecks(WHOLE, problems, { checks: [unread], exceptions: [exception("22511"), exception("G0252")] });
    expect(problems).toEqual([]);
  });

  it("calls nothing stale when something could not be read", () => {
    const reading = { code: "cell.unreadable", place: { file: "f" }, message: "m", cure: "c" };
    const problems: Problem[] = [reading];
    runChecks(WHOLE, problems, { checks: [CHECK], exceptions: [exception("22511"), exception("22510")] });
    expect(problems).toEqual([reading]);
  });

  it("leaves exceptions of other publications alone", () => {
    expect(run([exception("22511"), exception("22511", "RVU24A")], WHOLE).problems).toEqual([]);
  });
});

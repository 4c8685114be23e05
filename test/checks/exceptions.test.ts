import { describe, expect, it } from "vitest";
import { Problems } from "../../pipelines/problems/problems.ts";
import type { Check, Findings } from "../../pipelines/rules/check.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { runChecks } from "../../pipelines/schedules/checks/run-checks.ts";
import { Manifest } from "../../schemas/out/manifest.ts";

import type { Exception } from "../../schemas/source/parameters.ts";
import type { Release } from "../../schemas/source/release.ts";
import { buildEdited } from "../support/excerpt-copy.ts";
import { WITH_OPPS_CAP } from "../support/more-files.ts";

const { book } = await buildEdited("2025A", {});
const WHOLE: ReleaseBook = { ...book, release: { ...book.release, coverage: "whole" } };

/** A check that compares 22510 and 22511 and finds 22511 wrong. */
const CHECK: Check<ReleaseBook> = {
  id: "test.check",
  invariants: [],
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
  const problems = new Problems();
  const report = runChecks(on, problems, { checks: [CHECK], exceptions });
  return { problems: problems.list, report };
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
    expect(report.exceptionsUsed).toEqual([{ ...exception("22511"), rows: 1 }]);
  });

  it("covers every row, or all rows whose key ends alike, where the key begins with a star", () => {
    for (const key of ["*", "*2511"]) {
      const { problems, report } = run([exception(key)], WHOLE);
      expect(problems).toEqual([]);
      expect(report.exceptionsUsed).toEqual([{ ...exception(key), rows: 1 }]);
    }
    expect(run([exception("* 0920220")]).problems).toMatchObject([{ code: "test.check" }]);
    expect(run([exception("22511"), exception("*9")], WHOLE).problems).toMatchObject([{ code: "exception.unneeded" }]);
  });

  it("holds for one posting alone where it names a revision", () => {
    const [own, other] = [1, 2].map((revision) => ({ ...exception("22511"), revision })) as [Exception, Exception];
    expect(run([own]).problems).toEqual([]);
    expect(run([other], WHOLE).problems).toMatchObject([{ code: "test.check" }]);
    expect(run([own, { ...other, key: "22510" }], WHOLE).problems).toEqual([]);
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
    const problems = new Problems();
    runChecks(WHOLE, problems, { checks: [unread], exceptions: [exception("22511"), exception("G0252")] });
    expect(problems.list).toEqual([]);
  });

  it("calls nothing stale when something could not be read", () => {
    const reading = { code: "cell.unreadable", place: { file: "f" }, message: "m", cure: "c" };
    const problems = new Problems();
    problems.add(reading);
    runChecks(WHOLE, problems, { checks: [CHECK], exceptions: [exception("22511"), exception("22510")] });
    expect(problems.list).toEqual([reading]);
  });

  it("leaves exceptions of other publications alone", () => {
    expect(run([exception("22511"), exception("22511", "RVU24A")], WHOLE).problems).toEqual([]);
  });
});

describe("a file of CMS's that is wrong throughout", () => {
  const stale = (text: string): string => text.replaceAll(/\d+\.\d\d,\d+\.\d\d$/gm, "1.00,1.00");
  const edits = { ...WITH_OPPS_CAP.edits, "OPPSCAP_JAN.csv": stale };
  const labelled = (label: string) => (release: Release) => ({
    ...release,
    publications: release.publications.map((each) => (each.family === "pfs" ? { ...each, label } : each)),
  });

  it("is excepted by one entry, and the manifest counts its rows", async () => {
    const { problems, report, outputs } = await buildEdited("2025A", edits, labelled("RVU24C"), WITH_OPPS_CAP.build);
    expect(problems).toEqual([]);
    expect(report.exceptionsUsed).toMatchObject([{ publication: "RVU24C", key: "*", rows: 4 }]);
    const last = [...outputs].find(({ path }) => path === "manifest.json");
    const manifest = Manifest.parse(JSON.parse(Buffer.from(last?.bytes ?? []).toString("utf8")));
    expect(manifest.exceptions).toMatchObject([{ check: "pfs.opps-cap-price", key: "*", rows: 4 }]);
    expect(manifest.checks.find(({ id }) => id === "pfs.opps-cap-price")).toMatchObject({
      checked: 4,
      held: 0,
      excepted: 4,
    });
  });

  it("is not excepted under another name", async () => {
    const { problems } = await buildEdited("2025A", edits, undefined, WITH_OPPS_CAP.build);
    expect(problems.filter(({ code }) => code === "pfs.opps-cap-price")).toHaveLength(4);
  });
});

describe("a finding that was accepted by its name", () => {
  const accepted = [{ check: "test.check", key: "22511", reason: "it is so" }];
  const acceptable: Check<ReleaseBook> = { ...CHECK, acceptable: true };
  const unregistered: ReleaseBook = {
    ...WHOLE,
    release: {
      ...WHOLE.release,
      publications: WHOLE.release.publications.map((each) => ({ ...each, registered: false })),
    },
  };
  const codes = (checks: readonly Check<ReleaseBook>[], on: ReleaseBook, keys = accepted): string[] => {
    const problems = new Problems();
    runChecks(on, problems, { checks, exceptions: [], accepted: keys });
    return problems.list.map(({ code }) => code);
  };

  it("passes in a release that is not registered", () => {
    expect(codes([acceptable], unregistered)).toEqual([]);
    expect(codes([acceptable], unregistered, [{ ...(accepted[0] as (typeof accepted)[0]), key: "22510" }])).toEqual([
      "test.check",
    ]);
  });

  it("does not pass where the bytes are pinned, nor for a check of what the file itself says", () => {
    expect(codes([acceptable], WHOLE)).toEqual(["test.check"]);
    expect(codes([CHECK], unregistered)).toEqual(["test.check"]);
  });

  it("is not the way out for too many rows of a check for review", () => {
    const many: Check<ReleaseBook> = {
      ...CHECK,
      id: "pfs.components-by-pctc",
      severity: "review",
      run: (of) => {
        const [violation] = (CHECK.run(of) as Findings).violations;
        const violations = Array.from({ length: 7 }, (_, at) => ({
          ...(violation as NonNullable<typeof violation>),
          key: `k${at}`,
        }));
        return { ...(CHECK.run(of) as Findings), checked: 1000, violations };
      },
    };
    const few: Check<ReleaseBook> = { ...many, run: (of) => ({ ...(CHECK.run(of) as Findings), checked: 1000 }) };
    expect(codes([few], unregistered)).toEqual([]);
    expect(codes([many], unregistered)).toHaveLength(7);
  });
});

import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { completeness } from "../../pipelines/sources/sources.ts";
import type { Exceptions as ExceptionsSchema } from "../../schemas/source/parameters.ts";
import { fewRows } from "../support/few-rows.ts";
import { ratebookHere } from "../support/in-process.ts";
import { MADE_UP_FACTOR, madeUpQuarter } from "../support/made-up-quarter.ts";
import { ProjectCopy } from "../support/project-copy.ts";

type Exceptions = z.infer<typeof ExceptionsSchema>;

describe("register and factor", () => {
  it("write what a build of the next quarter needs", async () => {
    const copy = ProjectCopy.ofSources().asOf2026();
    const from = await madeUpQuarter();
    const ratebook = (args: string) => copy.run(`node scripts/ratebook.mjs ${args}`);
    const factors = `pfs=${MADE_UP_FACTOR} pfs-qualifying=34.1825 opps=91.415 asc=56.322 --year 2039 --cite "CY 2039 final rules"`;
    expect(ratebook(`factor ${factors}`)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^34\.0125 \(pfs, non-qualifying-apm\) is expected from 2039-01-01 to 2039-12-31\n/,
      ),
    });
    const register = `register --from ${from} --release 2039A`;
    expect(ratebook(register)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /cross\.continuity\n +rvu\.rows in rvu39a.*\n +the table has 22 rows, that of RVU26C 19356: /,
      ),
    });
    copy.takeFewRows();
    expect(ratebook(register)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /wrote sources.publications.pfs.RVU39A\.json[\s\S]*wrote sources.profiles.pfs.RVU39A\.json/,
      ),
    });
    const built = ratebook(`--from ${from} --release 2039A --json`);
    expect([built.status, JSON.parse(built.stdout)]).toMatchObject([
      0,
      { releases: [{ release: "2039A", built: true }] },
    ]);
  });

  it("ask once for a factor that is not recorded, of each track, and write nothing", async () => {
    const copy = ProjectCopy.ofSources().asOf2026();
    const from = await madeUpQuarter();
    const ratebook = (args: string) => copy.run(`node scripts/ratebook.mjs ${args}`);
    const asked = (): string[] => {
      const { status, stderr } = ratebook(`register --from ${from} --release 2039A`);
      expect(status).toBe(1);
      return stderr.match(/ratebook factor pfs\S* --year 2039 --cite/g) ?? [];
    };
    expect(asked()).toEqual([`ratebook factor pfs=${MADE_UP_FACTOR} --year 2039 --cite`]);
    ratebook(`factor pfs=${MADE_UP_FACTOR} opps=91.415 asc=56.322 --year 2039 --cite "CY 2039 final rules"`);
    expect(asked()).toEqual(["ratebook factor pfs-qualifying=DOLLARS --year 2039 --cite"]);
  });

  it("take a quarter that is like no other once each finding is accepted by its name, and write down why", async () => {
    const copy = ProjectCopy.ofSources().asOf2026();
    const from = await madeUpQuarter();
    const ratebook = (args: string) => copy.run(`node scripts/ratebook.mjs ${args}`);
    ratebook(
      `factor pfs=${MADE_UP_FACTOR} pfs-qualifying=34.1825 opps=91.415 asc=56.322 --year 2039 --cite "CY 2039 final rules"`,
    );
    const visits = completeness().landmarks.codes.map((code) => `pfs.landmark-codes:${code}=a few rows`);
    const repeated = "cross.continuity:gpci.another=made from that of 2026";
    const findings = [...fewRows("rvu", "asc-aa", "asc-bb"), ...visits, repeated];
    const accepting = findings.map((each) => `--accept "${each}"`).join(" ");
    const registered = ratebook(`register --from ${from} --release 2039A ${accepting} --source "a test"`);
    expect(registered).toMatchObject({ status: 0, stdout: expect.stringContaining("wrote sources/exceptions.json") });
    expect(registered.stdout).toMatch(/wrote exceptions: .*31 of pfs\.landmark-codes/);
    expect(registered.stdout).toMatch(/wrote exceptions: .*\d+ of cross\.continuity/);
    const { exceptions } = JSON.parse(copy.read("sources/exceptions.json")) as Exceptions;
    expect(exceptions).toContainEqual({
      check: "cross.continuity",
      publication: "RVU39A",
      key: "gpci.another",
      reason: "made from that of 2026",
      source: "a test",
    });
    expect(
      exceptions.filter(({ check, publication }) => check === "pfs.landmark-codes" && publication === "RVU39A"),
    ).toHaveLength(31);
    expect(ratebook(`--from ${from} --release 2039A --json`).status).toBe(0);
  });

  it("exits 3 for a release that cannot be one, and where nothing is new", async () => {
    const unknown = await ratebookHere("register", "--from", ".", "--release", "39A");
    expect([unknown.status, unknown.stderr]).toEqual([3, expect.stringMatching(/"39A" is not a name of a release/)]);
    const nothing = await ratebookHere("register", "--from", "test/types", "--release", "2039A");
    expect([nothing.status, nothing.stderr]).toEqual([3, expect.stringMatching(/no new files of 2039A/)]);
  });

  it("records no factor for days that have one, and exits 1", async () => {
    const { status, stderr } = await ratebookHere("factor", "pfs=34", "--year", "2026", "--cite", "x");
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/33\.4009 is recorded for pfs from 2026-01-01 to 2026-12-31/),
    ]);
  });

  it.each([
    ["register --release 2039A", /required option '--from/],
    ["register --from . --release 2039A --posted tomorrow", /"tomorrow" is not a day/],
    ["register --from . --release 2039A --url there", /"there" is not a URL/],
    ["register --from . --release 2039A --origin copied", /origins are cms, edited, reconstructed, transcribed/],
    ["register --from . --release 2039A --origin edited", /--origin edited needs --origin-note/],
    [
      "register --from . --release 2039A --accept pfs.landmark-codes:99213=x",
      /--accept needs --source, and --source needs --accept/,
    ],
    [
      "register --from . --release 2039A --family rvu",
      /families are pfs, opps, asc, opps-rule, ncci, ncci-ptp, wage-index, zip/,
    ],
    ["factor pfs=34 --cite x", /--year 2027, or --start/],
    ["factor gpci=1 --year 2039 --cite x", /factors are pfs, pfs-qualifying, opps, asc/],
  ])("exits 2 and says what is wrong: %s", async (args, message) => {
    const { status, stderr } = await ratebookHere(...args.split(" "));
    expect([status, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

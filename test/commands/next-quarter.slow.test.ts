import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RateDocument } from "../../schemas/out/rate.ts";
import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { broken77012, MADE_UP_FACTOR, madeUpQuarter, raised22511 } from "../support/made-up-quarter.ts";
import { ProjectCopy } from "../support/project-copy.ts";

/** What adding a quarter takes once its files are downloaded. The first is needed in January alone. */
const COMMANDS = {
  factor: `npx ratebook factor pfs=${MADE_UP_FACTOR} pfs-qualifying=34.1825 opps=91.415 asc=56.322 --year 2039 --cite "CY 2039 final rules"`,
  register: "npx ratebook register --from FOLDER --release 2039A",
  build: "npx ratebook build --from FOLDER --release 2039A",
  rate: "npx ratebook rate 22511 --on 2039-02-14 --out out-local",
} as const;

const read = (copy: ProjectCopy, path: string): unknown => JSON.parse(readFileSync(join(copy.folder, path), "utf8"));

function formatted(copy: ProjectCopy): number | null {
  return copy.run("npx biome ci --vcs-enabled=false sources").status;
}

describe("the next quarter", () => {
  it("comes in by four commands, with a moved column and another factor, and no change of code", async () => {
    const copy = new ProjectCopy().asOf2026();
    copy.takeFewRows();
    const from = await madeUpQuarter();
    const run = (command: string) => copy.run(command.replace("FOLDER", from));

    expect(run(COMMANDS.register)).toMatchObject({ status: 1, stdout: expect.not.stringContaining("wrote") });
    expect(run(COMMANDS.factor)).toMatchObject({ status: 0 });
    const registered = run(COMMANDS.register);
    expect(registered.status).toBe(0);
    expect(registered.stdout).toContain("wrote sources/publications/pfs/RVU39A.json");
    expect(registered.stdout).toContain("wrote sources/publications/asc/2039Q1.json");
    expect(registered.stdout).toContain("wrote sources/calendar.json");
    expect(formatted(copy)).toBe(0);
    expect(run(COMMANDS.build)).toMatchObject({ status: 0 });

    // 7.15 + 44.89 + 1.07 = 53.11; x 34.0125 = 1806.403875. 7.15 + 2.60 + 1.07 = 10.82; x 34.0125 = 368.01525
    const national = run(COMMANDS.rate);
    expect(national.status).toBe(0);
    expect(national.stdout).toMatch(/office +physician +\$1,806\.40 /);
    expect(national.stdout).toMatch(/ambulatory surgical center +facility +\$1,644\.87 .*\n +physician +\$368\.02 /);
    // Wyoming: 7.15 x 1.000 + 44.89 x 1.000 + 1.07 x 0.740 = 52.8318; x 34.0125 = 1796.9415975
    const local = run(`${COMMANDS.rate} --locality 0360221 --setting office --json`);
    const document = JSON.parse(local.stdout.slice(local.stdout.indexOf("{"))) as RateDocument;
    expect(document.settings[0]).toMatchObject({ nonFacility: { value: "1796.94" } });
    const work = { column: "L", heading: "WORK RVU" };
    expect(document.settings[0]).toMatchObject({
      nonFacility: { cells: [{ columns: expect.arrayContaining([work]) }, {}] },
    });
    expect(document.conversionFactor).toEqual({ value: MADE_UP_FACTOR, track: "non-qualifying-apm" });
  });

  it("takes a second posting as a revision, only with a word on what changed, and keeps the first", async () => {
    const copy = new ProjectCopy().asOf2026();
    copy.takeFewRows();
    const first = await madeUpQuarter();
    const again = await madeUpQuarter({ posted: "01-15-2039", edit: raised22511 });
    copy.run(COMMANDS.factor);
    expect(copy.run(COMMANDS.register.replace("FOLDER", first)).status).toBe(0);
    const before = read(copy, "sources/publications/pfs/RVU39A.json") as PublicationEntry;
    expect(before.revisions[0]).toMatchObject({ posted: "2038-12-21", postedSource: "the date in CMS's file name" });

    const unchanged = copy.run(COMMANDS.register.replace("FOLDER", first));
    expect([unchanged.status, unchanged.stderr]).toEqual([3, expect.stringContaining("no new files of 2039A")]);
    const wordless = copy.run(COMMANDS.register.replace("FOLDER", again));
    expect([wordless.status, wordless.stderr]).toEqual([2, expect.stringContaining("--note")]);
    expect(read(copy, "sources/publications/pfs/RVU39A.json")).toEqual(before);

    expect(copy.run(`${COMMANDS.register.replace("FOLDER", again)} --note "work RVU of 22511"`).status).toBe(0);
    const after = read(copy, "sources/publications/pfs/RVU39A.json") as PublicationEntry;
    expect(after.revisions).toHaveLength(2);
    expect(after.revisions[0]).toEqual(before.revisions[0]);
    expect(after.revisions[1]).toMatchObject({ posted: "2039-01-15", note: "work RVU of 22511" });
    expect(formatted(copy)).toBe(0);
    // 7.25 + 44.89 + 1.07 = 53.21; x 34.0125 = 1809.805125
    expect(copy.run(COMMANDS.build.replace("FOLDER", again)).status).toBe(0);
    expect(copy.run(COMMANDS.rate).stdout).toMatch(/office +physician +\$1,809\.81 /);
    expect(existsSync(join(copy.folder, "sources/calendar.json.part"))).toBe(false);

    // A look-up takes the calendar as it is; a build validates it
    const calendar = join(copy.folder, "sources/calendar.json");
    writeFileSync(calendar, readFileSync(calendar, "utf8").replace('"supersedes"', '"supercedes"'));
    expect(copy.run(COMMANDS.rate).status).toBe(0);
    const refused = copy.run(COMMANDS.build.replace("FOLDER", again));
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/source\.invalid\n +sources\/calendar\.json/),
    ]);
  });

  it("writes nothing while rows break a check, shows how to accept each by its key, and writes what is accepted", async () => {
    const copy = new ProjectCopy().asOf2026();
    copy.takeFewRows();
    const register = COMMANDS.register.replace("FOLDER", await madeUpQuarter({ edit: broken77012 }));
    copy.run(COMMANDS.factor);
    const refused = copy.run(register);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/pfs\.global-is-26-plus-tc\n +77012 in rvu39a/);
    expect(refused.stderr).toContain("Exceptions needed: 1 of pfs.global-is-26-plus-tc");
    const accepting = '--accept "pfs.global-is-26-plus-tc:77012=';
    expect(refused.stderr).toContain(`  ${accepting}why CMS's figures break the rule"`);
    expect(existsSync(join(copy.folder, "sources/publications/pfs/RVU39A.json"))).toBe(false);

    const accepted = copy.run(`${register} ${accepting}0.47 + 1.66 = 2.13, CMS prints 2.12" --source "rows of 77012"`);
    expect([accepted.status, accepted.stdout]).toEqual([0, expect.stringContaining("wrote sources/exceptions.json")]);
    expect(formatted(copy)).toBe(0);
    expect(copy.run(COMMANDS.build.replace("FOLDER", "nowhere")).status).toBe(3);
  });
});

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { RefreshDocument } from "../../schemas/out/refresh.ts";
import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { sourceText } from "../../scripts/out/source-files.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { EarlierRepository } from "../support/earlier-registry.ts";
import { madeUpArchives } from "../support/made-up-quarter.ts";
import { CMS_FOLDER, describeWithFoundOracles, SHARED_FOLDER } from "../support/real.ts";
import { zipOf } from "../support/zips.ts";

/** What a person has who stopped after January 2026, by its place in ../shared. */
const AT_2026A = [
  ...["cms/pfs/RVU25A.zip", "cms/asc/2025Q1", "cms/opps/2025Q1-edited", "cms/asc/wage-index"],
  ...["cms/pfs/RVU26A", "cms/asc/2026Q1", "cms/opps/2026Q1-reconstructed", "cms/crosswalk"],
  "found-2026-11/pfs-2026A",
];

/** Files of a folder as an archive of CMS's. */
async function archiveOf(folder: string, keep: RegExp, named = (name: string) => name): Promise<Uint8Array> {
  const names = readdirSync(folder).filter((name) => keep.test(name));
  return await zipOf(
    Object.fromEntries(names.map((name) => [named(name), new Uint8Array(readFileSync(join(folder, name)))])),
  );
}

/** Accepts everything that the report asks for, each by its key. */
function accepting(report: RefreshDocument | undefined, reason: string): string {
  const findings = report?.releases.flatMap((each) => each.findings) ?? [];
  const each = findings.map(({ check, key }) => `--accept "${check}:${key}=${reason}"`);
  return each.length === 0 ? "" : `${each.join(" ")} --source "a test"`;
}

/** What the tests of this file change one after the other, as a person would. */
class Desk {
  readonly cms = new ImitationCms();
  readonly folder = mkdtempSync(join(tmpdir(), "ratebook-test-"));
  readonly local = join(this.folder, "cms");
  readonly repository = new EarlierRepository("2026A", join(this.folder, "ratebook"), (folder) => {
    // As before CMS corrected the ASC addenda of January 2025
    const path = join(folder, "sources/publications/asc/2025Q1.json");
    const { preferred: _, ...entry } = JSON.parse(readFileSync(path, "utf8")) as PublicationEntry;
    writeFileSync(path, sourceText({ ...entry, revisions: entry.revisions.slice(0, 1) }));
  });

  constructor() {
    for (const path of AT_2026A) {
      mkdirSync(dirname(join(this.local, path)), { recursive: true });
      cpSync(join(SHARED_FOLDER, path), join(this.local, path), { recursive: true });
    }
  }

  async refresh(day: string, options = "") {
    const env = { RATEBOOK_CMS: this.cms.origin, RATEBOOK_STORE: join(this.folder, "store") };
    const said = await this.repository.run(`node scripts/ratebook.mjs refresh --on ${day} --json ${options}`, env);
    const json = said.stdout.startsWith("{") ? JSON.parse(said.stdout) : undefined;
    const report = json?.schema === undefined ? undefined : RefreshDocument.parse(json);
    return { status: said.status, report, error: json?.error, stderr: said.stderr };
  }

  /** Applies what a first run reports, with every finding accepted, and merges the branch as a person would. */
  async applied(day: string, branch: string, options = "") {
    const first = await this.refresh(day, options);
    expect([first.status, first.error, first.report?.problems]).toEqual([4, undefined, []]);
    const accepted = accepting(first.report, "as CMS has it");
    const done = await this.refresh(day, `${options} ${accepted} --apply`);
    expect([done.status, done.error]).toEqual([0, undefined]);
    expect(this.repository.git("status --porcelain -- . :!node_modules").stdout).toBe("");
    const text = this.repository.read("refresh/pull-request.md");
    this.repository.git(`merge -q ${branch}`);
    return { first: first.report, done: done.report, text };
  }

  /** Builds the only placed release again with what is merged: its attestation names exactly that code and registry. */
  async expectAsMerged(): Promise<void> {
    const { stdout } = await this.repository.run(
      `node scripts/ratebook.mjs verify out-local --from ${join(this.folder, "store")} --json`,
    );
    expect(JSON.parse(stdout)).toMatchObject({ verified: true, releases: [{ builtByOtherCode: null }] });
  }
}

const PULL_REQUESTS = "../fixtures/pull-requests";

describeWithFoundOracles("refresh, quarter after quarter, from CMS's pages", () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = new Desk();
    await desk.cms.start();
  });
  afterAll(async () => {
    await desk.cms.stop();
    rmSync(desk.folder, { recursive: true, force: true });
  });

  it("has nothing new in the folder of a person who is up to date, and keeps its files", async () => {
    const { status, report } = await desk.refresh("2026-03-01", `--from ${desk.local}`);
    expect([status, report?.state, report?.releases, report?.problems]).toEqual([0, "nothing-new", [], []]);
    expect(report?.inForce).toMatchObject({ release: "2026A", isBuilt: false });
    expect(report?.notes.join()).toContain("are kept in");
  });

  it("takes April 2026, the addenda after somebody accepted the licence by name", async () => {
    const { cms } = desk;
    const pfs = await archiveOf(join(CMS_FOLDER, "pfs/RVU26B"), /^PPRRVU.*\.csv$|first-posting/, (name) =>
      name.replace("GPCI2026.first-posting.LF", "GPCI2026"),
    );
    cms.post({ family: "pfs", id: "RVU26B", label: "RVU26B", name: "rvu26b.zip", bytes: pfs, gated: false });
    const asc = await archiveOf(
      join(CMS_FOLDER, "asc/2026Q2"),
      /\.csv$/,
      (name) => `508 Version/April 2026 ASC Addenda - Addendum ${name.replace(".csv", ".03.23.26.csv")}`,
    );
    const name = "april-2026-asc-approved-hcpcs-code-payment-rates.zip";
    cms.post({ family: "asc", id: "2026Q2", label: "April 2026 ASC Addenda", name, bytes: asc, gated: true });
    const closed = await desk.refresh("2026-04-02", "--families pfs,asc");
    expect(closed.report?.gated.map(({ address }) => address)).toEqual([`https://www.cms.gov/files/zip/${name}`]);
    expect(cms.asked.filter((path) => path.includes("agree=yes"))).toEqual([]);
    // Whoever changes the program at the same time would have his texts in a pull request of the committed one
    const changed = join(desk.repository.folder, "pipelines/README.md");
    const committed = readFileSync(changed, "utf8");
    writeFileSync(changed, `${committed}\n`);
    const refused = await desk.refresh("2026-04-02", "--families pfs --apply");
    expect(refused.error).toMatchObject({ code: "refresh.uncommitted", message: expect.stringContaining("README.md") });
    writeFileSync(changed, committed);
    const { first, text } = await desk.applied(
      "2026-04-02",
      "refresh/2026B",
      '--families pfs,asc --accept-ama-license "the test"',
    );
    const [release] = first?.releases ?? [];
    expect(release?.publications.map(({ label, kind }) => [label, kind])).toEqual([
      ["RVU26B", "new"],
      ["ASC addenda 2026Q2", "new"],
    ]);
    expect(release?.compared?.with).toBe("2026A");
    await expect(text).toMatchFileSnapshot(`${PULL_REQUESTS}/2026B.md`);
    const rate = await desk.repository.run(
      "node scripts/ratebook.mjs rate 22511 --out out-local --release 2026B --json",
    );
    // CMS's ASC rate of April 2026 for 22511, Addendum AA
    expect(rate.stdout).toContain("1644.87");
    await desk.expectAsMerged();
  });

  it("finds nothing new when nothing is, and asks CMS only whether files have changed", async () => {
    desk.cms.requests.length = 0;
    const { status, report } = await desk.refresh("2026-04-03", "--families pfs,asc");
    expect([status, report?.state]).toEqual([0, "nothing-new"]);
    const files = desk.cms.requests.filter(({ path }) => path.startsWith("/files/"));
    expect(files.map(({ headers }) => typeof headers["if-none-match"])).toEqual(["string"]);
  });

  it("takes a correction under another name as another posting, with a note of what differs", async () => {
    const bytes = await archiveOf(join(CMS_FOLDER, "pfs/RVU26B"), /^PPRRVU.*\.csv$|^GPCI2026\.csv$/);
    desk.cms.withdraw("rvu26b.zip");
    const name = "rvu26b-updated-05-01-2026.zip";
    desk.cms.post({ family: "pfs", id: "RVU26B", label: "RVU26B", name, bytes, gated: false });
    const { first, text } = await desk.applied("2026-05-02", "refresh/2026B", "--families pfs,asc");
    expect(first?.releases[0]?.publications).toMatchObject([
      { label: "RVU26B", kind: "revision", revision: 2, note: expect.stringContaining("no longer has") },
    ]);
    expect(first?.gone).toContainEqual({
      label: "RVU26B",
      address: "https://www.cms.gov/files/zip/rvu26b.zip",
      isHeld: true,
    });
    await expect(text).toMatchFileSnapshot(`${PULL_REQUESTS}/2026B-correction.md`);
    const entry = JSON.parse(desk.repository.read("sources/publications/pfs/RVU26B.json"));
    expect(entry.revisions.map(({ url }: { url: string }) => url)).toEqual([
      "https://www.cms.gov/files/zip/rvu26b.zip",
      `https://www.cms.gov/files/zip/${name}`,
    ]);
    await desk.expectAsMerged();
  });

  it("takes a correction of another year that CMS put under the old address", async () => {
    const bytes = await archiveOf(join(CMS_FOLDER, "asc/2025Q1-corrected"), /\.csv$/);
    const name = "january-2025-asc-approved-hcpcs-code-and-payment-rates.zip";
    desk.cms.post({ family: "asc", id: "2025Q1", label: "January 2025 ASC Addenda", name, bytes, gated: true });
    const { first, text } = await desk.applied(
      "2026-05-03",
      "refresh/2025A",
      '--families pfs,asc --accept-ama-license "the test"',
    );
    expect(first?.releases.map(({ release, compared }) => [release, compared?.with])).toEqual([
      ["2025A", "2025A as it was"],
    ]);
    // 15013 and C8002 moved to another APC between rule and January file
    expect(first?.releases[0]?.publications).toMatchObject([
      { label: "ASC addenda 2025Q1", kind: "revision", revision: 2, note: expect.stringContaining("15013") },
    ]);
    await expect(text).toMatchFileSnapshot(`${PULL_REQUESTS}/2025A-correction.md`);
  });

  it("takes July 2026", async () => {
    const bytes = await archiveOf(join(CMS_FOLDER, "pfs/RVU26C"), /\.csv$/);
    const name = "rvu26c-updated-06-30-2026.zip";
    desk.cms.post({ family: "pfs", id: "RVU26C", label: "RVU26C", name, bytes, gated: false });
    const { first, text } = await desk.applied("2026-07-01", "refresh/2026C", "--families pfs,asc");
    expect(first?.releases.map(({ release, compared }) => [release, compared?.with])).toEqual([["2026C", "2026B"]]);
    await expect(text).toMatchFileSnapshot(`${PULL_REQUESTS}/2026C.md`);
  });

  it("takes a January with a moved column and new factors, which need a citation", async () => {
    const { pfs, asc } = await madeUpArchives("2027");
    const name = "rvu27a-updated-12-21-2026.zip";
    desk.cms.post({ family: "pfs", id: "RVU27A", label: "RVU27A", name, bytes: pfs, gated: false });
    const ascName = "january-2027-asc-addenda.zip";
    desk.cms.post({
      family: "asc",
      id: "2027Q1",
      label: "January 2027 ASC Addenda",
      name: ascName,
      bytes: asc,
      gated: false,
    });
    const options = "--families pfs,asc --factor pfs-qualifying=34.1825";
    const first = await desk.refresh("2027-01-02", options);
    const uncited = await desk.refresh("2027-01-02", `${options} ${accepting(first.report, "a few rows")} --apply`);
    expect(uncited.error).toMatchObject({ code: "refresh.cite-needed", message: expect.stringContaining("34.0125") });
    const { text } = await desk.applied("2027-01-02", "refresh/2027A", `${options} --cite "CY 2027 final rules"`);
    await expect(text).toMatchFileSnapshot(`${PULL_REQUESTS}/2027A.md`);
    const factors = desk.repository.read("sources/parameters/conversion-factors.json");
    expect(factors).toContain('"34.0125"');
    expect(factors).toContain("CY 2027 final rules");
  });
});

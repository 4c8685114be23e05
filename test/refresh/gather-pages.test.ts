import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { storeRecords } from "../../pipelines/inputs/store.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import type { Problem } from "../../schemas/place.ts";
import { RUN_HOLDER } from "../../scripts/fetch/arriving.ts";
import { ourselves } from "../../scripts/out/lock-holder.ts";
import { gatherPages } from "../../scripts/refresh/gather-pages.ts";
import { Store } from "../../scripts/store/store.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

/** Noise, so that an archive is as long as an honest one. */
const NOISE = Array.from({ length: 3000 }, (_, index) => (index * 7919) % 10_007).join();

let cms: ImitationCms;
let store: Store;

beforeEach(async () => {
  cms = new ImitationCms();
  await cms.start();
  store = Store.open(join(temporaryFolder(), "store"), { create: true });
});
afterEach(() => cms.stop());

/** Gathers RVU39A with these members. Returns the problems. */
async function gathered(members: Readonly<Record<string, string | Uint8Array>>): Promise<readonly Problem[]> {
  const bytes = await zipOf(members);
  cms.post({ family: "pfs", id: "RVU39A", label: "RVU39A", name: "rvu39a.zip", bytes, gated: false });
  const problems = new Problems();
  const how = { store, origin: cms.origin, delay: async () => {}, licenceAcceptedBy: undefined };
  await gatherPages({ ...how, families: ["pfs"], day: "2039-01-02" }, problems);
  return problems.list;
}

describe("an archive that a page names for a publication", () => {
  it("is kept with a table of its family, or with another archive in it", async () => {
    expect(await gathered({ "letter.txt": "x", "RVU39A/PPRRVU2039_Jan_nonQPP.csv": NOISE })).toEqual([]);
    expect(await gathered({ "letter.txt": NOISE, "tables.zip": await zipOf({ "GPCI2039.csv": "x" }) })).toEqual([]);
    expect(storeRecords(store.folder)).toHaveLength(2);
  });

  it("is refused without one, and the members are named", async () => {
    const others = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.csv`, NOISE]));
    const [problem, ...more] = await gathered({ "2039 April Web Addendum B.csv": NOISE, ...others });
    expect([problem?.code, more]).toEqual(["pages.other-archive", []]);
    expect(problem?.message).toMatch(
      /for RVU39A; expected .* a table of pfs, saw 2039 April Web Addendum B\.csv, 0\.csv/,
    );
    expect(problem?.message).toMatch(/, 6\.csv and 2 more$/);
    expect(storeRecords(store.folder)).toEqual([]);
  });

  it("is refused where it is smaller than any of CMS's", async () => {
    expect((await gathered({ "GPCI2039.csv": "x" })).map(({ code }) => code)).toEqual(["fetch.too-small"]);
    expect(storeRecords(store.folder)).toEqual([]);
  });
});

describe(gatherPages, () => {
  it("takes away what an interrupted run left, and what it has itself", async () => {
    const arriving = join(store.folder, "arriving");
    mkdirSync(join(arriving, "run-interrupted"), { recursive: true });
    const gone = { ...ourselves(), started: "another process had this id" };
    writeFileSync(join(arriving, "run-interrupted", RUN_HOLDER), JSON.stringify(gone));
    await gathered({ "GPCI2039.csv": NOISE });
    expect(readdirSync(arriving)).toEqual([]);
  });
});

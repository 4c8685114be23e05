import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { useRegistry } from "../../pipelines/sources/read-source.ts";
import { MADE_UP_FACTOR, madeUpArchives } from "../support/made-up-quarter.ts";
import { fileOf, record } from "../support/payment-file.ts";
import { RefreshDesk } from "../support/refresh-desk.ts";
import { zipOf } from "../support/zips.ts";

const { pfs: RVU39A } = await madeUpArchives("2039");
const NAME = "pfrev39a-updated-12-21-2038.zip";

/** 22511 in Alabama: work and its GPCI, MP and its GPCI, and the amount with these practice expenses. */
function amountOf(pe: number): string {
  return ((7.15 * 1 + pe * 0.875 + 1.07 * 0.566) * Number(MADE_UP_FACTOR)).toFixed(2);
}

async function amounts(nonFacility: string): Promise<Uint8Array> {
  const row = record({ year: "2039", hcpcs: "22511", nonFacility, facility: amountOf(2.6) });
  return await zipOf({ "PFREV39A.txt": fileOf(row) });
}

afterEach(() => useRegistry(undefined));

it("compares a release with the payment amounts that an earlier refresh kept in the store", async () => {
  const desk = new RefreshDesk();
  desk.download("rvu39a-updated-12-21-2038.zip", RVU39A);
  const options = ["--families", "pfs", "--factor", "pfs-qualifying=34.1825"];
  /** Keeps amounts in the store, then applies without them in the folder. */
  const applied = async (nonFacility: string) => {
    desk.download(NAME, await amounts(nonFacility));
    expect((await desk.refresh(...options)).status).toBe(4);
    rmSync(join(desk.from, NAME));
    return await desk.apply(...options);
  };
  expect((await applied("1.00")).error).toMatchObject({
    code: "refresh.step",
    message: expect.stringContaining(`${NAME} > PFREV39A.txt`),
  });
  expect(await applied(amountOf(44.89))).toMatchObject({ status: 0, report: { state: "applied" } });
  const text = readFileSync(join(desk.to, "pull-request.md"), "utf8");
  expect(text).toContain(`- \`conformance\`: every amount of ${NAME} is equal`);
});

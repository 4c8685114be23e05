import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { isArchive, listDownloads } from "../../pipelines/inputs/downloads.ts";
import { readWorkbook } from "../../pipelines/tables/xlsx.ts";
import { openZip } from "../../pipelines/tables/zip.ts";
import { judge } from "../support/judge.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

/** A workbook that CMS published, by itself or in an archive. */
interface Published {
  readonly name: string;
  read(): Uint8Array | Promise<Uint8Array>;
}

const isWorkbook = (name: string): boolean => /\.xlsx$/i.test(name);

async function publishedBelow(folder: string): Promise<Published[]> {
  const found: Published[] = [];
  for (const download of listDownloads(folder)) {
    const { path } = download;
    if (isWorkbook(path)) found.push({ name: path, read: () => download.read() });
    if (!isArchive(download)) continue;
    const members = (await openZip(download.read(), path)).filter(({ name }) => isWorkbook(name));
    found.push(...members.map((member) => ({ name: `${path} > ${member.name}`, read: () => member.read() })));
  }
  return found;
}

describeWithRealFiles("exceljs, which has its own reader, agrees with ours on every cell of CMS's workbooks", () => {
  let workbooks: readonly Published[] = [];
  beforeAll(async () => {
    workbooks = await publishedBelow(join(CMS_FOLDER, ".."));
  });

  it("all 65 of them and more", { timeout: 600_000 }, async () => {
    let cells = 0;
    for (const { name, read } of workbooks) {
      const bytes = await read();
      const { agreed, differences } = await judge(bytes, await readWorkbook(bytes, name));
      expect([name, differences.slice(0, 5)]).toEqual([name, []]);
      cells += agreed;
    }
    expect(workbooks.length).toBeGreaterThanOrEqual(65);
    expect(cells).toBeGreaterThan(6_000_000);
  });
});

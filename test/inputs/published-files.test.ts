import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type PublishedFile, publishedFiles } from "../../pipelines/inputs/published-files.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

async function textOf({ pieces }: PublishedFile): Promise<string> {
  const found: Uint8Array[] = [];
  for await (const piece of pieces()) found.push(piece);
  return Buffer.concat(found).toString("latin1");
}

async function inZip(members: Readonly<Record<string, string | Uint8Array>>) {
  const path = join(temporaryFolder(), "pfrev26b-updated-03-10-2026.zip");
  writeFileSync(path, await zipOf(members));
  return { path, found: publishedFiles(path) };
}

describe(publishedFiles, () => {
  it("opens archives in an archive, as CMS posts the two tracks", async () => {
    const { path, found } = await inZip({
      "PFREV26B_QP.zip": await zipOf({ "PFREV26B.txt": "qualifying", "PF26PB.pdf": "" }),
      "PFREV26B_nonQP.zip": await zipOf({ "PFREV26B.txt": "others" }),
      "notes.txt": "",
    });
    const { files, notRead } = await found;
    expect(files.map(({ shown }) => shown)).toEqual([
      `${path} > PFREV26B_QP.zip > PFREV26B.txt`,
      `${path} > PFREV26B_nonQP.zip > PFREV26B.txt`,
    ]);
    expect(await Promise.all(files.map(textOf))).toEqual(["qualifying", "others"]);
    expect(notRead).toEqual([`${path} > PFREV26B_QP.zip > PF26PB.pdf`, `${path} > notes.txt`]);
  });

  it("opens no archive deeper inside, and none that is not named as CMS's are", async () => {
    const innermost = await zipOf({ "PFREV26B.txt": "deep" });
    const inner = await zipOf({ "PFREV26B_QP.zip": innermost, "PFREV26B.txt": "here" });
    const { found } = await inZip({ "PFREV26B_QP.zip": inner, "other.zip": innermost });
    const { files, notRead } = await found;
    expect(await Promise.all(files.map(textOf))).toEqual(["here"]);
    expect(notRead.map((each) => each.split(" > ").slice(1).join(" > "))).toEqual([
      "PFREV26B_QP.zip > PFREV26B_QP.zip",
      "other.zip",
    ]);
    await expect(
      (await inZip({ "PFREV26B_QP.zip": await zipOf({ "PFREV26B_QP.zip": innermost }) })).found,
    ).rejects.toThrow(/published\.not-found: .*PFREV26B_QP\.zip: no member is named .*it holds PFREV26B_QP\.zip/);
  });

  it("refuses an archive in an archive that is none", async () => {
    const { found } = await inZip({ "PFREV26B_QP.zip": "<!doctype html>" });
    await expect(found).rejects.toThrow(/zip\.not-a-zip: .*PFREV26B_QP\.zip: .*HTML page/);
  });

  it("finds exports of the Look-Up Tool by their heading, under any name, loose and in archives", async () => {
    const folder = temporaryFolder();
    const heading = '\uFEFF"HCPCS Code","Modifier","Short Description","Mac Locality","Non-Facility Price"\r\n';
    mkdirSync(join(folder, "saved"));
    writeFileSync(join(folder, "saved/national_payment_amount.csv"), heading);
    writeFileSync(join(folder, "saved/other.csv"), "HCPCS,MOD\n");
    writeFileSync(join(folder, "PFREV26B.zip"), await zipOf({ "all macs.csv": heading, "PFREV26B.txt": "" }));
    writeFileSync(join(folder, "empty.csv"), "");
    const { files, notRead } = await publishedFiles(folder);
    expect(files.map(({ shown, kind }) => [shown, kind])).toEqual([
      ["PFREV26B.zip > all macs.csv", "look-up"],
      ["PFREV26B.zip > PFREV26B.txt", "payments"],
      ["saved/national_payment_amount.csv", "look-up"],
    ]);
    expect(notRead).toEqual(["empty.csv", "saved/other.csv"]);
    const [named] = (await publishedFiles(join(folder, "saved/other.csv"))).files;
    expect(named?.kind).toBe("payments");
  });

  it("follows no link that lies in a folder", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "elsewhere"), "");
    symlinkSync(join(folder, "elsewhere"), join(folder, "PFREV26B.txt"));
    await expect(publishedFiles(folder)).rejects.toThrow(/from\.not-a-file: PFREV26B\.txt: .*a symbolic link/);
  });
});

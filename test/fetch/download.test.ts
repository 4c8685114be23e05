import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { RUN_HOLDER } from "../../scripts/fetch/arriving.ts";
import { CmsClient } from "../../scripts/fetch/client.ts";
import type { ClientOptions, DownloadProgress } from "../../scripts/fetch/options.ts";
import type { FaultName } from "../support/cms/faults.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

const NAME = "rvu26d-updated-08-26-2026.zip";
const PATH = `/files/zip/${NAME}`;
const ADDRESS = `https://www.cms.gov${PATH}`;
const ARCHIVE = await zipOf({
  "PPRRVU2026_Oct.csv": Array.from({ length: 3000 }, (_, n) => (n * 7919) % 10_007).join(),
});

let cms: ImitationCms;
let open: CmsClient[];

beforeEach(async () => {
  cms = new ImitationCms([{ family: "pfs", id: "RVU26D", label: "RVU26D", name: NAME, bytes: ARCHIVE, gated: false }]);
  open = [];
  await cms.start();
});
afterEach(async () => {
  await Promise.all(open.map((client) => client.close()));
  await cms.stop();
});

function clientIn(folder: string, options: Partial<ClientOptions> = {}): CmsClient {
  const client = new CmsClient({ folder, origin: cms.origin, delay: async () => {}, ...options });
  open.push(client);
  return client;
}

/** Names of files, those on their way included, in the folders of all clients. */
function filesIn(folder: string): string[] {
  const names = readdirSync(folder).flatMap((run) => readdirSync(join(folder, run)));
  return names.filter((name) => name !== RUN_HOLDER);
}

/** Headers of the requests for the file, in order. */
function headersSent(): Readonly<Record<string, unknown>>[] {
  return cms.requests.filter(({ path }) => path.startsWith(PATH)).map(({ headers }) => headers);
}

describe("a file of CMS's", () => {
  it("comes with its hash, its size and what CMS says of it", async () => {
    const folder = temporaryFolder();
    const file = await clientIn(folder).file(ADDRESS);
    const path = join(folder, readdirSync(folder)[0] ?? "", `1-${NAME}`);
    expect(file).toEqual({
      ...{ status: "downloaded", path, address: ADDRESS },
      ...{ sha256: sha256(ARCHIVE), bytes: ARCHIVE.length },
      ...{ etag: `"${sha256(ARCHIVE).slice(0, 16)}"`, lastModified: "Wed, 26 Aug 2026 12:00:00 GMT" },
    });
    expect(readFileSync(path).equals(ARCHIVE)).toBe(true);
    expect(filesIn(folder)).toEqual([`1-${NAME}`]);
  });

  it("is asked for by a program that says who it is, keeps no cookies and wants the bytes as they are", async () => {
    cms.fault(PATH, "cookie");
    const client = clientIn(temporaryFolder(), { contact: "https://example.org/contact" });
    await client.file(ADDRESS);
    await client.file(ADDRESS);
    const [first, second] = headersSent();
    expect(first).toMatchObject({
      "user-agent": `ratebook/${packageJson.version} (+https://example.org/contact)`,
      "accept-encoding": "identity",
    });
    expect(second).not.toHaveProperty("cookie");
  });

  it("is not asked for with a contact that a request cannot carry", () => {
    expect(() => clientIn(temporaryFolder(), { contact: "a\r\nCookie: b" })).toThrow("fetch.contact");
  });

  it("does not come again when CMS says that it is the same", async () => {
    const folder = temporaryFolder();
    const client = clientIn(folder);
    const first = await client.file(ADDRESS);
    if (first.status !== "downloaded") throw new Error("the first download must come");
    const { etag, lastModified } = first;
    expect(await client.file(ADDRESS, { previous: { etag, lastModified } })).toEqual({ status: "not-modified" });
    expect(headersSent()[1]).toMatchObject({ "if-none-match": etag, "if-modified-since": lastModified });
    cms.fault(PATH, "last-modified alone");
    expect(await client.file(ADDRESS, { previous: { etag: null, lastModified } })).toEqual({ status: "not-modified" });
    expect(headersSent()[2]).not.toHaveProperty("if-none-match");
    expect(filesIn(folder)).toEqual([`1-${NAME}`]);
    cms.fault(PATH, "not modified, unasked");
    const asksNothing = client.file(ADDRESS, { previous: { etag: null, lastModified: null } });
    await expect(asksNothing).rejects.toThrow("fetch.status");
  });

  it("comes again when CMS has replaced it under the same address", async () => {
    const client = clientIn(temporaryFolder());
    const first = await client.file(ADDRESS);
    if (first.status !== "downloaded") throw new Error("the first download must come");
    cms.fault(PATH, "other bytes");
    const second = await client.file(ADDRESS, { previous: first });
    expect(second).toMatchObject({ status: "downloaded", bytes: ARCHIVE.length + 1 });
  });

  it("is refused when it is larger than allowed, whether CMS says its length or not", async () => {
    const folder = temporaryFolder();
    const most = ARCHIVE.length - 1;
    cms.fault(PATH, "reset in the body", 1);
    const saysSo = clientIn(folder, { retries: 0 }).file(ADDRESS, { most });
    await expect(saysSo).rejects.toThrow(`fetch.too-large: ${ADDRESS}: the answer has ${ARCHIVE.length} bytes`);
    cms.fault(PATH, "no length");
    await expect(clientIn(folder).file(ADDRESS, { most })).rejects.toThrow("fetch.too-large");
    await expect(clientIn(folder).file(ADDRESS, { least: ARCHIVE.length + 1 })).rejects.toThrow("fetch.too-small");
    expect(filesIn(folder)).toEqual([]);
  });

  it("leaves nothing behind when it cannot come", async () => {
    const folder = temporaryFolder();
    cms.fault(PATH, "reset in the body");
    await expect(clientIn(folder).file(ADDRESS)).rejects.toThrow(/fetch\.truncated.*of \d+ bytes came \(5 tries\)/);
    expect(filesIn(folder)).toEqual([]);
  });

  it("is in nobody's way: each client has its own folder, and takes it away", async () => {
    const folder = temporaryFolder();
    const [one, other] = [clientIn(folder), clientIn(folder)];
    const files = await Promise.all([one.file(ADDRESS), other.file(ADDRESS)]);
    expect(new Set(files.map((file) => (file.status === "downloaded" ? file.path : ""))).size).toBe(2);
    await one.close();
    expect(filesIn(folder)).toEqual([`1-${NAME}`]);
    await other.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("may have any name: two files of one name, and names with slashes, do not meet", async () => {
    const name = "rvu23a-updated-01/31/2023.zip";
    cms.post({ family: "pfs", id: "RVU23A", label: "RVU23A", name, bytes: ARCHIVE, gated: false });
    const client = clientIn(temporaryFolder());
    const files = await Promise.all([client.file(`/files/zip/${name}`), client.file(`/files/zip/${name}`)]);
    const paths = files.map((file) => (file.status === "downloaded" ? file.path : ""));
    expect(new Set(paths).size).toBe(2);
    expect(paths.every((path) => /\/\d-2023\.zip$/.test(path) && existsSync(path))).toBe(true);
  });

  it("comes with no more than one other at once", async () => {
    cms.fault(PATH, "slow trickle");
    const client = clientIn(temporaryFolder());
    await Promise.all(Array.from({ length: 6 }, () => client.file(ADDRESS)));
    expect(cms.mostAtOnce).toBe(2);
  });

  it("does not come from another host, nor by another protocol", async () => {
    const client = clientIn(temporaryFolder());
    const others = ["https://cms.gov.example.com/a.zip", "https://www.cms.gov:8443/a.zip", "//example.com/a.zip"];
    for (const address of [...others, "file:///etc/passwd", "ftp://www.cms.gov/a.zip"]) {
      await expect(client.file(address)).rejects.toThrow("fetch.other-origin");
    }
    await expect(client.file("https://")).rejects.toThrow("fetch.address");
    expect(cms.asked).toEqual([]);
    await expect(client.file("https://www.cms.gov//example.com/a.zip")).rejects.toThrow("fetch.not-found");
  });

  it("tells how far it is", async () => {
    const seen: DownloadProgress[] = [];
    cms.fault(PATH, "reset in the body", 1);
    await clientIn(temporaryFolder(), { onProgress: (progress) => seen.push(progress) }).file(ADDRESS);
    const last = seen.at(-1);
    expect(last).toMatchObject({ address: ADDRESS, received: ARCHIVE.length, total: ARCHIVE.length, secondsLeft: 0 });
    expect(last?.bytesPerSecond).toBeGreaterThan(0);
  });
});

describe("a download that broke off", () => {
  /** Requests for the file after a break in its middle, with these faults of CMS's. */
  async function afterBreak(...faults: readonly FaultName[]) {
    for (const fault of faults) cms.fault(PATH, fault);
    cms.fault(PATH, "reset in the body", 1);
    const file = await clientIn(temporaryFolder()).file(ADDRESS);
    expect(file).toMatchObject({ sha256: sha256(ARCHIVE) });
    return headersSent().slice(1);
  }

  it("goes on where it stopped, when a strong ETag says that the bytes are the same", async () => {
    const [rest, ...more] = await afterBreak();
    expect(rest).toMatchObject({ "if-range": `"${sha256(ARCHIVE).slice(0, 16)}"` });
    expect(Number(/^bytes=(\d+)-$/.exec(String(rest?.["range"]))?.[1])).toBeGreaterThan(0);
    expect(more).toEqual([]);
  });

  it.each(["weak etag", "last-modified alone", "no validators"] as const)("begins again after: %s", async (fault) => {
    const [again, ...more] = await afterBreak(fault);
    expect(again).not.toHaveProperty("range");
    expect(again).not.toHaveProperty("if-range");
    expect(more).toEqual([]);
  });

  it("takes the whole file when CMS sends it instead of the rest", async () => {
    expect(await afterBreak("ranges ignored")).toHaveLength(1);
  });

  it("takes the new file when CMS replaced it meanwhile", async () => {
    cms.fault(PATH, "reset in the body", 1);
    const bytes = await zipOf({ "PPRRVU2026_Oct.csv": "corrected" });
    const delay = async () =>
      cms.post({ family: "pfs", id: "RVU26D", label: "RVU26D", name: NAME, bytes, gated: false });
    expect(await clientIn(temporaryFolder(), { delay }).file(ADDRESS)).toMatchObject({ sha256: sha256(bytes) });
    expect(headersSent()[1]).toHaveProperty("if-range");
  });

  it.each([
    "range that begins elsewhere",
    "range of another total",
    "range of another etag",
    "range that is compressed",
    "range without its place",
    "status 416",
  ] as const)("begins again when CMS sends another part: %s", async (fault) => {
    const [rest, again, ...more] = await afterBreak(fault);
    expect(rest).toHaveProperty("range");
    expect(again).not.toHaveProperty("range");
    expect(more).toEqual([]);
  });
});

describe("waiting for CMS", () => {
  /** Pauses between the tries for a file, in milliseconds. */
  async function pauses(fault: FaultName): Promise<{ waits: number[]; message: string }> {
    const waits: number[] = [];
    const delay = async (milliseconds: number) => waits.push(milliseconds);
    cms.fault(PATH, fault);
    const message = await clientIn(temporaryFolder(), { delay })
      .file(ADDRESS)
      .then(String, (error: Error) => error.message);
    return { waits, message };
  }

  it("takes twice as long each time, without chance", async () => {
    expect((await pauses("status 500")).waits).toEqual([1000, 2000, 4000, 8000]);
  });

  it("takes as long as CMS asks for, in seconds or by a date of its own clock", async () => {
    expect((await pauses("status 429")).waits).toEqual([7000, 7000, 7000, 8000]);
    cms.heal();
    expect((await pauses("retry after a date")).waits).toEqual([9000, 9000, 9000, 9000]);
  });

  it("does not take two minutes: the message has what CMS asks for", async () => {
    const { waits, message } = await pauses("retry after a day");
    expect(waits).toEqual([]);
    expect(message).toContain("it is busy and asks us to come again after 86400 seconds (1 try)");
  });

  it("ends for one try as a whole, however steadily it trickles", async () => {
    cms.fault(PATH, "slow trickle");
    const client = clientIn(temporaryFolder(), { timeouts: { whole: 1 }, retries: 0 });
    await expect(client.file(ADDRESS)).rejects.toThrow("fetch.timeout");
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ImitationCms } from "../support/cms/imitation.ts";
import { detailPath, filePath, LANDING, linkTo, type Posting } from "../support/cms/postings.ts";

const RVU: Posting = {
  family: "pfs",
  id: "RVU25D",
  label: "RVU25D",
  name: "rvu25d-updated-09/11/2025.zip",
  bytes: Buffer.from("PK made up"),
  gated: false,
  slug: "rvu25d-0",
};
const OLD_RVU: Posting = { ...RVU, id: "RVU21D", label: "RVU21D", name: "rvu21d.zip", slug: "rvu21d" };
const ADDENDUM_B: Posting = {
  family: "opps",
  id: "2026Q4",
  label: "October 2026",
  name: "October-2026-OPPS-Addendum-B.zip",
  bytes: Buffer.from("PK addendum"),
  gated: true,
};
const ADDENDA: Posting = {
  ...ADDENDUM_B,
  family: "asc",
  label: "October 2026 ASC Approved HCPCS Code and Payment Rates",
  name: "october-2026-asc-approved-hcpcs-code-payment-rates.zip",
  licence: "old",
};

const cms = new ImitationCms([RVU, OLD_RVU, ADDENDUM_B, ADDENDA]);

/** Node's own client, so that the imitation is judged by another than the one that it is made for. */
async function get(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${cms.origin}${path}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

beforeAll(() => cms.start());
afterAll(() => cms.stop());

describe("the imitation of CMS", () => {
  it("lists relative value files in the table with calendar years, after one that is no such list", async () => {
    const { text } = await get(LANDING.pfs);
    const tables = text.split("<table").slice(1);
    expect(tables).toHaveLength(2);
    expect(tables[0]).not.toContain("Calendar Year");
    expect(tables[1]?.replace(/<[^>]*>/g, "")).toContain("Calendar Year2025");
    expect(tables[1]).toContain(`href="${LANDING.pfs}/rvu25d-0"`);
    expect(tables[1]).toContain(
      'href="/medicaremedicare-fee-service-paymentphysicianfeeschedpfs-relative-value-files/rvu21d"',
    );
  });

  it("leads from the list to a page with the file", async () => {
    expect((await get(detailPath(RVU))).text).toContain('href="/files/zip/rvu25d-updated-09/11/2025.zip"');
    expect((await get(filePath(RVU))).text).toBe("PK made up");
  });

  it("leads to a gated file by its licence page, in both forms", async () => {
    expect((await get(LANDING.opps)).text).toContain(`<a href="${LANDING.opps}/october-2026">October 2026 </a>`);
    expect((await get(detailPath(ADDENDUM_B))).text).toContain(`href="${linkTo(ADDENDUM_B)}"`);
    expect((await get(LANDING.asc)).text).toContain(`href="${linkTo(ADDENDA)}"`);
    const old = await get("/apps/ama/license.asp?file=/files/zip/a.zip");
    expect(old.text).toContain('<form action="/files/zip/a.zip"><input type="hidden" name="agree" value="yes">');
  });

  it("gives a gated file to who accepts the licence, and the licence to who does not", async () => {
    expect((await get(filePath(ADDENDUM_B))).text).toContain("License for Use");
    expect((await get(`${filePath(ADDENDUM_B)}?agree=yes&next=Accept`)).text).toBe("PK addendum");
  });

  it("obeys conditions and ranges", async () => {
    const { headers } = await get(filePath(RVU));
    const etag = headers.get("etag") ?? "";
    expect((await get(filePath(RVU), { "if-none-match": etag })).status).toBe(304);
    expect((await get(filePath(RVU), { "if-modified-since": headers.get("last-modified") ?? "" })).status).toBe(304);
    const part = await get(filePath(RVU), { range: "bytes=3-", "if-range": etag });
    expect([part.status, part.text, part.headers.get("content-range")]).toEqual([206, "made up", "bytes 3-9/10"]);
    expect((await get(filePath(RVU), { range: "bytes=3-", "if-range": '"another"' })).status).toBe(200);
    expect((await get(filePath(RVU), { range: "bytes=10-" })).status).toBe(416);
  });

  it("keeps a log of what was asked, and lets things go wrong as often as it is told", async () => {
    const before = cms.requests.length;
    cms.fault("/robots.txt", "status 503", 2);
    const statuses = [(await get("/robots.txt")).status, (await get("/robots.txt")).status];
    expect([...statuses, (await get("/robots.txt")).status]).toEqual([503, 503, 200]);
    expect(cms.asked.slice(before)).toEqual(["/robots.txt", "/robots.txt", "/robots.txt"]);
  });

  it("replaces and withdraws a file", async () => {
    cms.post({ ...OLD_RVU, bytes: Buffer.from("PK another") });
    const replaced = await get(filePath(OLD_RVU));
    expect(replaced.text).toBe("PK another");
    expect(replaced.headers.get("last-modified")).not.toBe((await get(filePath(RVU))).headers.get("last-modified"));
    cms.withdraw(OLD_RVU.name);
    expect((await get(filePath(OLD_RVU))).status).toBe(404);
    expect((await get(LANDING.pfs)).text).not.toContain("rvu21d");
  });
});

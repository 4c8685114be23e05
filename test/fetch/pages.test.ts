import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CmsClient } from "../../scripts/fetch/client.ts";
import type { ClientOptions } from "../../scripts/fetch/options.ts";
import { ImitationCms } from "../support/cms/imitation.ts";
import { filePath, LANDING, linkTo, type Posting } from "../support/cms/postings.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { zipOf } from "../support/zips.ts";

const ADDENDUM_B: Posting = {
  family: "opps",
  id: "2026Q4",
  label: "October 2026",
  name: "October-2026-OPPS-Addendum-B.zip",
  bytes: await zipOf({ "Addendum B.csv": "G0463,5012\n" }),
  gated: true,
};
const ADDRESS = `https://www.cms.gov${filePath(ADDENDUM_B)}`;
const ACCEPTED = `${filePath(ADDENDUM_B)}?agree=yes&next=Accept`;

let cms: ImitationCms;
let client: CmsClient;

function newClient(options: Partial<ClientOptions> = {}): CmsClient {
  return new CmsClient({ folder: temporaryFolder(), origin: cms.origin, delay: async () => {}, ...options });
}

beforeEach(async () => {
  cms = new ImitationCms([ADDENDUM_B]);
  await cms.start();
  client = newClient();
});
afterEach(async () => {
  await client.close();
  await cms.stop();
});

describe("a page of CMS's", () => {
  it("is asked for once in a run, by any of its addresses, after robots.txt", async () => {
    const [page] = await Promise.all([client.page(`https://www.cms.gov${LANDING.opps}`), client.page(LANDING.opps)]);
    await client.page(`http://cms.gov${LANDING.opps}#main-content`);
    expect(page).toEqual({
      address: `https://www.cms.gov${LANDING.opps}`,
      html: expect.stringContaining("Quarterly Addenda Updates"),
    });
    expect(cms.asked).toEqual(["/robots.txt", LANDING.opps]);
  });

  it("has the address that a redirect leads to, for its relative links", async () => {
    cms.fault("/old", "redirect within");
    cms.serve("/files/zip/moved.zip", "<html><title>New</title></html>");
    expect((await client.page("/old")).address).toBe("https://www.cms.gov/files/zip/moved.zip");
  });

  it("comes compressed, and again when CMS is busy", async () => {
    cms.fault(LANDING.opps, "gzip");
    cms.fault(LANDING.opps, "status 503", 1);
    expect((await client.page(LANDING.opps)).html).toContain("October 2026");
    expect(cms.requests.at(-1)?.headers["accept-encoding"]).toBe("gzip");
  });

  it("does not come from where nobody answers", async () => {
    const lost = newClient();
    await cms.stop();
    await expect(lost.page(LANDING.opps)).rejects.toThrow(
      /fetch\.unreachable.*\(connect ECONNREFUSED .*\) \(5 tries\)/,
    );
    await lost.close();
  });

  it("is refused with the reason: blocked, not there, no page", async () => {
    cms.fault(LANDING.opps, "status 403");
    await expect(client.page(LANDING.opps)).rejects.toThrow(/fetch\.blocked.*Whether the file exists is not known/);
    await expect(client.page("/nowhere")).rejects.toThrow("fetch.not-found");
    cms.serve("/numbers", "1,2,3", "text/csv");
    await expect(client.page("/numbers")).rejects.toThrow(/fetch\.not-a-page.*text\/csv/);
    cms.serve("/endless", "x".repeat(5_000_000));
    await expect(client.page("/endless")).rejects.toThrow("fetch.too-large");
  });
});

describe("robots.txt", () => {
  it("is obeyed for pages, files, and where a redirect leads", async () => {
    cms.robots = "User-agent: *\nDisallow: /files/\n";
    cms.fault("/old", "redirect within");
    const refused = /fetch\.robots.*CMS asks programs not to visit this address .*robots\.txt, line 2/;
    await expect(client.file(ADDRESS)).rejects.toThrow(refused);
    await expect(client.page("/files/page")).rejects.toThrow(refused);
    await expect(client.page("/old")).rejects.toThrow(refused);
    expect(cms.asked).toEqual(["/robots.txt", "/old"]);
  });

  it("has rules for us by our name", async () => {
    cms.robots = "User-agent: ratebook\nDisallow: /\n\nUser-agent: *\nAllow: /\n";
    await expect(client.page(LANDING.opps)).rejects.toThrow("fetch.robots");
  });

  it.each(["status 403", "status 404"] as const)("gives no rules with %s, and the notes say so", async (fault) => {
    cms.fault("/robots.txt", fault);
    await client.page(LANDING.opps);
    const status = fault.replace("status ", "");
    expect(client.notes).toEqual([
      `https://www.cms.gov/robots.txt answered ${status}: no rules for programs are known`,
    ]);
  });

  it("that does not come because CMS is busy stops everything", async () => {
    cms.fault("/robots.txt", "status 503");
    await expect(client.page(LANDING.opps)).rejects.toThrow(/fetch\.busy: https:\/\/www\.cms\.gov\/robots\.txt/);
    await expect(client.file(ADDRESS)).rejects.toThrow("fetch.busy");
    expect(cms.asked).not.toContain(LANDING.opps);
  });

  it("may ask for a pause between two requests", async () => {
    cms.robots = "User-agent: *\nCrawl-delay: 10\n";
    const waits: number[] = [];
    const patient = newClient({ delay: async (milliseconds) => waits.push(milliseconds) });
    await Promise.all([patient.page(LANDING.opps), patient.page(LANDING.asc), patient.page(LANDING.pfs)]);
    await patient.close();
    const [first = 0, second = 0, ...more] = waits;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(10_000);
    expect(second).toBeGreaterThan(10_000);
    expect(more).toEqual([]);
    expect(patient.notes).toEqual([expect.stringContaining("asks for 10 s between two requests")]);
  });
});

describe("the licence before a file", () => {
  it("is never accepted by the program", async () => {
    await expect(client.file(ADDRESS)).rejects.toThrow("fetch.licence");
    expect(cms.asked).toEqual(["/robots.txt", filePath(ADDENDUM_B)]);
    for (const address of [
      linkTo(ADDENDUM_B),
      ACCEPTED,
      `${ADDRESS}?next=Accept`,
      "/apps/ama/license.asp?file=/a.zip",
    ]) {
      await expect(client.file(address)).rejects.toThrow(/fetch\.licence.*nobody has said that they accept it/);
    }
    await expect(client.page(ACCEPTED)).rejects.toThrow("fetch.licence");
    expect(cms.asked).toHaveLength(2);
  });

  it("is known by the address that CMS leads to, and is not asked for in vain", async () => {
    cms.robots = "User-agent: *\nDisallow: /*?\n";
    cms.fault(filePath(ADDENDUM_B), "redirect to the licence");
    await expect(client.file(ADDRESS)).rejects.toThrow("fetch.licence");
    expect(cms.asked).toEqual(["/robots.txt", filePath(ADDENDUM_B)]);
  });

  it("is accepted by a person: then the file comes by what CMS's form sends", async () => {
    const licenceAcceptedBy = "an analyst";
    for (const address of [ADDRESS, linkTo(ADDENDUM_B), linkTo({ ...ADDENDUM_B, licence: "old" }), ACCEPTED]) {
      const file = await client.file(address, { licenceAcceptedBy });
      expect(file).toMatchObject({ status: "downloaded", bytes: ADDENDUM_B.bytes.length, address: ADDRESS });
    }
    expect(cms.asked).toEqual(["/robots.txt", ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED]);
  });

  it("is not accepted by a blank name: nothing is asked for", async () => {
    for (const licenceAcceptedBy of ["", " \t"]) {
      await expect(client.file(ADDRESS, { licenceAcceptedBy })).rejects.toThrow("fetch.licence");
    }
    expect(cms.asked).toEqual([]);
  });

  it("that was accepted needs no leave of robots.txt for the query, but for the file", async () => {
    cms.robots = "User-agent: *\nDisallow: /*?\n";
    const licenceAcceptedBy = "an analyst";
    expect(await client.file(ADDRESS, { licenceAcceptedBy })).toMatchObject({ status: "downloaded" });
    cms.robots = "User-agent: *\nDisallow: /files/\n";
    const another = newClient();
    await expect(another.file(ADDRESS, { licenceAcceptedBy })).rejects.toThrow("fetch.robots");
    await another.close();
  });

  it("with status 404 after it was accepted is not gone around", async () => {
    cms.fault(filePath(ADDENDUM_B), "status 404");
    const file = client.file(ADDRESS, { licenceAcceptedBy: "an analyst" });
    await expect(file).rejects.toThrow(/fetch\.not-found.*also after the licence was accepted/);
    expect(cms.asked).toEqual(["/robots.txt", ACCEPTED]);
  });

  it("leads to no other host", async () => {
    const file = client.file("/license/ama?file=https://example.com/a.zip", { licenceAcceptedBy: "an analyst" });
    await expect(file).rejects.toThrow("fetch.other-origin");
  });
});

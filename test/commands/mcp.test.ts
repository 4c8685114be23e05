import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caveatsOf } from "../../pipelines/sources/caveats.ts";
import { RateDocument } from "../../schemas/out/rate.ts";
import { addMcp } from "../../scripts/commands/mcp.ts";
import { BuiltCopy } from "../support/built-copy.ts";
import { ratebook } from "../support/command.ts";
import { ratebookHere } from "../support/in-process.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LAUNCHER = fileURLToPath(new URL("../../scripts/ratebook.mjs", import.meta.url));

/** A client of the SDK with a server of its own. */
async function connected(...args: readonly string[]): Promise<Client> {
  const client = new Client({ name: "ratebook's tests", version: "1" });
  const server = { command: process.execPath, args: [LAUNCHER, "mcp", ...args], cwd: ROOT };
  await client.connect(new StdioClientTransport({ ...server, stderr: "inherit" }), PATIENCE);
  return client;
}

/** A slow machine is no failure. */
const PATIENCE = { timeout: 10 * 60_000 };

interface Said {
  readonly text: string;
  readonly document: unknown;
  readonly isError: boolean;
}

async function ask(client: Client, name: string, given: Record<string, unknown>): Promise<Said> {
  const { content, structuredContent, isError } = await client.callTool(
    { name, arguments: given },
    undefined,
    PATIENCE,
  );
  const [{ text = "" } = {}] = content as { text?: string }[];
  return { text, document: structuredContent, isError: isError === true };
}

/** Words in lines, as a text without line ends has them. */
const inOneLine = (text: string): string => text.replace(/\s+/g, " ");

let client: Client;

beforeAll(async () => {
  client = await connected("--out", "out");
});
afterAll(() => client.close());

const asked = (name: string, given: Record<string, unknown>): Promise<Said> => ask(client, name, given);

describe(addMcp, () => {
  it("offers the six questions, described in the field's words, and says that they change nothing", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["rate", "together", "price", "explain", "diff", "releases"]);
    for (const { inputSchema, description, annotations } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true });
      expect(inputSchema).toMatchObject({ additionalProperties: false });
      const described = Object.values(inputSchema.properties ?? {}) as { description?: string }[];
      for (const each of [{ description }, ...described]) expect(each.description).toMatch(/\w{3}/);
    }
    expect(client.getServerVersion()).toMatchObject({ name: "ratebook" });
    expect(client.getInstructions()).toContain("caveats");
  });

  it("says what is paid for two codes on one claim, as `together` does, with the caveats", async () => {
    const { text, document, isError } = await asked("together", { code: "22511", other: "22512", release: "2025A" });
    expect(isError).toBe(false);
    const own = await ratebookHere("together", "22511", "22512", "--release", "2025A", "--json");
    expect(document).toEqual(JSON.parse(own.stdout));
    expect(text).toMatch(/22511 +22512 +\$3,244\.61 +\$7,143\.73[\s\S]*caveats/);
    expect((await asked("together", { code: "22511", other: "99999" })).isError).toBe(true);
  });

  it("prices the lines of a claim, as `price` does", async () => {
    const { text, document } = await asked("price", { lines: ["22511", "22512"], setting: "hopd", release: "2025A" });
    const own = await ratebookHere("price", "22511,22512", "--setting", "hopd", "--release", "2025A", "--json");
    expect(document).toEqual(JSON.parse(own.stdout));
    expect(text).toMatch(/opps\.complexity-adjustment[\s\S]*not considered[\s\S]*caveats/);
    expect((await asked("price", { lines: ["2251"] })).isError).toBe(true);
  });

  it("refuses minutes for a code that is not anesthesia", async () => {
    const { text, isError } = await asked("rate", { code: "22511", minutes: 50 });
    expect([isError, text]).toEqual([true, expect.stringContaining("22511 is not an anesthesia code")]);
    expect((await asked("rate", { code: "22511", minutes: 7.5 })).isError).toBe(true);
  });

  it("rates 22511 at every setting, as `rate` does, in text and as the document of --json", async () => {
    const { text, document, isError } = await asked("rate", { code: "22511", release: "26a" });
    expect(isError).toBe(false);
    const own = await ratebookHere("rate", "22511", "--release", "2026A", "--json");
    expect(document).toEqual(JSON.parse(own.stdout));
    expect(RateDocument.safeParse(document).error).toBeUndefined();
    expect(text).toContain("22511 in 2026A  January 2026, in force 2026-01-01 to 2026-03-31");
    expect(text).toMatch(/office .*\$1,773\.92 .*pfs\.national-amount/);
    expect(text).toMatch(/hospital outpatient .*\$3,342\.87 .*printed by CMS/);
    expect(text).toMatch(/ambulatory surgical center .*\$1,644\.87 .*printed by CMS/);
    expect(inOneLine(text)).toContain("Since 2026 there are two conversion factors");
  });

  it("rates on a day, in a locality, with a modifier, and gives a reason instead of a zero", async () => {
    const there = await asked("rate", { code: "22511", on: "2025-02-14", locality: "Manhattan", setting: "office" });
    // Manhattan: see rate.test.ts
    expect(there.text).toMatch(/22511 in 2025A .*day of service 2025-02-14\nMANHATTAN.*[\s\S]*\$1,947\.36/i);
    const technical = await asked("rate", { code: "77012", modifier: "tc", setting: "asc" });
    expect(technical.text).toContain("technical component only");
    expect(technical.text).not.toContain("$");
    expect((await asked("rate", { code: "22511-50" })).text).toContain("modifier 50 has no row of its own");
  });

  it("explains a figure down to CMS's cells, with the release and the caveats", async () => {
    const { text, document } = await asked("explain", { code: "22511", figure: "hopd-total", release: "2026A" });
    expect(text).toMatch(/22511 in 2026A, January 2026, in force[\s\S]*\$3,704\.27[\s\S]*F9 "7\.15" under WORK RVU/);
    expect(document).toMatchObject({
      ...{ hcpcs: "22511", release: "2026A", value: "3704.27", rule: { id: "site.facility-plus-physician" } },
      caveats: caveatsOf("2026A"),
    });
  });

  it("tells what changed and why: one code whole, all codes in bounds", async () => {
    const one = await asked("diff", { from: "2025A", to: "2026A", codes: ["22511"] });
    const own = await ratebookHere("diff", "2025A", "2026A", "--codes", "22511", "--json");
    expect(one.document).toEqual(JSON.parse(own.stdout));
    expect(one.text).toMatch(/2025A, January 2025[\s\S]*2026A, January 2026[\s\S]*caveats/);
    expect(one.text).toMatch(/22511 \| non-facility \| 1676\.52 \| 1773\.92 .*conversion factor \$55\.32/);
    const few = await asked("diff", { from: "2025A", to: "2026A", most: 1 });
    expect(few.text.length).toBeLessThan(60_000);
    expect((await asked("diff", { from: "2025A", to: "../out/2026A" })).isError).toBe(true);
  });

  it("lists what is built, and names the release in force on a day", async () => {
    const { text, document } = await asked("releases", {});
    expect(text).toContain("2025A, January 2025, in force 2025-01-01 to 2025-03-31 (excerpt)");
    expect(document).toMatchObject({ built: [{ release: "2025A" }, { release: "2026A" }] });
    const day = await asked("releases", { on: "2024-03-09" });
    expect(day.text).toMatch(/^2024AR .*is in force on 2024-03-09[\s\S]*It is not built$/);
    expect(day.document).toMatchObject({ inForce: { release: "2024AR" }, built: false });
  });

  it("refuses with the message of the command line, and goes on", async () => {
    const wrong: [string, Record<string, string>, string[]][] = [
      ["rate", { code: "99999" }, ["rate", "99999"]],
      ["rate", { code: "2251" }, ["rate", "2251"]],
      ["rate", { code: "22511", on: "2024-03-09" }, ["rate", "22511", "--on", "2024-03-09"]],
      ["rate", { code: "22511", locality: "NOWHERE" }, ["rate", "22511", "--locality", "NOWHERE"]],
      ["rate", { code: "22511", locality: "x", zip: "94110" }, ["rate", "22511", "--locality", "x", "--zip", "94110"]],
      ["explain", { code: "22511", figure: "offic" }, ["explain", "22511", "offic"]],
      ["diff", { from: "2024A", to: "2026A" }, ["diff", "2024A", "2026A"]],
      ["releases", { on: "yesterday" }, ["releases", "--on", "yesterday"]],
    ];
    for (const [name, given, typed] of wrong) {
      const { stderr, status } = await ratebookHere(...typed);
      expect([status, stderr]).not.toEqual([0, ""]);
      expect(await asked(name, given)).toMatchObject({ isError: true, text: stderr.trimEnd() });
    }
    expect(await asked("rate", { code: "22511", zipcode: "94110" })).toMatchObject({
      isError: true,
      text: expect.stringContaining('Unrecognized key: "zipcode"'),
    });
    expect((await asked("rate", { code: "22511" })).isError).toBe(false);
  });

  it("never picks one of a ZIP code's localities", async () => {
    const copy = new BuiltCopy();
    const row = { zip: "94303", state: "CA", rural: "urban", locality: "0111205", plusFour: true, row: 4 };
    copy.table("2026A", "zips", "zip5", [row]);
    const other = await connected("--out", copy.out);
    const { text, isError } = await ask(other, "rate", { code: "22511", zip: "94303" });
    await other.close();
    expect([isError, text]).toEqual([true, expect.stringContaining("zip.ambiguous")]);
  });

  it("gives no dollar without release, days of service, rule or cell, and all caveats", async () => {
    const codes = ["22510", "22511", "22512", "22513", "22514", "22515", "22505", "22862", "77012", "72100", "00100"];
    const release = fc.constantFrom("2025A", "2026A");
    const place = fc.constantFrom({}, { locality: "0111205" }, { locality: "1320201" });
    const code = fc.constantFrom(...codes);
    const rate = fc.tuple(code, release, place).map(([each, of, at]) => ["rate", { code: each, release: of, ...at }]);
    const figure = fc.constantFrom("office", "facility", "hopd", "hopd-total", "asc", "/pfs/0/national/facility");
    const explain = fc
      .tuple(code, release, figure)
      .map(([each, of, what]) => ["explain", { code: each, release: of, figure: what }]);
    const diff = fc.tuple(code).map((each) => ["diff", { from: "2025A", to: "2026A", codes: each, release: "2026A" }]);
    let priced = 0;
    const question = fc.oneof(rate, explain, diff) as fc.Arbitrary<[string, { release: string }]>;
    await fc.assert(
      fc.asyncProperty(question, async ([name, given]) => {
        const { release: of, ...rest } = given;
        const { text, isError } = await asked(name, name === "diff" ? rest : given);
        if (isError || !text.includes("$")) return;
        priced += 1;
        expect(text).toMatch(new RegExp(`\\b${of}\\b.*in force \\d{4}-\\d\\d-\\d\\d to \\d{4}-\\d\\d-\\d\\d`));
        expect(text).toMatch(
          /\b(pfs|opps|asc|site|wage)\.[a-z-]+|printed by CMS|"[\d.,$ ]+" under |## How a change is split/,
        );
        for (const caveat of caveatsOf(of)) expect(inOneLine(text)).toContain(caveat.text);
      }),
      { numRuns: 60 },
    );
    expect(priced).toBeGreaterThan(20);
  });

  it("says what to install where the SDK is not", () => {
    const hook = `
      import Module from "node:module";
      const find = Module._resolveFilename;
      Module._resolveFilename = (name, ...rest) => {
        if (!name.startsWith("@modelcontextprotocol/")) return find(name, ...rest);
        throw Object.assign(new Error("Cannot find module '" + name + "'"), { code: "MODULE_NOT_FOUND" });
      };`;
    const { status, stdout, stderr } = ratebook(["mcp"], {
      imports: [`data:text/javascript,${encodeURIComponent(hook)}`],
    });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^ratebook: mcp needs the package @modelcontextprotocol\/sdk, which is not installed: npm install @modelcontextprotocol\/sdk@\d+\.\d+\.\d+\n/,
    );
  });
});

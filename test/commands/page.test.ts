import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pageCommand } from "../../scripts/commands/page.ts";
import { review } from "../../scripts/commands/review.ts";
import { ratebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { processorMilliseconds } from "../support/processor-time.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

describe(pageCommand, () => {
  it("writes a page for every code that has a document, within ten seconds of processor time, and leaves nothing beside", async () => {
    const [folder, terminal] = [temporaryFolder(), fakeTerminal()];
    const start = processorMilliseconds();
    await pageCommand([], { release: "2026A", out: OUT, pages: folder }, terminal);
    expect(processorMilliseconds() - start).toBeLessThan(10_000);
    const names = ["22510", "22511", "22512", "22513", "22514", "22515"].map((code) => `${code}.html`);
    expect(readdirSync(join(folder, "2026A"))).toEqual(names);
    expect(terminal.results).toEqual(names.map((name) => join(folder, "2026A", name)));
  });

  it("takes codes, ranges and the latest release", async () => {
    const folder = temporaryFolder();
    await pageCommand(["22511"], { codes: "22513-22514", out: OUT, pages: folder }, fakeTerminal());
    expect(readdirSync(join(folder, "2026A"))).toEqual(["22511.html", "22513.html", "22514.html"]);
  });

  it("takes codes without a document of their own, by name and by range", async () => {
    const folder = temporaryFolder();
    await pageCommand(["77012"], { codes: "22310-22510", release: "2025A", out: OUT, pages: folder }, fakeTerminal());
    const names = ["22310", "22505", "22510", "77012"].map((code) => `${code}.html`);
    expect(readdirSync(join(folder, "2025A"))).toEqual(names);
    expect(readFileSync(join(folder, "2025A", "77012.html"), "utf8")).toContain("$122.27");
  });

  it.each([
    [["22511", "99999"], {}, /no source of 2026A, built from an excerpt only, has the code/],
    [["9"], {}, /neither a HCPCS code/],
    [[], { codes: "10000-10001" }, /2026A has none of these codes/],
    [[], { release: "2031A" }, /release 2031A was requested, but it is not built there; built: 2025A, 2026A/],
  ] as const)("says what is not there: %j %j", async (codes, more, message) => {
    const folder = temporaryFolder();
    await expect(pageCommand(codes, { out: OUT, pages: folder, ...more }, fakeTerminal())).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe(review, () => {
  it("writes the same bytes each time, from another folder, time zone and language", async () => {
    const folder = temporaryFolder();
    const [here, there] = [join(folder, "here.html"), join(folder, "there.html")];
    await review("2025A", "2026A", { out: OUT, file: here, most: "400" }, fakeTerminal());
    const surroundings = { cwd: folder, env: { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8" } };
    const { status, stdout } = ratebook(["review", "2025A", "2026A", "--out", OUT, "--file", there], surroundings);
    expect([status, stdout]).toEqual([0, `${there}\n`]);
    expect(readFileSync(there, "utf8")).toBe(readFileSync(here, "utf8"));
  });

  it("shows the codes that were asked for", async () => {
    const file = join(temporaryFolder(), "family.html");
    await review("2025A", "2026A", { out: OUT, file, most: "400", codes: "22510-22515" }, fakeTerminal());
    expect(readFileSync(file, "utf8")).toContain("6 codes.");
    expect(readFileSync(file, "utf8")).not.toContain(">22505<");
  });

  it("refuses what is not a number, and a release that is not there", async () => {
    const file = join(temporaryFolder(), "none.html");
    const ask = (to: string, most: string) => review("2025A", to, { out: OUT, file, most }, fakeTerminal());
    await expect(ask("2026A", "all")).rejects.toThrow(/--most: "all"/);
    await expect(ask("2031A", "5")).rejects.toThrow(
      /release 2031A was requested, but it is not built there; built: 2025A, 2026A/,
    );
    expect(existsSync(file)).toBe(false);
  });
});

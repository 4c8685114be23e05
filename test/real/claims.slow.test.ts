import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimLines } from "../../pipelines/answers/price/claim-lines.ts";
import { priceIn } from "../../pipelines/answers/price/price.ts";
import { findPlace } from "../../pipelines/answers/rate/find-place.ts";
import { togetherIn } from "../../pipelines/answers/rate/together.ts";
import type { BuiltDocuments, BuiltReleases } from "../../pipelines/documents/built-documents.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { openClaims } from "../../read/claims.mjs";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { noted, packedClaims } from "../support/claims-folder.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWithFoundOracles, SHARED_FOLDER } from "../support/real.ts";

const FOLDER = mkdtempSync(join(tmpdir(), "ratebook-claims-"));
const OUT = join(FOLDER, "out");
const CLAIMS = join(FOLDER, "rates/claims");

async function built(): Promise<void> {
  for (const more of [["2025A"], ["2026B", "--with", "ncci"]])
    await ratebookHere("build", "--from", SHARED_FOLDER, "--release", ...more, "--out", OUT, "--quiet");
  await packedClaims(OUT, join(FOLDER, "rates"));
}

/** The functions of the command line over its files, each release opened once. */
function ofCommandLine(): BuiltReleases {
  const output = openOutput(OUT);
  const opened = new Map<string, BuiltDocuments>();
  const open: BuiltReleases["open"] = (entry) => {
    const documents = opened.get(entry.release) ?? output.open(entry);
    opened.set(entry.release, documents);
    return documents;
  };
  return { releases: output.releases, open };
}

function rowsOf<Row>(path: string): Row[] {
  return (JSON.parse(readFileSync(join(OUT, path), "utf8")) as { rows: Row[] }).rows;
}

/** The first questions whose answers differ. */
class Comparison {
  count = 0;
  readonly differ: string[] = [];

  add(question: string, one: object, other: object): void {
    this.count += 1;
    if (JSON.stringify(one) !== JSON.stringify(other) && this.differ.length < 10) this.differ.push(question);
  }
}

beforeAll(built);
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describeWithFoundOracles("the reader of claims over whole releases", () => {
  it("prices every pair of Addendum J as `ratebook price` does, in every setting, nationally or at a place", async () => {
    const [claims, commandLine, comparison] = [openClaims(CLAIMS), ofCommandLine(), new Comparison()];
    const pairs = rowsOf<{ primary: string; secondary: string; oppsRate: string }>("2025A/opps-pairs.json");
    for (const [at, { primary, secondary, oppsRate }] of pairs.entries()) {
      // A third line now and then: drugs, visits, conditionally packaged services
      const lines = [primary, secondary, ...([["J1100x4"], ["99213-25"], ["76000"], [], [], []][at % 6] ?? [])];
      const place = [{}, { locality: "0111205" }, { zip: "94110" }][at % 3] ?? {};
      const answer = await claims.price({ lines, release: "2025A", ...(place as { zip: string }) });
      const placeIn = (documents: BuiltDocuments) => findPlace(documents, place);
      const wanted = { lines: claimLines(lines), settings: RATE_SETTINGS, placeIn, release: "2025A" };
      comparison.add(lines.join(" "), answer, priceIn(commandLine, CLAIMS, wanted));
      // Addendum J prints the adjusted APC; Addendum B its rate, which the row of the pair has.
      const paid = answer.settings[1]?.facility?.lines[0]?.paid;
      if (at % 6 > 2) expect([primary, secondary, paid?.value]).toEqual([primary, secondary, oppsRate]);
    }
    expect(comparison.differ).toEqual([]);
    expect(comparison.count).toBeGreaterThan(400);
  });

  it.each(["2025A", "2026B"])("answers together for every code of %s that others are about", async (release) => {
    const [claims, commandLine, comparison] = [openClaims(CLAIMS), ofCommandLine(), new Comparison()];
    const all = rowsOf<{ hcpcs: string }>(`${release}/site-of-service.json`).map(({ hcpcs }) => hcpcs);
    const j1 = rowsOf<{ hcpcs: string; statusIndicator: string }>(`${release}/opps.json`);
    const comprehensive = new Set(j1.flatMap((row) => (row.statusIndicator === "J1" ? row.hcpcs : [])));
    const codes = all.filter((code, at) => (at % 3 === 0 && comprehensive.has(code)) || at % 20 === 0);
    for (const [at, code] of codes.entries()) {
      const other = at % 2 === 0 ? undefined : codes[at - 1];
      const answer = await claims.together({ code, other, release });
      comparison.add(`${code} ${other}`, answer, togetherIn(commandLine, CLAIMS, { hcpcs: code, other, release }));
    }
    expect(comparison.differ).toEqual([]);
    expect(comparison.count).toBeGreaterThan(1500);
  });

  it("fetches less than 100 kB by gzip for a first question, and less than 25 kB for another code", async () => {
    let bytes = 0;
    const { claims } = noted(CLAIMS, (_, file) => {
      bytes += gzipSync(file).length;
      return file;
    });
    await claims.together({ code: "22511", other: "22512", release: "2025A" });
    expect(bytes).toBeLessThan(100_000);
    bytes = 0;
    await claims.price({ lines: ["45380"], release: "2025A" });
    expect(bytes).toBeLessThan(25_000);
  });

  it("answers the command line itself, word for word", async () => {
    for (const folder of [OUT, CLAIMS]) {
      const claims = openClaims(folder);
      const { stdout } = await ratebookHere("together", "22511", "--release", "2026B", "--out", OUT, "--json");
      expect(await claims.together({ code: "22511", release: "2026B" })).toEqual(JSON.parse(stdout));
      const price = ["price", "22514", "22515x2", "--on", "2025-02-01", "--out", OUT, "--json"];
      const lines = ["22514", "22515x2"];
      expect(await claims.price({ lines, on: "2025-02-01" })).toEqual(
        JSON.parse((await ratebookHere(...price)).stdout),
      );
    }
  });
});

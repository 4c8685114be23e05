import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { rateOf } from "../../pipelines/answers/rate/rate.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import type { RateDocument } from "../../schemas/out/rate.ts";
import { ratePartsOf } from "../../schemas/out/rate-parts.ts";
import { builtWhole } from "../support/built-whole.ts";
import { CMS_FOLDER, describeWithRealFiles, ORACLES_FOLDER } from "../support/real.ts";

/** Every tenth record of CMS's payment amount file of October 2025: quoted, no heading, amounts with leading zeros. */
function published(): string[][] {
  const text = readFileSync(join(ORACLES_FOLDER, "PFREV25D", "PFREV4.txt"), "latin1");
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  return data.filter((cells, index) => cells.length > 1 && index % 10 === 0);
}

/** An amount of ours beside CMS's, with what it is for. */
type Pair = readonly [what: string, ours: string, printed: string];

const amountText = (cell = ""): string => cell.replace(/^0+(?=\d)/, "");

function pairsOf({ hcpcs, settings }: RateDocument, office: string, facility: string): Pair[] {
  return settings.map(ratePartsOf).flatMap(({ setting, physician }) => {
    if (physician.fee.value === null) return [];
    const what = `${hcpcs} ${physician.modifier} ${setting}`;
    return [[what, physician.fee.value, setting === "office" ? office : facility] as const];
  });
}

describeWithRealFiles("rates of a whole release", () => {
  it("are those that CMS published for the place and day, to the cent", async () => {
    const out = await builtWhole("2025D");
    const output = openOutput(out);
    const chosen = chooseRelease({ on: "2025-11-24" }, output.releases, out);
    const documents = output.open(chosen.built);
    const records = published();
    const pairs = records.flatMap(([, mac = "", number = "", hcpcs = "", modifier = "", office, facility]) => {
      const place = { hcpcs, modifier: modifier.trim(), locality: mac + number };
      const document = rateOf(documents, chosen, { ...place, settings: ["office", "hopd"] });
      return pairsOf(document, amountText(office), amountText(facility));
    });
    expect(pairs.filter(([, ours, printed]) => ours !== printed)).toEqual([]);
    // A facility's patient leaves the physician no technical component, so not every record has two amounts
    expect(pairs.length).toBeGreaterThan(records.length);
  });

  it("of anesthesia have each locality's factor in CMS's ANES file, and no amount", async () => {
    const out = await builtWhole("2025D");
    const output = openOutput(out);
    const chosen = chooseRelease({ release: "2025D" }, output.releases, out);
    const documents = output.open(chosen.built);
    const text = readFileSync(join(CMS_FOLDER, "pfs", "RVU25D", "ANES2025.csv"), "latin1");
    const rows = Papa.parse<string[]>(text, { skipEmptyLines: true }).data.filter(([mac = ""]) =>
      /^\d{5} *$/.test(mac),
    );
    expect(rows).toHaveLength(109);
    const differ = rows.filter(([mac = "", number = "", , printed = ""]) => {
      const locality = mac.trim() + number.trim();
      const { anesthesia, settings } = rateOf(documents, chosen, { hcpcs: "00100", locality, settings: ["office"] });
      expect(settings[0]).toMatchObject({ nonFacility: { value: null, reason: "anesthesia" } });
      const factor = anesthesia?.conversionFactor ?? {};
      return !("value" in factor && factor.value === Number(printed).toFixed(2));
    });
    expect(differ).toEqual([]);
  });
});

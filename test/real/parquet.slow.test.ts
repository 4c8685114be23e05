import { join } from "node:path";
import { expect, it } from "vitest";
import { builtWhole } from "../support/built-whole.ts";
import { texts } from "../support/duckdb.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { EXACT_AMOUNTS } from "../support/locality-sql.ts";
import { describeWithRealFiles } from "../support/real.ts";

describeWithRealFiles("tables of whole releases", () => {
  it.each(["2025D", "2026B"])(
    "have every locality amount of %s, and SQL over the inputs gives the same",
    async (id) => {
      const [out, to] = [await builtWhole(id), temporaryFolder()];
      expect(await ratebookHere("export", "--out", out, "--to", to, "--release", id)).toMatchObject({ status: 0 });
      const folder = join(to, `year=${id.slice(0, 4)}/release=${id}`);
      const [sizes] = await texts(`SELECT (SELECT count(*) FROM '${folder}/locality_amounts.parquet') AS amounts,
      (SELECT count(*) FILTER (non_facility IS NOT NULL) FROM '${folder}/national.parquet') AS priced,
      (SELECT count(*) FROM '${folder}/gpci.parquet') AS localities`);
      const { amounts, priced, localities } = sizes ?? {};
      expect(Number(amounts)).toBe(Number(priced) * Number(localities));
      const [row] = await texts(EXACT_AMOUNTS(folder));
      expect(row).toEqual({ compared: amounts, different: "0" });
    },
  );
});

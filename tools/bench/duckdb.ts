import { DuckDBInstance } from "@duckdb/node-api";

/**
 * DuckDB computes only the locality amounts, in exact decimals, from the same csv files: no zip, no checks, no
 * provenance, no output files. Prints the sum of all cents and the number of amounts as JSON.
 *
 * Arguments: the relative value csv, the GPCI csv, the conversion factor.
 */
const [rvuPath = "", gpciPath = "", factor = ""] = process.argv.slice(2);

const columns = (count: number): string =>
  Array.from({ length: count }, (_, index) => `'c${index}': 'VARCHAR'`).join(", ");

const SQL = `
WITH rvu AS (
  SELECT c3 AS status, c5::DECIMAL(7,2) AS work, c6::DECIMAL(7,2) AS nf, c8::DECIMAL(7,2) AS f, c10::DECIMAL(7,2) AS mp,
         c11::DECIMAL(7,2) AS nft, c12::DECIMAL(7,2) AS ft
  FROM read_csv('${rvuPath}', header=false, auto_detect=false, delim=',', quote='"', skip=10, null_padding=true,
                ignore_errors=true, columns={${columns(31)}})
  WHERE regexp_matches(c0, '^[0-9A-Z]{5}$') AND c3 IN ('A', 'R', 'T')
), priced AS (SELECT * FROM rvu WHERE nft > 0 OR ft > 0),
gpci AS (
  SELECT c4::DECIMAL(5,3) AS gw, c5::DECIMAL(5,3) AS gp, c6::DECIMAL(5,3) AS gm
  FROM read_csv('${gpciPath}', header=false, auto_detect=false, delim=',', quote='"', skip=3, null_padding=true,
                ignore_errors=true, columns={${columns(7)}})
  WHERE regexp_matches(c0, '^[0-9]{5}$')
), amounts AS (
  SELECT round((work * gw + nf * gp + mp * gm)::DECIMAL(14,5) * ${factor}::DECIMAL(8,4), 2) AS non_facility,
         round((work * gw + f * gp + mp * gm)::DECIMAL(14,5) * ${factor}::DECIMAL(8,4), 2) AS facility
  FROM priced CROSS JOIN gpci
)
SELECT count(*) * 2 AS amounts, (sum(non_facility) * 100 + sum(facility) * 100)::BIGINT AS cents FROM amounts`;

const connection = await (await DuckDBInstance.create(":memory:")).connect();
const since = performance.now();
const rows = await (await connection.runAndReadAll(SQL)).getRowObjects();
const ms = performance.now() - since;
const [row] = rows;
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ ms, amounts: Number(row?.["amounts"]), cents: Number(row?.["cents"]), peakMb }));

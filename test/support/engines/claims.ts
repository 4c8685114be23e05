import type { Duckdb } from "../duckdb.ts";
import type { EngineTables } from "./tables.ts";

/** Days of each release that claims have, and the two that no release of the tables answers. */
export const DAYS = 90;
export const NOT_EXPORTED = "2024-12-31";
export const NO_RELEASE = "2008-12-31";
/** A place of service code that does not exist, after those that do. */
export const NO_PLACE = "77";

/** Multipliers of the line's number, so that codes, places and days meet in every combination. */
export const STEP = { code: 7919, zip: 104_729, pos: 31, day: 17, locality: 37 } as const;

/** How many distinct values the lines take. */
type ClaimLists = Readonly<Record<"codes" | "zips" | "places" | "localities", string>>;

/** Makes the lists that the lines take their values from, sorted, and counts them. */
export async function claimLists(
  { run, texts }: Pick<Duckdb, "run" | "texts">,
  { releases }: Pick<EngineTables, "releases">,
): Promise<ClaimLists> {
  const last = releases.at(-1)?.[0];
  const lists = {
    codes: ["hcpcs", "SELECT DISTINCT hcpcs FROM physician_rows"],
    zips: ["zip", `SELECT zip FROM zips WHERE release = '${last}'`],
    places: ["pos", `SELECT pos FROM places_of_service UNION ALL SELECT '${NO_PLACE}'`],
    localities: ["locality", `SELECT locality FROM gpci WHERE release = '${last}'`],
  };
  for (const [name, [column, rows]] of Object.entries(lists))
    await run(`CREATE OR REPLACE TABLE claim_${name} AS
      SELECT ${column}, row_number() OVER (ORDER BY ${column}) - 1 AS at FROM (${rows})`);
  const counts = Object.keys(lists).map((name) => `(SELECT count(*) FROM claim_${name}) AS ${name}`);
  const [counted] = await texts(`SELECT ${counts.join(", ")}`);
  return counted as ClaimLists;
}

/** DuckDB's SQL of synthetic claim lines: every value follows from the line's number. */
export function claimLinesSql({ releases }: Pick<EngineTables, "releases">, lists: ClaimLists, lines: number): string {
  const [first, second] = releases.map(([, day]) => day);
  const day = `(i * ${STEP.day}) % ${2 * DAYS}`;
  return `CREATE OR REPLACE TABLE claim_lines AS
SELECT i // 3 AS claim_id, i % 3 AS line, c.hcpcs,
  CASE WHEN i % 11 = 5 THEN 'TC' WHEN i % 3 = 0 THEN '59' END AS modifier_1,
  CASE WHEN i % 11 = 3 THEN '26' END AS modifier_2,
  CASE WHEN i % 11 = 7 THEN '53' END AS modifier_3,
  CAST(NULL AS VARCHAR) AS modifier_4, p.pos,
  CASE WHEN i % 1009 = 0 THEN DATE '${NOT_EXPORTED}' WHEN i % 1013 = 0 THEN DATE '${NO_RELEASE}'
    WHEN ${day} < ${DAYS} THEN DATE '${first}' + CAST(${day} AS INTEGER)
    ELSE DATE '${second}' + CAST(${day} - ${DAYS} AS INTEGER) END AS service_date,
  CASE WHEN i % 10 < 9 THEN z.zip END AS zip,
  CASE WHEN i % 10 = 9 THEN l.locality END AS locality,
  i % 5 = 0 AS qualifying_apm, CAST(i % 4 + 1 AS INTEGER) AS units
FROM (
  SELECT i, (i * ${STEP.code}) % ${lists.codes} AS code, (i * ${STEP.zip}) % ${lists.zips} AS zip,
    (i * ${STEP.pos}) % ${lists.places} AS place, (i * ${STEP.locality}) % ${lists.localities} AS locality
  FROM range(${lines}) numbers(i)
) n
JOIN claim_codes c ON c.at = n.code
JOIN claim_zips z ON z.at = n.zip
JOIN claim_places p ON p.at = n.place
JOIN claim_localities l ON l.at = n.locality`;
}

/**
 * Lines of claims, for any engine: claim, line, code, modifier, day, units. Those of April 2025 are checked with the
 * made-up NCCI edits, those of February 2025 with Addendum J's pairs of the embedded release.
 */
const LINES: readonly (readonly [
  claim: number,
  line: number,
  hcpcs: string,
  modifier: string,
  day: string,
  units: number,
])[] = [
  // Imaging with vertebroplasty: without a modifier, with one on either line, with one that does not count, on two days.
  [1, 1, "22511", "", "2025-04-15", 1],
  [1, 2, "77012", "", "2025-04-15", 1],
  [2, 1, "22511", "", "2025-04-15", 1],
  [2, 2, "77012", "59", "2025-04-15", 1],
  [3, 1, "77012", "26", "2025-04-15", 1],
  [3, 2, "22511", "LT", "2025-04-15", 1],
  [4, 1, "22511", "", "2025-04-15", 1],
  [4, 2, "77012", "26", "2025-04-15", 1],
  [5, 1, "22511", "", "2025-04-15", 1],
  [5, 2, "77012", "", "2025-04-16", 1],
  // Never together; and a pair whose second edit never was in force.
  [6, 1, "22510", "59", "2025-04-15", 1],
  [6, 2, "22511", "", "2025-04-15", 1],
  [7, 1, "13121", "", "2025-04-15", 1],
  [7, 2, "13120", "", "2025-04-15", 1],
  // Add-on codes: with a primary code, with another code, of a contractor's list, and one that ended in 2024.
  [8, 1, "22511", "", "2025-04-15", 1],
  [8, 2, "22512", "", "2025-04-15", 4],
  [9, 1, "22513", "", "2025-04-15", 1],
  [9, 2, "22512", "", "2025-04-15", 3],
  [9, 3, "0054T", "", "2025-04-15", 1],
  [9, 4, "99998", "", "2025-04-15", 1],
  // Units: two lines of one day, one line of each of two days, by the line, and a code that is not payable.
  [10, 1, "22511", "", "2025-04-15", 1],
  [10, 2, "22511", "", "2025-04-15", 1],
  [10, 3, "22511", "", "2025-04-16", 1],
  [10, 4, "99996", "", "2025-04-15", 2],
  [10, 5, "99996", "", "2025-04-15", 3],
  [10, 6, "99997", "", "2025-04-15", 1],
  // Two codes whose edit never was in force, on the day that it has.
  [11, 1, "36591", "", "2025-04-01", 1],
  [11, 2, "90473", "", "2025-04-01", 1],
  // Pairs: of an add-on, of two J1 codes, none, with a primary code that is in no pair with the other, two of one claim.
  [21, 1, "22511", "", "2025-02-01", 1],
  [21, 2, "22512", "", "2025-02-01", 1],
  [22, 1, "22510", "", "2025-02-01", 1],
  [22, 2, "22513", "", "2025-02-02", 1],
  [22, 3, "22512", "", "2025-02-02", 1],
  [23, 1, "22511", "", "2025-02-01", 2],
  [24, 1, "22513", "", "2025-02-01", 1],
  [24, 2, "22514", "", "2025-02-01", 1],
  [24, 3, "22511", "", "2025-02-01", 1],
  [25, 1, "22515", "", "2025-02-01", 1],
  [25, 2, "22510", "", "2025-02-01", 1],
  [25, 3, "22513", "", "2025-02-01", 1],
  // A day whose release has none of the tables.
  [31, 1, "22511", "", "2026-02-01", 5],
  [31, 2, "77012", "", "2026-02-01", 1],
  [31, 3, "22512", "", "2026-02-01", 1],
];

/** A view of the lines with the columns that sql/claims.sql names. */
export const EDITED_CLAIMS = `CREATE VIEW claim_lines AS
SELECT claim_id, line, hcpcs, nullif(modifier, '') AS modifier_1, CAST(NULL AS VARCHAR(2)) AS modifier_2,
  CAST(NULL AS VARCHAR(2)) AS modifier_3, CAST(NULL AS VARCHAR(2)) AS modifier_4, '22' AS pos, service_date,
  CAST(NULL AS VARCHAR(5)) AS zip, CAST(NULL AS VARCHAR(7)) AS locality, false AS qualifying_apm, units
FROM (VALUES
${LINES.map(([claim, line, hcpcs, modifier, day, units]) => `  (${claim}, ${line}, '${hcpcs}', '${modifier}', DATE '${day}', ${units})`).join(",\n")}
) AS made_up(claim_id, line, hcpcs, modifier, service_date, units)`;

interface Question {
  readonly sql: string;
  readonly answers: readonly string[];
}

/** What the views answer, each row as one text: worked out by hand from the edits, the pairs and CMS's rates. */
export const EDIT_QUESTIONS: Readonly<Record<string, Question>> = {
  edits: {
    sql: `SELECT concat_ws(' ', setting, claim_id, column1_line, column2_line, column1, column2, modifier_indicator,
      CAST(is_bypassed AS VARCHAR(5))) AS answer FROM claim_edits`,
    answers: [
      "hospital 1 1 2 22511 77012 0 false",
      "hospital 2 1 2 22511 77012 0 false",
      "hospital 3 2 1 22511 77012 0 false",
      "hospital 4 1 2 22511 77012 0 false",
      "practitioner 1 1 2 22511 77012 1 false",
      "practitioner 2 1 2 22511 77012 1 true",
      "practitioner 3 2 1 22511 77012 1 true",
      "practitioner 4 1 2 22511 77012 1 false",
      "practitioner 6 2 1 22511 22510 0 false",
      "practitioner 7 1 2 13121 13120 0 false",
    ],
  },
  units: {
    sql: `SELECT concat_ws(' ', service, claim_id, line, hcpcs, edited_units, mue_value) AS answer
      FROM claim_units WHERE exceeds`,
    answers: [
      // 1 + 1 of one day, of which practitioners may have 1 and hospitals 2
      "practitioner 10 1 22511 2 1",
      "practitioner 10 2 22511 2 1",
      // By the line: 3 of 2; 2 of 2 is allowed
      "practitioner 10 5 99996 3 2",
      "practitioner 10 6 99997 1 0",
      "practitioner 8 2 22512 4 3",
    ],
  },
  addOns: {
    sql: `SELECT concat_ws(' ', claim_id, line, add_on, type, coalesce(CAST(has_primary AS VARCHAR(5)), 'unknown'))
      AS answer FROM claim_add_ons`,
    answers: ["8 2 22512 1 true", "9 2 22512 1 false", "9 3 0054T 2 unknown"],
  },
  pairs: {
    sql: `SELECT concat_ws(' ', claim_id, release, primary_code, secondary_code, adjusted_apc, opps_rate) AS answer
      FROM claim_pairs`,
    answers: [
      "21 2025A 22511 22512 5114 7143.7300",
      // 22513 has rank 484 and 22510 rank 1839: the pair of 22510 with 22512 does not count
      "22 2025A 22513 22510 5115 12866.8200",
      "25 2025A 22513 22510 5115 12866.8200",
    ],
  },
};

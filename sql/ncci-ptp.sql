-- Codes of one claim that are not paid together, after claims.sql, in any engine that has the tables ncci_ptp and
-- ncci_modifiers (sql/duckdb/ncci-ptp.sql, sql/spark/ncci-ptp.sql, sql/postgres). Of two codes that the release was
-- both built without, nothing is known.

CREATE OR REPLACE VIEW edited_lines AS
SELECT l.claim_id, l.line, l.release, l.service_date, l.hcpcs, count(m.modifier) > 0 AS has_modifier
FROM dated_lines l
LEFT JOIN ncci_modifiers m ON m.modifier IN (l.modifier_1, l.modifier_2, l.modifier_3, l.modifier_4)
GROUP BY l.claim_id, l.line, l.release, l.service_date, l.hcpcs;

-- Two lines of one claim and day with an edit in force on that day, for each setting: choose the one that your claims
-- are of. Column 2 is not paid, unless the edit is bypassed: indicator 1, and an NCCI-associated modifier on one of the
-- lines.
CREATE OR REPLACE VIEW claim_edits AS
SELECT e.setting, paid.claim_id, paid.release, paid.service_date, paid.line AS column1_line, other.line AS column2_line,
  e.column1, e.column2, e.modifier_indicator, e.rationale,
  e.modifier_indicator = '1' AND (paid.has_modifier OR other.has_modifier) AS is_bypassed
FROM edited_lines paid
JOIN edited_lines other ON other.claim_id = paid.claim_id AND other.service_date = paid.service_date
JOIN ncci_ptp e ON e.release = paid.release AND e.column1 = paid.hcpcs AND e.column2 = other.hcpcs
  AND paid.service_date >= e.effective AND (e.deletion IS NULL OR paid.service_date <= e.deletion)
WHERE e.modifier_indicator <> '9';

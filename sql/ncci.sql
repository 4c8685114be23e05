-- Units and add-on codes of claims, after claims.sql, in any engine that has the tables ncci_mue and ncci_addon
-- (sql/duckdb/ncci.sql, sql/spark/ncci.sql, sql/postgres). A line of a release without the tables is in neither view.

-- Each line with the units that CMS allows, for each service that CMS has a table of: choose the one that your claims
-- are of. Indicator 1 is about one line; 2 and 3 are about one day. A code is absent where CMS publishes no value.
CREATE OR REPLACE VIEW claim_units AS
SELECT l.*, l.edited_units > l.mue_value AS exceeds
FROM (
  SELECT m.service, d.claim_id, d.line, d.release, d.service_date, d.hcpcs, m.adjudication_indicator, m.mue_value,
    CASE m.adjudication_indicator
      WHEN '1' THEN d.units
      ELSE sum(d.units) OVER (PARTITION BY m.service, d.claim_id, d.service_date, d.hcpcs)
    END AS edited_units
  FROM dated_lines d
  JOIN ncci_mue m ON m.release = d.release AND m.hcpcs = d.hcpcs
) l;

-- Each line with an add-on code, and whether one of its primary codes is on the same claim and day. Where none is, only
-- type 1 says that the add-on is not paid; for types 2 and 3 the contractor knows other primary codes, and it is null.
CREATE OR REPLACE VIEW claim_add_ons AS
SELECT l.claim_id, l.line, l.release, l.service_date, e.add_on, e.type,
  CASE WHEN count(p.hcpcs) > 0 THEN true WHEN e.type = '1' THEN false END AS has_primary
FROM dated_lines l
JOIN ncci_addon e ON e.release = l.release AND e.add_on = l.hcpcs
  AND l.service_date >= e.effective AND (e.deletion IS NULL OR l.service_date <= e.deletion)
LEFT JOIN dated_lines p ON p.claim_id = l.claim_id AND p.service_date = l.service_date AND p.hcpcs = e.primary_code
GROUP BY l.claim_id, l.line, l.release, l.service_date, e.add_on, e.type;

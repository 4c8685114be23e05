-- Complexity adjustments of outpatient hospitals' claims, after claims.sql, in any engine that has the tables
-- opps_pairs and opps_ranks (sql/duckdb/pairs.sql, sql/spark/pairs.sql, sql/postgres). The lines must be those of
-- hospitals.

CREATE OR REPLACE VIEW claim_codes AS
SELECT claim_id, release, hcpcs, sum(units) AS units
FROM dated_lines
GROUP BY claim_id, release, hcpcs;

-- Of the codes with a comprehensive APC (J1) on a claim the one with the lowest rank is primary. Each rank occurs once.
CREATE OR REPLACE VIEW claim_primaries AS
SELECT c.claim_id, c.release, min(r.primary_rank) AS primary_rank
FROM claim_codes c
JOIN opps_ranks r ON r.release = c.release AND r.hcpcs = c.hcpcs
GROUP BY c.claim_id, c.release;

-- Claims whose primary code stands with a secondary code of Addendum J, or twice where it is a pair with itself: the
-- adjusted APC, and its rate for the whole claim. All pairs of a primary code have the same adjusted APC, so a claim
-- has one row; of several secondary codes it names the first.
CREATE OR REPLACE VIEW claim_pairs AS
SELECT c.claim_id, c.release, p.primary_code, min(p.secondary_code) AS secondary_code, p.adjusted_apc, p.opps_rate
FROM claim_primaries c
JOIN opps_ranks r ON r.release = c.release AND r.primary_rank = c.primary_rank
JOIN opps_pairs p ON p.release = c.release AND p.primary_code = r.hcpcs
JOIN claim_codes s ON s.release = c.release AND s.claim_id = c.claim_id AND s.hcpcs = p.secondary_code
WHERE p.secondary_code <> p.primary_code OR s.units > 1
GROUP BY c.claim_id, c.release, p.primary_code, p.adjusted_apc, p.opps_rate;

/**
 * SQL that computes every locality amount of a release from RVUs, GPCIs and factors, in exact decimals, and counts those
 * that differ from ours: 42 CFR 414.20, rounded half up to the cent once, at the end.
 *
 * @param folder with the release's tables
 */
export const EXACT_AMOUNTS = (folder: string): string => `
WITH computed AS (
  SELECT r.hcpcs, r.modifier, f.track, g.locality,
    round((work_rvu * work_gpci + non_facility_pe_rvu * pe_gpci + mp_rvu * mp_gpci)::DECIMAL(18,5)
      * conversion_factor, 2)::DECIMAL(9,2) AS non_facility,
    round((work_rvu * work_gpci + facility_pe_rvu * pe_gpci + mp_rvu * mp_gpci)::DECIMAL(18,5)
      * conversion_factor, 2)::DECIMAL(9,2) AS facility
  FROM '${folder}/rvu.parquet' r
  JOIN '${folder}/national.parquet' n USING (hcpcs, modifier)
  JOIN '${folder}/factors.parquet' f ON f.track IS NOT DISTINCT FROM n.track
  CROSS JOIN '${folder}/gpci.parquet' g
  WHERE n.price_state = 'priced' AND n.non_facility IS NOT NULL
)
SELECT count(*) AS compared,
  count(*) FILTER (a.hcpcs IS NULL OR c.hcpcs IS NULL
    OR a.non_facility <> c.non_facility OR a.facility <> c.facility) AS different
FROM '${folder}/locality_amounts.parquet' a
FULL JOIN computed c ON a.hcpcs = c.hcpcs AND a.modifier = c.modifier AND a.locality = c.locality
  AND a.track IS NOT DISTINCT FROM c.track`;

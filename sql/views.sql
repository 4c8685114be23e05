-- Every locality amount by SQL, in any engine that has its tables (sql/duckdb, sql/postgres, sql/spark). 42 CFR 414.20:
-- (work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x conversion factor, in exact decimals. RVUs have two
-- decimals, GPCIs three and factors four, so the product has nine; it is rounded half up to the cent once, at the end.

-- A row of the relative value file, and whether Medicare prices it by its RVUs. The state is that of both tracks.
CREATE OR REPLACE VIEW rvu_rows AS
SELECT r.*, n.price_state
FROM rvu r
JOIN national n ON n.release = r.release AND n.hcpcs = r.hcpcs AND n.modifier = r.modifier
WHERE n.track IS DISTINCT FROM 'qualifying-apm';

-- The amounts are without the OPPS cap. The tables have no RVUs of the cap, so no view has the payable amount.
CREATE OR REPLACE VIEW locality_amounts AS
SELECT r.release, r.hcpcs, r.modifier, f.track, g.locality,
  CAST(round(
    CAST(r.work_rvu * g.work_gpci + r.non_facility_pe_rvu * g.pe_gpci + r.mp_rvu * g.mp_gpci AS DECIMAL(18, 5))
    * f.conversion_factor, 2) AS DECIMAL(9, 2)) AS non_facility,
  CAST(round(
    CAST(r.work_rvu * g.work_gpci + r.facility_pe_rvu * g.pe_gpci + r.mp_rvu * g.mp_gpci AS DECIMAL(18, 5))
    * f.conversion_factor, 2) AS DECIMAL(9, 2)) AS facility
FROM rvu_rows r
JOIN factors f ON f.release = r.release
JOIN gpci g ON g.release = r.release
WHERE r.price_state = 'priced';

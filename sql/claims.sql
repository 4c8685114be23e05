-- The physician's fee of claim lines, after sql/views.sql, in any engine. The lines are yours, as a table:
--   claim_lines(claim_id, line, hcpcs, modifier_1, modifier_2, modifier_3, modifier_4, pos, service_date DATE,
--     zip, locality, qualifying_apm BOOLEAN, units)
-- `zip` has five digits and is that of the place of service. `locality` is MAC and number; it counts before the ZIP
-- code, and is null where you do not know it. `qualifying_apm` says that the clinician is a qualifying APM participant;
-- null counts as false.

-- The factor of each kind of clinician. Before 2026 there is one for all.
CREATE OR REPLACE VIEW clinician_factors AS
SELECT release, conversion_factor, false AS qualifying_apm FROM factors WHERE track IS DISTINCT FROM 'qualifying-apm'
UNION ALL
SELECT release, conversion_factor, true FROM factors WHERE track IS DISTINCT FROM 'non-qualifying-apm';

-- Each line with the release in force on its day; null on a day that no release answers.
CREATE OR REPLACE VIEW dated_lines AS
SELECT l.*, d.release
FROM claim_lines l
LEFT JOIN release_days d ON d.service_date = l.service_date;

-- Locality by ZIP code, setting by place of service. 26 and TC choose the row of the code, and 53 does
-- where CMS has such a row; no other modifier does. A facility that is neither an outpatient hospital nor an ASC has
-- the physician's row of a hospital, without the rules of PC/TC 3 to 8, which are about outpatients.
CREATE OR REPLACE VIEW placed_lines AS
SELECT l.*, coalesce(l.locality, z.locality) AS payment_locality, p.setting,
  l.locality IS NULL AND coalesce(z.plus_four, false) AS needs_plus_four,
  l.locality IS NULL AND l.zip IS NOT NULL AND z.zip IS NULL AS zip_unknown,
  p.site IS NOT NULL AS site_known,
  coalesce(p.site, 'hopd') AS row_site,
  CASE
    WHEN 'TC' IN (l.modifier_1, l.modifier_2, l.modifier_3, l.modifier_4) THEN 'TC'
    WHEN '26' IN (l.modifier_1, l.modifier_2, l.modifier_3, l.modifier_4) THEN '26'
    WHEN '53' IN (l.modifier_1, l.modifier_2, l.modifier_3, l.modifier_4) THEN s.modifier
  END AS component
FROM dated_lines l
LEFT JOIN zips z ON z.release = l.release AND z.zip = l.zip
LEFT JOIN places_of_service p ON p.pos = l.pos AND (p.from_day IS NULL OR l.service_date >= p.from_day)
LEFT JOIN rvu s ON s.release = l.release AND s.hcpcs = l.hcpcs AND s.modifier = '53';

-- Row, GPCIs and factor of each line, and the reason where it has no fee.
CREATE OR REPLACE VIEW rated_lines AS
SELECT l.claim_id, l.line, l.units, l.release, l.payment_locality, l.setting, r.modifier AS row_modifier,
  CASE l.setting WHEN 'facility' THEN r.facility_na ELSE r.non_facility_na END AS na,
  CAST(r.work_rvu * g.work_gpci
    + CASE l.setting WHEN 'facility' THEN r.facility_pe_rvu ELSE r.non_facility_pe_rvu END * g.pe_gpci
    + r.mp_rvu * g.mp_gpci AS DECIMAL(18, 5)) AS adjusted_rvu,
  f.conversion_factor,
  CASE
    WHEN l.release IS NULL THEN 'no-release-on-day'
    WHEN f.release IS NULL THEN 'release-not-exported'
    WHEN l.setting IS NULL THEN 'unknown-place-of-service'
    WHEN l.needs_plus_four THEN 'ambiguous-zip'
    WHEN l.zip_unknown THEN 'unknown-zip'
    WHEN g.release IS NULL THEN 'unknown-locality'
    WHEN l.component IS NULL AND p.modifier IS NULL THEN coalesce(p.reason, 'not-in-fee-schedule')
    WHEN r.release IS NULL AND coalesce(p.reason, '') <> 'not-in-fee-schedule' AND p.hcpcs IS NOT NULL
      THEN 'no-row-with-modifier'
    WHEN r.release IS NULL THEN 'not-in-fee-schedule'
    WHEN l.component = 'TC' AND l.row_site <> 'office' THEN 'technical-component-only'
    WHEN l.site_known AND p.modifier = r.modifier AND p.reason IS NOT NULL THEN p.reason
    WHEN r.price_state <> 'priced' THEN r.price_state
  END AS reason
FROM placed_lines l
LEFT JOIN clinician_factors f ON f.release = l.release AND f.qualifying_apm = coalesce(l.qualifying_apm, false)
LEFT JOIN gpci g ON g.release = l.release AND g.locality = l.payment_locality
LEFT JOIN physician_rows p ON p.release = l.release AND p.hcpcs = l.hcpcs AND p.site = l.row_site
LEFT JOIN rvu_rows r ON r.release = l.release AND r.hcpcs = l.hcpcs AND r.modifier = coalesce(l.component, p.modifier);

-- The fee of one unit, and that of the line; or the reason why there is none. The fee is without the OPPS cap, is not
-- reduced for several procedures or by modifiers that have no row, and is not compared with the charge.
CREATE OR REPLACE VIEW priced_lines AS
SELECT r.*, r.fee * r.units AS amount
FROM (
  SELECT claim_id, line, release, payment_locality, setting, row_modifier, na, units, reason,
    CASE WHEN reason IS NULL THEN CAST(round(adjusted_rvu * conversion_factor, 2) AS DECIMAL(9, 2)) END AS fee
  FROM rated_lines
) r;

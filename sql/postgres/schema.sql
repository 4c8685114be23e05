-- The tables of `ratebook export --format csv` for PostgreSQL 15 or later, then load.sh, ../views.sql and ../claims.sql.
-- Columns and meanings are those of docs/tables.md. Each row has the release that its file is in; load.sh says which.
BEGIN;

CREATE DOMAIN release_name AS text CHECK (VALUE ~ '^\d{4}[A-Z]');
CREATE DOMAIN rvu_value AS numeric(9, 2) CHECK (VALUE >= 0);
CREATE DOMAIN dollars AS numeric(9, 2) CHECK (VALUE >= 0);
CREATE DOMAIN fine_dollars AS numeric(18, 4) CHECK (VALUE >= 0);
CREATE DOMAIN index_value AS numeric(9, 3) CHECK (VALUE > 0);

CREATE TABLE calendar (
  release release_name NOT NULL,
  first_day date PRIMARY KEY,
  last_day date NOT NULL UNIQUE CHECK (last_day >= first_day)
);

CREATE TABLE places_of_service (
  pos char(2) PRIMARY KEY,
  name text NOT NULL,
  setting text NOT NULL CHECK (setting IN ('non_facility', 'facility')),
  site text CHECK (site IN ('office', 'hopd', 'asc')),
  from_day date
);

CREATE TABLE ncci_modifiers (
  modifier char(2) PRIMARY KEY
);

CREATE TABLE rvu (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  hcpcs char(5) NOT NULL,
  modifier text NOT NULL CHECK (modifier IN ('', '26', 'TC', '53')),
  status text NOT NULL,
  non_facility_na boolean NOT NULL,
  facility_na boolean NOT NULL,
  not_used_for_medicare boolean,
  work_rvu rvu_value NOT NULL,
  non_facility_pe_rvu rvu_value NOT NULL,
  facility_pe_rvu rvu_value NOT NULL,
  mp_rvu rvu_value NOT NULL,
  non_facility_total rvu_value NOT NULL,
  facility_total rvu_value NOT NULL,
  pctc_indicator text NOT NULL,
  global_days text NOT NULL,
  pre_op rvu_value,
  intra_op rvu_value,
  post_op rvu_value,
  multiple_procedure text,
  bilateral_surgery text,
  assistant_at_surgery text,
  co_surgeons text,
  team_surgery text,
  pricing_indicator text,
  endoscopic_base text,
  physician_supervision text,
  imaging_family text,
  PRIMARY KEY (release, hcpcs, modifier)
);

CREATE TABLE factors (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  schedule text NOT NULL,
  track text,
  conversion_factor numeric(9, 4) NOT NULL CHECK (conversion_factor > 0),
  UNIQUE NULLS NOT DISTINCT (release, track)
);

CREATE TABLE national (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  hcpcs char(5) NOT NULL,
  modifier text NOT NULL,
  track text,
  price_state text NOT NULL,
  non_facility dollars,
  facility dollars,
  UNIQUE NULLS NOT DISTINCT (release, hcpcs, modifier, track),
  FOREIGN KEY (release, hcpcs, modifier) REFERENCES rvu,
  FOREIGN KEY (release, track) REFERENCES factors (release, track)
);

CREATE TABLE localities (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  locality char(7) NOT NULL,
  mac char(5) NOT NULL,
  number char(2) NOT NULL,
  state char(2),
  name text,
  PRIMARY KEY (release, locality)
);

CREATE TABLE gpci (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  locality char(7) NOT NULL,
  mac char(5) NOT NULL,
  number char(2) NOT NULL,
  work_gpci index_value NOT NULL,
  work_gpci_without_floor index_value,
  pe_gpci index_value NOT NULL,
  mp_gpci index_value NOT NULL,
  PRIMARY KEY (release, locality),
  FOREIGN KEY (release, locality) REFERENCES localities
);

CREATE TABLE zips (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  zip char(5) NOT NULL,
  state char(2) NOT NULL,
  locality char(7) NOT NULL,
  rural text NOT NULL,
  plus_four boolean NOT NULL,
  PRIMARY KEY (release, zip),
  FOREIGN KEY (release, locality) REFERENCES localities
);

CREATE TABLE opps (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  hcpcs char(5) NOT NULL,
  status_indicator text NOT NULL,
  state text NOT NULL,
  apc text,
  relative_weight numeric(9, 4),
  opps_rate fine_dollars,
  national_copayment fine_dollars,
  minimum_copayment fine_dollars,
  adjusted_copayment fine_dollars,
  PRIMARY KEY (release, hcpcs)
);

CREATE TABLE asc_rates (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  hcpcs char(5) NOT NULL,
  addendum text NOT NULL,
  payment_indicator text NOT NULL,
  state text NOT NULL,
  multiple_procedure_discount boolean,
  payment_weight numeric(9, 4),
  asc_rate dollars,
  PRIMARY KEY (release, hcpcs, addendum)
);

CREATE TABLE opps_ranks (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  hcpcs char(5) NOT NULL,
  status_indicator text NOT NULL,
  apc text,
  apc_geometric_mean_cost dollars,
  frequency integer,
  single_frequency integer,
  geometric_mean_cost dollars,
  primary_rank integer NOT NULL,
  deleted boolean NOT NULL,
  PRIMARY KEY (release, hcpcs),
  UNIQUE (release, primary_rank)
);

CREATE TABLE opps_pairs (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  primary_code char(5) NOT NULL,
  primary_status_indicator text NOT NULL,
  primary_apc text,
  secondary_code char(5) NOT NULL,
  secondary_status_indicator text NOT NULL,
  secondary_apc text,
  adjusted_code char(5) NOT NULL,
  adjusted_apc text,
  opps_rate fine_dollars,
  PRIMARY KEY (release, primary_code, secondary_code),
  FOREIGN KEY (release, primary_code) REFERENCES opps_ranks
);

CREATE TABLE ncci_addon (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  type text NOT NULL CHECK (type IN ('1', '2', '3')),
  add_on char(5) NOT NULL,
  add_on_deleted date,
  primary_code char(5),
  primary_deleted date,
  effective date NOT NULL,
  deletion date CHECK (deletion >= effective),
  note text,
  UNIQUE NULLS NOT DISTINCT (release, add_on, primary_code, effective)
);

CREATE TABLE ncci_mue (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  service text NOT NULL CHECK (service IN ('practitioner', 'hospital', 'dme')),
  hcpcs char(5) NOT NULL,
  mue_value integer NOT NULL CHECK (mue_value >= 0),
  adjudication_indicator text NOT NULL CHECK (adjudication_indicator IN ('1', '2', '3')),
  adjudication text NOT NULL,
  rationale text NOT NULL,
  PRIMARY KEY (release, hcpcs, service)
);

CREATE TABLE ncci_ptp (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  setting text NOT NULL CHECK (setting IN ('practitioner', 'hospital')),
  column1 char(5) NOT NULL,
  column2 char(5) NOT NULL,
  effective date NOT NULL,
  deletion date CHECK (deletion >= effective),
  modifier_indicator text NOT NULL CHECK (modifier_indicator IN ('0', '1', '9')),
  rationale text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (release, column1, column2, setting, effective, deletion)
);

CREATE TABLE physician_rows (
  release release_name NOT NULL DEFAULT current_setting('ratebook.release'),
  hcpcs char(5) NOT NULL,
  site text NOT NULL CHECK (site IN ('office', 'hopd', 'asc')),
  modifier text,
  reason text,
  na boolean NOT NULL,
  PRIMARY KEY (release, hcpcs, site),
  -- A code that only a facility's list has is without a row of the fee schedule, and then without a modifier.
  FOREIGN KEY (release, hcpcs, modifier) REFERENCES rvu
);

-- The release in force on each day of service.
CREATE VIEW release_days AS
SELECT release, CAST(generate_series(first_day, last_day, INTERVAL '1 day') AS date) AS service_date FROM calendar;

COMMIT;

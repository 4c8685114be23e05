-- The tables of `ratebook export` for DuckDB, then sql/views.sql and sql/claims.sql. Before them, in every session:
--   SET VARIABLE tables = 'tables';
-- Columns, types and meanings are those of docs/tables.md.

-- Without hive_types a reader may take the name of a release for something else.
CREATE OR REPLACE MACRO ratebook_files(name) AS TABLE
SELECT * FROM read_parquet(getvariable('tables') || '/year=*/release=*/' || name || '.parquet',
  hive_partitioning = true, hive_types = {'year': 'VARCHAR', 'release': 'VARCHAR'});

CREATE OR REPLACE VIEW rvu AS FROM ratebook_files('rvu');
CREATE OR REPLACE VIEW national AS FROM ratebook_files('national');
CREATE OR REPLACE VIEW factors AS FROM ratebook_files('factors');
CREATE OR REPLACE VIEW gpci AS FROM ratebook_files('gpci');
CREATE OR REPLACE VIEW localities AS FROM ratebook_files('localities');
CREATE OR REPLACE VIEW zips AS FROM ratebook_files('zips');
CREATE OR REPLACE VIEW physician_rows AS FROM ratebook_files('physician_rows');
CREATE OR REPLACE VIEW calendar AS FROM read_parquet(getvariable('tables') || '/calendar.parquet');
CREATE OR REPLACE VIEW places_of_service AS FROM read_parquet(getvariable('tables') || '/places_of_service.parquet');

-- The release in force on each day of service.
CREATE OR REPLACE VIEW release_days AS
SELECT release, CAST(unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS DATE) AS service_date
FROM calendar;

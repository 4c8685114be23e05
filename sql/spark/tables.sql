-- The tables of `ratebook export` for Spark, then sql/views.sql and sql/claims.sql. Before them:
--   SET ratebook.tables=/path/of/tables;
-- Columns, types and meanings are those of docs/tables.md. The release is taken from the path as text: Spark's own
-- reading of partitions takes the letter of 2026D for the mark of a double.

CREATE OR REPLACE VIEW rvu AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/rvu.parquet`;
CREATE OR REPLACE VIEW national AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/national.parquet`;
CREATE OR REPLACE VIEW factors AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/factors.parquet`;
CREATE OR REPLACE VIEW gpci AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/gpci.parquet`;
CREATE OR REPLACE VIEW localities AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/localities.parquet`;
CREATE OR REPLACE VIEW zips AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/zips.parquet`;
CREATE OR REPLACE VIEW physician_rows AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/physician_rows.parquet`;
CREATE OR REPLACE VIEW calendar AS SELECT * FROM parquet.`${ratebook.tables}/calendar.parquet`;
CREATE OR REPLACE VIEW places_of_service AS SELECT * FROM parquet.`${ratebook.tables}/places_of_service.parquet`;

-- The release in force on each day of service.
CREATE OR REPLACE VIEW release_days AS
SELECT release, explode(sequence(first_day, last_day, INTERVAL 1 DAY)) AS service_date FROM calendar;

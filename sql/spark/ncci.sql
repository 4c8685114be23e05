-- Tables of releases that were built with `--with ncci`, after tables.sql; then sql/ncci.sql.
CREATE OR REPLACE VIEW ncci_addon AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/ncci_addon.parquet`;
CREATE OR REPLACE VIEW ncci_mue AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/ncci_mue.parquet`;

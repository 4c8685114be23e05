-- Tables of releases that were built with `--with ncci-ptp`, after tables.sql; then sql/ncci-ptp.sql.
CREATE OR REPLACE VIEW ncci_ptp AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/ncci_ptp.parquet`;
CREATE OR REPLACE VIEW ncci_modifiers AS SELECT * FROM parquet.`${ratebook.tables}/ncci_modifiers.parquet`;

-- Tables of releases that were built with the addenda of the OPPS rule, after tables.sql; then sql/pairs.sql.
CREATE OR REPLACE VIEW opps_pairs AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/opps_pairs.parquet`;
CREATE OR REPLACE VIEW opps_ranks AS
SELECT *, regexp_extract(_metadata.file_path, 'release=([^/]+)/', 1) AS release
FROM parquet.`${ratebook.tables}/year=*/release=*/opps_ranks.parquet`;

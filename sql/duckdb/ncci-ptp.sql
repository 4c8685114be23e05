-- Tables of releases that were built with `--with ncci-ptp`, after tables.sql; then sql/ncci-ptp.sql.
CREATE OR REPLACE VIEW ncci_ptp AS FROM ratebook_files('ncci_ptp');
CREATE OR REPLACE VIEW ncci_modifiers AS FROM read_parquet(getvariable('tables') || '/ncci_modifiers.parquet');

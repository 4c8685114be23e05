-- Tables of releases that were built with `--with ncci`, after tables.sql; then sql/ncci.sql.
CREATE OR REPLACE VIEW ncci_addon AS FROM ratebook_files('ncci_addon');
CREATE OR REPLACE VIEW ncci_mue AS FROM ratebook_files('ncci_mue');

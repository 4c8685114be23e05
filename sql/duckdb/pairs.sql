-- Tables of releases that were built with the addenda of the OPPS rule, after tables.sql; then sql/pairs.sql.
CREATE OR REPLACE VIEW opps_pairs AS FROM ratebook_files('opps_pairs');
CREATE OR REPLACE VIEW opps_ranks AS FROM ratebook_files('opps_ranks');

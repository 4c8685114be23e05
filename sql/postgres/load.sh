#!/bin/sh
# Loads the csv files of `ratebook export --format csv` into the tables of schema.sql, all or none:
#   sh sql/postgres/load.sh tables
# psql connects as PGHOST, PGPORT, PGUSER, PGDATABASE and PGPASSWORD say. The columns are those of each file's heading.
# `asc` is a word of SQL, so its table is asc_rates. `locality_amounts` is not loaded: the view of ../views.sql is it.
set -eu
folder=$1

copy() { # FILE TABLE
  [ -f "$1" ] || return 0
  printf "\\\\copy %s (%s) FROM '%s' WITH (FORMAT csv, HEADER MATCH)\n" "$2" "$(head -n 1 "$1")" "$1"
}

{
  echo "BEGIN;"
  copy "$folder/calendar.csv" calendar
  copy "$folder/places_of_service.csv" places_of_service
  copy "$folder/ncci_modifiers.csv" ncci_modifiers
  for release in "$folder"/year=*/release=*; do
    echo "SET LOCAL ratebook.release = '${release##*release=}';"
    for table in rvu factors national localities gpci zips opps opps_ranks opps_pairs ncci_addon ncci_mue ncci_ptp \
      physician_rows; do
      copy "$release/$table.csv" "$table"
    done
    copy "$release/asc.csv" asc_rates
  done
  echo "COMMIT;"
  echo "ANALYZE;"
} | psql --quiet --no-psqlrc --set ON_ERROR_STOP=1

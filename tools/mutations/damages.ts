import type { Damage } from "./damage.ts";
import { DOWNLOAD_DAMAGES } from "./damages/downloads.ts";
import { FACILITY_DAMAGES } from "./damages/facility.ts";
import { PLACE_DAMAGES } from "./damages/places.ts";
import { RELATIVE_VALUE_COLUMNS } from "./damages/relative-value-columns.ts";
import { RELATIVE_VALUE_FILES } from "./damages/relative-value-files.ts";
import { RELATIVE_VALUE_ROWS } from "./damages/relative-value-rows.ts";

/** Every kind of damage, by table. */
export const TABLE_DAMAGES: readonly Damage[] = [
  ...RELATIVE_VALUE_ROWS,
  ...RELATIVE_VALUE_COLUMNS,
  ...RELATIVE_VALUE_FILES,
  ...PLACE_DAMAGES,
  ...FACILITY_DAMAGES,
  ...DOWNLOAD_DAMAGES,
];

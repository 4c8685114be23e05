/** Two letters of each state and territory with a Medicare payment locality, and its name as CMS spells it. */
const NAMES: Readonly<Record<string, string>> = {
  AK: "ALASKA",
  AL: "ALABAMA",
  AR: "ARKANSAS",
  AZ: "ARIZONA",
  CA: "CALIFORNIA",
  CO: "COLORADO",
  CT: "CONNECTICUT",
  DC: "DISTRICT OF COLUMBIA",
  DE: "DELAWARE",
  FL: "FLORIDA",
  GA: "GEORGIA",
  HI: "HAWAII",
  IA: "IOWA",
  ID: "IDAHO",
  IL: "ILLINOIS",
  IN: "INDIANA",
  KS: "KANSAS",
  KY: "KENTUCKY",
  LA: "LOUISIANA",
  MA: "MASSACHUSETTS",
  MD: "MARYLAND",
  ME: "MAINE",
  MI: "MICHIGAN",
  MN: "MINNESOTA",
  MO: "MISSOURI",
  MS: "MISSISSIPPI",
  MT: "MONTANA",
  NC: "NORTH CAROLINA",
  ND: "NORTH DAKOTA",
  NE: "NEBRASKA",
  NH: "NEW HAMPSHIRE",
  NJ: "NEW JERSEY",
  NM: "NEW MEXICO",
  NV: "NEVADA",
  NY: "NEW YORK",
  OH: "OHIO",
  OK: "OKLAHOMA",
  OR: "OREGON",
  PA: "PENNSYLVANIA",
  PR: "PUERTO RICO",
  RI: "RHODE ISLAND",
  SC: "SOUTH CAROLINA",
  SD: "SOUTH DAKOTA",
  TN: "TENNESSEE",
  TX: "TEXAS",
  UT: "UTAH",
  VA: "VIRGINIA",
  VI: "VIRGIN ISLANDS",
  VT: "VERMONT",
  WA: "WASHINGTON",
  WI: "WISCONSIN",
  WV: "WEST VIRGINIA",
  WY: "WYOMING",
};

/** A state as CMS spells its name, from its name or its two letters; other text as it is, in capitals. */
export function stateName(text: string): string {
  const upper = text.trim().toUpperCase().replace(/\s+/g, " ");
  return NAMES[upper] ?? upper;
}

/** Whether a state of CMS's county file is the one that is meant: "HAWAII/GUAM" is both of its names. */
export function isState(printed: string, wanted: string): boolean {
  return printed.split("/").some((part) => stateName(part) === stateName(wanted));
}

/** Where a service can be done, in the order of a rate: office, hospital outpatient department, ASC. */
export const RATE_SETTINGS = ["office", "hopd", "asc"] as const;

/** The name of the rate of each facility schedule. */
export const RATE_NAMES = { opps: "oppsRate", asc: "ascRate" } as const;
export type FacilityRateName = (typeof RATE_NAMES)[keyof typeof RATE_NAMES];

/** CMS evaluates a pair of Addendum J for a complexity adjustment when at least so many claims have it. */
export const FEWEST_CLAIMS = 25;

/** Rules whose addenda can be read as a preview: they are never in force. */
export const PREVIEWED_RULES = ["proposed", "final"] as const;
export type PreviewedRule = (typeof PREVIEWED_RULES)[number];

/** Five characters, digits and capitals: CPT, HCPCS level II, and placeholders such as GXXX1. */
export const HCPCS_CODE = /^[0-9A-Z]{5}$/;

/** MAC and locality number as seven digits: 0111205. */
export const LOCALITY_KEY = /^\d{7}$/;

/** No modifier, professional component, technical component, discontinued procedure: CMS lists no others. */
export const MODIFIERS = ["", "26", "TC", "53"] as const;

/** By how many characters of the first field rows are in one slice of `claims.json`. Look-ups give as many or more. */
export const SLICED_BY = 4;

/** A physician's service outside or in a facility, a hospital's service, an ASC's. */
export const VOLUME_SETTINGS = ["nonFacility", "facility", "hopd", "asc"] as const;

/** Tables that a diff compares row by row, NCCI edits aside. */
export const DIFF_TABLES = ["pfs", "localities", "opps", "asc"] as const;

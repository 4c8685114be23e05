/** Where services can be done, in the order in which a rate has them: office, hospital outpatient department, ASC. */
export const RATE_SETTINGS = ["office", "hopd", "asc"] as const;

/** Five characters, digits and capitals: CPT, HCPCS level II, and placeholders such as GXXX1. */
export const HCPCS_CODE = /^[0-9A-Z]{5}$/;

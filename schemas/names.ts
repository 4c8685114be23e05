/** Where a service can be done, in the order of a rate: office, hospital outpatient department, ASC. */
export const RATE_SETTINGS = ["office", "hopd", "asc"] as const;

/** Five characters, digits and capitals: CPT, HCPCS level II, and placeholders such as GXXX1. */
export const HCPCS_CODE = /^[0-9A-Z]{5}$/;

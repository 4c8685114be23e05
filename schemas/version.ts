/**
 * Version of the shapes in `schemas/out`, copied into every document.
 *
 * | part  | raised when                                        |
 * | ----- | -------------------------------------------------- |
 * | major | a field goes away or changes its meaning           |
 * | minor | a field or a document is added                     |
 * | patch | only descriptions change                           |
 *
 * New figures from CMS never raise it: data are versioned by release, not by schema.
 */
export const SCHEMA_VERSION = "2.4.0";

/** Version of the oldest shapes that are read: what was added since then, readers do without. */
export const OLDEST_READ = "2.2.0";

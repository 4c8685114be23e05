/**
 * Version of the shapes in `schemas/out`, copied into every document.
 *
 * | part  | raised when                                        |
 * | ----- | -------------------------------------------------- |
 * | major | a field is removed or changes its meaning          |
 * | minor | a field or a document is added                     |
 * | patch | only descriptions change                           |
 *
 * New figures from CMS do not raise it: data have the version of their release.
 */
export const SCHEMA_VERSION = "3.0.0";

/** The oldest version that readers accept: they work without the fields that were added later. */
export const OLDEST_READ = "3.0.0";

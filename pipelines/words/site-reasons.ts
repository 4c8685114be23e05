/** Reasons that are about the build, which a reader of a site does not know. */
const ON_SITE: Readonly<Record<string, string>> = {
  "source-missing": "this site does not have CMS's file for it",
  "no-base-units": "this site does not have CMS's table of anesthesia base units",
};

/**
 * Why there is no figure, to a reader who has the site and not the build. A sum has the reason of its part.
 *
 * @param text for everybody else
 */
export function siteReason(reason: string, text: string): string {
  return ON_SITE[reason.replace(/^(facility|physician)-/, "")] ?? text;
}

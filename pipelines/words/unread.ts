/** Reasons that say nothing about a code: the release was built without the source, or from an excerpt of it. */
export const UNREAD = { source: "source-missing", excerpt: "not-in-excerpt" } as const;

/** Whether a figure is unknown in a release, rather than known not to be there. */
export function isUnread(reason: string | null): boolean {
  return reason === UNREAD.source || reason === UNREAD.excerpt;
}

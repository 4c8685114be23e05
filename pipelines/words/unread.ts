/** Reasons that are not about the code: the release was built without the source, or from an excerpt of it. */
export const UNREAD = { source: "source-missing", excerpt: "not-in-excerpt" } as const;

/** Whether a figure of a release is unknown, rather than known to be absent. */
export function isUnread(reason: string | null): boolean {
  return reason === UNREAD.source || reason === UNREAD.excerpt;
}

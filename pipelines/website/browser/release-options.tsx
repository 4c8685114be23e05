import type { SiteIndex } from "../site-index.ts";

/** The releases of a site to choose from, the last one first. */
export function ReleaseOptions({ index }: { readonly index: SiteIndex }) {
  return (
    <>
      {[...index.releases].reverse().map(({ release, title }) => (
        <option key={release} value={release}>
          {release} {title}
        </option>
      ))}
    </>
  );
}

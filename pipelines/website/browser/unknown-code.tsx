import { NoAnswer } from "./figure.tsx";
import { useLatePart } from "./late-part.ts";
import type { SiteData } from "./site-data.ts";
import { useReleases } from "./use-release.ts";

interface UnknownProps {
  readonly data: SiteData;
  readonly release: string;
  readonly code: string;
  readonly ask: (change: { readonly release: string; readonly on: string }) => void;
}

/** Why a release has no answer for a code: which code took its place, and which other releases of the site have it. */
export function UnknownCode({ data, release, code, ask }: UnknownProps) {
  const { index } = data;
  const names = index.releases.map((each) => each.release);
  const { open, wanted, failures } = useReleases(data, names, []);
  const { part: words } = useLatePart("claims", index.lateParts.claims);
  for (const codes of [[code], ...open.map((each) => each.codes)]) words?.revealCodes(codes);
  const having = open.filter(({ codes }) => codes.includes(code)).map((each) => each.release);
  const isDone = open.length + failures.length === wanted;
  return (
    <>
      <NoAnswer text={`${code} is not in any file of ${release}${words?.successionText(code) ?? ""}.`} />
      {having.length > 0 && (
        <>
          <p class="small">Releases of this site that have it:</p>
          <ul class="choices">
            {having.map((each) => (
              <li key={each}>
                <button type="button" onClick={() => ask({ release: each, on: "" })}>
                  {each}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small quiet">
        {isDone
          ? having.length === 0 && "No release of this site has it."
          : `Looking in ${wanted - open.length} other releases.`}
      </p>
    </>
  );
}

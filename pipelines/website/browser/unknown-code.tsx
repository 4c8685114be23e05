import type { SiteCodes } from "../site-index.ts";
import { releasesHaving } from "./day.ts";
import { NoAnswer } from "./figure.tsx";
import type { SiteData } from "./site-data.ts";
import { useSiteCodes } from "./use-release.ts";

interface UnknownProps {
  readonly data: SiteData;
  readonly release: string;
  readonly code: string;
  readonly ask: (change: { readonly release: string; readonly on: string }) => void;
}

function Releases({ data, release, code, ask, known }: UnknownProps & { readonly known: SiteCodes }) {
  const found = releasesHaving(data.index, known, code, release);
  if (found.length === 0) return <p class="small quiet">No release of this site has it.</p>;
  return (
    <>
      <p class="small">Releases of this site that have it, the nearest first:</p>
      <ul class="choices">
        {found.map((each) => (
          <li key={each}>
            <button type="button" onClick={() => ask({ release: each, on: "" })}>
              {each}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why a release has no answer for a code: which code took its place, and which other releases of the site have it. */
export function UnknownCode(props: UnknownProps) {
  const { release, code } = props;
  const known = useSiteCodes(props.data);
  const isKnown = typeof known === "object";
  return (
    <>
      <NoAnswer text={`${code} is not in any file of ${release}${isKnown ? (known.successions[code] ?? "") : ""}.`} />
      {isKnown && <Releases {...props} known={known} />}
      {typeof known === "string" && <NoAnswer text={known} />}
    </>
  );
}

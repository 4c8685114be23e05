import { HCPCS_CODE } from "../../../schemas/names.ts";
import { compareSection } from "./compare-section.ts";
import { NoAnswer } from "./figure.tsx";
import type { PageProps } from "./look-up.tsx";
import { NoPlace } from "./no-place.tsx";
import { ChooseWith, namesOfTwo, useSides } from "./two-releases.tsx";
import { SectionView } from "./view.tsx";

function Compared(props: PageProps & { readonly names: readonly [string, string] }) {
  const { data, asked, names } = props;
  const opening = useSides(data, names, [asked.place, asked.other || asked.place]);
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  if (opening.kind === "no-place") {
    const { found, field } = opening;
    return <NoPlace found={found} choose={(text) => props.ask({ [field]: text })} />;
  }
  if (opening.kind === "loading") return <div class="waiting" aria-busy="true" />;
  const { before, after } = opening;
  const isKnown = [before, after].some(({ release }) => release.codes.includes(asked.code));
  if (!isKnown) return <NoAnswer text={`${asked.code} is in no file of ${names[0]} or ${names[1]}.`} />;
  return (
    <div class="beside">
      <SectionView index={data.index} section={compareSection(before, after, asked.code)} />
    </div>
  );
}

/** One code in two releases, or in two places. */
export function ComparePage(props: PageProps) {
  const { asked, ask } = props;
  const names = namesOfTwo(props);
  if (typeof names === "string") return <NoAnswer text={names} />;
  return (
    <article>
      <h1 class="unseen">Compare</h1>
      <div class="fields">
        <ChooseWith {...props} chosen={names[0]} />
        <label class="field">
          Other place
          <input
            name="other"
            value={asked.other}
            list="places"
            autocomplete="off"
            spellcheck={false}
            placeholder="the same place"
            onChange={({ currentTarget }) => ask({ other: currentTarget.value.trim() })}
          />
        </label>
      </div>
      {HCPCS_CODE.test(asked.code) ? (
        <Compared {...props} names={names} />
      ) : (
        <p class="lead">Type a code to see what moved its amounts.</p>
      )}
    </article>
  );
}

import { useMemo } from "preact/hooks";
import { changesSections, comparedCodes } from "./changes-section.ts";
import { NoAnswer } from "./figure.tsx";
import type { PageProps } from "./look-up.tsx";
import { NoPlace } from "./no-place.tsx";
import { ChooseWith, namesOfTwo, useSides } from "./two-releases.tsx";
import type { ComparedSide } from "./two-sides.ts";
import { SectionView } from "./view.tsx";
import { PracticeVolumes } from "./volumes.tsx";
import { CHOICE_FORMS } from "./which-codes.ts";

interface SidesProps extends PageProps {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
}

function Changes({ data, asked, before, after }: SidesProps) {
  const of = useMemo(
    () => comparedCodes(before, after),
    [before.release, after.release, before.locality, after.locality],
  );
  const sections = useMemo(() => changesSections(of, asked.only), [of, asked.only]);
  return (
    <>
      {sections.map((section) => (
        <div key={section.id} class={section.id === "movers" ? "listed" : "beside"}>
          <SectionView index={data.index} section={section} />
        </div>
      ))}
    </>
  );
}

function Opened(props: PageProps & { readonly names: readonly [string, string] }) {
  const { data, asked, names } = props;
  const opening = useSides(data, names, [asked.place, asked.place]);
  if (opening.kind === "failed") return <NoAnswer text={opening.text} />;
  if (opening.kind === "no-place") {
    const { found, field } = opening;
    return <NoPlace found={found} choose={(text) => props.ask({ [field]: text })} />;
  }
  if (opening.kind === "loading") return <div class="waiting" aria-busy="true" />;
  return <Changes {...props} before={opening.before} after={opening.after} />;
}

/** Two releases: what changed, by which causes, in which amounts. */
export function ChangesPage(props: PageProps) {
  const { asked, ask } = props;
  const names = namesOfTwo(props);
  if (typeof names === "string") return <NoAnswer text={names} />;
  return (
    <article>
      <h1 class="unseen">What changed</h1>
      <div class="fields">
        <ChooseWith {...props} chosen={names[0]} />
        <label class="field">
          Which codes
          <input
            name="only"
            value={asked.only}
            autocomplete="off"
            spellcheck={false}
            placeholder="all"
            aria-describedby="only-forms"
            onChange={({ currentTarget }) => ask({ only: currentTarget.value.trim() })}
          />
          <span id="only-forms" class="small">
            {CHOICE_FORMS}; several with commas
          </span>
        </label>
      </div>
      {names[0] !== "" && <PracticeVolumes data={props.data} names={names} />}
      <Opened {...props} names={names} />
    </article>
  );
}

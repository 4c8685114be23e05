import { useState } from "preact/hooks";
import type { OpenedRelease } from "../../read/types.ts";
import { codeAsTyped, codeWithModifiers } from "./code-typed.ts";
import type { PageProps } from "./look-up.tsx";
import { localityTitle } from "./place.ts";
import { ReleaseOptions } from "./release-options.tsx";

/** How many codes are proposed. */
const PROPOSED = 12;

function codesLike(release: OpenedRelease | undefined, beginning: string): readonly string[] {
  if (release === undefined || beginning.length < 2 || beginning.length > 4) return [];
  const found: string[] = [];
  for (const code of release.codes) {
    if (code.startsWith(beginning)) found.push(code);
    if (found.length === PROPOSED) break;
  }
  return found;
}

/** Whether codes can be found by words. */
function hasDescriptors({ index }: PageProps["data"]): boolean {
  return index.releases.some(({ parts }) => parts.descriptors !== undefined);
}

interface CodeFieldProps extends Pick<PageProps, "data" | "asked" | "ask" | "descriptors"> {
  readonly release: OpenedRelease | undefined;
}

/** The code. The field keeps what was typed, "CPT 22511", as long as it says what the address does. */
function CodeField({ data, asked, ask, release, descriptors }: CodeFieldProps) {
  const [draft, setDraft] = useState("");
  const type = (text: string): void => {
    setDraft(text.toUpperCase());
    ask(codeAsTyped(text), true);
  };
  return (
    <label class="code">
      {hasDescriptors(data) ? "Code or words" : "Code"}
      <input
        name="code"
        value={codeWithModifiers(codeAsTyped(draft)) === codeWithModifiers(asked) ? draft : codeWithModifiers(asked)}
        list="codes"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        placeholder="G0439"
        onInput={({ currentTarget }) => type(currentTarget.value)}
      />
      <datalist id="codes">
        {codesLike(release, asked.code).map((code) => (
          <option key={code} value={code} label={descriptors?.texts[code]} />
        ))}
      </datalist>
    </label>
  );
}

interface SearchProps extends PageProps {
  readonly release: OpenedRelease | undefined;
  /** The question is whole: it is one to come back to. */
  readonly settle: () => void;
}

/** The question: a code, a place, a day or a release. */
export function Search({ data, asked, ask, release, descriptors, settle }: SearchProps) {
  return (
    <form
      class={hasDescriptors(data) ? "search by-words" : "search"}
      onFocusOut={settle}
      onSubmit={(event) => {
        event.preventDefault();
        settle();
      }}
    >
      <CodeField data={data} asked={asked} ask={ask} release={release} descriptors={descriptors} />
      <label class="place">
        Place
        <input
          name="place"
          value={asked.place}
          list="places"
          autocomplete="off"
          spellcheck={false}
          placeholder="national, or a ZIP code, county or locality"
          onInput={({ currentTarget }) => ask({ place: currentTarget.value }, true)}
        />
        <datalist id="places">
          {(release?.localities ?? []).map((each) => (
            <option key={each.key} value={localityTitle(each)} />
          ))}
        </datalist>
      </label>
      <label class="on">
        Day of service
        <input
          name="on"
          type="date"
          value={asked.on}
          onInput={({ currentTarget: { value: on } }) => ask({ on, release: on === "" ? asked.release : "" }, true)}
        />
      </label>
      <label class="release">
        or release
        <select
          name="release"
          value={asked.release}
          onInput={({ currentTarget }) => ask({ release: currentTarget.value, on: "" })}
        >
          <option value="">in force</option>
          <ReleaseOptions index={data.index} />
        </select>
      </label>
    </form>
  );
}

import { useState } from "preact/hooks";
import { countText } from "../../words/money-text.ts";
import type { NoSitePlace } from "./place.ts";

/** The button that was pressed is gone: whoever uses a keyboard goes on at the heading. */
function focusOnHeading(): void {
  const heading = document.querySelector<HTMLElement>("main h1, main h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}

/** Choices among which nobody needs to search. */
const FEW = 12;

interface ChoicesProps extends Pick<NoSitePlace, "among"> {
  readonly take: (text: string) => void;
}

/** The places to choose from; of many, those that have every word of a field. */
function Choices({ among, take }: ChoicesProps) {
  const [typed, type] = useState("");
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = among.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  return (
    <>
      {among.length > FEW && (
        <div class="filter">
          <label for="filter-places">Show only</label>
          <input
            id="filter-places"
            type="search"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={({ currentTarget }) => type(currentTarget.value)}
          />
          <span class="quiet" role="status">
            {countText(shown.length)} of {countText(among.length)}
          </span>
        </div>
      )}
      <ul class="choices">
        {shown.map(({ label, text }) => (
          <li key={text}>
            <button type="button" onClick={() => take(text)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

interface NoPlaceProps {
  readonly found: NoSitePlace;
  /** Puts the chosen locality into the question. */
  readonly choose: (text: string) => void;
}

/** Why there is no place, and the localities to choose from; of half a place, what a whole one is. */
export function NoPlace({ found, choose }: NoPlaceProps) {
  if (found.kind === "half") return <p class="lead">{found.text}</p>;
  const take = (text: string): void => {
    choose(text);
    focusOnHeading();
  };
  return (
    <div class="problem">
      <p role="status">{found.text}</p>
      <Choices key={found.text} among={found.among} take={take} />
    </div>
  );
}

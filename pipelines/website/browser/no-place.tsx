import type { NoSitePlace } from "./place.ts";

/** The button that was pressed is gone: whoever uses a keyboard goes on at the heading. */
function focusOnHeading(): void {
  const heading = document.querySelector<HTMLElement>("main h1, main h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
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
      <ul class="choices">
        {found.among.map(({ label, text }) => (
          <li key={text}>
            <button type="button" onClick={() => take(text)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

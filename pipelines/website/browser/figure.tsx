import type { ComponentChildren } from "preact";
import type { Answer, RuleText } from "../../read/types.ts";
import { dollars } from "../../words/money-text.ts";

/** A figure that says where it comes from when it is pointed at, focused or touched. */
export function SourcedFigure({ source, children }: { readonly source: string; readonly children: ComponentChildren }) {
  return (
    <button type="button" class="figure" data-source={source}>
      {children}
    </button>
  );
}

/** A rule in words: what is computed, and by which law. */
export function ruleWords({ title, formula, cites, id }: RuleText): string {
  return [`${title} (${id})`, formula, ...cites.map((cite) => cite.title)].join("\n");
}

/** An amount with its source and a chip that names it in short, or the reason why there is none. */
export function AmountFigure({
  answer,
  source,
  chip,
}: {
  readonly answer: Answer;
  readonly source: string;
  readonly chip: string;
}) {
  if (answer.kind === "reason") return <>{answer.text}</>;
  return (
    <SourcedFigure source={source}>
      {dollars(answer.value)}
      <span class="chip">{chip}</span>
    </SourcedFigure>
  );
}

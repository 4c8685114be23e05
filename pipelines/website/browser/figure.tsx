import type { ComponentChildren } from "preact";
import type { Answer } from "../../read/types.ts";
import { dollars } from "../../words/money-text.ts";
import { chipOf, type Origins, whereFrom, whyNoAmount } from "./sources-words.ts";

/** A figure that says where it comes from when it is pointed at, focused or touched. */
export function SourcedFigure({ source, children }: { readonly source: string; readonly children: ComponentChildren }) {
  return (
    <button type="button" class="figure" data-source={source}>
      {children}
    </button>
  );
}

/** An amount with its source and a chip that names it in short; or the reason why there is none, with its cell. */
export function AmountFigure({ answer, origins }: { readonly answer: Answer; readonly origins: Origins }) {
  const source = whereFrom(origins, answer);
  if (answer.kind === "reason") return <SourcedFigure source={source}>{whyNoAmount(answer)}</SourcedFigure>;
  return (
    <SourcedFigure source={source}>
      {dollars(answer.value)}
      <span class="chip">{chipOf(origins, answer)}</span>
    </SourcedFigure>
  );
}

/** Why there is no answer. */
export function NoAnswer({ text }: { readonly text: string }) {
  return (
    <p class="problem" role="status">
      {text}
    </p>
  );
}

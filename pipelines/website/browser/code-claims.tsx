import { useEffect, useState } from "preact/hooks";
import type { SiteIndex } from "../site-index.ts";
import type { ClaimQuestion, CodeAndOthers } from "./claims.ts";
import { NoAnswer } from "./figure.tsx";
import { useLatePart } from "./late-part.ts";
import { SectionView } from "./view.tsx";

/** What is known of a code beside its rates: not in this site, not yet, or why it could not be read. */
export type ClaimAnswers =
  | { readonly kind: "not-built" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly text: string }
  | ({ readonly kind: "known" } & CodeAndOthers);

interface Answered {
  readonly key: string;
  readonly answers: ClaimAnswers;
}

/**
 * Asks for it when the rates are there.
 *
 * @param codes of the release
 */
export function useClaimAnswers(
  { claims, lateParts, builder }: SiteIndex,
  asked: Omit<ClaimQuestion, "site">,
  codes: readonly string[],
): ClaimAnswers {
  const question: ClaimQuestion = { ...asked, site: builder === null ? "site" : "own-files" };
  const own = claims.find(({ releases }) => releases.includes(question.release));
  const { part, failure } = useLatePart("claims", own && lateParts.claims);
  const [answered, setAnswered] = useState<Answered>();
  const key = JSON.stringify(question);
  useEffect(() => {
    if (own === undefined || part === undefined) return;
    let isWanted = true;
    part.revealCodes(codes);
    const keep = (answers: ClaimAnswers): void => {
      if (isWanted) setAnswered({ key, answers });
    };
    part.codeAndOthers(claims, question).then(
      (known) => keep({ kind: "known", ...known }),
      (error: Error) => keep({ kind: "failed", text: error.message }),
    );
    return () => {
      isWanted = false;
    };
  }, [part, own, key]);
  if (own === undefined) return { kind: "not-built" };
  if (failure !== undefined) return { kind: "failed", text: failure };
  return answered?.key === key ? answered.answers : { kind: "loading" };
}

/** What is paid together with a code, its modifiers, and edits. */
export function CodeClaims({
  index,
  release,
  answers,
  firstDay,
}: {
  readonly index: SiteIndex;
  readonly release: string;
  readonly answers: ClaimAnswers;
  /** The first day of the release, where nobody asks for a day; undefined where somebody does. */
  readonly firstDay: string | undefined;
}) {
  if (answers.kind === "not-built")
    return (
      <p class="small quiet">
        This site has neither modifiers nor what is paid and billed together for {release}: it was made without NCCI
        edits, Addendum J of the OPPS rule, and ASC Addendum FF. Ask whoever publishes it.
      </p>
    );
  if (answers.kind === "loading") return <p class="small quiet">Loading what is paid and billed together.</p>;
  if (answers.kind === "failed") return <NoAnswer text={answers.text} />;
  return (
    <>
      {answers.hasEdits && firstDay !== undefined && (
        <p class="small quiet">
          NCCI edits are those in force on {firstDay}, the first day of {release}. Choose a day of service for those of
          another day.
        </p>
      )}
      {answers.sections.map((section) => (
        <SectionView key={section.id} index={index} section={section} />
      ))}
    </>
  );
}

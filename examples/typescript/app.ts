import { type Answer, type OpenedRelease, openRelease } from "ratebook/read";

/** What an app shows where an amount belongs: the amount, or why there is none. */
function shown(answer: Answer): string {
  return answer.kind === "amount" ? answer.value : `none: ${answer.text}`;
}

/** What is paid for a code in an office, to a hospital and to a surgical center. */
function atTheSites(release: OpenedRelease, code: string): string[] {
  const question = { code, locality: "national" } as const;
  return [
    release.rate({ ...question, setting: "office" }),
    release.rate({ ...question, setting: "hopd", payee: "facility" }),
    release.rate({ ...question, setting: "asc", payee: "facility" }),
  ].map(shown);
}

console.log(...atTheSites(await openRelease("out/2026A"), "22511"));

import type { Answer, OpenedRelease } from "../read/types.ts";
import { tableHtml } from "../reports/pages/blocks-html.ts";
import { type Html, html } from "../reports/pages/html.ts";
import { table } from "../reports/views/view.ts";
import { dollars } from "../words/money-text.ts";

/** The most codes that a page without scripts shows. */
const MOST = 12;

function text(answer: Answer): string {
  return answer.kind === "amount" ? dollars(answer.value) : answer.text;
}

function ratesTable(release: OpenedRelease, codes: readonly string[]): Html {
  const locality = "national";
  return tableHtml(
    table<string>({
      caption: `National amounts of ${release.release}, ${release.title}`,
      columns: [
        { heading: "Code", cell: (code) => code },
        {
          heading: "Office",
          isNumber: true,
          cell: (code) => text(release.rate({ code, setting: "office", locality })),
        },
        ...(["hopd", "asc"] as const).map((setting) => ({
          heading: setting === "hopd" ? "Hospital outpatient" : "Surgical center",
          isNumber: true as const,
          cell: (code: string) => text(release.rate({ code, setting, payee: "facility", locality })),
        })),
      ],
      rows: codes,
    }),
  );
}

/**
 * What a browser without scripts shows: the rates of the codes with a document of their own, in the last release.
 *
 * @param last undefined where there is no release
 */
export function firstAnswers(last: OpenedRelease | undefined, codes: readonly string[]): Html {
  return last === undefined || codes.length === 0 ? html`` : ratesTable(last, codes.slice(0, MOST));
}

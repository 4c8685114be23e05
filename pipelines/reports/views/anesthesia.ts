import type { RateDocument } from "../../../schemas/out/rate.ts";
import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { plainReason } from "../../words/reasons.ts";
import { siteReason } from "../../words/site-reasons.ts";
import { cellsSource, rateContent, type SourceRules } from "./rate-source.ts";
import { type Block, type Content, figure, paragraph, type Section, small, table, type ViewColumn } from "./view.ts";

type Anesthesia = NonNullable<RateDocument["anesthesia"]>;

/** What is paid for some minutes. */
export interface AmountOfMinutes {
  readonly minutes: number;
  readonly fee: RateOrReason;
  readonly qualifyingApm?: RateOrReason | undefined;
}

/** A figure that CMS prints, or why there is none, to a reader of a site. */
function printed(
  read: { readonly cells: readonly RateCells[] } | { readonly reason: string },
  text: (read: never) => string,
): Content {
  if ("reason" in read) return siteReason(read.reason, plainReason(read.reason) ?? read.reason);
  return figure(text(read as never), read.cells.map(cellsSource).join("\n"));
}

function factorLines({ conversionFactor, qualifyingApm, baseUnits }: Anesthesia): Block[] {
  const dollarsPerUnit = ({ value }: { readonly value: string }): string => `$${value} a unit`;
  return [
    paragraph("Anesthesia conversion factor: ", printed(conversionFactor, dollarsPerUnit), "."),
    qualifyingApm !== undefined &&
      paragraph("For qualifying APM participants: ", printed(qualifyingApm, dollarsPerUnit), "."),
    paragraph(
      "Base units: ",
      printed(baseUnits, ({ units }: { readonly units: number }) => String(units)),
      ".",
    ),
  ];
}

function minutesTable(amounts: readonly AmountOfMinutes[], rules: SourceRules): Block {
  const columns: ViewColumn<AmountOfMinutes>[] = [
    { heading: "Minutes", isNumber: true, cell: ({ minutes }) => minutes },
    { heading: "Amount", isNumber: true, cell: ({ fee }) => rateContent(fee, rules) },
    ...(amounts.some(({ qualifyingApm }) => qualifyingApm !== undefined)
      ? [
          {
            heading: "Qualifying APM participant",
            isNumber: true,
            cell: ({ qualifyingApm }: AmountOfMinutes) => qualifyingApm && rateContent(qualifyingApm, rules),
          } as const,
        ]
      : []),
  ];
  return table({ caption: "By minutes of anesthesia", columns, rows: amounts });
}

/** What an anesthesia code is paid by, and its amounts where the factor of the place and the base units are known. */
export function anesthesiaSection(
  anesthesia: Anesthesia,
  amounts: readonly AmountOfMinutes[],
  rules: SourceRules,
): Section {
  const known = amounts.filter(({ fee }) => fee.value !== null);
  const formula = rules[anesthesia.rule]?.formula;
  return {
    id: "anesthesia",
    title: "Anesthesia",
    blocks: [
      ...factorLines(anesthesia),
      known.length > 0 && minutesTable(known, rules),
      formula !== undefined && small(`An amount is ${formula}.`),
      small("The amount is that of one who performs the anesthesia alone, without medical direction."),
    ],
  };
}

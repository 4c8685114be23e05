import type { Command } from "commander";
import { findPlace } from "../../pipelines/answers/rate/find-place.ts";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import { NOT_FOUND } from "./exit-codes.ts";
import { refuseTwo } from "./option-values.ts";

/** Declares the options for a place, the same for every command. */
export function declarePlace(command: Command): Command {
  return command
    .option("--zip <zip>", "place: ZIP code of five digits")
    .option("--county <county>", 'place: county and state, such as "Marin, CA"')
    .option("--locality <locality>", "place: locality by key, such as 0111205, or by name, such as Manhattan");
}

/**
 * The place that the options name.
 *
 * @throws UsageError when two options name a place
 */
export function wantedPlace(options: WantedPlace): WantedPlace {
  refuseTwo(options, ["zip", "county", "locality"]);
  const { zip, county, locality } = options;
  return { zip, county, locality };
}

/**
 * The key of the named locality; undefined for national amounts.
 *
 * @param releases searched in this order
 * @throws InputFault when no release has the place, or it is ambiguous
 */
export function localityIn(releases: Iterable<ReleaseDocuments>, options: WantedPlace): string | undefined {
  const wanted = wantedPlace(options);
  if (Object.values(wanted).every((each) => each === undefined)) return undefined;
  let unknown: InputFault | undefined;
  for (const documents of releases) {
    try {
      return findPlace(documents, wanted)?.place.locality;
    } catch (error) {
      if (!(error instanceof InputFault && NOT_FOUND.has(error.problem.code))) throw error;
      unknown ??= error;
    }
  }
  throw unknown;
}

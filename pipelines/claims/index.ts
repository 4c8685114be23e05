import { priceIn } from "../answers/price/price.ts";
import { placeByKey } from "../answers/rate/place.ts";
import { togetherIn } from "../answers/rate/together.ts";
import type { BuiltDocuments } from "../documents/built-documents.ts";
import { InputFault } from "../problems/problems.ts";
import { BuiltFiles } from "./built-files.ts";
import { ClaimsError } from "./claims-error.ts";
import { FetchedReleases } from "./fetched-documents.ts";
import { priceWanted, togetherWanted } from "./question.ts";
import { readerOf } from "./read-file.ts";
import type { ClaimsSource, OpenedClaims } from "./types.ts";

export type * from "./types.ts";
export { ClaimsError };

/** The answer; a problem as the error of this module. */
async function answered<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    throw error instanceof InputFault ? new ClaimsError(error.problem, error.message) : error;
  }
}

/**
 * Opens built releases for questions about claims. It reads nothing yet.
 *
 * ```js
 * const claims = openClaims("out");
 * const { settings } = await claims.price({ lines: ["22511", "22512"], setting: "hopd", release: "2025A" });
 * settings[0].facility.total.value; // "7143.73"
 * ```
 *
 * @param source the folder that `ratebook build` wrote, or `claims/` of a package that `ratebook pack --claims` wrote
 */
export function openClaims(source: ClaimsSource): OpenedClaims {
  const { read, where } = readerOf(source);
  const files = new BuiltFiles(read);
  const built = new FetchedReleases(files);
  return {
    together: (question) =>
      answered(async () => {
        const { on, release } = question;
        const wanted = { ...togetherWanted(question), on, release };
        return await files.answer(() => togetherIn(built, where, wanted));
      }),
    price: (question) =>
      answered(async () => {
        const { on, release, locality, zip } = question;
        const placeIn = (documents: BuiltDocuments) => placeByKey(documents, { locality, zip });
        const wanted = { ...priceWanted(question), placeIn, on, release };
        return await files.answer(() => priceIn(built, where, wanted));
      }),
  };
}

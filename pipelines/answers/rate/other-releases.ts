import type { BuiltReleases } from "../../documents/built-documents.ts";
import { byFirstDay, type IndexedRelease } from "../../documents/release-index.ts";
import { nameList } from "../../problems/nearest.ts";
import { fault, InputFault } from "../../problems/problems.ts";

/** The other built releases that have a code, the earliest first. */
function releasesWith(output: BuiltReleases, hcpcs: string, built: IndexedRelease): string[] {
  const others = output.releases.filter(({ release }) => release !== built.release).toSorted(byFirstDay);
  const rowsIn = (each: IndexedRelease) => output.open(each).table("site-of-service")?.rowsOf({ hcpcs }) ?? [];
  return others.filter((each) => rowsIn(each).length > 0).map(({ release }) => release);
}

/** The same problem with the other built releases that have the code; any other error as it is. */
function withOthers(error: unknown, output: BuiltReleases, built: IndexedRelease): unknown {
  if (!(error instanceof InputFault) || error.problem.code !== "code.unknown") return error;
  const { code, place, message } = error.problem;
  const releases = releasesWith(output, place.file, built);
  if (releases.length === 0) return error;
  const others = `${message}; of the releases that are built, ${nameList(releases)} ${releases.length === 1 ? "has" : "have"} it`;
  return fault(code, place, others, "Name one of these with --release, or correct the code");
}

/**
 * Answers a question to one release about one code.
 *
 * @param built the release
 * @throws InputFault that names the other built releases with the code, when this one does not have it
 */
export function orOtherReleases<Answer>(output: BuiltReleases, built: IndexedRelease, answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    throw withOthers(error, output, built);
  }
}

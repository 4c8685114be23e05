import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fault } from "../../pipelines/problems/problems.ts";
import { RefreshDocument } from "../../schemas/out/refresh.ts";
import { makeFolders } from "../out/make-folders.ts";

/** The reports, in the folder of the work. */
export const REPORTS = "reports";
/** The document by which a folder is known as one of reports. */
export const REPORT = "report.json";

/** What a refresh writes into the folder of reports. */
const OURS =
  /^(?:report\.json|title\.txt|pull-request\.md|changes\.bundle|tables|\w+\.(?:diff\.json|diff\.md|review\.html))$/;

/** Also one of another version. */
const SomeReport = RefreshDocument.pick({ schema: true }).loose();

function isReport(file: string): boolean {
  try {
    return SomeReport.safeParse(JSON.parse(readFileSync(file, "utf8"))).success;
  } catch {
    return false;
  }
}

/**
 * Refuses to replace a folder but for one of an earlier refresh that has nothing else.
 *
 * @throws InputFault "refresh.other-folder"
 */
export function refuseOtherFolder(to: string): void {
  if (!existsSync(to)) return;
  if (!statSync(to).isDirectory()) {
    throw fault("refresh.other-folder", { file: to }, "it is a file, expected a folder", "Name a folder with --to");
  }
  const names = readdirSync(to);
  const others = isReport(join(to, REPORT)) ? names.filter((name) => !OURS.test(name)) : names;
  if (others.length === 0) return;
  const message = `the folder has files that no refresh wrote (${others.slice(0, 3).join(", ")}), and would be replaced`;
  throw fault("refresh.other-folder", { file: to }, message, "Name another folder with --to, or move the files");
}

/** The file by which the folder is known goes last, so that what an interrupt leaves is known as well. */
function removeReports(to: string): void {
  if (!existsSync(to)) return;
  for (const name of readdirSync(to)) if (name !== REPORT) rmSync(join(to, name), { recursive: true, force: true });
  rmSync(to, { recursive: true, force: true });
}

/** For another file system: the file by which the folder is known comes first. */
function copyReports(reports: string, to: string): void {
  cpSync(join(reports, REPORT), join(to, REPORT));
  cpSync(reports, to, { recursive: true });
}

/** Puts finished reports into their place, where those of an earlier refresh give way. */
export function placeReports(reports: string, to: string): void {
  makeFolders(dirname(resolve(to)));
  removeReports(to);
  try {
    renameSync(reports, to);
  } catch {
    copyReports(reports, to);
  }
}

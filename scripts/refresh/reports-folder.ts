import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
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

function isReport(file: string): boolean {
  try {
    return RefreshDocument.safeParse(JSON.parse(readFileSync(file, "utf8"))).success;
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
  const names = readdirSync(to);
  const others = isReport(join(to, REPORT)) ? names.filter((name) => !OURS.test(name)) : names;
  if (others.length === 0) return;
  const message = `the folder has files that no refresh wrote (${others.slice(0, 3).join(", ")}), and would be replaced`;
  throw fault("refresh.other-folder", { file: to }, message, "Name another folder with --to, or move the files");
}

/** Puts finished reports into their place, where those of an earlier refresh give way. */
export function placeReports(reports: string, to: string): void {
  makeFolders(dirname(resolve(to)));
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(reports, to);
  } catch {
    // Another file system
    cpSync(reports, to, { recursive: true });
  }
}

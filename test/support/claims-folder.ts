import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type OpenedClaims, openClaims, type PriceQuestion, type TogetherQuestion } from "../../read/claims.mjs";
import { temporaryFolder } from "./excerpt-copy.ts";
import { ratebookHere } from "./in-process.ts";

/** Packs every release of an output folder. Returns the folder `claims/` of the package. */
export async function packedClaims(out: string, to: string): Promise<string> {
  const { status, stderr } = await ratebookHere("pack", "--claims", "--out", out, "--to", to, "--name", "@acme/rates");
  if (status !== 0) throw new Error(`pack ended with ${status}: ${stderr}`);
  return join(to, "claims");
}

/** The folder `claims/` of a package with every release of an output folder, while a test runs. */
export async function claimsFolder(out: string): Promise<string> {
  return await packedClaims(out, join(temporaryFolder(), "rates"));
}

/** Reads a folder file by file, and notes what was read. */
export function noted(folder: string, change: (path: string, bytes: Uint8Array) => Uint8Array | undefined = keep) {
  const paths: string[] = [];
  const read = async (path: string): Promise<Uint8Array | undefined> => {
    paths.push(path);
    return change(path, readFileSync(join(folder, path)));
  };
  return { paths, claims: openClaims({ read }) };
}

function keep(_: string, bytes: Uint8Array): Uint8Array {
  return bytes;
}

/** The arguments of the command line for a question. */
export function argumentsOf(question: TogetherQuestion | PriceQuestion): string[] {
  const { on, release } = question;
  const options: Record<string, string | undefined> = { on, release };
  const words = "lines" in question ? ["price", ...question.lines] : ["together", question.code, question.other ?? ""];
  if ("lines" in question) {
    const { setting, locality, zip } = question;
    Object.assign(options, { setting, locality, zip });
  }
  const given = Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));
  return [...words.filter((word) => word !== ""), ...given, "--json"];
}

/** The answer of the reader to a question. */
export function answerOf(claims: OpenedClaims, question: TogetherQuestion | PriceQuestion): Promise<object> {
  return "lines" in question ? claims.price(question) : claims.together(question);
}

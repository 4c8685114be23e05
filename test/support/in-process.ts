import { vi } from "vitest";
import { run } from "../../scripts/ratebook.ts";
import type { Said } from "./project-copy.ts";

function caught(stream: NodeJS.WriteStream) {
  let text = "";
  const spy = vi.spyOn(stream, "write").mockImplementation((piece) => {
    text += String(piece);
    return true;
  });
  return { text: () => text, restore: () => spy.mockRestore() };
}

/** Runs the command line in this process, which takes a tenth of the time of a new process. */
export async function ratebookHere(...args: readonly string[]): Promise<Said> {
  const [stdout, stderr, exitCode] = [caught(process.stdout), caught(process.stderr), process.exitCode];
  process.exitCode = 0;
  try {
    await run(args);
    return { status: Number(process.exitCode), stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.exitCode = exitCode;
    for (const stream of [stdout, stderr]) stream.restore();
  }
}

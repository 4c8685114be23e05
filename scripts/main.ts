import { run } from "./ratebook.ts";

/** Whoever reads along may stop, as `head` does: what is under way goes on, and is not to fail for it. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

await run(process.argv.slice(2));

import { run } from "./ratebook.ts";

/** A reader of the output may stop early, as `head` does. The command still finishes its work. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

void run(process.argv.slice(2));

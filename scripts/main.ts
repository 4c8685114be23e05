import { run } from "./ratebook.ts";

/** A reader of the output may stop early, as `head` does. The command still finishes its work. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

/** As Node ends a module whose await is never settled: a command that only stops has not done its work. */
const UNSETTLED = 13;
let isDone = false;
process.once("beforeExit", () => {
  if (!isDone) process.exitCode = UNSETTLED;
});
void run(process.argv.slice(2)).finally(() => {
  isDone = true;
});

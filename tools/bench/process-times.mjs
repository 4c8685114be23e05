/** Loaded before each process of a command: writes down when it began, how long it took, and what it was asked for. */
import { appendFileSync } from "node:fs";

const { PROCESS_TIMES } = process.env;
if (PROCESS_TIMES !== undefined) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    const [, ...asked] = process.argv;
    const times = { asked, since: performance.timeOrigin, wallMs: performance.now(), cpuMs: (user + system) / 1000 };
    appendFileSync(PROCESS_TIMES, `${JSON.stringify(times)}\n`);
  });
}

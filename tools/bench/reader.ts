import { median, timed } from "./run.ts";

/** Targets: a whole process over `node -e 0`, and a million answers. */
const TARGETS = { ratio: 1.6, millionMs: 500 };

function opened(folder: string, then: string): string[] {
  const program = `
    import { openRelease } from "ratebook/read";
    const release = await openRelease(${JSON.stringify(folder)});
    ${then}`;
  return ["--input-type=module", "-e", program];
}

const ONE = `
  const answer = release.rate({ code: "22511", setting: "office", locality: "national" });
  if (answer.kind !== "amount") process.exitCode = 1;`;

/** A million questions: every code by turns, in every locality by turns, at two settings. */
const MILLION = `
  const keys = release.localities.map(({ key }) => key);
  const settings = ["office", "hopd"];
  const since = performance.now();
  for (let at = 0; at < 1e6; at += 1)
    release.rate({
      code: release.codes[(at * 7919) % release.codes.length],
      setting: settings[at % 2],
      payee: "physician",
      locality: keys[at % keys.length],
    });
  process.stdout.write(String(performance.now() - since));`;

/**
 * Times the reader: open a release and price one code, as a whole process; and a million answers of an open one.
 *
 * @param folder of a built release
 */
export function readerLines(folder: string, runs: number): string[] {
  const pairs = Array.from({ length: runs }, () => {
    return { empty: timed(["-e", "0"]).wallMs, reader: timed(opened(folder, ONE)).wallMs };
  });
  const ratio = median(pairs.map(({ empty, reader }) => reader / empty));
  const million = median(Array.from({ length: runs }, () => Number(timed(opened(folder, MILLION)).stdout)));
  const [empty, reader] = [median(pairs.map((pair) => pair.empty)), median(pairs.map((pair) => pair.reader))];
  return [
    `reader, whole process with one answer: ${Math.round(reader)} ms, node -e 0: ${Math.round(empty)} ms, ratio ${ratio.toFixed(2)} (target ${TARGETS.ratio})`,
    `reader, a million answers: ${Math.round(million)} ms (target ${TARGETS.millionMs} ms)`,
  ];
}

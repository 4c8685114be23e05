/** The session of `npm run fuzz`, given so much time that only what hangs is silent for as long, on whatever machine. */
export const PATIENT = {
  session: new URL("../../tools/fuzz/session.ts", import.meta.url),
  seconds: { input: 300, ready: 300 },
};

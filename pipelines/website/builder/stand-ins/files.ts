/** A browser has no folders: what the pipeline reads was brought by a person, and is in memory. */

const none = (): never => {
  throw new Error("a browser has no files of this name");
};

export const constants = {};
export const existsSync = (): boolean => false;
export {
  none as closeSync,
  none as fileURLToPath,
  none as fstatSync,
  none as join,
  none as lstatSync,
  none as openSync,
  none as readdirSync,
  none as readFileSync,
  none as readSync,
  none as relative,
  none as sep,
  none as statSync,
};

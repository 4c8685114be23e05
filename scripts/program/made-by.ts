import packageJson from "../../package.json" with { type: "json" };

/** Name and version of the program, for files that say what wrote them. */
export const MADE_BY = `${packageJson.name} version ${packageJson.version}`;

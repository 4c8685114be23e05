import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** npm: writes down what it was asked for, and ends as the test has set. It installs by a link to FAKE_MODULES. */
const NPM = `
import { appendFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
const folder = process.env.FAKE_STATE;
const words = process.argv.slice(2).join(" ");
if (words.startsWith("ci ") && process.env.FAKE_MODULES) symlinkSync(process.env.FAKE_MODULES, "node_modules");
appendFileSync(folder + "/log", "npm " + words + "\\n");
const script = existsSync(folder + "/npm.json") ? JSON.parse(readFileSync(folder + "/npm.json", "utf8")) : {};
if (words === "run check" && existsSync(folder + "/npm-writes"))
  writeFileSync(readFileSync(folder + "/npm-writes", "utf8"), "other");
process.exit(script[words] ?? 0);
`;

/** gh: the calls of GitHub's interface that the workflow makes, on pull requests in a file. */
const GH = `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
const folder = process.env.FAKE_STATE;
const [api, ...words] = process.argv.slice(2);
let [method, path, jq] = ["GET", undefined, undefined];
const fields = {};
for (let at = 0; at < words.length; at += 1) {
  const word = words[at];
  if (word === "--silent") continue;
  if (word === "-X") method = words[(at += 1)];
  else if (word === "--jq") jq = words[(at += 1)];
  else if (word === "-f" || word === "-F") {
    const [, name, value] = /^([^=]+)=([\\s\\S]*)$/.exec(words[(at += 1)]);
    fields[name] = word === "-F" && value.startsWith("@") ? readFileSync(value.slice(1), "utf8") : value;
  } else path = word;
}
appendFileSync(folder + "/log", ["gh", api, method, path].join(" ") + "\\n");
if (api !== "api" || process.env.GH_TOKEN !== "the token") process.exit(4);
const file = folder + "/pulls.json";
const pulls = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
const save = () => writeFileSync(file, JSON.stringify(pulls));
if (path.endsWith("/enable") && method === "PUT") process.exit(0);
if (path === "repos/owner/ratebook/pulls" && method === "GET") {
  if (jq !== ".[0].number // empty") process.exit(5);
  const wanted = ({ state, base, head }) =>
    state === fields.state && base === fields.base && "owner:" + head === fields.head;
  const found = pulls.findIndex(wanted);
  console.log(found < 0 ? "" : found + 1);
} else if (path === "repos/owner/ratebook/pulls" && method === "POST") {
  if (existsSync(folder + "/no-pull-requests")) process.exit(1);
  if (fields.body.length > 65536) process.exit(1);
  pulls.push({ state: "open", ...fields });
  save();
} else if (/^repos\\/owner\\/ratebook\\/pulls\\/\\d+$/.test(path) && method === "PATCH") {
  Object.assign(pulls[Number(path.split("/").at(-1)) - 1], fields);
  save();
} else process.exit(6);
`;

/** A ratebook that ends as the test has set, and applies by a commit and a bundle, as `ratebook refresh` does. */
export const FAKE_RATEBOOK = `
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
const folder = process.env.FAKE_STATE;
const words = process.argv.slice(2);
appendFileSync(folder + "/log", "ratebook " + JSON.stringify(words) + "\\n");
const script = JSON.parse(readFileSync(folder + "/ratebook.json", "utf8"));
const { code, stdout = "", stderr = "", files, links, problems = [], text = "" } =
  words.includes("--apply") ? script.apply : script.look;
process.stdout.write(stdout);
process.stderr.write(stderr);
if (files !== undefined) {
  const to = words[words.indexOf("--to") + 1];
  const git = (...args) => execFileSync("git", args, { encoding: "utf8" }).trim();
  const start = git("rev-parse", "HEAD");
  git("switch", "--quiet", "-c", "refresh/2026B");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const [path, target] of Object.entries(links ?? {})) symlinkSync(target, path);
  git("add", "-A", ".");
  git("commit", "--quiet", "--message", "Add April 2026", "--message", text.slice(0, 80));
  mkdirSync(to, { recursive: true });
  writeFileSync(to + "/report.json", JSON.stringify({ problems }));
  writeFileSync(to + "/title.txt", "Add April 2026 (2026B)\\n");
  writeFileSync(to + "/pull-request.md", text);
  git("bundle", "create", "--quiet", to + "/changes.bundle", start + "..refresh/2026B");
  git("switch", "--quiet", "--detach", start);
}
process.exit(code);
`;

/** Writes programs named gh and npm, for the PATH of a step. Node runs them, as modules. */
export function writeFakeCommands(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, code] of Object.entries({ gh: GH, npm: NPM })) {
    writeFileSync(join(folder, `${name}.mjs`), code);
    const program = join(folder, name);
    writeFileSync(program, `#!/usr/bin/env bash\nexec "${process.execPath}" "${join(folder, name)}.mjs" "$@"\n`);
    chmodSync(program, 0o755);
  }
}

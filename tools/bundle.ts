import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { TERMINAL } from "../scripts/print/terminal.ts";
import { makePackage } from "./bundle/package-folder.ts";

const program = new Command("bundle")
  .description("make a package of ratebook that needs no other package: npm pack ./dist")
  .option("--out <folder>", "folder to write to", "dist")
  .parse();
const { out } = program.opts<{ out: string }>();
const { bytes, packages } = await makePackage(fileURLToPath(new URL("..", import.meta.url)), out);
TERMINAL.result(
  `${out}/ is ready for npm pack: one file of ${(bytes / 1e6).toFixed(1)} MB, which contains ${packages} packages`,
);

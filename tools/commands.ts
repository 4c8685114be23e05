import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { TERMINAL } from "../scripts/print/terminal.ts";
import { commandsPage } from "./commands/page.ts";

const LAUNCHER = fileURLToPath(new URL("../scripts/ratebook.mjs", import.meta.url));

/** The output of `--help` off a terminal: 80 columns, no colours. */
async function help(...command: readonly string[]): Promise<string | undefined> {
  const { status, stdout } = spawnSync(process.execPath, [LAUNCHER, ...command, "--help"], { encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

new Command("commands").description("write docs/commands.md from the help of each command").parse();
writeFileSync(new URL("../docs/commands.md", import.meta.url), await commandsPage(help));
TERMINAL.result("docs/commands.md");

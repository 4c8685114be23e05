import type { Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { helpEnd } from "../program/help.ts";
import { UsageError } from "../program/usage-error.ts";

const SDK = "@modelcontextprotocol/sdk";

/** Registers ratebook with a client: most have a file like this. */
const REGISTRATION = `
Register it in the configuration of your MCP client:
  {
    "mcpServers": {
      "ratebook": {
        "command": "ratebook",
        "args": ["mcp", "--out", "/path/to/out"]
      }
    }
  }
In a checkout "command" is "node", and "args" begin with the path of
scripts/ratebook.mjs.`;

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && String(error).includes(SDK);
}

async function mcp({ out }: { readonly out: string }): Promise<void> {
  try {
    const { serveTools } = await import("../mcp/serve.ts");
    await serveTools(out);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const wanted = `${SDK}@${packageJson.dependencies[SDK]}`;
    throw new UsageError(`mcp needs the package ${SDK}, which is not installed: npm install ${wanted}`);
  }
}

const EXAMPLES = helpEnd([["ratebook mcp --out out-local", "a client starts it, and ends it by closing its input"]]);

export function addMcp(program: Command): void {
  program
    .command("mcp")
    .helpGroup("Look up")
    .summary("a server for AI assistants (Model Context Protocol)")
    .description(
      "Serves rate, explain, diff and releases over the Model Context Protocol, each amount with its release, its rule or CMS's cell, and the caveats.",
    )
    .option("--out <folder>", "output folder to read", "out")
    .addHelpText("after", REGISTRATION)
    .addHelpText("after", EXAMPLES)
    .action(mcp);
}

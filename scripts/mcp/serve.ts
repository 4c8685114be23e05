import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import packageJson from "../../package.json" with { type: "json" };
import { errorLines } from "../print/problem-report.ts";
import { harmless } from "../print/terminal.ts";
import { commandProblem } from "../program/command-problem.ts";
import { STARTED_AS } from "../program/packed.ts";
import { DIFF } from "./diff-tool.ts";
import { EXPLAIN } from "./explain-tool.ts";
import { PRICE } from "./price-tool.ts";
import { RATE } from "./rate-tool.ts";
import { RELEASES } from "./releases-tool.ts";
import { TOGETHER } from "./together-tool.ts";
import { NO_COLOURS, type Tool } from "./tool.ts";

const INSTRUCTIONS =
  "Medicare's rates from CMS's own files. Never give an amount without its release, its days of service, its rule or CMS's cell, and the caveats of the answer. Where there is no amount, give the reason; never a zero. Ask `releases` first where the day of service matters.";

/** The same message as that of the command of this name. */
function failed(name: string, error: unknown): CallToolResult {
  const problem = commandProblem(error, `${STARTED_AS} ${name} --help`);
  return { isError: true, content: [{ type: "text", text: harmless(errorLines(problem, NO_COLOURS).join("\n")) }] };
}

function add(server: McpServer, name: string, tool: Tool, out: string): void {
  const { title, description, input, output, answer } = tool;
  const annotations = { title, readOnlyHint: true, idempotentHint: true, openWorldHint: false };
  const config = { title, description, inputSchema: input, ...(output && { outputSchema: output }), annotations };
  server.registerTool(name, config, async (given): Promise<CallToolResult> => {
    try {
      const { text, document } = await answer(given, out);
      return {
        content: [{ type: "text", text: harmless(text) }],
        ...(document && { structuredContent: { ...document } }),
      };
    } catch (error) {
      return failed(name, error);
    }
  });
}

/**
 * Answers on standard input and output until the client closes them.
 *
 * @param out folder of built releases
 */
export async function serveTools(out: string): Promise<void> {
  const server = new McpServer({ name: "ratebook", version: packageJson.version }, { instructions: INSTRUCTIONS });
  add(server, "rate", RATE, out);
  add(server, "together", TOGETHER, out);
  add(server, "price", PRICE, out);
  add(server, "explain", EXPLAIN, out);
  add(server, "diff", DIFF, out);
  add(server, "releases", RELEASES, out);
  await server.connect(new StdioServerTransport());
}

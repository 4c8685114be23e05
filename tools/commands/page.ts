/** Gives the help of ratebook, or of a command; undefined where the word is not a command. */
export type Help = (...command: readonly string[]) => Promise<string | undefined>;

/** Commands are in the second column of the overview, after the name of their group or blanks. */
function listedCommands(overview: string): string[] {
  return [...overview.matchAll(/^(?:[A-Z][a-z]+(?: [a-z]+)?)? +([a-z][a-z-]*) {2,}/gm)].map(([, word = ""]) => word);
}

const section = (heading: string, text: string): string => `## ${heading}\n\n\`\`\`text\n${text.trim()}\n\`\`\`\n`;

/** The command reference: the help of ratebook and of each of its commands. */
export async function commandsPage(help: Help): Promise<string> {
  const overview = (await help()) ?? "";
  const commands: { word: string; text: string }[] = [];
  for (const word of listedCommands(overview)) {
    const text = await help(word);
    if (text !== undefined) commands.push({ word, text });
  }
  if (commands.length === 0) throw new Error("the help of ratebook lists no command");
  const introduction = `# Commands

\`npm run commands\` writes this page from the help of each command. A test fails when the page is not current.

In a checkout, type \`npx ratebook COMMAND\`. Where ratebook is installed, type \`ratebook COMMAND\`.

${commands.map(({ word }) => `- [\`${word}\`](#${word})`).join("\n")}
`;
  const sections = commands.map(({ word, text }) => section(word, text));
  return [introduction, section("ratebook", overview), ...sections].join("\n");
}

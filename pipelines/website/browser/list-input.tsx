import { useState } from "preact/hooks";
import { NoAnswer } from "./figure.tsx";
import { textOfFile } from "./list-file.ts";
import type { SiteData } from "./site-data.ts";

interface ListInputProps {
  readonly data: SiteData;
  readonly text: string;
  readonly take: (text: string) => void;
}

const EXAMPLE = "HCPCS\tModifier\tOur fee\nG0439\t\t130.00\nG0104\t\t190.50\nG0121\t53\t150.25";

/** Where a list is pasted, dropped or chosen. */
export function ListInput({ data, text, take }: ListInputProps) {
  const [problem, setProblem] = useState("");
  const [isOver, setOver] = useState(false);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await textOfFile(file, data.index.lateParts);
    setProblem("problem" in read ? read.problem : "");
    if ("text" in read) take(read.text);
  };
  const drop = async (event: DragEvent): Promise<void> => {
    const file = event.dataTransfer?.files[0];
    setOver(false);
    // A text that is dropped is typed by the browser
    if (file === undefined) return;
    event.preventDefault();
    await open(file);
  };
  return (
    <div class="list-input">
      <label class="field" for="list-text">
        Paste codes, one a line, or the columns of a spreadsheet: codes, modifiers, your fees
      </label>
      <textarea
        id="list-text"
        class={isOver ? "over" : undefined}
        rows={7}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={text}
        placeholder={EXAMPLE}
        onInput={({ currentTarget }) => take(currentTarget.value)}
        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      />
      <div class="actions">
        <label class="button">
          <input
            type="file"
            class="unseen"
            accept=".csv,.tsv,.txt,.json,.xlsx"
            onChange={async ({ currentTarget }) => {
              await open(currentTarget.files?.[0]);
              currentTarget.value = "";
            }}
          />
          Open a file
        </label>
        {text !== "" && (
          <button type="button" class="button" onClick={() => take("")}>
            Clear
          </button>
        )}
        <span class="small quiet">csv, xlsx or JSON. Nothing leaves your machine: this page computes here.</span>
      </div>
      {problem !== "" && <NoAnswer text={problem} />}
    </div>
  );
}

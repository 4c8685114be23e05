import { useState } from "preact/hooks";
import { NoAnswer } from "./figure.tsx";
import { type FilePurpose, textOfFile } from "./list-file.ts";
import type { SiteData } from "./site-data.ts";

interface ListInputProps {
  readonly data: SiteData;
  readonly purpose: FilePurpose;
  readonly label: string;
  readonly example: string;
  /** Kinds of files that it takes: ".csv", and in words. */
  readonly kinds: readonly [endings: string, words: string];
  readonly text: string;
  /** Takes what was written, or the text of a file with its name. */
  readonly take: (text: string, file?: string) => void;
}

/** Where a list is pasted, dropped or chosen. */
export function ListInput({ data, purpose, label, example, kinds, text, take }: ListInputProps) {
  const [problem, setProblem] = useState("");
  const [isOver, setOver] = useState(false);
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const read = await textOfFile(file, data.index.lateParts, purpose);
    setProblem("problem" in read ? read.problem : "");
    if ("text" in read) take(read.text, file.name);
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
      <label class="field" for={`${purpose}-text`}>
        {label}
      </label>
      <textarea
        id={`${purpose}-text`}
        class={isOver ? "over" : undefined}
        rows={7}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={text}
        placeholder={example}
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
            accept={kinds[0]}
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
        <span class="small quiet">{kinds[1]}. Nothing leaves your machine: this page computes here.</span>
      </div>
      {problem !== "" && <NoAnswer text={problem} />}
    </div>
  );
}

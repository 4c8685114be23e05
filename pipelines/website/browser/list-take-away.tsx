import { useRef, useState } from "preact/hooks";
import { latePart } from "./late-part.ts";
import type { PricedList } from "./list-answers.ts";
import type { ListPart } from "./list-part.ts";
import type { SiteData } from "./site-data.ts";

interface TakeAwayProps {
  readonly data: SiteData;
  readonly part: ListPart;
  readonly priced: PricedList;
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

function save(bytes: Uint8Array, name: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  link.download = name;
  link.click();
  // The browser has taken the bytes by then
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copies by the older way, which asks for no permission; false where the browser refuses that too. */
function copySelected(area: HTMLTextAreaElement): boolean {
  area.select();
  return document.execCommand("copy");
}

/** Takes the table along: to the clipboard, or as a file. */
export function TakeAway({ data, part, priced }: TakeAwayProps) {
  const [said, say] = useState("");
  const [byHand, setByHand] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const name = `ratebook-${priced.release.release}-list`;
  const bytes = (kind: "csv" | "pasted"): Uint8Array => part.text(part.table(priced), kind);
  const copy = async (): Promise<void> => {
    const text = new TextDecoder().decode(bytes("pasted"));
    try {
      await navigator.clipboard.writeText(text);
      say("Copied. Paste it into a spreadsheet.");
    } catch {
      setByHand(text);
      requestAnimationFrame(() => {
        const isCopied = area.current !== null && copySelected(area.current);
        if (isCopied) setByHand("");
        say(
          isCopied
            ? "Copied. Paste it into a spreadsheet."
            : "The browser refuses to copy. Press Ctrl+C or Cmd+C: the text is selected.",
        );
      });
    }
  };
  const workbook = async (): Promise<void> => {
    say("Writing the workbook.");
    try {
      const { write } = await latePart("workbook", data.index.lateParts.workbook);
      const about = { sheet: priced.release.release, createdBy: data.index.madeBy };
      save(await write(part.table(priced), about), `${name}.xlsx`, XLSX);
      say("");
    } catch (error) {
      say(`The workbook could not be written: ${(error as Error).message}`);
    }
  };
  return (
    <div class="actions">
      <button type="button" class="button" onClick={copy}>
        Copy
      </button>
      <button type="button" class="button" onClick={() => save(bytes("csv"), `${name}.csv`, "text/csv")}>
        Download csv
      </button>
      <button type="button" class="button" onClick={workbook}>
        Download xlsx
      </button>
      <span class="small quiet" role="status">
        {said}
      </span>
      {byHand !== "" && (
        <textarea ref={area} class="by-hand" aria-label="The table as text" readOnly value={byHand} rows={6} />
      )}
    </div>
  );
}

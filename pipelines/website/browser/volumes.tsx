import { useEffect, useMemo, useState } from "preact/hooks";
import type { Section } from "../../reports/views/view.ts";
import { NoAnswer } from "./figure.tsx";
import { useLatePart } from "./late-part.ts";
import { ListInput } from "./list-input.tsx";
import type { SiteData } from "./site-data.ts";
import { useSettled } from "./use-settled.ts";
import { SectionView } from "./view.tsx";
import type { VolumesText } from "./volumes-answer.ts";
import type { VolumesPart } from "./volumes-part.ts";

const PASTED = "the pasted rows";

/** The volumes of this visit. They are in memory alone: neither the address nor the browser's storage has them. */
const kept = { text: "", name: PASTED };

const LABEL =
  "Paste the columns of a spreadsheet with their headings, or drop a file here: code, units, setting or POS; also modifiers, claim id, and locality or ZIP, without which amounts are national";
const EXAMPLE = "HCPCS\tModifier\tPOS\tUnits\nG0439\t\t11\t1200\nG0104\t\t22\t85\nG0121\t\tASC\t12";
const KINDS = [".csv,.tsv,.txt,.xlsx", "csv or xlsx"] as const;

/** Sections that were made, not yet, or why they could not be. */
type Worth =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly text: string }
  | { readonly kind: "known"; readonly sections: readonly Section[] };

interface WorthProps {
  readonly data: SiteData;
  readonly names: readonly [before: string, after: string];
  readonly file: VolumesText;
}

async function worthOf(part: VolumesPart, { data, names, file }: WorthProps): Promise<readonly Section[]> {
  const opened = async (name: string) => {
    const release = await data.open(name, ["reader-zips"]);
    const [cells, beside] = await Promise.all([data.cells(release), data.volumes(name)]);
    if (cells === undefined) throw new Error(`This site has no indicators of ${name}.`);
    return { release, inputs: data.inputsOf(release), cells, beside };
  };
  const [before, after] = await Promise.all([opened(names[0]), opened(names[1])]);
  return await part.sections(file, [before, after], data.index.claims);
}

function useWorth(props: WorthProps): Worth {
  const { data, names, file } = props;
  const { part, failure } = useLatePart("volumes", data.index.lateParts.volumes);
  const [known, setKnown] = useState<{ readonly of: VolumesText; readonly key: string; readonly worth: Worth }>();
  const key = names.join();
  useEffect(() => {
    if (part === undefined) return;
    let isWanted = true;
    const keep = (worth: Worth): void => {
      if (isWanted) setKnown({ of: file, key, worth });
    };
    worthOf(part, props).then(
      (sections) => keep({ kind: "known", sections }),
      (error: Error) => keep({ kind: "failed", text: error.message }),
    );
    return () => {
      isWanted = false;
    };
  }, [part, file, key]);
  if (failure !== undefined) return { kind: "failed", text: failure };
  return known?.of === file && known.key === key ? known.worth : { kind: "loading" };
}

function Worth(props: WorthProps) {
  const worth = useWorth(props);
  if (worth.kind === "failed") return <NoAnswer text={worth.text} />;
  if (worth.kind === "loading") return <div class="waiting" aria-busy="true" />;
  return (
    <>
      {worth.sections.map((section) => (
        <SectionView key={section.id} index={props.data.index} section={section} />
      ))}
    </>
  );
}

interface VolumesProps {
  readonly data: SiteData;
  readonly names: readonly [before: string, after: string];
}

/** What a change is worth to a practice, whose volumes never leave the machine. */
export function PracticeVolumes({ data, names }: VolumesProps) {
  const [{ text, name }, setFile] = useState({ ...kept });
  const [isOpenAtFirst] = useState(text !== "");
  const take = (given: string, file?: string): void => {
    Object.assign(kept, { text: given, name: given === "" ? PASTED : (file ?? kept.name) });
    setFile({ ...kept });
  };
  const settled = useSettled(text);
  const file = useMemo(() => ({ name, text: settled }), [settled]);
  return (
    <>
      <details
        class="volumes"
        open={isOpenAtFirst}
        onDragEnter={({ currentTarget }) => {
          currentTarget.open = true;
        }}
      >
        <summary>Your volumes: what the change is worth to a practice</summary>
        <ListInput
          data={data}
          purpose="volumes"
          label={LABEL}
          example={EXAMPLE}
          kinds={KINDS}
          text={text}
          take={take}
        />
      </details>
      {settled.trim() !== "" && <Worth data={data} names={names} file={file} />}
    </>
  );
}

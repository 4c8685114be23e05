import type { Problem } from "../../../schemas/place.ts";
import { problemGroups } from "../../problems/groups.ts";
import { renderPlace } from "../../problems/problems.ts";
import { countText } from "../../words/money-text.ts";

/** Problems of one kind that are shown; the rest are counted. */
const SHOWN = 5;

const FOR_ITS_PUBLISHER =
  "Compare the file with CMS's page. If CMS's file is like this, whoever publishes this site has to update it";
/** What only somebody with the program can do. */
const NOT_HERE = / --|`|\bsources\/|\bpipelines\/|\bratebook\b|folder/;

/** What a person can do here, where a cure is for somebody with the program. */
const CURES: Readonly<Record<string, string>> = {
  "pfs.conversion-factor": "This site does not know the factor of that year yet: whoever publishes it has to update it",
  "release.nothing-found": "Bring CMS's files of the release",
  "source.not-found": "Bring these files too, or answer without them",
  "zip.unreadable": "Download the archive again",
  "input.changed":
    "Download the file from CMS again. If CMS posted another one under this name, this site does not know it yet: use a newer one, or the command line",
};

function cureHere({ code, cure }: Problem): string {
  const here = CURES[code];
  if (here !== undefined) return here;
  return NOT_HERE.test(cure) ? FOR_ITS_PUBLISHER : cure;
}

/** The part of a message that is for somebody with the program. */
const ADVICE = /; (?:record|unpack|put) .*$/;

function Group({ group }: { readonly group: readonly Problem[] }) {
  const [first] = group as [Problem, ...Problem[]];
  return (
    <li>
      {group.slice(0, SHOWN).map((each) => (
        <p key={`${renderPlace(each.place)} ${each.message}`}>
          <strong>{renderPlace(each.place)}</strong>: {each.message.replace(ADVICE, "")}
        </p>
      ))}
      {group.length > SHOWN && <p>And {countText(group.length - SHOWN)} more like these.</p>}
      <p class="small quiet">
        What to do: {cureHere(first)}. {!first.code.startsWith("own.") && <span class="kind">{first.code}</span>}
      </p>
    </li>
  );
}

/** Every problem of a person's files, those of one kind in one column together. */
export function OwnProblems({ problems }: { readonly problems: readonly Problem[] }) {
  return (
    <ul class="problems">
      {problemGroups(problems).map((group) => (
        <Group key={JSON.stringify(group[0])} group={group} />
      ))}
    </ul>
  );
}

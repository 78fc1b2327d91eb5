import type { BriefLine, Briefing, BriefSection } from "../api/types";
import { CitationChip } from "../chat/CitationChip";
import { SourceList } from "../chat/Sources";
import { count, language, say } from "../texts";

interface Props {
  briefing: Briefing;
  onSource(n: number): void;
}

/** A briefing with its numbered sources, on the page as on paper; the words of the archive are in its own language. */
export function BriefingText({ briefing, onSource }: Props) {
  const { title, searched, sections, citations } = briefing;
  return (
    <article className="briefing" aria-label={title}>
      <h2 lang="en">{title}</h2>
      <p className="quiet" lang="en">
        {searched}
      </p>
      {sections.map((section) => (
        <section key={section.heading}>
          <h3 lang="en">{section.heading}</h3>
          {grouped(section).map(([group, lines]) => (
            <div key={group}>
              {group && <h4 lang="en">{group}</h4>}
              <ul>
                {lines.map((line, at) => (
                  <Line key={at} line={line} briefing={briefing} onSource={onSource} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
      {citations.length > 0 && (
        <section className="notes">
          <h3>{say("briefing.sources")}</h3>
          <SourceList citations={citations} onSource={onSource} />
        </section>
      )}
    </article>
  );
}

function Line({ line, briefing, onSource }: Props & { line: BriefLine }) {
  const cited = briefing.citations.filter(({ n }) => line.citations.includes(n));
  return (
    <li>
      <span dir="auto">{line.text}</span>{" "}
      {cited.map((citation) => (
        <CitationChip key={citation.n} citation={citation} onOpen={() => onSource(citation.n)} />
      ))}
    </li>
  );
}

/** The lines of a section under their subheadings, in their order. */
function grouped({ lines }: BriefSection): [string, BriefLine[]][] {
  const groups = new Map<string, BriefLine[]>();
  for (const line of lines) groups.set(line.group ?? "", [...(groups.get(line.group ?? "") ?? []), line]);
  return [...groups];
}

/** How long a briefing is: "24 lines · 19 sources · about 410 words". */
export function extent({ sections, citations }: Briefing): string {
  const lines = sections.flatMap((section) => section.lines);
  const words = lines.flatMap(({ text }) => text.split(/\s+/)).length;
  const told = new Intl.NumberFormat(language.now, { maximumSignificantDigits: 2 }).format(words);
  return [
    count("briefing.lines", lines.length),
    count("sources", citations.length),
    say("briefing.words", { n: told }),
  ].join(" · ");
}

import type { ReactNode } from "react";
import type { DocumentRecord, Period, Series } from "../api/types";
import { period } from "../dates";
import { count, language, say } from "../texts";
import type { Gap, Group } from "./groups";
import { languageName } from "./kinds";

interface Props {
  groups: Group[];
  /** Whether all documents are asked for: what is missing can be told of all alone. */
  whole: boolean;
  item(document: DocumentRecord): ReactNode;
}

/** Documents under their periodicals, with what is missing between them. */
export function GroupList({ groups, whole, item }: Props) {
  const several = groups.filter(({ series }) => series).map(({ series }) => series!.name);
  return groups.map(({ series, rows }) => (
    <section key={series ? `${series.name} ${series.language}` : ""} className="series">
      {(series || groups.length > 1) && <h2 dir="auto">{series ? titled(series, several) : say("documents.alone")}</h2>}
      {series && <p className="quiet">{extent(series)}</p>}
      <ol>
        {rows.map(({ document, gap }) => [
          whole && gap && <GapRow key={gap.before.end} gap={gap} />,
          item(document),
        ])}
      </ol>
    </section>
  ));
}

function GapRow({ gap: { before, after, missing } }: { gap: Gap }) {
  return (
    <li className="gap">
      <p>{say("documents.gap", { before: period(before), after: period(after) })}</p>
      <p className="quiet">{say("documents.gap_missing", { periods: listed(missing) })}</p>
    </li>
  );
}

/** Its name, with its language where there are several of that name. */
function titled({ name, language: code }: Series, names: string[]): string {
  const shared = names.filter((other) => other === name).length > 1;
  return shared && code ? `${name} (${languageName(code)})` : name;
}

function extent({ issues, period: whole, missing }: Series): string {
  const told = [count("documents.issues", issues), period(whole)];
  return [...told, missing.length > 0 && count("documents.missing", missing.length)].filter(Boolean).join(" · ");
}

/** Periods in the reader's words: "January 2023, March 2023 and May 2023". */
export function listed(periods: Period[]): string {
  return new Intl.ListFormat(language.now, { type: "conjunction" }).format(periods.map((value) => period(value)));
}

import type { Activity, Source } from "../api/types";
import { place } from "../chat/origin";
import { period } from "../dates";
import { say } from "../texts";
import { SourceLink } from "../views/SourceLink";
import { byMonth, when } from "./days";

interface Props {
  rows: Activity[];
  /** The first day, month or year that is asked for; "" for all. */
  from: string;
  onSource(source: Source): void;
}

export const rowId = (row: Activity) => `activity-${row.id}`;

/** Where an activity is told, its own words first. */
export const sourcesOf = (row: Activity) => [row.citation, ...row.repeats];

/** Activities under their months, each with its words, its day and its sources. */
export function ActivityList({ rows, from, onSource }: Props) {
  return byMonth(rows, from).map(([month, found]) => (
    <section key={month} className="month">
      <h2>{month ? period({ start: month, end: month }) : say("timeline.undated")}</h2>
      <ul>
        {found.map((row) => (
          <li key={row.id} id={rowId(row)} tabIndex={-1}>
            {row.intervals.length > 0 && <p className="quiet">{when(row)}</p>}
            <p className="words" dir="auto">
              {row.text}
            </p>
            {sourcesOf(row).map((source) => (
              <p key={source.url} className="quiet">
                <SourceLink source={source} onSource={onSource}>
                  {source.title}
                </SourceLink>
                {" · "}
                {place(source)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  ));
}

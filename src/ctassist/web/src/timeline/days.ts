import type { Activity, DatedInterval } from "../api/types";
import { period } from "../dates";
import { language, say } from "../texts";

/** The months of rows with the rows of each, the earliest first; those without a date come last, under "". */
export function byMonth(rows: Activity[], from: string): [string, Activity[]][] {
  const groups = new Map<string, Activity[]>();
  for (const row of rows) {
    const month = monthOf(row, from);
    groups.set(month, [...(groups.get(month) ?? []), row]);
  }
  const undated = groups.get("");
  groups.delete("");
  const dated = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return undated ? [...dated, ["", undated]] : dated;
}

/** The first month from `from` on that an activity touches. */
function monthOf({ intervals }: Activity, from: string): string {
  const first = from.slice(0, 7).length === 4 ? `${from}-01` : from.slice(0, 7);
  const met = intervals.filter(({ end }) => end.slice(0, 7) >= first).map(({ start }) => start.slice(0, 7));
  const earliest = met.sort()[0] ?? "";
  return earliest && earliest < first ? first : earliest;
}

/** When an activity was, in the reader's words: "14 March 2023". */
export function when({ intervals }: Activity): string {
  return new Intl.ListFormat(language.now, { type: "conjunction" }).format(intervals.map(words));
}

function words({ start, end, precision }: DatedInterval): string {
  const days = precision === "day" || precision === "range" || !wholeMonths(start, end);
  const said = period(days ? { start, end } : { start: start.slice(0, 7), end: end.slice(0, 7) });
  return precision === "issue" ? say("timeline.issue", { period: said }) : said;
}

function wholeMonths(start: string, end: string): boolean {
  const after = new Date(`${end}T00:00:00Z`);
  after.setUTCDate(after.getUTCDate() + 1);
  return start.endsWith("-01") && after.getUTCDate() === 1;
}

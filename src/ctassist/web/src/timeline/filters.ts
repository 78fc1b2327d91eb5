import { read, written } from "../views/filters";
import { viewHash } from "../views/views";

/** What a timeline is limited to, as its address and the service write it. */
export const FIELDS = ["from", "to", "entity", "place", "section", "q"] as const;

export type Field = (typeof FIELDS)[number];
export type Filters = Partial<Record<Field | "undated", string>>;

export const readFilters = (query: string): Filters => read(query, [...FIELDS, "undated"]);

/** The hash that leads to a timeline. */
export const timelineHash = (filters: Filters = {}) => viewHash("timeline", written(filters));

/** The same filters, if they can be met: a time and "without a date" exclude each other. */
export function possible({ undated, ...asked }: Filters): Filters {
  return undated && !asked.from && !asked.to ? { ...asked, undated } : asked;
}

/** The same filters for all of time. */
export function ofAllTime({ from: _from, to: _to, undated: _undated, ...others }: Filters): Filters {
  return others;
}

/** Whether any of a month (2024-02) or a year lies in the time that is asked for, to the month. */
export function asks({ from = "", to = "" }: Filters, time: string): boolean {
  const [first, last] = [from.slice(0, time.length), to.slice(0, time.length)];
  return time.slice(0, first.length) >= first && (!last || time.slice(0, last.length) <= last);
}

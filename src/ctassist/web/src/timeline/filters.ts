import { viewHash } from "../views/views";

/** What a timeline is limited to, as its address and the service write it. */
export const FIELDS = ["from", "to", "entity", "place", "section", "q"] as const;

export type Field = (typeof FIELDS)[number];
export type Filters = Partial<Record<Field | "undated", string>>;

/** Reads the filters of an address; what is not one of them is passed over. */
export function readFilters(query: string): Filters {
  const given = new URLSearchParams(query);
  const filters: Filters = {};
  for (const name of [...FIELDS, "undated"] as const) {
    const value = given.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return filters;
}

/** Writes filters as they stand in an address. */
export function written(filters: Filters): string {
  return new URLSearchParams(Object.entries(filters).filter(([, value]) => value)).toString();
}

/** The hash that leads to a timeline. */
export function timelineHash(filters: Filters = {}): string {
  return viewHash("timeline", written(filters));
}

/** The same filters for all of time. */
export function ofAllTime({ from: _from, to: _to, undated: _undated, ...others }: Filters): Filters {
  return others;
}

/** Whether a month (2024-02) lies in the time that is asked for. */
export function asks({ from = "", to = "" }: Filters, month: string): boolean {
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)];
  return month.slice(0, first.length) >= first && (!last || month.slice(0, last.length) <= last);
}

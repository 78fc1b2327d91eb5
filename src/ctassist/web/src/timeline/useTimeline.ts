import { activities, timeline } from "../api/activities";
import type { Activity, Timeline } from "../api/types";
import { useLoaded } from "../views/useLoaded";
import { readFilters } from "./filters";

interface Found {
  counts: Timeline;
  rows: Activity[];
  total: number;
  next: string | null;
}

/** What the service says for the filters of `query`; `more` fetches the next page, `again` begins anew. */
export function useTimeline(query: string) {
  const loaded = useLoaded(query, load);
  const more = () =>
    loaded.extend(async (found) => {
      const { activities: rows, next } = await activities(readFilters(query), found.next);
      return { ...found, rows: [...found.rows, ...rows], next };
    });
  return { ...loaded, more };
}

async function load(query: string): Promise<Found> {
  const filters = readFilters(query);
  const [counts, { activities: rows, total, next }] = await Promise.all([timeline(filters), activities(filters, null)]);
  return { counts, rows, total, next };
}

import { type Filters, ofAllTime } from "../timeline/filters";
import { written } from "../views/filters";
import { address, json } from "./call";
import type { Activity, Timeline } from "./types";

export interface ActivityPage {
  activities: Activity[];
  total: number;
  next: string | null;
}

/** What several documents tell is one activity, as in the answers. */
const asked = (filters: Filters) => `${written(filters)}&merged=true`;

/** How many activities there are in each month of all time, and what narrows them down. */
export const timeline = (filters: Filters) => json<Timeline>(`v1/activities/timeline?${asked(ofAllTime(filters))}`);

/** One page of activities in the order of their days, undated ones last; `cursor` is `next` of the page before. */
export const activities = (filters: Filters, cursor: string | null) =>
  json<ActivityPage>(`v1/activities?${asked(filters)}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`);

/** The address of all activities as CSV. */
export const asCsv = (filters: Filters) => address(`v1/activities?${asked(filters)}&format=csv`);

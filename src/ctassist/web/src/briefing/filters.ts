import { read, written } from "../views/filters";
import { viewHash } from "../views/views";

/** What a briefing is about, as its address and the service write it. */
export const FIELDS = ["from", "to", "entity", "place"] as const;

export type Filters = Partial<Record<(typeof FIELDS)[number], string>>;

export const readFilters = (query: string): Filters => read(query, FIELDS);

/** The hash that leads to a briefing. */
export const briefingHash = (filters: Filters = {}) => viewHash("briefing", written(filters));

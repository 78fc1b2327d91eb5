import { timeline } from "../api/activities";
import { documents, holdings } from "../api/archive";
import { brief } from "../api/briefs";
import type { Briefing, Timeline } from "../api/types";
import { useLoaded } from "../views/useLoaded";
import { readFilters } from "./filters";
import { type Preset, presets } from "./presets";

interface Known {
  presets: Preset[];
  choices: Timeline;
}

/** The briefing that `query` asks for, null while it asks for none. */
export const useBriefing = (query: string) => useLoaded<Briefing | null>(query, load);

const load = async (query: string) => (query ? brief(readFilters(query)) : null);

/** What briefings can be about. */
export const useKnown = () => useLoaded<Known>("", loadKnown);

async function loadKnown(): Promise<Known> {
  const [held, latest, choices] = await Promise.all([holdings(), documents("", null, 1), timeline({})]);
  return { presets: presets(held, latest.documents[0]?.period ?? null), choices };
}

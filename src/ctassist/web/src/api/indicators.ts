import { json } from "./call";
import type { IndicatorPage } from "./types";

/** Indicators with their figures: those of one label with all sources, else a page of all that have some words. */
export function indicatorSeries(asked: { label?: string; q?: string; cursor?: string }) {
  return json<IndicatorPage>(`v1/indicators/series?${new URLSearchParams(asked)}`);
}

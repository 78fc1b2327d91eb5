import type { DocumentRecord, Period, Series } from "../api/types";

/** The time between two issues that follow each other, and the periods of issues that seem to be missing there. */
export interface Gap {
  before: Period;
  after: Period;
  missing: Period[];
}

/** A document, and the gap between it and the later ones above it. */
export interface Row {
  document: DocumentRecord;
  gap: Gap | null;
}

/** The issues of one periodical, the latest first; `series` is null for what is no issue of one that has several. */
export interface Group {
  series: Series | null;
  rows: Row[];
}

/** Documents under their periodicals, that of the latest issue first; those that stand alone come last. */
export function grouped(documents: DocumentRecord[], series: Series[]): Group[] {
  const groups = new Map<Series | null, DocumentRecord[]>();
  for (const document of documents) {
    const own = seriesOf(document, series);
    groups.set(own, [...(groups.get(own) ?? []), document]);
  }
  return [...groups].sort(([one], [other]) => order(one, other)).map(([own, found]) => ({
    series: own,
    rows: found.map((document, at) => ({ document, gap: gapAbove(at, found, own?.missing ?? []) })),
  }));
}

function order(one: Series | null, other: Series | null): number {
  if (!one || !other) return Number(!one) - Number(!other);
  return other.period.end.localeCompare(one.period.end) || one.name.localeCompare(other.name);
}

function seriesOf(document: DocumentRecord, series: Series[]): Series | null {
  const { series: name, period, language } = document;
  if (!name || !period) return null;
  return series.find((one) => one.issues > 1 && one.language === language && one.names.includes(name)) ?? null;
}

/** What is missing just before the document at `at` of those that were `found`, the latest first. */
function gapAbove(at: number, found: DocumentRecord[], missing: Period[]): Gap | null {
  const later = found.slice(0, at).flatMap(({ period }) => period ?? []);
  const before = found[at]!.period;
  if (!before) return null;
  // A yearly issue may stand between others, and cover them: what counts is where each begins and ends.
  const between = missing.filter(({ start }) => before.end < start && later.every(({ end }) => end >= start));
  const following = later.filter(({ start }) => between.every(({ end }) => start > end));
  const [after] = following.sort((one, other) => one.start.localeCompare(other.start));
  return between.length && after ? { before, after, missing: between } : null;
}

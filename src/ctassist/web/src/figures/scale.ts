// Where figures lie in a drawing: shares of its width and height in percent, so that it fits any width.

import type { Period, Point } from "../api/types";

const YEARS = 6;
const STEPS = 4;

/** A figure that can be drawn: it has a number and an issue. */
export interface Dot {
  point: Point;
  period: Period;
  value: number;
  x: number;
  y: number;
}

export interface Drawing {
  dots: Dot[];
  /** Neighbours whose difference is known; nothing else is joined. */
  lines: [Dot, Dot][];
  heights: { value: number; y: number }[];
  /** The beginnings of years; none where fewer than two lie in the time. */
  years: { year: number; x: number }[];
}

/** Where the figures of an indicator lie, between round numbers unless it is to be `tight`. */
export function drawing(points: Point[], tight = false): Drawing {
  const drawn = points.flatMap((point) =>
    point.value !== null && point.period ? [{ point, period: point.period, value: point.value }] : [],
  );
  const times = drawn.map(({ period }) => Date.parse(period.end));
  const values = drawn.map(({ value }) => value);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const { low, high, marks } = tight && most > least ? { low: least, high: most, marks: [] } : rounded(least, most);
  const across = (time: number) => (last > first ? (100 * (time - first)) / (last - first) : 50);
  const up = (value: number) => 100 - (100 * (value - low)) / (high - low);
  const dots = drawn.map((dot, at) => ({ ...dot, x: across(times[at]!), y: up(dot.value) }));
  const lines = dots.flatMap((dot, at): [Dot, Dot][] =>
    at > 0 && dot.point.change !== null ? [[dots[at - 1]!, dot]] : [],
  );
  return {
    dots,
    lines,
    heights: marks.map((value) => ({ value, y: up(value) })),
    years: yearsWithin(first, last).map((year) => ({ year, x: across(january(year)) })),
  };
}

/** Round numbers below and above all values, and those between them at a round distance; for no values none. */
function rounded(least: number, most: number): { low: number; high: number; marks: number[] } {
  if (!Number.isFinite(least)) return { low: 0, high: 1, marks: [] };
  const span = most - least || Math.abs(most) || 1;
  const size = 10 ** Math.floor(Math.log10(span / STEPS));
  const step = [1, 2, 5, 10].map((times) => times * size).find((found) => span / found <= STEPS) ?? 10 * size;
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil(most / step) * step, low + step);
  const marks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step);
  return { low, high, marks: marks.map((mark) => Number(mark.toPrecision(12))) };
}

const january = (year: number) => Date.UTC(year, 0, 1);

function yearsWithin(first: number, last: number): number[] {
  if (!Number.isFinite(first)) return [];
  const [from, to] = [new Date(first - 1).getUTCFullYear() + 1, new Date(last).getUTCFullYear()];
  const every = Math.ceil((to - from + 1) / YEARS);
  const years = Array.from({ length: Math.max(to - from + 1, 0) }, (_, at) => from + at);
  return years.length > 1 ? years.filter((_, at) => at % every === 0) : [];
}

import type { Holdings, Period } from "../api/types";
import { period } from "../dates";
import { say } from "../texts";
import type { Filters } from "./filters";

export interface Preset {
  name: string;
  days: Required<Pick<Filters, "from" | "to">>;
}

/** Periods that are often asked for, of what is indexed: `issue` is the period of the latest. */
export function presets({ period: whole }: Holdings, issue: Period | null): Preset[] {
  if (!whole) return [];
  const quarter = latest(whole, 3);
  const year = monthOf(latest(whole, 12)).slice(0, 4);
  return [
    ...(issue ? [preset("issue", issue)] : []),
    preset("quarter", { start: monthOf(quarter), end: monthOf(quarter + 2) }),
    { name: say("briefing.preset.year", { year }), days: { from: year, to: year } },
  ];
}

/** The first of so many months, the latest that are over by the end; where none are, those in which the end lies. */
function latest({ start, end }: Period, months: number): number {
  const first = monthNumber(start);
  const last = monthNumber(end);
  // The months of a period in days may be over or not.
  const over = end.length > 7 ? last : last + 1;
  const whole = Math.floor(over / months) * months - months;
  return whole + months > first ? whole : Math.floor(last / months) * months;
}

/** Months since the year 0. */
function monthNumber(written: string): number {
  const [year, month] = written.split("-").map(Number);
  return year! * 12 + month! - 1;
}

const monthOf = (number: number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;

function preset(which: "issue" | "quarter", covered: Period): Preset {
  const name = say(`briefing.preset.${which}`, { period: period(covered) });
  return { name, days: { from: covered.start, to: covered.end } };
}

import { useState, type KeyboardEvent } from "react";
import type { Timeline } from "../api/types";
import { period } from "../dates";
import { count, say } from "../texts";
import { asks, type Filters, timelineHash } from "./filters";

interface Props {
  counts: Timeline;
  filters: Filters;
}

interface Bar {
  /** A month, as in 2024-02, or a year. */
  time: string;
  activities: number;
}

/** Of more months than these, which a date far off may bring, a chart would be of no use. */
const MOST_MONTHS = 120;

const named = (time: string) => (time.length > 4 ? period({ start: time, end: time }) : time);
const told = (time: string, n: number) =>
  say("timeline.bar", { month: named(time), activities: count("timeline.activities", n) });

/**
 * Activities by month, or by year over long times: each bar leads to its time, and the only one chosen back to all.
 *
 * All bars are one stop of the tab key; arrows, Home and End go from bar to bar.
 */
export function TimeChart({ counts, filters }: Props) {
  const byMonth = counts.months.length <= MOST_MONTHS;
  const bars: Bar[] = byMonth
    ? counts.months.map(({ month, activities }) => ({ time: month, activities }))
    : counts.years.map(({ year, activities }) => ({ time: String(year).padStart(4, "0"), activities }));
  const most = Math.max(...bars.map(({ activities }) => activities));
  const { undated: _undated, from, to, ...others } = filters;
  const towards = (time: string) =>
    timelineHash(from === time && to === time ? others : { ...others, from: time, to: time });
  const limited = Boolean(from || to);
  const [reached, setReached] = useState("");
  const counted = bars.filter(({ activities }) => activities > 0);
  const stop = [reached, from].find((time) => counted.some((bar) => bar.time === time)) ?? counted[0]?.time;
  return (
    <figure className="months">
      <figcaption className="quiet">{say(byMonth ? "timeline.by_month" : "timeline.by_year")}</figcaption>
      <ol className="bars" onKeyDown={move}>
        {bars.map(({ time, activities }, at) => (
          <li key={time}>
            {activities > 0 ? (
              <a
                href={towards(time)}
                tabIndex={time === stop ? 0 : -1}
                onFocus={() => setReached(time)}
                title={told(time, activities)}
                aria-label={told(time, activities)}
                aria-current={limited && asks(filters, time) ? "true" : undefined}
              >
                <span aria-hidden="true">{activities}</span>
                <svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="1" y={100 - (100 * activities) / most} height={(100 * activities) / most} />
                </svg>
              </a>
            ) : (
              <span className="unseen">{told(time, 0)}</span>
            )}
            <span className="year" aria-hidden="true">
              {(!byMonth || at === 0 || time.endsWith("-01")) && time.slice(0, 4)}
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary className="quiet">{say("timeline.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say(byMonth ? "timeline.month" : "timeline.year")}</th>
              <th scope="col">{say("timeline.activities")}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ time, activities }) => (
              <tr key={time}>
                <th scope="row">{named(time)}</th>
                <td>{activities}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

/** Gives the focus to the bar that a key leads to. */
function move(event: KeyboardEvent<HTMLElement>) {
  const bars = [...event.currentTarget.querySelectorAll("a")];
  const at = bars.findIndex((bar) => bar === document.activeElement);
  const right = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
  const to = { Home: 0, End: bars.length - 1, ArrowLeft: at - right, ArrowRight: at + right }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  bars[to]?.focus();
}

import { useState, type KeyboardEvent } from "react";
import type { MonthCount } from "../api/types";
import { period } from "../dates";
import { count, say } from "../texts";
import { asks, type Filters, timelineHash } from "./filters";

interface Props {
  months: MonthCount[];
  filters: Filters;
}

const named = (month: string) => period({ start: month, end: month });
const told = (month: string, n: number) =>
  say("timeline.bar", { month: named(month), activities: count("timeline.activities", n) });

/**
 * Activities by month: each bar leads to its month, and the only one chosen back to all.
 *
 * Years of bars are one stop of the tab key; arrows, Home and End go from bar to bar.
 */
export function MonthChart({ months, filters }: Props) {
  const most = Math.max(...months.map(({ activities }) => activities));
  const { undated: _undated, from, to, ...others } = filters;
  const towards = (month: string) =>
    timelineHash(from === month && to === month ? others : { ...others, from: month, to: month });
  const limited = Boolean(from || to);
  const [reached, setReached] = useState("");
  const counted = months.filter(({ activities }) => activities > 0);
  const stop = [reached, from].find((month) => counted.some((known) => known.month === month)) ?? counted[0]?.month;
  return (
    <figure className="months">
      <figcaption className="quiet">{say("timeline.by_month")}</figcaption>
      <ol className="bars" onKeyDown={move}>
        {months.map(({ month, activities }, at) => (
          <li key={month}>
            {activities > 0 ? (
              <a
                href={towards(month)}
                tabIndex={month === stop ? 0 : -1}
                onFocus={() => setReached(month)}
                title={told(month, activities)}
                aria-label={told(month, activities)}
                aria-current={limited && asks(filters, month) ? "true" : undefined}
              >
                <span aria-hidden="true">{activities}</span>
                <svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="1" y={100 - (100 * activities) / most} height={(100 * activities) / most} />
                </svg>
              </a>
            ) : (
              <span className="unseen">{told(month, 0)}</span>
            )}
            <span className="year" aria-hidden="true">
              {(at === 0 || month.endsWith("-01")) && month.slice(0, 4)}
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary className="quiet">{say("timeline.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("timeline.month")}</th>
              <th scope="col">{say("timeline.activities")}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, activities }) => (
              <tr key={month}>
                <th scope="row">{named(month)}</th>
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

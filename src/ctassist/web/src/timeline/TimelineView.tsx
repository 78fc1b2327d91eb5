import { useEffect, useRef, type ReactNode } from "react";
import { asCsv } from "../api/activities";
import type { NumberedSource } from "../api/types";
import { Icon } from "../shell/Icon";
import { count, say } from "../texts";
import { ActivityList, rowId } from "./ActivityList";
import { FilterForm } from "./FilterForm";
import { type Filters, ofAllTime, timelineHash, written } from "./filters";
import { MonthChart } from "./MonthChart";
import { useTimeline } from "./useTimeline";

interface Props {
  filters: Filters;
  /** Says that the service is away. */
  notice: ReactNode;
  /** Changes when the service is back, or has been given a key. */
  returns: number;
  /** Is told that the service is away, or asks for a key. */
  onMissed(): void;
  onLocked(): void;
  onSource(sources: NumberedSource[], n: number): void;
}

/** Activities by month, narrowed by what stands in the address. */
export function TimelineView({ filters, notice, returns, onMissed, onLocked, onSource }: Props) {
  const { counts, rows, total, next, busy, fault, more, again } = useTimeline(written(filters));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (fault?.passing) onMissed();
    if (fault?.status === 401) onLocked();
  }, [fault, onMissed, onLocked]);
  useEffect(() => {
    if (returns && fault) again();
  }, [returns]);

  const showMore = async () => {
    const last = rows.at(-1);
    await more();
    // The button may be gone; reading goes on where it stopped.
    if (last) document.getElementById(rowId(last))?.focus({ preventScroll: true });
  };
  const sources = () => rows.map((row, at) => ({ ...row.citation, n: at + 1 }));
  return (
    <div className="scroll">
      <div className="column timeline" aria-busy={busy}>
        <h1 ref={heading} tabIndex={-1}>
          {say("timeline")}
        </h1>
        <FilterForm filters={filters} counts={counts} />
        {notice}
        {fault && (
          <div role="alert" className="fault">
            <p>{say(fault.passing ? "timeline.fault_passing" : "timeline.fault", { why: fault.message })}</p>
            <button type="button" onClick={again}>
              {say("timeline.again")}
            </button>
          </div>
        )}
        {counts && counts.months.length > 0 && <MonthChart months={counts.months} filters={filters} />}
        <div className="found">
          <p role="status">{busy ? say("timeline.loading") : fault ? "" : count("timeline.activities", total)}</p>
          {counts && counts.undated > 0 && !filters.undated && (
            <a href={timelineHash({ ...ofAllTime(filters), undated: "true" })}>
              {count("timeline.without_date", counts.undated)}
            </a>
          )}
          {filters.undated && <a href={timelineHash(ofAllTime(filters))}>{say("timeline.dated_too")}</a>}
          {total > 0 && (
            <a href={asCsv(filters)} download>
              <Icon name="save" />
              {say("timeline.csv")}
            </a>
          )}
        </div>
        {!busy && !fault && total === 0 && <p className="none">{say("timeline.none")}</p>}
        <div id="activities" tabIndex={-1}>
          <ActivityList rows={rows} from={filters.from ?? ""} onSource={(row) => onSource(sources(), rows.indexOf(row) + 1)} />
        </div>
        {next && (
          <button type="button" disabled={busy} onClick={() => void showMore()}>
            {say("timeline.more", { shown: rows.length, total })}
          </button>
        )}
      </div>
    </div>
  );
}

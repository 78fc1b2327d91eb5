import { asCsv } from "../api/activities";
import type { Choice } from "../api/types";
import { Icon } from "../shell/Icon";
import { count, say } from "../texts";
import { written } from "../views/filters";
import { FilterForm } from "../views/FilterForm";
import { opening } from "../views/SourceLink";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { ActivityList, rowId, sourcesOf } from "./ActivityList";
import { type Field, FIELDS, ofAllTime, possible, readFilters, timelineHash } from "./filters";
import { TimeChart } from "./TimeChart";
import { useTimeline } from "./useTimeline";

/** Activities by month, narrowed by what stands in the address. */
export function TimelineView(shown: ViewProps) {
  const filters = readFilters(shown.query);
  const { found, busy, fault, more, again } = useTimeline(written(filters));
  const { counts = null, rows = [], total = 0, next = null } = found ?? {};

  const choices: Partial<Record<Field, Choice[] | undefined>> = {
    entity: counts?.entities,
    place: counts?.places,
    section: counts?.sections,
  };

  const showMore = async () => {
    const last = rows.at(-1);
    await more();
    // The button may be gone; reading goes on where it stopped.
    if (last) document.getElementById(rowId(last))?.focus({ preventScroll: true });
  };
  const sources = rows.flatMap(sourcesOf);
  return (
    <ViewFrame title="timeline" shown={shown} busy={busy} fault={fault} onAgain={again}>
      <FilterForm
        fields={FIELDS.map((name) => ({
          name,
          label: say(`timeline.filter.${name}`),
          choices: choices[name],
          dated: name === "from" || name === "to",
        }))}
        values={filters}
        label={say("timeline.filters")}
        submit={say("timeline.show")}
        towards={(asked) => timelineHash(possible(asked))}
      />
      {counts && counts.months.length > 0 && <TimeChart counts={counts} filters={filters} />}
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
            {say("view.csv")}
          </a>
        )}
      </div>
      {!busy && !fault && total === 0 && <p className="none">{say("timeline.none")}</p>}
      <div id={CONTENT} tabIndex={-1}>
        <ActivityList rows={rows} from={filters.from ?? ""} onSource={opening(sources, shown.onSource)} />
      </div>
      {next && (
        <button type="button" disabled={busy} onClick={() => void showMore()}>
          {say("timeline.more", { shown: rows.length, total })}
        </button>
      )}
    </ViewFrame>
  );
}

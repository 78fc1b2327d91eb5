import { say } from "../texts";
import { written } from "../views/filters";
import { FilterForm } from "../views/FilterForm";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { BriefingText, extent } from "./BriefingText";
import { BriefingTools } from "./BriefingTools";
import { briefingHash, FIELDS, readFilters } from "./filters";
import { useBriefing, useKnown } from "./useBriefing";

/** A briefing on what stands in the address, to be read, kept and printed. */
export function BriefingView(shown: ViewProps) {
  const filters = readFilters(shown.query);
  const { found: briefing, busy, fault, again } = useBriefing(written(filters));
  const known = useKnown();
  const { choices } = known.found ?? {};
  const empty = briefing !== null && briefing.sections.length === 0;
  return (
    <ViewFrame
      title="briefing"
      shown={shown}
      busy={busy}
      fault={fault ?? known.fault}
      onAgain={() => {
        again();
        known.again();
      }}
    >
      <FilterForm
        fields={FIELDS.map((name) => ({
          name,
          label: say(`timeline.filter.${name}`),
          choices: name === "entity" ? choices?.entities : name === "place" ? choices?.places : undefined,
          dated: name === "from" || name === "to",
          required: name === "from" || name === "to",
        }))}
        values={filters}
        label={say("briefing.form")}
        submit={say("briefing.write")}
        towards={briefingHash}
      />
      <nav className="presets screen-only" aria-label={say("briefing.presets")}>
        {known.found?.presets.map(({ name, days }) => (
          <a
            key={name}
            href={briefingHash({ ...filters, ...days })}
            aria-current={filters.from === days.from && filters.to === days.to ? "true" : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      <div className="found screen-only">
        <p role="status">{busy ? say("briefing.loading") : briefing && !empty ? extent(briefing) : ""}</p>
      </div>
      {!busy && !fault && !briefing && <p className="none">{say("briefing.nothing_chosen")}</p>}
      {briefing && !empty && <BriefingTools briefing={briefing} filters={filters} busy={busy} />}
      <div id={CONTENT} tabIndex={-1}>
        {empty && <p className="none">{say("briefing.none")}</p>}
        {briefing && <BriefingText briefing={briefing} onSource={(n) => shown.onSource(briefing.citations, n)} />}
      </div>
    </ViewFrame>
  );
}

import { useEffect, useState } from "react";
import type { Choice, Timeline } from "../api/types";
import { say } from "../texts";
import { FilterField } from "../views/FilterField";
import { FIELDS, type Field, type Filters, timelineHash } from "./filters";

interface Props {
  filters: Filters;
  counts: Timeline | null;
}

/** Fields that narrow the timeline; the address takes them over when they are sent off. */
export function FilterForm({ filters, counts }: Props) {
  const [draft, setDraft] = useState(filters);
  const address = timelineHash(filters);
  // Back, forward, a bar or another link have changed what is asked for.
  useEffect(() => setDraft(filters), [address]);
  const choices: Partial<Record<Field, Choice[] | undefined>> = {
    entity: counts?.entities,
    place: counts?.places,
    section: counts?.sections,
  };
  return (
    <form
      className="filters"
      role="search"
      aria-label={say("timeline.filters")}
      onSubmit={(event) => {
        event.preventDefault();
        // A time and "without a date" exclude each other.
        const { undated, ...asked } = draft;
        location.hash = timelineHash(undated && !asked.from && !asked.to ? { ...asked, undated } : asked);
      }}
    >
      {FIELDS.map((name) => (
        <FilterField
          key={name}
          label={say(`timeline.filter.${name}`)}
          value={draft[name] ?? ""}
          choices={choices[name]}
          dated={name === "from" || name === "to"}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <div className="row">
        <button type="submit">{say("timeline.show")}</button>
        <button
          type="button"
          onClick={() => {
            setDraft({});
            location.hash = timelineHash();
          }}
        >
          {say("timeline.clear")}
        </button>
      </div>
    </form>
  );
}

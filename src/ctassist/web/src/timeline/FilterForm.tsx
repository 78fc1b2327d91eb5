import { useEffect, useId, useState } from "react";
import type { Choice, Timeline } from "../api/types";
import { say } from "../texts";
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
          name={name}
          value={draft[name] ?? ""}
          choices={choices[name]}
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

interface FieldProps {
  name: Field;
  value: string;
  choices: Choice[] | undefined;
  onChange(value: string): void;
}

function FilterField({ name, value, choices, onChange }: FieldProps) {
  const id = useId();
  const dated = name === "from" || name === "to";
  const list = choices?.length ? `${id}-choices` : undefined;
  return (
    <p>
      <label htmlFor={id}>{say(`timeline.filter.${name}`)}</label>
      <input
        id={id}
        dir="auto"
        maxLength={300}
        value={value}
        list={list}
        autoComplete="off"
        {...(dated && {
          pattern: "\\s*\\d{4}(-\\d{2}(-\\d{2})?)?\\s*",
          placeholder: "2024-02",
          title: say("timeline.filter.form"),
        })}
        onChange={(event) => onChange(event.target.value)}
      />
      {list && (
        <datalist id={list}>
          {choices?.map((choice) => (
            <option key={choice.name} value={choice.name} label={`${choice.name} (${choice.activities})`} />
          ))}
        </datalist>
      )}
    </p>
  );
}

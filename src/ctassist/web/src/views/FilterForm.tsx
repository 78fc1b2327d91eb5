import { useEffect, useState } from "react";
import type { Choice } from "../api/types";
import { say } from "../texts";
import { FilterField } from "./FilterField";

export interface Field<Name extends string> {
  name: Name;
  label: string;
  /** What there is to choose from, beside what else may be typed. */
  choices?: Choice[] | undefined;
  /** Whether it takes a year, a month or a day. */
  dated?: boolean;
  required?: boolean;
}

interface Props<Name extends string> {
  fields: Field<Name>[];
  /** What the address says now. */
  values: Partial<Record<Name, string>>;
  /** What the form is called, and what its button says. */
  label: string;
  submit: string;
  /** The hash that leads to what the fields say. */
  towards(values: Partial<Record<Name, string>>): string;
}

/** Fields that say what a view shows; the address takes them over when they are sent off. */
export function FilterForm<Name extends string>({ fields, values, label, submit, towards }: Props<Name>) {
  const [draft, setDraft] = useState(values);
  const address = towards(values);
  // Back, forward or a link have changed what is asked for.
  useEffect(() => setDraft(values), [address]);
  return (
    <form
      className="filters screen-only"
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = towards(draft);
      }}
    >
      {fields.map(({ name, ...field }) => (
        <FilterField
          key={name}
          {...field}
          value={draft[name] ?? ""}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <div className="row">
        <button type="submit">{submit}</button>
        <button
          type="button"
          onClick={() => {
            setDraft({});
            location.hash = towards({});
          }}
        >
          {say("timeline.clear")}
        </button>
      </div>
    </form>
  );
}

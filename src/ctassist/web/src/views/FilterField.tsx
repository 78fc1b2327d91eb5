import { useId } from "react";
import { say } from "../texts";
import type { Field } from "./FilterForm";

interface Props extends Omit<Field<string>, "name"> {
  value: string;
  onChange(value: string): void;
}

/** One field of a form that says what a view shows. */
export function FilterField({ label, value, choices, dated, required, onChange }: Props) {
  const id = useId();
  const list = choices?.length ? `${id}-choices` : undefined;
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        dir="auto"
        maxLength={300}
        value={value}
        list={list}
        autoComplete="off"
        required={required}
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

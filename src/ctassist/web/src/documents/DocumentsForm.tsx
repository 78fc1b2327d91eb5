import { useEffect, useState } from "react";
import { say } from "../texts";
import { FilterField } from "../views/FilterField";
import { documentsHash, type Filters } from "./filters";

/** Fields that narrow the list; the address takes them over when they are sent off. */
export function DocumentsForm({ filters }: { filters: Filters }) {
  const [q, setQ] = useState(filters.q ?? "");
  useEffect(() => setQ(filters.q ?? ""), [filters.q]);
  const { q: _q, ...others } = filters;
  return (
    <form
      className="filters"
      role="search"
      aria-label={say("timeline.filters")}
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = documentsHash(q.trim() ? { ...others, q: q.trim() } : others);
      }}
    >
      <FilterField label={say("documents.filter.q")} value={q} onChange={setQ} />
      <div className="row">
        <button type="submit">{say("timeline.show")}</button>
        <button
          type="button"
          onClick={() => {
            setQ("");
            location.hash = documentsHash();
          }}
        >
          {say("timeline.clear")}
        </button>
      </div>
    </form>
  );
}

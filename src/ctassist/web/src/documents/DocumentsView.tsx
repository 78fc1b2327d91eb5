import { count, say } from "../texts";
import { written } from "../views/filters";
import { FilterForm } from "../views/FilterForm";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { DocumentItem, itemId } from "./DocumentItem";
import { documentsHash, readFilters } from "./filters";
import { GroupList, listed } from "./GroupList";
import { grouped } from "./groups";
import { useDocuments } from "./useDocuments";

/** The documents by periodical and period, with what is missing and what looks wrong. */
export function DocumentsView(shown: ViewProps) {
  const filters = readFilters(shown.query);
  const { found, busy, fault, more, again } = useDocuments(written(filters));
  const { held = null, rows = [], total = 0, next = null } = found ?? {};
  const whole = !filters.q && !filters.warned;
  const { warned, ...unwarned } = filters;

  const showMore = async () => {
    const last = rows.at(-1);
    await more();
    // The button may be gone; reading goes on where it stopped.
    if (last) document.getElementById(itemId(last))?.focus({ preventScroll: true });
  };
  return (
    <ViewFrame title="documents" shown={shown} busy={busy} fault={fault} onAgain={again}>
      <FilterForm
        fields={[{ name: "q", label: say("documents.filter.q") }]}
        values={filters}
        label={say("timeline.filters")}
        submit={say("timeline.show")}
        towards={documentsHash}
      />
      <div className="found">
        <p role="status">{busy ? say("documents.loading") : fault ? "" : count("holdings.documents", total)}</p>
        {warned ? (
          <a href={documentsHash(unwarned)}>{say("documents.all")}</a>
        ) : (
          whole &&
          held !== null &&
          held.documents_with_warnings > 0 && (
            <a href={documentsHash({ warned: "true" })}>{count("documents.warned", held.documents_with_warnings)}</a>
          )
        )}
      </div>
      {whole && held !== null && held.gaps.length > 0 && (
        <details className="gaps">
          <summary>{count("documents.gaps", held.gaps.length)}</summary>
          <p>{say("documents.gaps_in", { periods: listed(held.gaps) })}</p>
        </details>
      )}
      {!busy && !fault && total === 0 && <p className="none">{say(whole ? "welcome.empty" : "documents.none")}</p>}
      <div id={CONTENT} tabIndex={-1}>
        <GroupList
          groups={grouped(rows, held?.series ?? [])}
          whole={whole}
          item={(row) => <DocumentItem key={row.document_id} document={row} onDraft={shown.onDraft} />}
        />
      </div>
      {next && (
        <button type="button" disabled={busy} onClick={() => void showMore()}>
          {say("timeline.more", { shown: rows.length, total })}
        </button>
      )}
    </ViewFrame>
  );
}

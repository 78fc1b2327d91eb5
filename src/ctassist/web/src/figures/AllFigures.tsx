import { useId } from "react";
import { indicatorSeries } from "../api/indicators";
import type { IndicatorSeries } from "../api/types";
import { count, say } from "../texts";
import { opening, SourceLink } from "../views/SourceLink";
import { useDraft } from "../views/useDraft";
import { useLoaded } from "../views/useLoaded";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { figuresHash } from "./asked";
import { issueOf } from "./FigureTable";
import { Spark } from "./Plot";

const load = (words: string) => indicatorSeries(words ? { q: words } : {});

/** All indicators, those of the most issues first, each with its latest figure. */
export function AllFigures({ shown, words }: { shown: ViewProps; words: string }) {
  const { found, busy, fault, again, extend } = useLoaded(words, load);
  const { series = [], total = 0, next = null } = found ?? {};
  const more = () =>
    extend(async (before) => {
      const page = await indicatorSeries({ ...(words && { q: words }), cursor: before.next! });
      return { ...page, series: [...before.series, ...page.series] };
    });
  return (
    <ViewFrame title="figures" shown={shown} busy={busy} fault={fault} onAgain={again}>
      <Words words={words} />
      <p className="found" role="status">
        {busy ? say("figures.loading") : fault ? "" : count("figures.indicators", total)}
      </p>
      {!busy && !fault && !total && <p className="none">{say(words ? "figures.none" : "figures.empty")}</p>}
      <div id={CONTENT} tabIndex={-1}>
        {series.length > 0 && <List series={series} onSource={shown.onSource} />}
      </div>
      {next && (
        <button type="button" disabled={busy} onClick={() => void more()}>
          {say("figures.more", { shown: series.length, total })}
        </button>
      )}
    </ViewFrame>
  );
}

function List({ series, onSource }: { series: IndicatorSeries[]; onSource: ViewProps["onSource"] }) {
  const open = opening(
    series.flatMap(({ points }) => points.at(-1)?.citation ?? []),
    onSource,
  );
  const several = new Set(series.map(({ periodical }) => periodical)).size > 1;
  return (
    <table className="indicators">
      <thead>
        <tr>
          <th scope="col">{say("figures.indicator")}</th>
          <th scope="col">{say("figures.course")}</th>
          <th scope="col">{say("figures.latest")}</th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ label, periodical, heading, points }, at) => {
          const last = points.at(-1)!;
          return (
            <tr key={at}>
              <th scope="row" dir="auto">
                <a href={figuresHash({ label })}>{label}</a>
                <span className="quiet">{[several && periodical, heading].filter(Boolean).join(" · ")}</span>
              </th>
              <td>
                <Spark points={points} />
              </td>
              <td>
                <strong dir="auto">{last.figure || say("figures.without_number")}</strong>
                <span className="quiet">
                  <SourceLink source={last.citation!} onSource={open}>
                    {issueOf(last)}
                  </SourceLink>
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Words that narrow the list; the address takes them over when they are sent off. */
function Words({ words }: { words: string }) {
  const id = useId();
  const [draft, setDraft] = useDraft(words);
  return (
    <form
      className="narrow"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        location.hash = figuresHash(draft.trim() ? { q: draft.trim() } : {});
      }}
    >
      <label htmlFor={id}>{say("figures.filter")}</label>
      <div className="row">
        <input
          id={id}
          type="search"
          dir="auto"
          maxLength={300}
          autoComplete="off"
          value={draft}
          onChange={({ target: { value } }) => setDraft(value)}
        />
        <button type="submit">{say("figures.show")}</button>
      </div>
    </form>
  );
}

import { indicatorSeries } from "../api/indicators";
import type { IndicatorSeries } from "../api/types";
import { say } from "../texts";
import { opening } from "../views/SourceLink";
import { useLoaded } from "../views/useLoaded";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { figuresHash } from "./asked";
import { FigureTable } from "./FigureTable";
import { Plot } from "./Plot";

const load = (label: string) => indicatorSeries({ label });

/** The course of an indicator. What other units, periodicals or headings state under its label stands beside it. */
export function OneFigure({ shown, label }: { shown: ViewProps; label: string }) {
  const { found, busy, fault, again } = useLoaded(label, load);
  const series = found?.series ?? [];
  return (
    <ViewFrame title="figures" shown={shown} busy={busy} fault={fault} onAgain={again}>
      <p>
        <a href={figuresHash()}>{say("figures.all")}</a>
      </p>
      {busy && <p role="status">{say("figures.loading")}</p>}
      {!busy && !fault && !series.length && (
        <p className="none">
          {say("figures.unknown", { label })} <a href={figuresHash({ q: label })}>{say("figures.with_words")}</a>
        </p>
      )}
      <div id={CONTENT} tabIndex={-1}>
        {series.map((one, at) => (
          <Indicator key={at} series={one} onSource={shown.onSource} />
        ))}
      </div>
    </ViewFrame>
  );
}

function Indicator({ series, onSource }: { series: IndicatorSeries; onSource: ViewProps["onSource"] }) {
  const { label, labels, periodical, heading, points } = series;
  const others = labels.slice(1);
  const open = opening(
    points.flatMap(({ citation }) => citation ?? []),
    onSource,
  );
  return (
    <section className="figures">
      <h2 dir="auto">{label}</h2>
      <p className="quiet" dir="auto">
        {[periodical, heading].filter(Boolean).join(" · ")}
      </p>
      {others.length > 0 && (
        <p className="quiet" dir="auto">
          {say("figures.also", { labels: others.join("; ") })}
        </p>
      )}
      <Plot points={points} />
      <FigureTable points={points} caption={label} onSource={open} />
    </section>
  );
}

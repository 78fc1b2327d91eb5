import type { Point } from "../api/types";
import { period } from "../dates";
import { language, say } from "../texts";
import { type Drawing, drawing } from "./scale";

/** A number as short as an axis needs it. */
const short = (value: number) =>
  new Intl.NumberFormat(language.now, { notation: "compact", maximumFractionDigits: 2 }).format(value);

/** The figures of an indicator over time with its axes; the table below says the same in words. */
export function Plot({ points }: { points: Point[] }) {
  const drawn = drawing(points);
  const [first, last] = [drawn.dots[0], drawn.dots.at(-1)];
  if (!first || !last || drawn.dots.length < 2) return null;
  const dots = [...drawn.dots].sort((one, other) => one.value - other.value);
  const told = say("figures.plot", {
    first: first.point.figure,
    from: period(first.period),
    last: last.point.figure,
    to: period(last.period),
    lowest: dots[0]!.point.figure,
    highest: dots.at(-1)!.point.figure,
  });
  return (
    <figure className="plot">
      <svg className="heights" aria-hidden="true">
        {drawn.heights.map(({ value, y }) => (
          <text key={value} x="100%" y={`${y}%`} dy="0.32em" textAnchor="end">
            {short(value)}
          </text>
        ))}
      </svg>
      <svg className="field" role="img" aria-label={told}>
        {drawn.heights.map(({ value, y }) => (
          <line key={value} className="grid" x1="0" x2="100%" y1={`${y}%`} y2={`${y}%`} />
        ))}
        {drawn.years.map(({ year, x }) => (
          <line key={year} className="grid" x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
        ))}
        <Course drawn={drawn} />
      </svg>
      <svg className="times" aria-hidden="true">
        {drawn.years.map(({ year, x }) => (
          <text key={year} x={`${x}%`} y="1em" textAnchor="middle">
            {year}
          </text>
        ))}
        {!drawn.years.length &&
          [first, last].map(({ period: when, x }) => (
            <text key={x} x={`${x}%`} y="1em" textAnchor={x > 0 ? "end" : "start"}>
              {period(when, "short")}
            </text>
          ))}
      </svg>
      <figcaption className="quiet">{told}</figcaption>
    </figure>
  );
}

/** The figures of an indicator as a small line; the number beside it says the last one. */
export function Spark({ points }: { points: Point[] }) {
  const drawn = drawing(points, true);
  return (
    <svg className="spark" aria-hidden="true">
      {drawn.dots.length > 0 && <Course drawn={drawn} />}
    </svg>
  );
}

function Course({ drawn }: { drawn: Drawing }) {
  return (
    <>
      {drawn.lines.map(([one, other]) => (
        <line
          key={`${one.x} ${other.x}`}
          className="course"
          x1={`${one.x}%`}
          y1={`${one.y}%`}
          x2={`${other.x}%`}
          y2={`${other.y}%`}
        />
      ))}
      {drawn.dots.map(({ point, period: when, x, y }, at) => (
        <circle key={at} cx={`${x}%`} cy={`${y}%`} r="3.5">
          <title>{`${period(when)}: ${point.figure}`}</title>
        </circle>
      ))}
    </>
  );
}

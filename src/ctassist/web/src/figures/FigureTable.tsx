import type { Point, Source } from "../api/types";
import { period } from "../dates";
import { language, say } from "../texts";
import { SourceLink } from "../views/SourceLink";

interface Props {
  points: Point[];
  /** What the table is of. */
  caption: string;
  onSource(source: Source): void;
}

/** A difference with its sign. */
const signed = (change: number) => new Intl.NumberFormat(language.now, { signDisplay: "exceptZero" }).format(change);

/** The issue of a figure. */
export const issueOf = (point: Point) => period(point.period) || say("figures.undated");

/** A row for each figure, with its issue, which leads to the words, and the difference to the figure before. */
export function FigureTable({ points, caption, onSource }: Props) {
  return (
    <table>
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say("figures.issue")}</th>
          <th scope="col">{say("figures.figure")}</th>
          <th scope="col">{say("figures.change")}</th>
        </tr>
      </thead>
      <tbody>
        {points.map((point, at) => (
          <tr key={at}>
            <th scope="row">
              {point.citation ? (
                <SourceLink source={point.citation} onSource={onSource}>
                  {issueOf(point)}
                </SourceLink>
              ) : (
                issueOf(point)
              )}
            </th>
            <td dir="auto">{point.value === null ? say("figures.without_number") : point.figure}</td>
            <td>{point.change === null ? "" : signed(point.change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

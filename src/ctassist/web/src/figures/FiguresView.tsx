import type { ViewProps } from "../views/views";
import { AllFigures } from "./AllFigures";
import { readAsked } from "./asked";
import { OneFigure } from "./OneFigure";

/** The figures of the archive over its issues: one indicator, or the list of all. */
export function FiguresView(shown: ViewProps) {
  const { label, q = "" } = readAsked(shown.query);
  return label ? <OneFigure shown={shown} label={label} /> : <AllFigures shown={shown} words={q} />;
}

import Markdown, { type Components } from "react-markdown";
import type { Answer } from "../api/types";
import { CitationChip } from "./CitationChip";
import { MARKER_LINK, linkMarkers, prepared } from "./marked";

interface Props {
  answer: Answer;
  onSource(n: number): void;
}

/** The text of an answer, in which each [n] opens its source. */
export function AnswerText({ answer, onSource }: Props) {
  const components: Components = {
    a: ({ href, children }) => {
      if (!href?.startsWith(MARKER_LINK)) return <>{children}</>;
      const n = Number(href.slice(MARKER_LINK.length));
      const citation = answer.citations.find((known) => known.n === n);
      return citation ? <CitationChip citation={citation} onOpen={() => onSource(n)} /> : <>[{n}]</>;
    },
    h1: "h3",
    h2: "h3",
  };
  return (
    <div className="text" dir="auto">
      <Markdown remarkPlugins={[linkMarkers]} components={components} disallowedElements={["img"]} unwrapDisallowed>
        {prepared(answer.answer)}
      </Markdown>
    </div>
  );
}

import { memo } from "react";
import type { Stage } from "../api/types";
import { period } from "../dates";
import { say, type Key } from "../texts";
import { AnswerView } from "./AnswerView";
import type { Exchange } from "./conversation";

interface Props {
  exchange: Exchange;
  /** The language of the page: when it changes, the exchange is drawn again. */
  language: string;
  onAsk(question: string): void;
  onRetry(exchange: Exchange): void;
  onSource(exchange: Exchange, n: number): void;
}

/** One question with its answer, as far as it is there. */
export const ExchangeView = memo(function ExchangeView({ exchange, onAsk, onRetry, onSource }: Props) {
  const { question, answer, claims, stage, fault, stopped } = exchange;
  const retry = () => onRetry(exchange);
  return (
    <article className="exchange">
      <h2 className="question" dir="auto">
        {question}
      </h2>
      {answer && <AnswerView answer={answer} onAsk={onAsk} onRetry={retry} onSource={(n) => onSource(exchange, n)} />}
      {!answer && claims.length > 0 && (
        <ul className="answer growing" dir="auto">
          {claims.map((claim, place) => (
            <li key={place}>{claim.text}</li>
          ))}
        </ul>
      )}
      {stage && (
        <p className="stage quiet" role="status">
          {stageWords(stage)}
        </p>
      )}
      {stopped && <p className="quiet">{say(claims.length ? "answer.stopped" : "answer.stopped_early")}</p>}
      {fault && (
        <p className="fault" role="alert">
          {fault.message} {fault.passing && say("ask.waiting")}
        </p>
      )}
      {(stopped || fault) && (
        <button type="button" onClick={retry}>
          {say("ask.again")}
        </button>
      )}
    </article>
  );
});

/** What the service does at a stage, with what it has found; for a stage that this page does not know, the first. */
function stageWords({ stage, coverage }: Stage): string {
  if (coverage?.matched) {
    const { matched: n, from, to } = coverage;
    return from && to ? say("stage.found_in", { n, period: period({ start: from, end: to }) }) : say("stage.found", { n });
  }
  const known = ["understanding", "searching", "composing"];
  return say(`stage.${known.includes(stage) ? stage : "understanding"}` as Key);
}

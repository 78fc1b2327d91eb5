import type { Answer } from "../api/types";
import { say } from "../texts";
import { Actions } from "./Actions";
import { AnswerText } from "./AnswerText";
import { Choices } from "./Choices";
import { Sources } from "./Sources";
import { Understood } from "./Understood";

interface Props {
  answer: Answer;
  onAsk(question: string): void;
  onRetry(): void;
  onSource(n: number): void;
}

/** A whole answer. */
export function AnswerView({ answer, onAsk, onRetry, onSource }: Props) {
  const status = statusWords(answer);
  const worded = [answer.model && say("answer.worded", { model: answer.model }), answer.fallback].filter(Boolean);
  return (
    <div className={`answer ${answer.status}`} id={`answer-${answer.id}`} tabIndex={-1}>
      <Understood answer={answer} onAsk={onAsk} />
      {status && <p className="status">{status}</p>}
      <AnswerText answer={answer} onSource={onSource} />
      {worded.length > 0 && <p className="quiet">{worded.join(" ")}</p>}
      <Sources citations={answer.citations} onSource={onSource} />
      <Actions answer={answer} onRetry={onRetry} />
      <Choices
        label={answer.status === "clarify" ? say("clarify") : say("suggestions")}
        questions={answer.suggestions}
        onAsk={onAsk}
      />
    </div>
  );
}

/** What is to be said above an answer; one that was not found says so itself. */
function statusWords({ status, coverage }: Answer): string {
  if (status === "clarify") return say("clarify");
  if (status !== "partial") return "";
  const { shown, matched } = coverage;
  return matched > shown ? say("partial", { shown, matched }) : say("partial.plain");
}

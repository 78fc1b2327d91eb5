import type { Holdings } from "../api/types";
import { say } from "../texts";
import { Choices } from "./Choices";

interface Props {
  held: Holdings | null;
  questions: string[];
  fault: string;
  onAsk(question: string): void;
}

/** What the page shows before the first question. */
export function Welcome({ held, questions, fault, onAsk }: Props) {
  return (
    <section className="welcome">
      <h1>{say("welcome")}</h1>
      <p className="quiet">{held?.documents === 0 ? say("welcome.empty") : say("welcome.introduction")}</p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <Choices label={say("examples")} questions={questions} onAsk={onAsk} />
    </section>
  );
}

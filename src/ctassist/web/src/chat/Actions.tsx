import { useState } from "react";
import type { Answer } from "../api/types";
import { hash } from "../route";
import { Icon, type IconName } from "../shell/Icon";
import { say } from "../texts";
import { copy, transcript } from "./copying";
import { Feedback } from "./Feedback";

interface Props {
  answer: Answer;
  onRetry(): void;
}

/** What can be done with an answer. */
export function Actions({ answer, onRetry }: Props) {
  const [told, setTold] = useState("");
  const button = (icon: IconName, label: string, act: () => void) => (
    <button type="button" className="icon" aria-label={label} title={label} onClick={act}>
      <Icon name={icon} />
    </button>
  );
  const copied = async (text: string, done: string) => {
    await copy(text);
    setTold(done);
    setTimeout(() => setTold(""), 2500);
  };
  const link = () => location.origin + location.pathname + hash(answer.conversation_id, answer.id);
  return (
    <div className="actions">
      {button("copy", say("answer.copy"), () => void copied(transcript(answer), say("answer.copied")))}
      {answer.conversation_id && button("link", say("answer.link"), () => void copied(link(), say("answer.linked")))}
      {button("again", say("ask.again"), onRetry)}
      <Feedback answer={answer} />
      <span role="status" className="quiet">
        {told}
      </span>
    </div>
  );
}

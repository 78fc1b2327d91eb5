import { useState } from "react";
import type { Answer } from "../api/types";
import { Icon } from "../shell/Icon";
import { say } from "../texts";

interface Props {
  answer: Answer;
  onAsk(question: string): void;
}

/** What a question was understood as, where it differs from what was typed; it can be edited and asked. */
export function Understood({ answer, onAsk }: Props) {
  const [edited, setEdited] = useState<string | null>(null);
  const resolved = answer.resolved_question;
  if (!resolved || plain(resolved) === plain(answer.question)) return null;
  if (edited === null) {
    return (
      <p className="understood quiet">
        {say("answer.understood")}: <span dir="auto">{resolved}</span>
        <button
          type="button"
          className="icon"
          aria-label={say("answer.edit")}
          title={say("answer.edit")}
          onClick={() => setEdited(resolved)}
        >
          <Icon name="edit" />
        </button>
      </p>
    );
  }
  return (
    <form
      className="row understood"
      onSubmit={(event) => {
        event.preventDefault();
        setEdited(null);
        if (edited.trim()) onAsk(edited.trim());
      }}
    >
      <input
        autoFocus
        dir="auto"
        maxLength={2000}
        value={edited}
        aria-label={say("answer.edit")}
        onChange={(event) => setEdited(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && setEdited(null)}
      />
      <button type="submit">{say("ask")}</button>
      <button type="button" onClick={() => setEdited(null)}>
        {say("cancel")}
      </button>
    </form>
  );
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s?.!]+/g, " ")
    .trim();
}

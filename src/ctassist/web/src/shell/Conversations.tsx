import { useEffect, useState } from "react";
import { refusal } from "../api/call";
import { conversations, forget, rename } from "../api/conversations";
import type { ConversationSummary } from "../api/types";
import { say } from "../texts";
import { ConversationItem } from "./ConversationItem";

const PAUSE = 200;

interface Props {
  current: string | null;
  /** Changes when the list may have changed. */
  version: number;
  onGo(): void;
  onForgotten(id: string): void;
}

/** The reader's conversations, the latest first, to be searched, renamed and deleted. */
export function Conversations({ current, version, onGo, onForgotten }: Props) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<ConversationSummary[] | null>(null);
  const [changes, setChanges] = useState(0);
  const [fault, setFault] = useState("");

  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      () =>
        void conversations(words.trim()).then(
          (list) => wanted && setFound(list),
          // That the service is away, or asks for a key, is said where the question is asked.
          () => wanted && setFound(null),
        ),
      words ? PAUSE : 0,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [words, version, changes]);

  const change = async (made: Promise<unknown>) => {
    setFault("");
    await made.catch((error: unknown) => setFault(refusal(error).message));
    setChanges((before) => before + 1);
  };
  return (
    <nav aria-label={say("conversations")} className="conversations">
      <input
        type="search"
        dir="auto"
        value={words}
        aria-label={say("conversation.search")}
        placeholder={say("conversation.search")}
        onChange={(event) => setWords(event.target.value)}
      />
      {fault && (
        <p role="alert" className="fault">
          {fault}
        </p>
      )}
      <ul>
        {found?.map((summary) => (
          <li key={summary.conversation_id}>
            <ConversationItem
              summary={summary}
              current={summary.conversation_id === current}
              onGo={onGo}
              onRename={(title) => void change(rename(summary.conversation_id, title))}
              onForget={() =>
                void change(forget(summary.conversation_id).then(() => onForgotten(summary.conversation_id)))
              }
            />
          </li>
        ))}
      </ul>
      {found?.length === 0 && (
        <p className="quiet">{say(words ? "conversation.none_found" : "conversation.none")}</p>
      )}
    </nav>
  );
}

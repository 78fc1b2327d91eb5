import { useState } from "react";
import type { ConversationSummary } from "../api/types";
import { hash } from "../route";
import { say } from "../texts";
import { Icon } from "./Icon";

interface Props {
  summary: ConversationSummary;
  current: boolean;
  onGo(): void;
  onRename(title: string): void;
  onForget(): void;
}

/** A conversation in the list, with what can be done to it. */
export function ConversationItem({ summary, current, onGo, onRename, onForget }: Props) {
  const [doing, setDoing] = useState<"rename" | "delete" | null>(null);
  const [title, setTitle] = useState("");
  const named = { title: summary.title };
  const done = () => setDoing(null);
  if (doing === "rename") {
    return (
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          done();
          if (title.trim()) onRename(title.trim());
        }}
        onKeyDown={(event) => event.key === "Escape" && done()}
      >
        <input
          autoFocus
          dir="auto"
          maxLength={500}
          value={title}
          aria-label={say("conversation.title")}
          onChange={(event) => setTitle(event.target.value)}
        />
        <button type="submit">{say("save")}</button>
      </form>
    );
  }
  if (doing === "delete") {
    return (
      <div className="sure" role="group" aria-label={say("conversation.delete", named)}>
        <p>{say("conversation.delete_sure")}</p>
        <button type="button" className="danger" onClick={onForget}>
          {say("delete")}
        </button>
        <button type="button" autoFocus onClick={done}>
          {say("cancel")}
        </button>
      </div>
    );
  }
  return (
    <div className="item">
      <a href={hash(summary.conversation_id)} dir="auto" title={summary.title} aria-current={current ? "page" : undefined} onClick={onGo}>
        {summary.title}
      </a>
      <button
        type="button"
        className="icon"
        aria-label={say("conversation.rename", named)}
        onClick={() => {
          setTitle(summary.title);
          setDoing("rename");
        }}
      >
        <Icon name="edit" />
      </button>
      <button
        type="button"
        className="icon"
        aria-label={say("conversation.delete", named)}
        onClick={() => setDoing("delete")}
      >
        <Icon name="delete" />
      </button>
    </div>
  );
}

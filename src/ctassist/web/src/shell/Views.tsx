import { say } from "../texts";
import { timelineHash } from "../timeline/filters";
import { Icon } from "./Icon";

interface Props {
  chat: string;
  away: boolean;
  onGo(): void;
}

/** The way from the chat to what stands beside it, and back. */
export function Views({ chat, away, onGo }: Props) {
  return (
    <nav aria-label={say("views")} className="views">
      <a href={chat} aria-current={away ? undefined : "page"} onClick={onGo}>
        <Icon name="chat" />
        {say("views.chat")}
      </a>
      <a href={timelineHash()} aria-current={away ? "page" : undefined} onClick={onGo}>
        <Icon name="timeline" />
        {say("timeline")}
      </a>
    </nav>
  );
}

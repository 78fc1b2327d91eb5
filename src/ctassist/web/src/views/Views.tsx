import { Icon } from "../shell/Icon";
import { say } from "../texts";
import { isView, type ViewName, VIEWS, viewHash } from "./views";

interface Props {
  /** The hash of the conversation on the page, and the view that is shown in its place. */
  chat: string;
  current: ViewName | null;
  onGo(): void;
}

/** The way from the chat to what stands beside it, and back. */
export function Views({ chat, current, onGo }: Props) {
  return (
    <nav aria-label={say("views")} className="views">
      <a href={chat} aria-current={current ? undefined : "page"} onClick={onGo}>
        <Icon name="chat" />
        {say("views.chat")}
      </a>
      {Object.keys(VIEWS)
        .filter(isView)
        .map((name) => (
          <a key={name} href={viewHash(name)} aria-current={current === name ? "page" : undefined} onClick={onGo}>
            <Icon name={VIEWS[name].icon} />
            {say(VIEWS[name].title)}
          </a>
        ))}
    </nav>
  );
}

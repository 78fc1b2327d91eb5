import { say } from "../texts";
import { ConversationTools } from "./ConversationTools";
import { Icon } from "./Icon";

interface Props {
  id: string | null;
  menu: boolean;
  onMenu(): void;
  onNew(): void;
}

/** Above the chat: what can be done with the conversation, and the way to the others where the page is narrow. */
export function TopBar({ id, menu, onMenu, onNew }: Props) {
  return (
    <div className="top">
      <button type="button" className="icon narrow-only" aria-label={say("menu")} aria-expanded={menu} onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <span className="brand narrow-only">{say("brand")}</span>
      {id && <ConversationTools key={id} id={id} />}
      <button type="button" className="icon narrow-only" aria-label={say("new")} onClick={onNew}>
        <Icon name="new" />
      </button>
    </div>
  );
}

import { useEffect, useRef } from "react";
import { say } from "../texts";
import { Conversations } from "./Conversations";
import { Icon } from "./Icon";
import { Preferences } from "./Preferences";
import { Views } from "./Views";

interface Props {
  open: boolean;
  current: string | null;
  /** The hash of the conversation on the page, and whether another view is shown in its place. */
  chat: string;
  away: boolean;
  version: number;
  holdings: string;
  onNew(): void;
  onClose(): void;
  onForgotten(id: string): void;
}

/** Conversations and settings: beside the page, or over it where it is narrow. */
export function SideBar({ open, current, chat, away, version, holdings, onNew, onClose, onForgotten }: Props) {
  const shut = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) shut.current?.focus();
  }, [open]);
  return (
    <aside
      className={open ? "sidebar open" : "sidebar"}
      aria-label={say("menu")}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div className="brand-row">
        <a href="#/" className="brand" onClick={onNew}>
          {say("brand")}
        </a>
        <button ref={shut} type="button" className="icon narrow-only" aria-label={say("close")} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <button type="button" className="new" onClick={onNew}>
        <Icon name="new" />
        {say("new")}
      </button>
      <Views chat={chat} away={away} onGo={onClose} />
      <Conversations current={away ? null : current} version={version} onGo={onClose} onForgotten={onForgotten} />
      <p className="quiet holdings">{holdings}</p>
      <Preferences />
    </aside>
  );
}

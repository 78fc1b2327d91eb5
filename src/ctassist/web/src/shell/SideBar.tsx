import { useEffect, useRef } from "react";
import { say } from "../texts";
import type { ViewName } from "../views/views";
import { Views } from "../views/Views";
import { Conversations } from "./Conversations";
import { Icon } from "./Icon";
import { Preferences } from "./Preferences";

interface Props {
  open: boolean;
  current: string | null;
  /** The hash of the conversation on the page, and the view that is shown in its place. */
  chat: string;
  view: ViewName | null;
  version: number;
  holdings: string;
  onNew(): void;
  onClose(): void;
  onForgotten(id: string): void;
}

/** Conversations and settings: beside the page, or over it where it is narrow. */
export function SideBar({ open, current, chat, view, version, holdings, onNew, onClose, onForgotten }: Props) {
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
      <Views chat={chat} current={view} onGo={onClose} />
      <Conversations current={view ? null : current} version={version} onGo={onClose} onForgotten={onForgotten} />
      <p className="quiet holdings">{holdings}</p>
      <Preferences />
    </aside>
  );
}

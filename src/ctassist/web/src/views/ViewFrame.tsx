import { useEffect, useRef, type ReactNode } from "react";
import type { Refusal } from "../api/call";
import { type Key, say } from "../texts";
import type { ViewProps } from "./views";

/** Where "skip" leads in a view. */
export const CONTENT = "content";

interface Props {
  title: Key;
  shown: ViewProps;
  busy: boolean;
  fault: Refusal | null;
  onAgain(): void;
  children: ReactNode;
}

/** What all views share: the heading, which has the focus, the state of the service, and what to do when it refuses. */
export function ViewFrame({ title, shown, busy, fault, onAgain, children }: Props) {
  const { notice, returns, onMissed, onLocked } = shown;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (fault?.passing) onMissed();
    if (fault?.status === 401) onLocked();
  }, [fault, onMissed, onLocked]);
  useEffect(() => {
    if (returns && fault) onAgain();
  }, [returns]);
  return (
    <div className="scroll">
      <div className="column view" aria-busy={busy}>
        <h1 ref={heading} tabIndex={-1}>
          {say(title)}
        </h1>
        {notice}
        {fault && (
          <div role="alert" className="fault">
            <p>{say(fault.passing ? "view.fault_passing" : "view.fault", { why: fault.message })}</p>
            <button type="button" onClick={onAgain}>
              {say("view.again")}
            </button>
          </div>
        )}
        {children}
      </div>
    </div>
  );
}

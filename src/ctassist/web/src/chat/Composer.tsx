import { useEffect, useRef, useState } from "react";
import { Icon } from "../shell/Icon";
import { passing, read, write } from "../storage";
import { say } from "../texts";

const TYPED = "ctassist.typed";

/** Keeps what is typed, for when the field is shown again. */
export const keepTyped = (text: string) => write(passing, TYPED, text);

interface Props {
  running: boolean;
  onAsk(question: string): void;
  onStop(): void;
}

/** Where a question is typed. What is typed survives a reload. */
export function Composer({ running, onAsk, onStop }: Props) {
  const [typed, setTyped] = useState(() => read(passing, TYPED) ?? "");
  const field = useRef<HTMLTextAreaElement>(null);
  const type = (text: string) => {
    setTyped(text);
    keepTyped(text);
  };
  useEffect(() => {
    // On a phone the keyboard would cover the page that was just opened.
    if (matchMedia("(hover: hover)").matches) field.current?.focus();
  }, []);
  const send = () => {
    const question = typed.trim();
    if (!question || running) return;
    type("");
    onAsk(question);
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        id="question"
        ref={field}
        rows={1}
        dir="auto"
        maxLength={2000}
        value={typed}
        aria-label={say("ask.label")}
        placeholder={say("ask.placeholder")}
        title={say("shortcut")}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      {running ? (
        <button key="stop" type="button" className="send" aria-label={say("ask.stop")} title={say("ask.stop")} onClick={onStop}>
          <Icon name="stop" />
        </button>
      ) : (
        <button key="ask" type="submit" className="send" aria-label={say("ask")} title={say("ask")} disabled={!typed.trim()}>
          <Icon name="send" />
        </button>
      )}
    </form>
  );
}

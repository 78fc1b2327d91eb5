import { useEffect, useRef, type ReactNode } from "react";
import { language, say } from "../texts";
import { Composer } from "./Composer";
import type { Conversation, Exchange } from "./conversation";
import { ExchangeView } from "./ExchangeView";

interface Props {
  conversation: Conversation;
  /** What stands where there is no exchange yet. */
  welcome: ReactNode;
  /** What is to be done before anything can be asked. */
  gate: ReactNode;
  /** What stands above the field for a question. */
  notice: ReactNode;
  onAsk(question: string): void;
  onRetry(exchange: Exchange): void;
  onSource(exchange: Exchange, n: number): void;
}

/** The conversation and the field for the next question. */
export function ChatView({ conversation, welcome, gate, notice, onAsk, onRetry, onSource }: Props) {
  const { exchanges } = conversation.use();
  const last = exchanges.at(-1);
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A new question goes to the top, so that its answer is read from its beginning.
    if (last?.stage) log.current?.lastElementChild?.scrollIntoView({ block: "start" });
  }, [last?.key, last?.stage !== null]);
  return (
    <>
      <div className="scroll" tabIndex={-1}>
        <div className="column">
          {exchanges.length > 0 && <h1 className="unseen">{say("conversation")}</h1>}
          {gate ?? (exchanges.length === 0 && welcome)}
          <div ref={log} role="log" aria-label={say("conversation")} className="log">
            {exchanges.map((exchange) => (
              <ExchangeView
                key={exchange.key}
                exchange={exchange}
                language={language.now}
                onAsk={onAsk}
                onRetry={onRetry}
                onSource={onSource}
              />
            ))}
          </div>
        </div>
      </div>
      <div className="column foot">
        {notice}
        <Composer running={conversation.running} onAsk={onAsk} onStop={() => conversation.stop()} />
      </div>
    </>
  );
}

import { useEffect, useState } from "react";
import { refusal } from "./api/call";
import type { Conversation } from "./chat/conversation";
import { parse, settle, useHash } from "./route";
import { say } from "./texts";

/**
 * Shows the conversation that the address leads to, and returns why it cannot be shown.
 *
 * `missed` is called when the service is away, `left` when another conversation comes; a new `attempt` tries again.
 */
export function useRoute(conversation: Conversation, missed: () => void, left: () => void, attempt: number): string {
  const place = useHash();
  const [fault, setFault] = useState("");
  useEffect(() => {
    const route = parse(location.hash);
    const { id, shared } = conversation.now;
    // The conversation stays as it is while another view is looked at.
    const same = route.shared ? route.shared === shared : route.conversation === id && (id !== null || !shared);
    const there = route.view !== null || same;
    const go = async () => {
      if (there) return;
      left();
      setFault("");
      if (route.conversation) await conversation.open(route.conversation);
      else if (route.shared) await conversation.openShared(route.shared);
      else conversation.startAnew();
    };
    go().then(
      () => route.answer && document.getElementById(`answer-${route.answer}`)?.focus(),
      (error: unknown) => {
        const { status, message, passing } = refusal(error);
        conversation.startAnew();
        if (passing) missed();
        else setFault(status === 404 ? say("conversation.gone") : status === 401 ? "" : message);
        if (status === 404) settle(null);
      },
    );
  }, [place, conversation, missed, left, attempt]);
  return fault;
}

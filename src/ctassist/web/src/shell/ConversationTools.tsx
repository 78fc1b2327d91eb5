import { useState } from "react";
import { refusal } from "../api/call";
import { exported, share } from "../api/conversations";
import { copy } from "../chat/copying";
import { say } from "../texts";
import { Icon } from "./Icon";

/** What can be done with the conversation on the page: a link for others, a copy to keep. */
export function ConversationTools({ id }: { id: string }) {
  const [told, setTold] = useState("");
  const shareIt = async () => {
    try {
      await copy(location.origin + location.pathname + (await share(id)));
      setTold(say("conversation.shared"));
    } catch (error) {
      setTold(refusal(error).message);
    }
    setTimeout(() => setTold(""), 4000);
  };
  return (
    <div className="tools">
      <span role="status" className="quiet">
        {told}
      </span>
      <button
        type="button"
        className="icon"
        aria-label={say("conversation.share")}
        title={say("conversation.share")}
        onClick={() => void shareIt()}
      >
        <Icon name="share" />
      </button>
      <a
        className="icon"
        href={exported(id)}
        download
        aria-label={say("conversation.export")}
        title={say("conversation.export")}
      >
        <Icon name="save" />
      </a>
    </div>
  );
}

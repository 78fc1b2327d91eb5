import { useEffect, useRef, useState } from "react";
import { rate, type Rating } from "../api/answers";
import { refusal } from "../api/call";
import type { Answer } from "../api/types";
import { Icon } from "../shell/Icon";
import { say } from "../texts";

/** Thumbs. A click counts at once, a second one takes it back; the comment that may follow is sent with it again. */
export function Feedback({ answer }: { answer: Answer }) {
  const [rating, setRating] = useState<Rating | null>(null);
  const [commenting, setCommenting] = useState(false);
  const [comment, setComment] = useState("");
  const [told, setTold] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (commenting) field.current?.focus();
  }, [commenting]);

  const send = async (given: Rating | null, words: string) => {
    setRating(given);
    try {
      await rate(answer, given, words);
      setTold(words ? say("feedback.sent") : "");
      setCommenting(given !== null && !words);
    } catch (error) {
      const { status, message } = refusal(error);
      setRating(null);
      setCommenting(false);
      setTold(status === 404 ? say("feedback.none") : message);
    }
  };
  const thumb = (given: Rating) => (
    <button
      type="button"
      className="icon"
      aria-label={say(`feedback.${given}`)}
      title={say(`feedback.${given}`)}
      aria-pressed={rating === given}
      onClick={() => void send(rating === given ? null : given, "")}
    >
      <Icon name={given} />
    </button>
  );
  const hint = rating === "up" ? say("feedback.comment_up") : say("feedback.comment");
  return (
    <>
      {thumb("up")}
      {thumb("down")}
      <span role="status" className="quiet">
        {told}
      </span>
      {commenting && (
        <form
          className="comment"
          onSubmit={(event) => {
            event.preventDefault();
            if (rating && comment.trim()) void send(rating, comment.trim());
            else setCommenting(false);
          }}
        >
          <textarea
            ref={field}
            rows={2}
            maxLength={4000}
            value={comment}
            aria-label={hint}
            placeholder={hint}
            onChange={(event) => setComment(event.target.value)}
            onKeyDown={(event) => event.key === "Escape" && setCommenting(false)}
          />
          <button type="submit">{say("feedback.send")}</button>
          <button type="button" onClick={() => setCommenting(false)}>
            {say("cancel")}
          </button>
        </form>
      )}
    </>
  );
}

import { useState } from "react";
import { signIn } from "../api/archive";
import { refusal } from "../api/call";
import { say } from "../texts";

/** Asks for an access key. */
export function SignIn({ onDone }: { onDone(): void }) {
  const [key, setKey] = useState("");
  const [refused, setRefused] = useState("");
  return (
    <form
      className="signin"
      onSubmit={(event) => {
        event.preventDefault();
        signIn(key.trim()).then(onDone, (error: unknown) => setRefused(refusal(error).message));
      }}
    >
      <label htmlFor="key">{say("signin.label")}</label>
      <div className="row">
        <input
          id="key"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          value={key}
          onChange={(event) => setKey(event.target.value)}
        />
        <button type="submit">{say("signin.continue")}</button>
      </div>
      <p className="fault" role="alert">
        {refused}
      </p>
    </form>
  );
}

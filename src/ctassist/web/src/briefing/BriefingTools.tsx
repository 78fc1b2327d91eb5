import { useState } from "react";
import { briefFile, type Form } from "../api/briefs";
import { refusal } from "../api/call";
import type { Briefing } from "../api/types";
import { copy } from "../chat/copying";
import { Icon, type IconName } from "../shell/Icon";
import { say } from "../texts";
import type { Filters } from "./filters";

interface Props {
  briefing: Briefing;
  filters: Filters;
  /** Whether another briefing is on its way, which files would be of. */
  busy: boolean;
}

/** What can be done with a briefing. */
export function BriefingTools({ briefing, filters, busy }: Props) {
  const [told, setTold] = useState("");
  const attempt = async (work: () => Promise<void>, done: string) => {
    setTold("");
    try {
      await work();
      setTold(done);
    } catch (error) {
      setTold(refusal(error).message);
    }
  };
  const button = (icon: IconName, label: string, act: () => void) => (
    <button type="button" disabled={busy} onClick={act}>
      <Icon name={icon} />
      {label}
    </button>
  );
  const file = (format: Form) => () => void attempt(async () => save(await briefFile(filters, format)), "");
  return (
    <div className="tools-row screen-only">
      {button("save", say("briefing.word"), file("docx"))}
      {button("save", say("briefing.markdown"), file("markdown"))}
      {button("print", say("briefing.print"), () => window.print())}
      {button("copy", say("briefing.copy"), () => void attempt(() => copy(briefing.markdown), say("answer.copied")))}
      <span role="status" className="quiet">
        {told}
      </span>
    </div>
  );
}

/** Has the browser keep a file. */
function save(file: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // Some browsers begin to read it only later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

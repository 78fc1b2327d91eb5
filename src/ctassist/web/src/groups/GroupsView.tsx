import { useEffect, useRef } from "react";
import { roleTimeline } from "../api/roles";
import type { RoleTimeline } from "../api/types";
import { say } from "../texts";
import { useLoaded } from "../views/useLoaded";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { type Asked, groupsHash, readAsked } from "./asked";
import { BodyHistory } from "./BodyHistory";
import { DayChart } from "./DayChart";

/** Who holds what in the bodies of the archive on the day that stands in the address, or the history of one of them. */
export function GroupsView(shown: ViewProps) {
  const asked = readAsked(shown.query);
  const { found, busy, fault, again } = useLoaded("", roleTimeline);
  return (
    <ViewFrame title="groups" shown={shown} busy={busy} fault={fault} onAgain={again}>
      {busy && <p role="status">{say("groups.loading")}</p>}
      {found && !found.stops.length && <p className="none">{say("groups.empty")}</p>}
      {found && found.stops.length > 0 && <Groups timeline={found} asked={asked} onSource={shown.onSource} />}
    </ViewFrame>
  );
}

interface Props {
  timeline: RoleTimeline;
  asked: Asked;
  onSource: ViewProps["onSource"];
}

function Groups({ timeline, asked, onSource }: Props) {
  const { body: name, ...day } = asked;
  const left = useRef<string>(undefined);
  useEffect(() => {
    left.current = name;
  }, [name]);
  const histories = timeline.bodies.filter(({ spellings }) => name && spellings.includes(name));
  if (!histories.length) return <DayChart timeline={timeline} asked={day} left={left.current} onSource={onSource} />;
  return (
    <div id={CONTENT} tabIndex={-1}>
      <p>
        <a href={groupsHash(day)}>{say("groups.all")}</a>
      </p>
      {histories.map((body, at) => (
        <BodyHistory key={at} body={body} stops={timeline.stops} onSource={onSource} />
      ))}
    </div>
  );
}

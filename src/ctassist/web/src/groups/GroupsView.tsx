import { useEffect, useMemo, useRef, useState } from "react";
import { roleTimeline } from "../api/roles";
import type { RoleTimeline, Source } from "../api/types";
import { count, say } from "../texts";
import { useLoaded } from "../views/useLoaded";
import { CONTENT, ViewFrame } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { type Asked, groupsHash, passTo, readAsked } from "./asked";
import { BodyCard } from "./BodyCard";
import { BodyHistory } from "./BodyHistory";
import { changesAt, type Shown, shownAt, stopAt, stopDay, stopName } from "./course";
import { StopSlider } from "./StopSlider";

/** Who holds what in the bodies of the archive, on the day that stands in the address. */
export function GroupsView(shown: ViewProps) {
  const asked = readAsked(shown.query);
  const { found, busy, fault, again } = useLoaded("", roleTimeline);
  return (
    <ViewFrame title="groups" shown={shown} busy={busy} fault={fault} onAgain={again}>
      {busy && <p role="status">{say("groups.loading")}</p>}
      {found && !found.stops.length && <p className="none">{say("groups.empty")}</p>}
      {found && found.stops.length > 0 && <Chart timeline={found} asked={asked} onSource={shown.onSource} />}
    </ViewFrame>
  );
}

interface ChartProps {
  timeline: RoleTimeline;
  asked: Asked;
  onSource: ViewProps["onSource"];
}

function Chart({ timeline, asked, onSource }: ChartProps) {
  const { stops, bodies } = timeline;
  const { q = "", body: name } = asked;
  const known = stopAt(stops, asked.as_of);
  const at = Math.max(known, 0);
  const changes = useMemo(() => changesAt(timeline, q), [timeline, q]);
  const left = useRef<string>(undefined);
  useEffect(() => {
    left.current = name;
  }, [name]);
  const opening = (list: Source[]) => (source: Source) =>
    onSource(list.map((one, index) => ({ ...one, n: index + 1 })), list.indexOf(source) + 1);
  const histories = bodies.filter(({ spellings }) => name && spellings.includes(name));
  if (histories.length) {
    const { body: _body, ...others } = asked;
    const open = opening(
      histories.flatMap(({ posts }) =>
        posts.flatMap(({ spells }) => [...spells].reverse().flatMap(({ first, latest }) => [first, latest])),
      ).map(({ citation }) => citation),
    );
    return (
      <div id={CONTENT} tabIndex={-1}>
        <p>
          <a href={groupsHash(others)}>{say("groups.all")}</a>
        </p>
        {histories.map((body) => (
          <BodyHistory key={body.name} body={body} stops={stops} onSource={open} />
        ))}
      </div>
    );
  }
  const cards = shownAt(timeline, at, q);
  const open = opening(sourcesOf(cards));
  return (
    <>
      <StopSlider
        stops={stops}
        at={at}
        changes={changes}
        onPass={(stop) => passTo({ ...asked, as_of: stopDay(stops[stop]!) })}
        onGo={(stop) => (location.hash = groupsHash({ ...asked, as_of: stopDay(stops[stop]!) }))}
      />
      {known < 0 && <p className="none">{say("groups.before", { time: stopName(stops[0]!) })}</p>}
      <Words asked={asked} />
      <p className="found" role="status">
        {count("groups.bodies", cards.length)}
      </p>
      {!cards.length && <p className="none">{say("groups.none")}</p>}
      <div id={CONTENT} tabIndex={-1} className="cards">
        {cards.map((card) => (
          <BodyCard
            key={card.body.name}
            shown={card}
            stops={stops}
            at={at}
            history={groupsHash({ ...asked, body: card.body.name })}
            left={card.body.name === left.current}
            onSource={open}
          />
        ))}
      </div>
    </>
  );
}

/** All sources of the cards in the order in which they are shown. */
const sourcesOf = (cards: Shown[]) =>
  cards
    .flatMap(({ standings }) => standings)
    .flatMap(({ held, before }) => [...held.map(({ holder }) => holder), ...before])
    .map(({ citation }) => citation);

/** Words that narrow the groups as they are typed. */
function Words({ asked }: { asked: Asked }) {
  const [words, setWords] = useState(asked.q ?? "");
  // Back, forward or another link have changed what is asked for.
  useEffect(() => setWords(asked.q ?? ""), [asked.q]);
  return (
    <label className="narrow">
      {say("groups.filter")}
      <input
        type="search"
        dir="auto"
        maxLength={300}
        autoComplete="off"
        value={words}
        onChange={({ target: { value } }) => {
          setWords(value);
          passTo({ ...asked, q: value });
        }}
      />
    </label>
  );
}

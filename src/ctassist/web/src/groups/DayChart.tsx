import { useMemo } from "react";
import type { RoleTimeline } from "../api/types";
import { count, say } from "../texts";
import { opening } from "../views/SourceLink";
import { useDraft } from "../views/useDraft";
import { CONTENT } from "../views/ViewFrame";
import type { ViewProps } from "../views/views";
import { type Asked, groupsHash, passTo } from "./asked";
import { BodyCard } from "./BodyCard";
import { changesAt, type Shown, shownAt, stopAt, stopDay, stopName } from "./course";
import { StopSlider } from "./StopSlider";

interface Props {
  timeline: RoleTimeline;
  asked: Asked;
  /** The body whose history the reader comes back from. */
  left: string | undefined;
  onSource: ViewProps["onSource"];
}

/** Who holds what in each body on a day, with the slider that chooses it. */
export function DayChart({ timeline, asked, left, onSource }: Props) {
  const { stops, bodies } = timeline;
  const { q = "" } = asked;
  const known = stopAt(stops, asked.as_of);
  const at = Math.max(known, 0);
  const changes = useMemo(() => changesAt(timeline, q), [timeline, q]);
  const cards = shownAt(timeline, at, q);
  const towards = (stop: number): Asked => ({ ...asked, as_of: stopDay(stops[stop]!) });
  const open = opening(cards.flatMap(sourcesOf), onSource);
  return (
    <>
      <StopSlider
        stops={stops}
        at={at}
        changes={changes}
        onPass={(stop) => passTo(towards(stop))}
        onGo={(stop) => (location.hash = groupsHash(towards(stop)))}
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
            key={bodies.indexOf(card.body)}
            shown={card}
            stops={stops}
            at={at}
            history={groupsHash({ ...asked, body: card.body.name })}
            left={card.body.name === left}
            onSource={open}
          />
        ))}
      </div>
    </>
  );
}

/** The sources of a card in the order in which they are shown. */
const sourcesOf = ({ standings }: Shown) =>
  standings
    .flatMap(({ held, before }) => [...held.map(({ holder }) => holder), ...before])
    .map(({ citation }) => citation);

/** Words that narrow the groups as they are typed. */
function Words({ asked }: { asked: Asked }) {
  const [words, setWords] = useDraft(asked.q ?? "");
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

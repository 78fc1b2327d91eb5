import { useEffect, useId, useRef } from "react";
import type { Source, Stop } from "../api/types";
import { say } from "../texts";
import { type Held, type Shown, type Standing, stopName } from "./course";
import { holderWords, SourceLink } from "./Source";

interface Props {
  shown: Shown;
  stops: Stop[];
  at: number;
  /** Where its history is, and whether the reader comes back from there. */
  history: string;
  left: boolean;
  onSource(source: Source): void;
}

/** A body on one day: its posts with their holders, what is new, and which issue says so. */
export function BodyCard({ shown, stops, at, history, left, onSource }: Props) {
  const { body, standings, told, changes } = shown;
  const id = useId();
  const name = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (left) name.current?.focus();
  }, [left]);
  return (
    <article className="card" aria-labelledby={id}>
      <h2 id={id} dir="auto">
        <a ref={name} href={history}>
          {body.name}
        </a>
      </h2>
      <dl>
        {standings.map((standing) => (
          <div key={standing.post.role}>
            <dt dir="auto">{standing.post.label}</dt>
            <Holders standing={standing} stops={stops} onSource={onSource} />
            {standing.told !== told && <dd className="quiet">{statedIn(standing.told, at, stops)}</dd>}
          </div>
        ))}
      </dl>
      <p className="quiet told">
        {changes > 0 && <span className="tag">{say("groups.changed")}</span>}
        {statedIn(told, at, stops)}
      </p>
    </article>
  );
}

/** From which issue a statement is; it may be older than the day that is looked at. */
const statedIn = (told: number, at: number, stops: Stop[]) =>
  say(told === at ? "groups.stated" : "groups.last_stated", { time: stopName(stops[told]!) });

interface HoldersProps {
  standing: Standing;
  stops: Stop[];
  onSource(source: Source): void;
}

function Holders({ standing: { post, held, before, disputed }, stops, onSource }: HoldersProps) {
  return (
    <>
      {held.map(({ spell, holder, mark }) => (
        <dd key={`${spell.since}-${holder.name}`}>
          <SourceLink source={holder.citation} onSource={onSource}>
            {holderWords(holder)}
          </SourceLink>
          {mark && <span className="tag">{say(`groups.mark.${mark}`)}</span>}
          {!mark && !disputed && <span className="quiet">{since(spell, post.stated[0], stops)}</span>}
          {disputed && (
            <span className="quiet" dir="auto">
              {holder.citation.title}
            </span>
          )}
        </dd>
      ))}
      {before.length > 0 && (
        <dd className="before">
          {say("groups.until_then")}{" "}
          {before.map((holder, at) => (
            <span key={at}>
              {at > 0 && ", "}
              <SourceLink source={holder.citation} onSource={onSource}>
                {holderWords(holder)}
              </SourceLink>
            </span>
          ))}
        </dd>
      )}
      {disputed && <dd className="quiet">{say("groups.disputed")}</dd>}
    </>
  );
}

/** Since when somebody holds a post; the first source of a post does not tell that. */
function since(spell: Held["spell"], first: number | undefined, stops: Stop[]): string {
  const time = stopName(stops[spell.since]!);
  return say(spell.since === first ? "groups.first_stated" : "groups.since", { time });
}

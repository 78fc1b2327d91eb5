import { useEffect, useId, useRef } from "react";
import type { Source, Stop } from "../api/types";
import { count, say } from "../texts";
import { SourceLink } from "../views/SourceLink";
import { type Held, holderWords, type Shown, type Standing, stopName } from "./course";


/** So many holders of a post are shown at once. */
const MANY = 8;

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
        {changes > 0 && <span className="tag">{say("groups.changed")}</span>}{" "}
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

function Holders({ standing, stops, onSource }: HoldersProps) {
  const { held, before, disputed } = standing;
  const told = (one: Held) => (
    <>
      <SourceLink source={one.holder.citation} onSource={onSource}>
        {holderWords(one.holder)}
      </SourceLink>{" "}
      <Beside held={one} standing={standing} stops={stops} />
    </>
  );
  return (
    <>
      {held.slice(0, MANY).map((one, at) => (
        <dd key={at}>{told(one)}</dd>
      ))}
      {held.length > MANY && (
        <dd>
          <details>
            <summary>{count("groups.holders", held.length - MANY)}</summary>
            <ul>
              {held.slice(MANY).map((one, at) => (
                <li key={at}>{told(one)}</li>
              ))}
            </ul>
          </details>
        </dd>
      )}
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

interface BesideProps {
  held: Held;
  standing: Standing;
  stops: Stop[];
}

/** Beside a holder: that it is new, the document where others differ, or since when it is known. */
function Beside({ held: { spell, holder, mark }, standing: { post, told, disputed }, stops }: BesideProps) {
  // The first source of a post does not tell since when it is held.
  const since = say(spell.since === post.stated[0] ? "groups.first_stated" : "groups.since", {
    time: stopName(stops[spell.since]!, "short"),
  });
  return (
    <>
      {mark && <span className="tag">{say(`groups.mark.${mark}`)}</span>}{" "}
      {(disputed || spell.since < told) && (
        <span className="quiet" dir="auto">
          {disputed ? holder.citation.title : since}
        </span>
      )}
    </>
  );
}

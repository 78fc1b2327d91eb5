import { useEffect, useRef } from "react";
import type { Body, Post, Source, Spell, Stop } from "../api/types";
import { say } from "../texts";
import { opening, SourceLink } from "../views/SourceLink";
import type { ViewProps } from "../views/views";
import { holderWords, stopName } from "./course";


interface Props {
  body: Body;
  stops: Stop[];
  onSource: ViewProps["onSource"];
}

/** The spells of a post, the latest first. */
const latestFirst = ({ spells }: Post) => [...spells].reverse();
const sourcesOf = ({ posts }: Body) =>
  posts
    .flatMap(latestFirst)
    .flatMap(({ since, last, first, latest }) => (since === last ? [first] : [first, latest]))
    .map(({ citation }) => citation);

/** Who held each post of a body from when to when. */
export function BodyHistory({ body, stops, onSource }: Props) {
  const others = body.spellings.slice(1);
  const open = opening(sourcesOf(body), onSource);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="history">
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {body.name}
      </h2>
      {others.length > 0 && (
        <p className="quiet" dir="auto">
          {say("groups.also", { names: others.join("; ") })}
        </p>
      )}
      {body.posts.map((post) => (
        <section key={post.role}>
          <h3 dir="auto">{post.label}</h3>
          <ol>
            {latestFirst(post).map((spell, at) => (
              <SpellRow key={at} spell={spell} post={post} stops={stops} onSource={open} />
            ))}
          </ol>
        </section>
      ))}
    </article>
  );
}

interface SpellProps {
  spell: Spell;
  post: Post;
  stops: Stop[];
  onSource(source: Source): void;
}

function SpellRow({ spell: { since, last, until, first, latest }, post, stops, onSource }: SpellProps) {
  const link = (stop: number, source: Source) => (
    <SourceLink source={source} onSource={onSource}>
      {stopName(stops[stop]!)}
    </SourceLink>
  );
  return (
    <li>
      <span className="who" dir="auto">
        {holderWords(latest)}
      </span>
      <Stretch since={since} last={last} to={until ?? stops.length} stops={stops.length} />
      <span className="quiet">
        {say(since === post.stated[0] ? "groups.history.first" : "groups.history.since")} {link(since, first.citation)}
        {last !== since && (
          <>
            {" · "}
            {say("groups.history.last")} {link(last, latest.citation)}
          </>
        )}
        {until !== null && ` · ${say("groups.history.until", { time: stopName(stops[until]!) })}`}
      </span>
    </li>
  );
}

interface StretchProps {
  since: number;
  last: number;
  /** The first stop at which the holder is not named any more, or the number of all stops. */
  to: number;
  stops: number;
}

/** Where a spell lies in all the time that is told of; paler where nothing is stated any more. */
function Stretch({ since, last, to, stops }: StretchProps) {
  return (
    <svg className="stretch" viewBox={`0 0 ${stops} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect className="all" width={stops} height="1" />
      <rect className="unstated" x={since} width={to - since} height="1" />
      <rect x={since} width={last + 1 - since} height="1" />
    </svg>
  );
}

// What holds on one day, read off the spells of the service; days are numbers of stops.

import type { Body, Holder, Post, RoleTimeline, Spell, Stop } from "../api/types";
import { period } from "../dates";
import { say } from "../texts";

/** The day of a stop as the address writes it; pages without a period lie before all days, or after them. */
export const stopDay = ({ day, beginning }: Stop) => day ?? (beginning ? "0001-01-01" : "9999-12-31");

/** What a stop is called: its issue, or the day that a line tells. */
export function stopName(stop: Stop, month: "long" | "short" = "long"): string {
  if (stop.period) return period(stop.period, month);
  return say(stop.beginning ? "groups.beginning" : "groups.present");
}

/** The last stop that is not after a day, a month or a year, -1 where all are; without one the last of all. */
export function stopAt(stops: Stop[], asOf: string | undefined): number {
  if (!asOf) return stops.length - 1;
  return stops.findLastIndex((stop) => stopDay(stop).slice(0, asOf.length) <= asOf);
}

/** A holder as a source writes it. */
export const holderWords = ({ name, affiliation }: Holder) => (affiliation ? `${name} (${affiliation})` : name);

/** Who holds a post at a stop, and whether that is new there or the first that is stated of the post. */
export interface Held {
  spell: Spell;
  holder: Holder;
  mark: "new" | "first" | null;
}

/** A post at a stop: its holders, those named until then, and the stop that states it. */
export interface Standing {
  post: Post;
  held: Held[];
  before: Holder[];
  told: number;
  disputed: boolean;
}

/** A body at a stop, with the posts that are stated by then. */
export interface Shown {
  body: Body;
  standings: Standing[];
  told: number;
  changes: number;
}

function standing(post: Post, at: number): Standing | null {
  const told = post.stated.findLast((stop) => stop <= at);
  if (told === undefined) return null;
  const held = post.spells
    .filter(({ since, until }) => since <= at && (until === null || at < until))
    .map((spell) => ({ spell, holder: at < spell.last ? spell.first : spell.latest, mark: mark(post, spell, at) }));
  const before = post.spells.filter(({ until }) => until === at).map(({ latest }) => latest);
  if (!held.length && !before.length) return null;
  return { post, held, before, told, disputed: post.disputed.includes(told) };
}

function mark(post: Post, spell: Spell, at: number): Held["mark"] {
  if (spell.since !== at || !post.changed.includes(at)) return null;
  return post.stated[0] === at ? "first" : "new";
}

/** The bodies that have posts by a stop, those alone that have all of some words in their names or their holders'. */
export function shownAt({ bodies }: RoleTimeline, at: number, words = ""): Shown[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return bodies.flatMap((body) => {
    const standings = body.posts.map((post) => standing(post, at)).filter((found) => found !== null);
    if (!standings.length) return [];
    const said = [body.spellings, ...standings.map(names)].flat().join(" ").toLowerCase();
    if (!wanted.every((word) => said.includes(word))) return [];
    const changes = standings.filter(({ post }) => post.changed.includes(at)).length;
    return [{ body, standings, told: Math.max(...standings.map(({ told }) => told)), changes }];
  });
}

const names = ({ held, before }: Standing) =>
  [...held.map(({ holder }) => holder), ...before].map(({ name, affiliation }) => `${name} ${affiliation ?? ""}`);

/** How many posts change at each stop in the bodies that have some words. */
export const changesAt = (timeline: RoleTimeline, words: string) =>
  timeline.stops.map((_, at) => shownAt(timeline, at, words).reduce((sum, { changes }) => sum + changes, 0));

import { useId } from "react";
import type { Stop } from "../api/types";
import { Icon } from "../shell/Icon";
import { count, say } from "../texts";
import { useDraft } from "../views/useDraft";
import { stopName } from "./course";

interface Props {
  stops: Stop[];
  at: number;
  /** How many posts change at each stop. */
  changes: number[];
  /** The slider passes days, a button goes to one. */
  onPass(stop: number): void;
  onGo(stop: number): void;
}

/** The day that is looked at, among all on which something is stated; those that bring a change are marked. */
export function StopSlider({ stops, at: asked, changes, onPass, onGo }: Props) {
  const id = useId();
  const [at, setAt] = useDraft(asked);
  const name = stopName(stops[at]!);
  const told = count("groups.changes", changes[at]!);
  const turn = (to: number, label: "groups.previous" | "groups.next") => (
    <button type="button" disabled={to < 0} onClick={() => onGo(to)}>
      {label === "groups.previous" && <Icon name="previous" />}
      {say(label)}
      {label === "groups.next" && <Icon name="next" />}
    </button>
  );
  return (
    <div className="days">
      <p>
        <label htmlFor={id}>{say("groups.as_of")}</label> <strong>{name}</strong>
      </p>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={at}
        aria-valuetext={`${name}: ${told}`}
        onChange={(event) => {
          setAt(Number(event.target.value));
          onPass(Number(event.target.value));
        }}
      />
      <Marks changes={changes} at={at} />
      <p className="quiet">{say("groups.marks")}</p>
      <div className="row">
        {turn(changes.findLastIndex((found, stop) => found > 0 && stop < at), "groups.previous")}
        {turn(changes.findIndex((found, stop) => found > 0 && stop > at), "groups.next")}
        <span>{told}</span>
      </div>
    </div>
  );
}

/** A tick for each stop, a tall one where something changes. */
function Marks({ changes, at }: { changes: number[]; at: number }) {
  const last = Math.max(changes.length - 1, 1);
  return (
    <svg className="ticks" aria-hidden="true">
      {changes.map((found, stop) => (
        <rect
          key={stop}
          className={[found > 0 && "changed", stop === at && "now"].filter(Boolean).join(" ") || undefined}
          x={`${(100 * stop) / last}%`}
          y={found > 0 ? 0 : 8}
          width={found > 0 ? 4 : 1}
          height={found > 0 ? 14 : 6}
        />
      ))}
    </svg>
  );
}

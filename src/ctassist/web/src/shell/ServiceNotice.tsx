import type { Service } from "../service";
import { say } from "../texts";

/** Says that the service is away, for as long as it is. */
export function ServiceNotice({ service }: { service: Service }) {
  const { name, detail } = service.use();
  return (
    <div role="status" className={name === "up" ? "" : "notice"}>
      {name === "down" && say("service.down")}
      {name === "unready" && say("service.unready", { detail })}
    </div>
  );
}

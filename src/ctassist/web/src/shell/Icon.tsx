// Outlines on a grid of 20 by 20.
const PATHS = {
  again: "M15.5 6.5A6.5 6.5 0 1 0 16.5 11M16 3v4h-4",
  briefing: "M5 3h10v14H5zM7.5 6.5h5M7.5 9.5h5M7.5 12.5h3",
  chat: "M4 4.5h12v9H9l-3.5 3v-3H4z",
  close: "M5 5l10 10M15 5L5 15",
  copy: "M7 7h9v9H7zM13 7V4H4v9h3",
  delete: "M4 6h12M8 6V4h4v2M6 6l.8 10h6.4L14 6",
  documents: "M6.5 3h6l3.5 3.5v8h-9.5zM12.5 3v3.5H16M4 6v11h9",
  down: "M6 4v7M6 4h7.2a1.6 1.6 0 0 1 1.5 1.2l1 4A1.5 1.5 0 0 1 14.2 11H11v3.5A1.5 1.5 0 0 1 9.5 16L7.5 11H6M3.5 4v7",
  edit: "M4 16l.8-3.3L13 4.5l2.5 2.5-8.2 8.2z",
  figures: "M3.5 3.5v13h13M6.5 13l3-4 3 2 4-5.5",
  groups: "M8 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M3 16.5v-1a5 5 0 0 1 10 0v1M13 3.8a2.5 2.5 0 0 1 0 4.4M14.5 11a5 5 0 0 1 2.5 4.5v1",
  link: "M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l1-1",
  menu: "M3.5 6h13M3.5 10h13M3.5 14h13",
  new: "M10 4v12M4 10h12",
  next: "M8 5l5 5-5 5",
  open: "M11 4h5v5M16 4l-7 7M8 5H4v11h11v-4",
  previous: "M12 5l-5 5 5 5",
  print: "M6 8V3.5h8V8M6 13.5H3.5V8h13v5.5H14M6 11.5h8v5H6z",
  save: "M10 3.5v9M6 9l4 4 4-4M4 16.5h12",
  send: "M10 16V4M5 9l5-5 5 5",
  share: "M10 12.5v-9M6.5 6.5L10 3l3.5 3.5M5 10H4v7h12v-7h-1",
  stop: "M6 6h8v8H6z",
  timeline: "M3.5 16.5h13M5 16V9M10 16V4M15 16v-4",
  up: "M6 16V9M6 16h7.2a1.6 1.6 0 0 0 1.5-1.2l1-4A1.5 1.5 0 0 0 14.2 9H11V5.5A1.5 1.5 0 0 0 9.5 4L7.5 9H6M3.5 16V9",
} as const;

export type IconName = keyof typeof PATHS;

/** A small drawing; the control that it stands in carries its name. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="drawing" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

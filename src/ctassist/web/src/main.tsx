import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/chat.css";
import "./styles/source.css";
import "./styles/views.css";
import "./styles/timeline.css";
import "./styles/groups.css";
import "./styles/figures.css";
import "./styles/documents.css";
import "./styles/briefing.css";
import "./styles/print.css";

createRoot(document.getElementById("page")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

import { cpSync, rmSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What pdf.js fetches while it draws: fonts and character maps that a PDF does not bring, and decoders of pictures. */
const pdfData = {
  name: "pdf-data",
  closeBundle() {
    for (const folder of ["cmaps", "standard_fonts", "wasm"]) {
      rmSync(`dist/pdf/${folder}`, { recursive: true, force: true });
      cpSync(`node_modules/pdfjs-dist/${folder}`, `dist/pdf/${folder}`, { recursive: true });
    }
  },
};

export default defineConfig({
  // Relative, so that the page works under any path of a proxy.
  base: "./",
  plugins: [react(), pdfData],
  build: { target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 700 },
  server: {
    proxy: Object.fromEntries(["/v1", "/session", "/readyz", "/documents"].map((path) => [path, "http://127.0.0.1:8000"])),
  },
});

/* Runs as soon as the body begins: the colour scheme the reader chose, before anything is drawn. */
"use strict";

(function () {
  const chosen = __md_get("__palette");
  if (!chosen || !chosen.color) return;
  const color = chosen.color;
  if (color.media === "(prefers-color-scheme)") {
    const scheme = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = document.querySelector(
      `[data-md-color-media='(prefers-color-scheme: ${scheme})']`
    );
    for (const key of ["media", "scheme", "primary", "accent"]) {
      color[key] = option.getAttribute("data-md-color-" + key);
    }
  }
  for (const [key, value] of Object.entries(color)) {
    document.body.setAttribute("data-md-color-" + key, value);
  }
})();

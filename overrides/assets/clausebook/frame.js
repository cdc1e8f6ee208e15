/* The tools every page has: font size, kept on the device, printing whole, the menu's place on a phone. */
"use strict";

(function () {
  const root = document.documentElement;
  const sizes = document.querySelectorAll("[data-size][aria-pressed]");

  function show() {
    for (const button of sizes) {
      button.setAttribute("aria-pressed", String(button.dataset.size === root.dataset.size));
    }
  }

  for (const button of sizes) {
    button.addEventListener("click", () => {
      root.dataset.size = button.dataset.size;
      __md_set("__size", button.dataset.size);
      show();
    });
  }
  show();

  for (const button of document.querySelectorAll("[data-print-page]")) {
    button.addEventListener("click", () => print());
  }

  /* On paper, what is folded would be lost. */
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details[data-prints]:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });

  const menu = document.querySelector(".cb-menu__list");
  const here = menu.querySelector("[aria-current], .cb-menu__within");
  if (here) menu.scrollLeft = here.offsetLeft - (menu.clientWidth - here.offsetWidth) / 2;
})();

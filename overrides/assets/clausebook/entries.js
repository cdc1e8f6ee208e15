/* Finding an entry in a list by typing, and printing one duty card. Without this, all is there. */
"use strict";

(function () {
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");

  function finder(box) {
    const list = document.getElementById(box.dataset.find);
    const input = box.querySelector("input");
    const state = box.querySelector("[role=status]");
    const entries = Array.from(list.querySelectorAll("[data-entry]"), (element) => ({
      element,
      text: plain(element.textContent + " " + element.dataset.names),
    }));
    const groups = list.querySelectorAll("[data-group]");

    function show() {
      const words = plain(input.value).split(" ").filter(Boolean);
      let shown = 0;
      for (const { element, text } of entries) {
        element.hidden = !words.every((word) => text.includes(word));
        shown += element.hidden ? 0 : 1;
      }
      for (const group of groups) {
        group.hidden = !group.querySelector("[data-entry]:not([hidden])");
        // What is folded opens for a search, and closes behind it.
        if (group.tagName === "DETAILS") group.open = words.length > 0;
      }
      const said = !words.length ? "all" : shown === 0 ? "none" : "some";
      state.textContent = state.dataset[said]
        .replace("{shown}", String(shown))
        .replace("{total}", String(entries.length));
    }

    input.addEventListener("input", show);
    box.hidden = false;
    show();
  }

  document.querySelectorAll("[data-find]").forEach(finder);

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      location.hash = button.dataset.print;
      print();
    });
  }
})();

/* A measure's page: words lit up for the duty that quotes them, citations to copy. */
"use strict";

(function () {
  const page = document.querySelector(".cb-measure");
  if (!page) return;

  /* Words that a duty quotes */

  function light(duty, on) {
    for (const words of page.querySelectorAll(`[data-duty-quote~="${duty.dataset.duty}"]`)) {
      words.classList.toggle("cb-lit", on);
    }
  }

  for (const duty of page.querySelectorAll(".cb-demand")) {
    let pointed = false;
    let focused = false;
    const update = () => light(duty, pointed || focused);
    duty.addEventListener("pointerenter", () => ((pointed = true), update()));
    duty.addEventListener("pointerleave", () => ((pointed = false), update()));
    duty.addEventListener("focusin", () => ((focused = true), update()));
    duty.addEventListener("focusout", () => ((focused = false), update()));
  }

  /* Citations */

  const said = document.createElement("p");
  said.className = "cb-said";
  said.setAttribute("role", "status");
  page.append(said);
  let forget = 0;

  function say(text) {
    said.textContent = text;
    clearTimeout(forget);
    forget = setTimeout(() => (said.textContent = ""), 4000);
  }

  /* The clipboard is refused on plain http; a selected text field can still be copied from. */
  function copyBySelection(text) {
    const field = document.createElement("textarea");
    const before = document.activeElement;
    field.value = text;
    field.className = "cb-sr";
    page.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before.focus();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      return copyBySelection(text);
    }
  }

  for (const button of page.querySelectorAll("[data-cite]")) {
    button.addEventListener("click", async () => {
      const address = location.href.split("#")[0] + "#" + button.dataset.anchor;
      const citation = button.dataset.cite + " " + address;
      const done = await copy(citation);
      say((done ? page.dataset.copied : page.dataset.refused) + citation);
    });
  }
})();

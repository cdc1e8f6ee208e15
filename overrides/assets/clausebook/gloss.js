/* A term's meaning beside the term: on hover, focus and tap. The meaning itself stands in the page. */
"use strict";

(function () {
  const terms = document.querySelectorAll("[data-gloss]");
  if (!terms.length) return;

  const box = document.createElement("div");
  const meaning = document.createElement("dl");
  box.className = "cb-popover";
  box.hidden = true;
  box.append(meaning);
  document.getElementById("content").append(box);
  let shown = null;
  let timer = 0;

  function place(term) {
    const line = term.getClientRects()[0];
    const frame = box.offsetParent.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(line.left, room - box.offsetWidth - 8));
    const below = line.bottom + 6;
    const above = line.top - box.offsetHeight - 6;
    const fits = below + box.offsetHeight < innerHeight || above < 60;
    box.style.left = left - frame.left + "px";
    box.style.top = (fits ? below : above) - frame.top + "px";
  }

  function show(term) {
    clearTimeout(timer);
    if (shown === term) return;
    const gloss = document.getElementById("gloss-" + term.dataset.gloss);
    meaning.replaceChildren(...gloss.cloneNode(true).childNodes);
    box.hidden = false;
    shown = term;
    place(term);
  }

  function hide() {
    clearTimeout(timer);
    box.hidden = true;
    shown = null;
  }

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }

  let touched = false;
  for (const term of terms) {
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(term));
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hideSoon());
    term.addEventListener("pointerdown", (event) => (touched = event.pointerType !== "mouse"));
    term.addEventListener("focus", () => touched || show(term));
    term.addEventListener("blur", hideSoon);
    /* A first tap shows the meaning; the link in it, or a second tap, leads to the entry. */
    term.addEventListener("click", (event) => {
      if (touched && shown !== term) {
        event.preventDefault();
        show(term);
      }
      touched = false;
    });
  }
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hideSoon());
  box.addEventListener("focusin", () => clearTimeout(timer));
  box.addEventListener("focusout", hideSoon);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("pointerdown", (event) => {
    if (shown && !box.contains(event.target) && !shown.contains(event.target)) hide();
  });
})();

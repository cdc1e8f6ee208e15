/* The search box: hears every way of typing, offers examples, says when results are only near, and
   lands on what was chosen for all that was typed. */
(function () {
  "use strict";
  const box = document.querySelector("[data-md-component=search]");
  if (!box || !window.component$) return;
  const query = box.querySelector("[data-md-component=search-query]");
  const list = box.querySelector("[data-md-component=search-result]");
  const examples = Array.from(box.querySelectorAll("[data-example]"));
  const opener = document.querySelector(".cb-search-opener");

  /* The theme listens for keys only; a word picked with the mouse from an input method, dictated
     or pasted comes without one. */
  function typed() {
    query.dispatchEvent(new KeyboardEvent("keyup"));
  }
  query.addEventListener("input", typed);
  query.addEventListener("compositionend", typed);
  query.form.addEventListener("reset", () => setTimeout(typed));

  let answered = "";
  let going = false;

  function press(key) {
    query.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  }

  component$.subscribe(({ ref, near, typed: about }) => {
    if (ref !== list) return;
    list.classList.toggle("cb-near", Boolean(near));
    answered = about;
    if (going && answered === query.value) press("Enter");
  });

  /* Enter follows the best result; pressed before the answer is there, it waits for it instead of
     following the best result for half of what was typed. */
  query.addEventListener("keydown", (event) => {
    going = event.key === "Enter" && !event.isComposing && query.value !== answered;
    if (!going) return;
    event.preventDefault();
    event.stopPropagation();
  });

  /* Examples: chosen by mouse or, before anything is typed, by keyboard. */
  examples.forEach((example) => {
    example.addEventListener("click", () => {
      query.value = example.dataset.example;
      query.focus();
      typed();
    });
  });

  function step(event, focused) {
    const at = examples.indexOf(focused);
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (by === undefined || (at === -1 && event.key !== "ArrowDown")) return;
    (examples[at + by] || query).focus();
    event.preventDefault();
    event.stopPropagation();
  }

  box.addEventListener("keydown", (event) => {
    const focused = document.activeElement;
    const choosing = examples.includes(focused);
    if (query.value === "" && (focused === query || choosing)) step(event, focused);
    // Not the theme's business: it would put the key into the query.
    if (choosing && (event.key === "Enter" || event.key === " ")) event.stopPropagation();
  });

  opener.addEventListener("click", () => query.focus());

  /* Where a button opens the box, the button is the one stop of the Tab key. */
  const wide = matchMedia("(min-width: 60em)");
  function stop() {
    query.tabIndex = wide.matches ? 0 : -1;
  }
  wide.addEventListener("change", stop);
  stop();

  /* On a phone the theme holds the page still while the box is open, and then puts it back where
     it was; a hit on this same page has to be gone to again. */
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || link.pathname !== location.pathname || !link.hash) return;
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    const held = new MutationObserver(() => {
      if (document.body.hasAttribute("data-md-scrolllock")) return;
      held.disconnect();
      setTimeout(() => target.scrollIntoView());
    });
    if (document.body.hasAttribute("data-md-scrolllock")) {
      held.observe(document.body, { attributes: true, attributeFilter: ["data-md-scrolllock"] });
    }
  });
})();

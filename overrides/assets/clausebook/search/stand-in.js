/* The search in the page itself, where a browser refuses workers: opened from a folder. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  const here = document.currentScript.src;
  let waiting = null;

  function addScript(name, then) {
    const script = document.createElement("script");
    script.src = new URL(name, here).href;
    script.onload = then;
    document.head.appendChild(script);
  }

  /* Load the parts one after another, once; then call everyone who asked for them meanwhile. */
  function load(then) {
    if (waiting) {
      waiting.push(then);
      return;
    }
    waiting = [then];
    const next = (names) => {
      if (names.length) addScript(names[0], () => next(names.slice(1)));
      else waiting.splice(0).forEach((call) => call());
    };
    next(clausebookSearch.parts);
  }

  /* As much of a Worker as the theme's search box uses. */
  window.Worker = class extends EventTarget {
    constructor() {
      super();
      const post = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
      this._take = clausebookSearch.clerk(load, post);
    }

    postMessage(message) {
      // A worker never answers before the call returns.
      Promise.resolve().then(() => this._take(message));
    }
  };
})();

/* The search beside the page, over http. */
"use strict";

importScripts("clerk.js");

self.onmessage = (function () {
  const take = clausebookSearch.clerk(
    (then) => {
      importScripts(...clausebookSearch.parts);
      then();
    },
    (message) => postMessage(message)
  );
  return (event) => take(event.data);
})();

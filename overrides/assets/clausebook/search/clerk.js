/* The four messages between the theme's search box and whoever searches. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  const SETUP = 0;
  const READY = 1;
  const QUERY = 2;
  const RESULT = 3;

  /* What has to be loaded before the first question, in this order; the index calls `open`. */
  search.parts = [
    "text.js", "reference.js", "catalogue.js", "match.js", "question.js", "ask.js", "show.js",
    "search-index.js",
  ];

  search.open = function (data) {
    search.catalogue = new search.Catalogue(data);
  };

  /* A function that takes the box's messages; `load` loads the parts and then calls back, `post`
     sends a message to the box. Nothing is loaded until something is asked. */
  search.clerk = function (load, post) {
    let latest = "";

    function answer(typed) {
      // Something else was typed while the index was on its way.
      if (typed === latest) post({ type: RESULT, data: search.show(search.catalogue, search.ask(search.catalogue, typed)) });
    }

    return function ({ type, data }) {
      if (type === SETUP) {
        post({ type: READY });
      } else if (type === QUERY) {
        latest = data;
        if (data.trim() === "") post({ type: RESULT, data: { items: [], near: false } });
        else if (search.catalogue) answer(data);
        else load(() => answer(data));
      }
    };
  };
})(self);

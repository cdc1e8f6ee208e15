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
    "text.js", "reference.js", "catalogue.js", "match.js", "pieces.js", "nearest.js", "ask.js",
    "mark.js", "show.js", "search-index.js",
  ];

  search.open = function (data) {
    const apart = (page) => page.sample || page.kind === "former";
    search.catalogue = new search.Catalogue(data, (page) => !apart(page));
    search.others = new search.Catalogue(data, apart);
  };

  /* A function that takes the box's messages; `load` loads the parts and then calls back, `post`
     sends a message to the box. Nothing is loaded until something is asked. A result says what
     was typed for it and whether it is only near; the theme passes that on to box.js. */
  search.clerk = function (load, post) {
    let latest = "";

    function answer(typed) {
      // Something else may have been typed while the index was on its way.
      if (typed !== latest) return;
      const found = search.askBoth(search.catalogue, search.others, typed);
      post({ type: RESULT, data: { typed, ...search.show(search.catalogue, found) } });
    }

    return function ({ type, data }) {
      if (type === SETUP) {
        post({ type: READY });
      } else if (type === QUERY) {
        latest = data;
        const nothing = { typed: data, items: [], near: false };
        if (data.trim() === "") post({ type: RESULT, data: nothing });
        else if (search.catalogue) answer(data);
        else load(() => answer(data));
      }
    };
  };
})(self);

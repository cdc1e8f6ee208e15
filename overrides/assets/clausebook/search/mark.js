/* Text as HTML, with what was asked for marked, cut so that it is seen. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  /* So many characters of a long text are shown, so many at most before the first hit. */
  const ROOM = 84;
  const BEFORE = 30;
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

  function escape(text) {
    return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
  }

  /* Where the folded words stand in a text: [[from, to]], rising, none touching another. */
  function hits(text, words) {
    const { folded, from, to } = search.trace(text);
    const found = [];
    for (const word of words) {
      if (word === "") continue;
      for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + 1)) {
        found.push([from[at], to[at + word.length - 1]]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    const apart = [];
    for (const [start, end] of found) {
      const last = apart[apart.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else apart.push([start, end]);
    }
    return apart;
  }

  /* A stretch of a text as HTML, with the hits in it marked. */
  function marked(text, found, start, end) {
    let html = "";
    let at = start;
    for (const [from, to] of found) {
      if (to <= start || from >= end) continue;
      html += escape(text.slice(at, Math.max(from, start)));
      html += `<mark>${escape(text.slice(Math.max(from, start), Math.min(to, end)))}</mark>`;
      at = Math.min(to, end);
    }
    return html + escape(text.slice(at, end));
  }

  /* A text as HTML, all of it. */
  function whole(text, words) {
    return marked(text, hits(text, words), 0, text.length);
  }

  /* Where to begin a text so that a hit is seen: where its sentence or member begins, if that is
     not too far before it. */
  function beginning(text, hit) {
    for (let at = Math.max(0, hit - BEFORE); at <= hit; at += 1) {
      if (at === 0 || /[，。；、：]/.test(text[at - 1])) return at;
    }
    return hit - BEFORE / 2;
  }

  /* A text as HTML, cut to its first hit with some words around it. */
  function cut(text, words) {
    const found = hits(text, words);
    const start = text.length > ROOM && found.length ? beginning(text, found[0][0]) : 0;
    const end = Math.min(text.length, start + ROOM);
    const html = marked(text, found, start, end);
    return (start > 0 ? "…" : "") + html + (end < text.length ? "…" : "");
  }

  Object.assign(search, { escape, hits, whole, cut });
})(self);

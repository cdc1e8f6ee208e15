/* Results as the theme's search box shows them: one group a page, its passages under it, what was
   asked for marked. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  const ROOM = 84;
  const BEFORE = 30;
  /* So many passages of a page are shown at once; the others on request. */
  const AT_ONCE = 3;
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
    return (start > 0 ? "…" : "") + marked(text, found, start, end) + (end < text.length ? "…" : "");
  }

  function placed(pattern, numbers) {
    return [].concat(numbers).reduce((text, number, n) => text.replace(`{${n}}`, number), pattern);
  }

  function heading(kind, words, place, html) {
    const at = place ? `<span class="cb-hit__place">${escape(place)}</span> ` : "";
    const name = html ? `<span class="cb-hit__name">${html}</span>` : "";
    return `<span class="cb-hit__kind cb-hit__kind--${kind}">${escape(words.kinds[kind])}</span> ${at}${name}`;
  }

  function paragraph(text, marks, verbatim) {
    const style = verbatim ? "cb-hit__text cb-hit__text--verbatim" : "cb-hit__text";
    return text ? `<p class="${style}">${cut(text, marks)}</p>` : "";
  }

  /* A page's own entry: its title, and a text for it where no passage is shown. */
  function pageItem(page, words, marks, score) {
    const place = page.kind === "measure" ? placed(words.measure, page.number) : "";
    const other = (page.names || []).filter((name) => hits(name, marks).length);
    const names = hits(page.title, marks).length ? [] : other.slice(0, 2);
    const first = (page.passages || []).find((passage) => passage.kind === "clause");
    return {
      location: page.at,
      score,
      terms: {},
      title: heading(page.kind, words, place, whole(page.title, marks)),
      text:
        names.map((name) => `<p class="cb-hit__also">${whole(name, marks)}</p>`).join("") +
        (first ? paragraph(first.text, marks, true) : paragraph(page.text, marks, false)),
    };
  }

  function passageItem(page, passage, words, marks, score) {
    const place = placed(words.clause, passage.number);
    const duty = passage.kind === "duty";
    const evidence = duty && hits(passage.text || "", marks).length ? placed(words.evidence, passage.text) : "";
    const text = duty ? evidence : passage.text;
    return {
      location: `${page.at}#${passage.id}`,
      score,
      terms: {},
      title: heading(passage.kind, words, place, duty ? whole(passage.title, marks) : ""),
      text: paragraph(text, marks, !duty),
    };
  }

  /* One group for the theme. It shows the passages that score no less than the page, the rest on
     request, and Enter goes to the highest score of all: the page if its title answers best,
     otherwise the best passage. Only the order of the scores means anything to it. */
  function group(result, words, marks, base) {
    const { page, places } = result;
    const passages = [...places].filter(([place]) => !place.isPage);
    passages.sort((a, b) => b[1] - a[1]);
    const own = Math.max(0, ...[...places].filter(([place]) => place.isPage).map(([, value]) => value));
    const lead = passages.length > 0 && passages[0][1] > own ? 1 : 0.001;
    return [
      pageItem(page, words, marks, base),
      ...passages.map(([place], n) =>
        passageItem(page, place.record, words, marks, n < AT_ONCE ? base + lead - n * 0.0001 : base - 1)
      ),
    ];
  }

  /* An answer of ask.js in the theme's terms: {items, near}. */
  function show(catalogue, { results, marks, near }) {
    const long = marks.filter((mark) => mark.length > 1);
    const words = [...new Set(long.length ? long : marks)];
    const items = results.map((result, n) =>
      group(result, catalogue.words, words, 10 * (results.length - n))
    );
    return { items, near };
  }

  Object.assign(search, { show, hits });
})(self);

/* Results as the theme's search box shows them: one group a page, its passages under it, what was
   asked for marked. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  /* So many passages of a page are shown at once; the others on request. */
  const AT_ONCE = 3;

  /* A pattern with its {0}, {1} filled in. */
  function placed(pattern, values) {
    return pattern.replace(/\{(\d)\}/g, (hole, n) => [].concat(values)[n]);
  }

  /* What a page or passage is, how it is cited, and its name. */
  function heading({ kind, cited, sample }, words, html) {
    const tag = (text) => `<span class="cb-hit__kind cb-hit__kind--${kind}">${search.escape(text)}</span> `;
    const at = cited ? `<span class="cb-hit__place">${search.escape(cited)}</span> ` : "";
    const name = html ? `<span class="cb-hit__name">${html}</span>` : "";
    return tag(sample ? words.sample : words.kinds[kind]) + at + name;
  }

  function paragraph(text, marks, verbatim) {
    const style = verbatim ? "cb-hit__text cb-hit__text--verbatim" : "cb-hit__text";
    return text ? `<p class="${style}">${search.cut(text, marks)}</p>` : "";
  }

  /* A page's own entry: its title, and a text for it where no passage is shown. */
  function pageItem(page, words, marks, score) {
    const other = (page.names || []).filter((name) => search.hits(name, marks).length);
    const names = search.hits(page.title, marks).length ? [] : other.slice(0, 2);
    const first = (page.passages || []).find((passage) => passage.kind === "clause");
    return {
      location: page.at,
      score,
      terms: {},
      title: heading(page, words, search.whole(page.title, marks)),
      text:
        names.map((name) => `<p class="cb-hit__also">${search.whole(name, marks)}</p>`).join("") +
        (first ? paragraph(first.text, marks, true) : paragraph(page.text, marks, false)),
    };
  }

  function passageItem(page, passage, words, marks, score) {
    const duty = passage.kind === "duty";
    const records = duty ? passage.text || "" : "";
    const evidence = search.hits(records, marks).length ? placed(words.evidence, records) : "";
    return {
      location: `${page.at}#${passage.id}`,
      score,
      terms: {},
      title: heading(passage, words, duty ? search.whole(passage.title, marks) : ""),
      text: paragraph(duty ? evidence : passage.text, marks, !duty),
    };
  }

  /* The passages of a page, best first; a clause and its duties stand together, the clause
     first. */
  function inOrder(passages) {
    const best = new Map();
    const clause = ([{ record }]) => String(record.number);
    for (const passage of passages) {
      best.set(clause(passage), Math.max(best.get(clause(passage)) || 0, passage[1]));
    }
    const isDuty = ([{ record }]) => (record.kind === "duty" ? 1 : 0);
    return passages.sort(
      (a, b) =>
        best.get(clause(b)) - best.get(clause(a)) ||
        a[0].record.number[1] - b[0].record.number[1] ||
        isDuty(a) - isDuty(b) ||
        b[1] - a[1]
    );
  }

  /* One group for the theme. It shows the passages that score no less than the page, the rest on
     request, and Enter goes to the highest score of all: the page if its title answers best,
     otherwise the best passage. Only the order of the scores means anything to it. */
  function group(result, words, marks, base) {
    const { page, places } = result;
    const passages = inOrder([...places].filter(([place]) => !place.isPage));
    const best = (some) => Math.max(0, ...some.map(([, value]) => value));
    const own = best([...places].filter(([place]) => place.isPage));
    const lead = best(passages) > own ? 1 : 0.001;
    const score = (n) => (n < AT_ONCE ? base + lead - n * 0.0001 : base - 1);
    return [
      pageItem(page, words, marks, base),
      ...passages.map(([place], n) => passageItem(page, place.record, words, marks, score(n))),
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

  Object.assign(search, { show });
})(self);

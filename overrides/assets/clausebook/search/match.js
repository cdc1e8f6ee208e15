/* Pages that hold every word, best first. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  /* What a page of each kind is given before others that match as well: whoever types a name finds
     its page, then the measures, then pages whose names only begin or end so. */
  const KINDS = {
    measure: 15, term: 5, mechanism: 5, role: 5, part: 4, theme: 3, guide: 2, page: 2, former: 0,
  };
  const OTHER_NAME = 0.35;
  /* What every further word at one place is worth: words that stand together belong together. */
  const TOGETHER = 20;

  function inTitle(word, title, kind) {
    if (!title.includes(word)) return 0;
    if (kind === "duty") return 8;
    if (title === word) return 100;
    const part = (title.startsWith(word) ? 30 : 20) + (20 * word.length) / title.length;
    return kind === "measure" ? part : part * 0.7;
  }

  /* How far a text is about a word it holds, from 0 to 1: how early the word stands, and how much
     of its member, between two commas, it makes up. */
  function about(word, text, members) {
    const lengths = members.filter((member) => member.includes(word)).map((m) => m.length);
    const share = lengths.length ? word.length / Math.min(...lengths) : 0;
    return (1 - text.indexOf(word) / text.length + share) / 2;
  }

  function inText(word, text, members) {
    const count = text.split(word).length - 1;
    return count === 0 ? 0 : 10 + Math.min(count - 1, 4) + 4 * about(word, text, members);
  }

  /* How well one place answers one word. */
  function score(word, { title, names, text, members }, kind) {
    return Math.max(
      inTitle(word, title, kind),
      ...names.map((name) => 0.9 * inTitle(word, name, kind)),
      inText(word, text, members) * (kind === "duty" ? 0.4 : 1)
    );
  }

  /* The places that answer a word by itself or by another name: place → score. */
  function answers(catalogue, word) {
    const found = new Map();
    catalogue.namesOf(word).forEach((name, n) => {
      for (const place of catalogue.holders(name)) {
        const value = score(name, catalogue.folded(place), place.record.kind);
        const worth = n === 0 ? value : value * OTHER_NAME;
        found.set(place, Math.max(found.get(place) || 0, worth));
      }
    });
    return found;
  }

  /* Places gathered by page: page → {score, places: place → score}. A page is worth its best
     place and a little of every other. */
  function byPage(found) {
    const pages = new Map();
    for (const [place, value] of found) {
      const group = pages.get(place.page) || { best: 0, sum: 0, places: new Map() };
      group.best = Math.max(group.best, value);
      group.sum += value;
      group.places.set(place, value);
      pages.set(place.page, group);
    }
    for (const group of pages.values()) {
      group.score = group.best + 0.1 * Math.min(group.sum - group.best, 5 * group.best);
    }
    return pages;
  }

  /* Pages on which every word stands: [{page, score, places}], best first. `phrase` is all words
     as one; a page that holds it whole comes before one that holds the words here and there. */
  function allWords(catalogue, words, phrase) {
    if (words.length === 0) return [];
    const each = words.map((word) => byPage(answers(catalogue, word)));
    const whole = words.length > 1 && phrase ? byPage(answers(catalogue, phrase)) : new Map();
    const results = [];
    for (const page of each[0].keys()) {
      if (!each.every((pages) => pages.has(page))) continue;
      const places = new Map();
      let sum = 0;
      for (const pages of [...each, whole]) {
        const group = pages.get(page);
        if (!group) continue;
        sum += group.score;
        for (const [place, value] of group.places) {
          const before = places.get(place);
          places.set(place, before === undefined ? value : before + value + TOGETHER);
        }
      }
      const together = words.length > 1 ? Math.max(...places.values()) : 0;
      results.push({ page, score: sum + together + KINDS[page.kind], places });
    }
    return best(results);
  }

  /* Results in order: by score, then as they stand in the library. */
  function best(results) {
    return results.sort((a, b) => b.score - a.score || a.page.order - b.page.order);
  }

  Object.assign(search, { allWords, best, about });
})(self);

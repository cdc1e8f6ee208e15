/* A question as people ask it: its words of asking dropped, the rest found together, or as nearly
   as possible. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  /* Shown are those that cover a good part of what the best covers, and of the question. */
  const NEAR = 0.6;
  const LEAST = 0.25;
  const MOST = 8;
  /* Titles say most; a duty is an editor's wording of its clause. */
  const WORTH = { clause: 1, duty: 0.7, theme: 0.9 };
  const PAGE = 1.2;
  /* What stands nowhere tells little. */
  const NOWHERE = 0.2;

  /* What each piece of a word costs; the cheapest way through a word is the way it is read. */
  const COST = { asking: 0.1, name: 1, held: 1.2, loose: 3 };

  /* Whether a stretch begins or ends with a word of asking: 谁监督, 学校的. */
  function asks(catalogue, text) {
    for (let length = 1; length < text.length; length += 1) {
      if (catalogue.ignored.has(text.slice(0, length))) return true;
      if (catalogue.ignored.has(text.slice(length))) return true;
    }
    return false;
  }

  function inMeasure(place) {
    return place.page.kind === "measure";
  }

  /* The ways on from a point of a word: a word of asking, a name, a stretch that stands in some
     measure, or one loose character: [{text, sort}]. */
  function waysOn(catalogue, word, at) {
    const ways = [{ text: word[at], sort: "loose" }];
    let held = true;
    for (let end = at + 1; end <= word.length; end += 1) {
      const text = word.slice(at, end);
      held = held && (text.length < 2 || catalogue.holders(text).some(inMeasure));
      if (catalogue.ignored.has(text)) ways.push({ text, sort: "asking" });
      else if (catalogue.names.has(text)) ways.push({ text, sort: "name" });
      else if (held && text.length > 1 && !asks(catalogue, text)) ways.push({ text, sort: "held" });
    }
    return ways;
  }

  /* The pieces of one word, by the cheapest way from its end to each of its points. */
  function read(catalogue, word) {
    const ways = Array(word.length).concat({ cost: 0, first: null });
    for (let at = word.length - 1; at >= 0; at -= 1) {
      for (const way of waysOn(catalogue, word, at)) {
        const cost = COST[way.sort] + ways[at + way.text.length].cost;
        if (!ways[at] || cost < ways[at].cost) ways[at] = { cost, first: way };
      }
    }
    const pieces = [];
    for (let at = 0; at < word.length; at += ways[at].first.text.length) pieces.push(ways[at].first);
    return pieces;
  }

  /* What was typed in pieces: {text, known, seam}; known is what the library holds or names, seam
     the pair of characters where a piece follows right upon another. Words of asking are left out,
     loose characters side by side are one piece. */
  function pieces(catalogue, words) {
    const found = [];
    for (const word of words) {
      let before = { text: "", sort: "asking" };
      for (const way of read(catalogue, word)) {
        const { text, sort } = way;
        const last = found[found.length - 1];
        const seam = before.sort === "asking" ? "" : before.text.slice(-1) + text[0];
        if (sort === "loose" && before.sort === "loose") last.text += text;
        else if (sort !== "asking") found.push({ text, known: sort !== "loose", seam });
        before = way;
      }
    }
    return found;
  }

  /* What a gram is worth: the rarer, the more; one that stands nowhere can tell little. */
  function worth(catalogue, gram) {
    return catalogue.weight(gram) * (catalogue.postings(gram).length ? 1 : NOWHERE);
  }

  /* What each piece asks for, as grams with their weights, and what binds one piece to the next. A
     loose character by itself asks for nothing. */
  function wanted(catalogue, found) {
    const want = (names, grams) => ({
      names,
      grams,
      weight: grams.reduce((sum, gram) => sum + worth(catalogue, gram), 0),
    });
    const seams = found.filter(({ seam }) => seam).map(({ seam }) => seam);
    const telling = found.filter(({ text }) => text.length > 1);
    return [
      ...telling.map(({ text, known }) => want(known ? catalogue.namesOf(text) : [], search.pairs(text))),
      want([], seams.filter((gram) => catalogue.postings(gram).length)),
    ];
  }

  /* How much of what is wanted stands at each place: [place → weight] a want. */
  function covered(catalogue, want) {
    const found = new Map();
    const raise = (place, value) => found.set(place, Math.max(found.get(place) || 0, value));
    const parts = new Map();
    for (const gram of want.grams) {
      const value = worth(catalogue, gram);
      for (const number of catalogue.postings(gram)) {
        const place = catalogue.places[number];
        parts.set(place, (parts.get(place) || 0) + value);
      }
    }
    for (const [place, value] of parts) raise(place, want.names.length ? value * 0.5 : value);
    for (const name of want.names) {
      for (const place of catalogue.holders(name)) {
        const { text, members } = catalogue.folded(place);
        const about = text.includes(name) ? search.about(name, text, members) : 1;
        raise(place, want.weight * (0.9 + 0.1 * about));
      }
    }
    return found;
  }

  /* Pages that cover most of what is wanted: [{page, score, places}], best first; score is the
     share from 0 to 1, half of it by the page, half by its best place. */
  function nearest(catalogue, found) {
    const wants = wanted(catalogue, found);
    const total = wants.reduce((sum, want) => sum + want.weight, 0);
    if (total === 0) return [];
    const pages = new Map();
    for (const want of wants) {
      const best = new Map();
      for (const [place, value] of covered(catalogue, want)) {
        const group = pages.get(place.page) || { sum: 0, places: new Map() };
        pages.set(place.page, group);
        const counted = value * (WORTH[place.record.kind] || PAGE);
        group.places.set(place, (group.places.get(place) || 0) + counted);
        best.set(group, Math.max(best.get(group) || 0, counted));
      }
      for (const [group, value] of best) group.sum += value;
    }
    const results = [...pages].map(([page, { sum, places }]) => ({
      page,
      score: (0.5 * sum + 0.5 * Math.max(...places.values())) / total,
      places,
    }));
    return nearEnough(search.best(results));
  }

  /* The results not far behind the best, and the measures not far behind the best measure. */
  function nearEnough(results) {
    const least = (some) => Math.max(LEAST, some.length ? some[0].score * NEAR : 0);
    const measures = results.filter(({ page }) => page.kind === "measure");
    const ofAll = least(results);
    const ofMeasures = least(measures);
    return results
      .filter(({ page, score }) => score >= (page.kind === "measure" ? ofMeasures : ofAll))
      .slice(0, MOST);
  }

  Object.assign(search, { pieces, nearest });
})(self);

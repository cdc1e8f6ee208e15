/* Pages that come nearest to a question that none answers in full. */
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
      ...telling.map(({ text, known }) =>
        want(known ? catalogue.namesOf(text) : [], search.pairs(text))
      ),
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

  Object.assign(search, { nearest });
})(self);

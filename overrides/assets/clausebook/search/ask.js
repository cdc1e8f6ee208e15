/* What was typed into results: as it stands, as a reference, as a question, or as nearly as can
   be. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  /* The pages a reference means, with the places on them: [{page, score, places}]. */
  function referred(catalogue, { id, measure, clause, part }) {
    const means = ({ record, isPage }) =>
      (id !== undefined && record.id === id) ||
      (part !== undefined && record.kind === "part" && record.number === part) ||
      (clause === null && record.kind === "measure" && record.number === measure) ||
      (record.kind === "clause" && String(record.number) === String([measure, clause]));
    const places = id === undefined ? catalogue.found : [catalogue.byId.get(id)].filter(Boolean);
    return places
      .filter(means)
      .map((place) => ({ page: place.page, score: 1000, places: new Map([[place, 1000]]) }));
  }

  /* First those, then the others that are not among them. */
  function joined(first, others) {
    const pages = new Set(first.map((result) => result.page));
    return [...first, ...others.filter((result) => !pages.has(result.page))];
  }

  function plain(catalogue, typed) {
    const words = search.words(typed);
    return {
      results: search.allWords(catalogue, words, search.fold(typed)),
      marks: words.flatMap((word) => catalogue.namesOf(word)),
    };
  }

  /* Results for a reference, or null if what was typed is to be read as words; where `strict`, only
     those that hold the words beside it, too. */
  function byReference(catalogue, typed, strict = false) {
    const reference = search.reference(typed);
    if (reference === null) return null;
    const first = referred(catalogue, reference);
    if (reference.id !== undefined || reference.bare) {
      if (first.length === 0) return null;
      const { results, marks } = plain(catalogue, typed);
      return { results: joined(first, results), marks, near: false };
    }
    const rest = search.fold(reference.rest);
    const ofText = first.filter(({ page }) => search.fold(page.cited || "").startsWith(rest));
    if (ofText.length) return { results: ofText, marks: [], near: false, named: rest !== "" };
    const pages = new Set(first.map((result) => result.page));
    const { results, marks } = plain(catalogue, reference.rest);
    const both = results.filter((result) => pages.has(result.page));
    return { results: both.length || strict ? both : first, marks, near: false };
  }

  /* Results for a question: all its pieces, or, where no measure holds them all, those and the
     nearest. */
  function byQuestion(catalogue, typed) {
    const found = search.pieces(catalogue, search.words(typed));
    const words = found.filter((piece) => piece.text.length > 1).map((piece) => piece.text);
    const exact = search.allWords(catalogue, words, null);
    const names = words.flatMap((word) => catalogue.namesOf(word));
    if (hasMeasure(exact)) return { results: exact, marks: names, near: false };
    const nearest = search.nearest(catalogue, found);
    const marks = [...names, ...found.flatMap(({ text }) => search.pairs(text))];
    return { results: joined(exact, nearest), marks, near: true };
  }

  function hasMeasure(results) {
    return results.some(({ page }) => page.kind === "measure");
  }

  /* Whether what was typed is the very title of a result: then nothing near it is wanted. */
  function isNamed(typed, results) {
    return results.some(({ page }) => search.fold(page.title) === search.fold(typed));
  }

  /* The results for what was typed.

     results: [{page, score, places}] best first; marks: the folded words to mark; near: whether
     no measure holds what was asked for, and pages that come near are added. */
  function ask(catalogue, typed) {
    const reference = byReference(catalogue, typed);
    if (reference !== null) return reference;
    const readings = search.readings(typed);
    const plainly = readings.map((reading) => ({ ...plain(catalogue, reading), near: false }));
    const found = plainly.find(
      ({ results }, n) => hasMeasure(results) || isNamed(readings[n], results)
    );
    if (found) return found;
    const asked = readings.map((reading) => byQuestion(catalogue, reading));
    const answered = asked.find(({ near }) => !near) || asked[asked.length - 1];
    const first = plainly.flatMap(({ results }) => results);
    const results = joined(first, answered.results);
    return {
      results,
      marks: [...plainly.flatMap(({ marks }) => marks), ...answered.marks],
      near: answered.near && results.length > first.length,
    };
  }

  /* The results for what was typed from the real texts, and then those of what is invented or
     retired and holds the very words; those come first if they are asked for by name, or if nothing
     real holds them. What is retired and only holds the words among others is always last. */
  function askBoth(real, others, typed) {
    const last = (one) => Number(one.page.kind === "former" && !isNamed(typed, [one]));
    const found = ask(real, typed);
    const more = byReference(others, typed, true) || plain(others, typed);
    const [first, then] = more.named || found.near ? [more, found] : [found, more];
    return {
      results: [...first.results, ...then.results].sort((a, b) => last(a) - last(b)),
      marks: [...first.marks, ...then.marks],
      near: found.near,
    };
  }

  Object.assign(search, { ask, askBoth });
})(self);

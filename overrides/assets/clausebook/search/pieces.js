/* A question as people ask it, in pieces: names, words of the text, and what nobody knows. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

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
      else if (held && end > at + 1 && !asks(catalogue, text)) ways.push({ text, sort: "held" });
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
    for (let at = 0; at < word.length; at += ways[at].first.text.length) {
      pieces.push(ways[at].first);
    }
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

  Object.assign(search, { pieces });
})(self);

/* The index, opened: what stands at each place, and where a word stands. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  class Catalogue {
    /* data: {pages, grams, codes, ignored, synonyms, words} as macros/pages/search wrote it. Only what
       `keeps` is found: what is made up or retired is never weighed against what is real and in
       use. Codes of findings are found by their names alone. */
    constructor(data, keeps = () => true) {
      this._keeps = keeps;
      this.words = data.words;
      this.ignored = new Set(data.ignored.map(search.fold));
      this.pages = data.pages;
      this.places = [];
      this.byId = new Map();
      for (const [id, at] of Object.entries(data.codes)) {
        const page = { kind: "finding", id, at, title: id.toUpperCase() };
        if (keeps(page)) this.byId.set(id, { record: page, page, isPage: true, folded: null });
      }
      data.pages.forEach((page, order) => {
        page.order = order;
        this._put(page, page);
        for (const passage of page.passages || []) this._put(passage, page);
      });
      this._kept = data.pages.filter(keeps).length;
      this._grams = new Map(Object.entries(data.grams));
      this._names = this._gatherNames(data.synonyms);
    }

    _put(record, page) {
      const place = { record, page, isPage: record === page, folded: null };
      this.places.push(place);
      if (record.id && this._keeps(page)) this.byId.set(record.id, place);
    }

    /* Other names of whatever bears a name; what people say, and what the text says for it. */
    _gatherNames(synonyms) {
      const names = new Map();
      const add = (name, others) => {
        const key = search.fold(name);
        if (key) names.set(key, new Set([...(names.get(key) || []), ...others.map(search.fold)]));
      };
      for (const page of this.pages) {
        if (["guide", "page", "part", "former"].includes(page.kind) || page.sample) continue;
        const all = [page.title, ...(page.names || [])];
        for (const name of all) add(name, all);
      }
      for (const { typed, means } of synonyms) add(typed, means);
      return names;
    }

    /* The known names, each folded. */
    get names() {
      return this._names;
    }

    /* A word and whatever else it is called, itself first. */
    namesOf(word) {
      return [...new Set([word, ...(this._names.get(word) || [])])];
    }

    /* The places of what is kept. */
    get found() {
      return this.places.filter(({ page }) => this._keeps(page));
    }

    /* The folded texts of a place: {title, names, text, members}; members are what stands between
       the commas of its text. */
    folded(place) {
      if (place.folded === null) {
        const { title = "", names = [], text = "" } = place.record;
        place.folded = {
          title: search.fold(title),
          names: names.map(search.fold),
          text: search.fold(text),
          members: text.split(/[，；。]/).map(search.fold),
        };
      }
      return place.folded;
    }

    /* The numbers of the places that hold a gram, rising. */
    postings(gram) {
      let places = this._grams.get(gram);
      if (places === undefined) return [];
      if (!places.opened) {
        let at = 0;
        places = places
          .map((distance) => (at += distance))
          .filter((number) => this._keeps(this.places[number].page));
        places.opened = true;
        this._grams.set(gram, places);
      }
      return places;
    }

    /* The places that truly hold a folded word, in one of their texts as one piece. */
    holders(word) {
      const lists = search.pairs(word).map((gram) => this.postings(gram));
      lists.sort((a, b) => a.length - b.length);
      const [rarest, ...others] = lists;
      const sets = others.map((list) => new Set(list));
      return rarest
        .filter((number) => sets.every((set) => set.has(number)))
        .map((number) => this.places[number])
        .filter((place) => {
          const { title, names, text } = this.folded(place);
          return [title, text, ...names].some((one) => one.includes(word));
        });
    }

    /* How much a gram tells: the fewer pages hold it, the more. */
    weight(gram) {
      const pages = new Set(this.postings(gram).map((number) => this.places[number].page));
      return Math.log(1 + this._kept / (1 + pages.size));
    }
  }

  Object.assign(search, { Catalogue });
})(self);

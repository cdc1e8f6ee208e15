/* Filters and sorts the rows of a table or list; the choice lives in the address, to be shared.

   <form data-filters="ID">          controls of the element with that id
     <select name="part">            a row matches by data-part="…", words separated by spaces
     <select name="degree" data-item> is tested on the items of a row, all such choices on one item
     <input type="radio" name="time"> likewise, of several the chosen one
     <input name="q">                words that must all occur
     <select name="sort">            options name the data attribute and the direction
   data-items="SELECTOR"             what the items of a row are
   data-narrow                       items that do not match are taken out too (event cb:filtered)
   data-row, data-group, data-heading in the element: rows, what holds them, headings of the order */
(function () {
  "use strict";

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");

  function setUp(form) {
    const body = document.getElementById(form.dataset.filters);
    const rows = Array.from(body.querySelectorAll("[data-row]"), (element) => ({
      element,
      home: element.parentNode,
      counts: element.dataset.row !== "again",
      items: form.dataset.items ? Array.from(element.querySelectorAll(form.dataset.items)) : [],
    }));
    const groups = Array.from(body.querySelectorAll("[data-group]"));
    const headings = Array.from(body.querySelectorAll("[data-heading]"));
    const status = form.querySelector("[data-status]");
    const none = form.querySelector("[data-none]");
    const controls = Array.from(form.elements).filter((control) => control.name);
    const narrow = "narrow" in form.dataset;
    const asked = (control) => (control.type === "radio" && !control.checked ? "" : control.value);
    const texts = new Map();

    /* The searchable text of an element, worked out once. */
    function textOf(element) {
      if (!texts.has(element)) texts.set(element, plain(element.textContent));
      return texts.get(element);
    }

    function has(element, facet) {
      const key = facet.name;
      return (element.dataset[key] || "").split(" ").includes(facet.value);
    }

    function filter() {
      const active = controls.filter((c) => c.name !== "q" && c.name !== "sort" && asked(c));
      const onRow = active.filter((facet) => !("item" in facet.dataset));
      const onItem = active.filter((facet) => "item" in facet.dataset);
      const words = plain(form.elements.q ? form.elements.q.value : "").split(" ").filter(Boolean);
      let shown = 0;
      let all = 0;
      for (const row of rows) {
        const head = narrow ? textOf(row.element.firstElementChild) : "";
        const fits = (item) =>
          onItem.every((facet) => has(item, facet)) &&
          (!narrow || words.every((word) => head.includes(word) || textOf(item).includes(word)));
        const matching = row.items.filter(fits);
        const visible =
          onRow.every((facet) => has(row.element, facet)) &&
          (matching.length > 0 || (!onItem.length && (!narrow || (!row.items.length && !words.length)))) &&
          (narrow || words.every((word) => textOf(row.element).includes(word)));
        row.element.hidden = !visible;
        if (narrow) for (const item of row.items) item.classList.toggle("is-out", !fits(item));
        all += row.counts;
        shown += visible && row.counts;
      }
      for (const group of groups) group.hidden = !group.querySelector("[data-row]:not([hidden])");
      status.textContent = status.dataset.status.replace("{shown}", shown).replace("{all}", all);
      none.hidden = shown > 0;
      body.dispatchEvent(new CustomEvent("cb:filtered"));
    }

    function sort() {
      const select = form.elements.sort;
      if (!select) return;
      const { by, direction } = select.selectedOptions[0].dataset;
      const value = (row) => (select.value ? Number(row.element.dataset[by]) * Number(direction) : 0);
      const sorted = rows.map((row, place) => ({ row, place }));
      sorted.sort((a, b) => value(a.row) - value(b.row) || a.place - b.place);
      for (const { row } of sorted) (select.value ? groups[0] : row.home).append(row.element);
      for (const heading of headings) heading.hidden = Boolean(select.value);
    }

    function remember() {
      const state = new URLSearchParams();
      for (const control of controls) if (asked(control)) state.set(control.name, control.value);
      const hash = state.toString();
      const here = location.pathname + location.search;
      history.replaceState(null, "", hash ? "#" + hash : here);
    }

    function recall() {
      const hash = location.hash.slice(1);
      if (hash && !hash.includes("=")) return;
      choose(new URLSearchParams(hash));
    }

    function choose(state) {
      for (const control of controls) {
        const value = state.get(control.name) || "";
        if (control.type === "radio") control.checked = control.value === value;
        else control.value = value;
        if (control.selectedIndex === -1) control.value = "";
      }
    }

    function update() {
      sort();
      filter();
    }

    form.addEventListener("input", () => {
      update();
      remember();
    });
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      choose(new URLSearchParams());
      update();
      remember();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    window.addEventListener("hashchange", () => {
      recall();
      update();
    });
    recall();
    const more = form.querySelector("details");
    if (more) {
      const chosen = controls.some((control) => more.contains(control) && control.value);
      more.open = chosen || matchMedia("(min-width: 60em)").matches;
    }
    form.hidden = false;
    update();
  }

  document.querySelectorAll("form[data-filters]").forEach(setUp);
})();

/* The matrix under the reader's hand: empty columns go, the column under the pointer is marked, one
   cell is open at a time and its card stays beside it. */
(function () {
  "use strict";

  /* Takes out the columns in which the filter left nothing. */
  function narrow(table) {
    const used = new Set();
    table.querySelectorAll("tbody tr:not([hidden]) td[data-role]:not(.is-out)").forEach((cell) => {
      if (!cell.parentNode.closest("[hidden]")) used.add(cell.dataset.role);
    });
    const columns = Array.from(table.querySelectorAll("th[data-column]"));
    const before = 2;
    columns.forEach((head, index) => {
      const out = !used.has(head.dataset.column);
      if (head.hidden === out) return;
      head.hidden = out;
      table.querySelector(`col[data-column="${head.dataset.column}"]`).hidden = out;
      table.querySelectorAll("tr[data-row]").forEach((row) => {
        row.cells[before + index].hidden = out;
      });
    });
    table.querySelectorAll("th[data-group-of]").forEach((head) => {
      const left = columns.filter((c) => c.dataset.kind === head.dataset.groupOf && !c.hidden);
      head.hidden = left.length === 0;
      head.colSpan = left.length || 1;
    });
    table.classList.toggle("is-narrow", columns.filter((head) => !head.hidden).length < 20);
    const span = before + columns.filter((head) => !head.hidden).length;
    table.querySelectorAll("[data-span]").forEach((cell) => {
      cell.colSpan = span;
    });
  }

  /* Marks the column under the pointer or the focus. */
  function mark(table, target) {
    const cell = target.closest && target.closest("td[data-role], th[data-column]");
    const column = cell ? cell.dataset.role || cell.dataset.column : "";
    table.querySelectorAll("col[data-column]").forEach((col) => {
      col.classList.toggle("is-on", col.dataset.column === column);
    });
  }

  const wide = matchMedia("screen and (min-width: 80em)");

  /* Puts an open card below its cell, or above it where more room is, so that the row stays in
     view; on narrow screens CSS places it. */
  function place(details) {
    const card = details.querySelector(".cb-cellcard");
    card.style.cssText = "";
    if (!wide.matches) return;
    const gap = 6;
    const cell = details.getBoundingClientRect();
    const head = details.closest("table").querySelector(".cb-matrix__corner").getBoundingClientRect();
    const box = card.getBoundingClientRect();
    const below = window.innerHeight - cell.bottom - 2 * gap;
    const above = cell.top - Math.max(head.bottom, 0) - 2 * gap;
    const under = box.height <= below || below >= above;
    card.style.maxHeight = (under ? below : above) + "px";
    card.style.left = Math.max(gap, Math.min(cell.left, window.innerWidth - box.width - 2 * gap)) + "px";
    card.style.top = under ? cell.bottom + gap + "px" : "auto";
    card.style.bottom = under ? "auto" : window.innerHeight - cell.top + gap + "px";
    card.style.right = "auto";
  }

  function setUp(table) {
    const open = () => table.querySelectorAll("details[open]");
    table.addEventListener("cb:filtered", () => narrow(table));
    narrow(table);
    table.addEventListener("mouseover", (event) => mark(table, event.target));
    table.addEventListener("mouseleave", (event) => mark(table, table));
    table.addEventListener("focusin", (event) => mark(table, event.target));
    table.addEventListener(
      "toggle",
      (event) => {
        if (!event.target.open) return;
        open().forEach((other) => {
          if (other !== event.target) other.open = false;
        });
        place(event.target);
      },
      true
    );
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      open().forEach((details) => {
        details.open = false;
        details.querySelector("summary").focus();
      });
    });
    document.addEventListener("click", (event) => {
      open().forEach((details) => {
        if (!details.contains(event.target)) details.open = false;
      });
    });
    window.addEventListener("scroll", () => open().forEach(place), { passive: true });
    window.addEventListener("resize", () => open().forEach(place));
  }

  document.querySelectorAll("table.cb-matrix").forEach(setUp);
})();

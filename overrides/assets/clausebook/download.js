/* Takes away what a filter leaves: the visible rows and columns of a table, as CSV or XLSX. */
(function () {
  "use strict";

  /* Blanks with a line break are the page's own; all others are the text's. */
  const clean = (text) => text.replace(/\s*\n\s*/g, " ").trim();
  const shown = (element) => !element.closest("[hidden]");

  const headsOf = (table) => Array.from(table.querySelectorAll("thead th[data-export]"));

  /* The columns to write: a head may stand for several, data-columns="joint|support". */
  function columnsOf(table) {
    const columns = [];
    headsOf(table).filter(shown).forEach((head) => {
      const names = head.dataset.columns ? head.dataset.columns.split("|") : [head.dataset.export];
      names.forEach((name) => columns.push({ name, head }));
    });
    return columns;
  }

  const textOf = (element) => element.dataset.text || clean(element.textContent);

  /* What a cell holds for a column: its marked pieces, or all of it. */
  function valueOf(cell, column) {
    if (cell.classList.contains("is-out")) return "";
    const pieces = Array.from(cell.querySelectorAll("[data-column]"));
    if (!pieces.length) return textOf(cell);
    return pieces
      .filter((piece) => piece.dataset.column === column.name)
      .map(textOf)
      .join("；");
  }

  /* The table as rows of texts, heads first. */
  function read(table) {
    const heads = headsOf(table);
    const columns = columnsOf(table);
    const rows = Array.from(table.querySelectorAll("tr[data-row]"))
      .filter(shown)
      .map((row) => columns.map((column) => valueOf(row.cells[heads.indexOf(column.head)], column)));
    return [columns.map((column) => column.name), ...rows];
  }

  /* A field that a spreadsheet would take for a formula gets an apostrophe in front. */
  function field(text) {
    const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  function csv(rows) {
    const text = rows.map((row) => row.map(field).join(",") + "\r\n").join("");
    return new Blob(["\ufeff" + text], { type: "text/csv;charset=utf-8" });
  }

  /* What the file is, which filter it went through, what its marks mean, what the site promises. */
  function notesOf(form) {
    const notes = [document.title, form.querySelector("[data-status]").textContent];
    Array.from(form.elements).forEach((control) => {
      if (!control.name || !control.value) return;
      const chosen = control.selectedOptions ? control.selectedOptions[0].text : control.value;
      notes.push(clean(control.closest("label").firstElementChild.textContent) + "：" + clean(chosen));
    });
    document.querySelectorAll(".cb-legend [data-note]").forEach((note) => notes.push(note.dataset.note));
    document.querySelectorAll("footer p").forEach((line) => notes.push(clean(line.textContent)));
    return notes.map((note) => [note]);
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  document.querySelectorAll("[data-download]").forEach((button) => {
    button.addEventListener("click", () => {
      const form = button.closest("form");
      const rows = read(document.getElementById(form.dataset.filters));
      const { download, file } = button.dataset;
      const blob =
        download === "csv"
          ? csv(rows)
          : window.clausebook.workbook([
              { name: file, rows, table: true },
              { name: button.dataset.notes, rows: notesOf(form) },
            ]);
      save(blob, file + "." + download);
    });
  });
})();

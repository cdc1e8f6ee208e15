/* Writes an XLSX file: sheets of plain texts and whole numbers, head and first column frozen. No library. */
(function () {
  "use strict";

  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  const LONGEST = 32767; // what a cell holds

  /* Text that is safe in XML; characters XML cannot carry become U+FFFD. */
  const escape = (text) =>
    text
      .slice(0, LONGEST)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;");

  /* 0 → A, 26 → AA */
  function letters(index) {
    const rest = Math.floor(index / 26);
    return (rest ? letters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
  }

  /* A column is as wide as its longest text, a Chinese character counting two, within reason. */
  function widths(rows) {
    return rows[0].map((_, column) => {
      const lengths = rows.map((row) => (row[column] || "").replace(/[^\x00-\xff]/g, "xx").length);
      return Math.min(60, Math.max(6, ...lengths) + 2);
    });
  }

  function cell(text, place, style) {
    if (text === "") return "";
    if (/^(0|[1-9][0-9]{0,8})$/.test(text)) return `<c r="${place}" s="${style}"><v>${text}</v></c>`;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
  }

  function worksheet({ rows, table }) {
    const lines = rows.map((row, y) => {
      const style = table && y === 0 ? 1 : 2;
      const cells = row.map((text, x) => cell(text, letters(x) + (y + 1), style)).join("");
      return `<row r="${y + 1}">${cells}</row>`;
    });
    const columns = widths(rows).map(
      (width, x) => `<col min="${x + 1}" max="${x + 1}" width="${width}" customWidth="1"/>`
    );
    const pane = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
    const range = `A1:${letters(rows[0].length - 1)}${rows.length}`;
    return (
      `<worksheet xmlns="${MAIN}">` +
      `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0">${table ? pane : ""}</sheetView></sheetViews>` +
      `<cols>${columns.join("")}</cols><sheetData>${lines.join("")}</sheetData>` +
      (table ? `<autoFilter ref="${range}"/>` : "") +
      `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
    );
  }

  const STYLES =
    `<styleSheet xmlns="${MAIN}">` +
    '<fonts count="2"><font><sz val="11"/><name val="SimSun"/></font><font><b/><sz val="11"/><name val="SimSun"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill></fills>' +
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>' +
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

  /* The parts of the package, path by path. */
  function parts(sheets) {
    const each = (make) => sheets.map((sheet, n) => make(n + 1, sheet)).join("");
    const files = {
      "[Content_Types].xml":
        `<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${SHEET}sheet.main+xml"/>` +
        `<Override PartName="/xl/styles.xml" ContentType="${SHEET}styles+xml"/>` +
        each((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${SHEET}worksheet+xml"/>`) +
        "</Types>",
      "_rels/.rels":
        `<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml":
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
        each((n, sheet) => `<sheet name="${escape(sheet.name)}" sheetId="${n}" r:id="s${n}"/>`) +
        "</sheets><definedNames>" +
        each((n, sheet) =>
          sheet.table
            ? `<definedName name="_xlnm.Print_Titles" localSheetId="${n - 1}">'${escape(sheet.name)}'!$1:$1</definedName>`
            : ""
        ) +
        "</definedNames></workbook>",
      "xl/_rels/workbook.xml.rels":
        `<Relationships xmlns="${PACKAGE}/relationships">` +
        each((n) => `<Relationship Id="s${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`) +
        `<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      "xl/styles.xml": STYLES,
    };
    sheets.forEach((sheet, n) => {
      files[`xl/worksheets/sheet${n + 1}.xml`] = worksheet(sheet);
    });
    return files;
  }

  /* `sheets` are {name, rows, table}: rows of texts; a table has its first row as head. */
  window.clausebook = window.clausebook || {};
  window.clausebook.workbook = (sheets) => {
    const declared = Object.entries(parts(sheets)).map(([path, xml]) => [
      path,
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml,
    ]);
    return new Blob([window.clausebook.zip(declared)], { type: SHEET + "sheet" });
  };
})();

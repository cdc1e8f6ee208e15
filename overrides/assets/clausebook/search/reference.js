/* What was typed as a reference: 第18条, 第十八条第2句, 18条, m18, m18c2, 第三部分. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  const NUMBER = "([0-9]{1,5}|[零〇一二三四五六七八九十百千两]{1,9})";
  // Not in 哪一条, and not in 八条规定 or 二十四条措施, which are names.
  const MEASURE = new RegExp(
    "(第\\s*|^|[^0-9](?=[0-9]))" + NUMBER + "\\s*条(?!措施|意见|规定)" +
    "(?:\\s*的?\\s*第?\\s*" + NUMBER + "\\s*[句款项])?"
  );
  const PART = new RegExp("(第\\s*)" + NUMBER + "\\s*(?:部分|章|篇)");
  const VALUES = {
    零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
  };
  const UNITS = { 十: 10, 百: 100, 千: 1000 };

  /* The value of 18, 十八, 一百零二 or 二〇二. */
  function value(numeral) {
    if (/^[0-9]+$/.test(numeral)) return Number(numeral);
    if (!/[十百千]/.test(numeral)) {
      return Array.from(numeral).reduce((sum, digit) => sum * 10 + VALUES[digit], 0);
    }
    let sum = 0;
    let digit = null;
    for (const character of numeral) {
      if (character in UNITS) {
        sum += (digit === null ? 1 : digit) * UNITS[character];
        digit = null;
      } else {
        digit = VALUES[character];
      }
    }
    return sum + (digit || 0);
  }

  /* The text without what was found in it; a character before the reference is not part of it. */
  function without(text, found) {
    const before = text.slice(0, found.index) + (found[1].startsWith("第") ? "" : found[1]);
    return (before + " " + text.slice(found.index + found[0].length)).trim();
  }

  /* The reference in what was typed and the rest of it, or null.

     reference: {measure, clause or null}, {part}, or {id}; a bare number is {measure, bare: true},
     since it may as well be a word. */
  function reference(typed) {
    const plain = typed.normalize("NFKC").trim();
    if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/i.test(plain)) {
      return { id: plain.toLowerCase(), rest: plain };
    }
    if (/^[0-9]{1,5}$/.test(plain)) {
      return { measure: Number(plain), clause: null, bare: true, rest: plain };
    }
    let found = MEASURE.exec(plain);
    if (found) {
      const clause = found[3] === undefined ? null : value(found[3]);
      return { measure: value(found[2]), clause, rest: without(plain, found) };
    }
    found = PART.exec(plain);
    if (found) return { part: value(found[2]), rest: without(plain, found) };
    return null;
  }

  Object.assign(search, { reference });
})(self);

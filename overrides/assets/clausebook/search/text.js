/* What counts in a text when it is searched: letters and digits, whatever their width and case.
   macros/pages/search/index.py does the same to the data when the index is made. */
(function (scope) {
  "use strict";
  const search = (scope.clausebookSearch = scope.clausebookSearch || {});

  const COUNTS = /[\p{L}\p{N}]/u;
  const BETWEEN_WORDS = /[\s，。、；：？！,;:?!/／|｜]+/u;
  const known = new Map();
  const traced = new Map();

  function foldCharacter(character) {
    let folded = known.get(character);
    if (folded === undefined) {
      const plain = Array.from(character.normalize("NFKC").toLowerCase());
      folded = plain.filter((c) => COUNTS.test(c)).join("");
      known.set(character, folded);
    }
    return folded;
  }

  /* The letters and digits of a text, half-width and lower-case. */
  function fold(text) {
    let folded = "";
    for (const character of text) folded += foldCharacter(character);
    return folded;
  }

  /* The folded text and, for each of its positions, where in the text its character begins and
     ends. Kept, since the same texts are shown again and again. */
  function trace(text) {
    if (!traced.has(text)) traced.set(text, traceAnew(text));
    return traced.get(text);
  }

  function traceAnew(text) {
    let folded = "";
    const from = [];
    const to = [];
    let at = 0;
    for (const character of text) {
      const part = foldCharacter(character);
      for (let n = 0; n < part.length; n += 1) {
        from.push(at);
        to.push(at + character.length);
      }
      folded += part;
      at += character.length;
    }
    return { folded, from, to };
  }

  /* What was typed, word by word, folded. */
  function words(typed) {
    return typed.split(BETWEEN_WORDS).map(fold).filter((word) => word !== "");
  }

  /* The pairs of neighbours in a folded text; of a single character, itself. */
  function pairs(folded) {
    const characters = Array.from(folded);
    if (characters.length < 2) return characters;
    return characters.slice(1).map((character, n) => characters[n] + character);
  }

  const DIGITS = "零一二三四五六七八九";

  function chineseNumber(digits) {
    const number = Number(digits);
    if (digits.length > 2 || digits[0] === "0") {
      return digits.replace(/[0-9]/g, (digit) => DIGITS[digit]);
    }
    if (number < 10) return DIGITS[number];
    const tens = Math.floor(number / 10);
    return (tens > 1 ? DIGITS[tens] : "") + "十" + (number % 10 ? DIGITS[number % 10] : "");
  }

  /* What was typed and, if it has digits, the same in Chinese numerals: 20大, 3会1课, 2个维护. */
  function readings(typed) {
    const plain = typed.normalize("NFKC");
    const inChinese = plain
      .replace(/(^|[^0-9])2(?=[个项种条])/g, "$1两")
      .replace(/[0-9]+/g, chineseNumber);
    return inChinese === plain ? [plain] : [plain, inChinese];
  }

  Object.assign(search, { fold, trace, words, pairs, readings });
})(self);

/* Puts texts into a ZIP archive, stored, not compressed; always the same bytes for the same texts. */
(function () {
  "use strict";

  const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n;
  });

  function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
  }

  /* A record of little-endian fields, given as [size in bytes, value]. */
  function record(fields) {
    const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of fields) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return new Uint8Array(view.buffer);
  }

  const VERSION = 20;
  const UTF8 = 0x800;
  const FIRST_DAY = 0x21; // 1980-01-01, the earliest the format knows

  function common(name, bytes) {
    const size = bytes.length;
    return [[2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, FIRST_DAY], [4, crc32(bytes)], [4, size], [4, size], [2, name.length], [2, 0]];
  }

  /* `entries` are [path, text]; the answer is the archive as bytes. */
  window.clausebook = window.clausebook || {};
  window.clausebook.zip = (entries) => {
    const encoder = new TextEncoder();
    const chunks = [];
    const directory = [];
    let offset = 0;
    for (const [path, text] of entries) {
      const name = encoder.encode(path);
      const bytes = encoder.encode(text);
      const fields = common(name, bytes);
      const head = record([[4, 0x04034b50], ...fields]);
      directory.push(
        record([[4, 0x02014b50], [2, VERSION], ...fields, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]),
        name
      );
      chunks.push(head, name, bytes);
      offset += head.length + name.length + bytes.length;
    }
    const size = directory.reduce((sum, chunk) => sum + chunk.length, 0);
    const end = [[4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, size], [4, offset], [2, 0]];
    const all = [...chunks, ...directory, record(end)];
    const archive = new Uint8Array(all.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of all) {
      archive.set(chunk, at);
      at += chunk.length;
    }
    return archive;
  };
})();

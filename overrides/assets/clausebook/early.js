/* Runs before the page is drawn: the reader's font size, and the few functions the theme's own
   script expects, which the theme would otherwise write into every page. */
"use strict";

var __md_scope = new URL(document.currentScript.dataset.base, location);

function __md_hash(text) {
  return [...text].reduce((hash, sign) => (hash << 5) - hash + sign.charCodeAt(0), 0);
}

function __md_get(key, storage, scope) {
  try {
    return JSON.parse((storage || localStorage).getItem((scope || __md_scope).pathname + "." + key));
  } catch (refused) {
    return null;
  }
}

function __md_set(key, value, storage, scope) {
  try {
    (storage || localStorage).setItem(
      (scope || __md_scope).pathname + "." + key,
      JSON.stringify(value)
    );
  } catch (refused) {
    /* The device keeps nothing: the choice holds for this page. */
  }
}

document.documentElement.dataset.size = __md_get("__size") || "medium";

// Reload the page when the preview has a newer version; the place on the page is kept by the browser.
(function () {
  "use strict";
  var panel = document.querySelector("[data-preview-version]");
  var shown = panel.getAttribute("data-preview-version");
  setInterval(function () {
    fetch("/__preview/version")
      .then(function (answer) { return answer.text(); })
      .then(function (version) { if (version !== shown) location.reload(); })
      .catch(function () { /* the server is gone: keep the page */ });
  }, 800);
})();

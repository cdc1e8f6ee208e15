/* In the picture of how measures hang together, the arcs of the line under the pointer stand out. */
(function () {
  "use strict";

  document.querySelectorAll("[data-picture]").forEach((figure) => {
    const arcs = Array.from(figure.querySelectorAll("[data-ends]"));

    function show(event) {
      const node = event.target.closest("[data-node]");
      const id = node ? node.dataset.node : "";
      figure.classList.toggle("is-chosen", Boolean(node));
      arcs.forEach((arc) => arc.classList.toggle("is-on", arc.dataset.ends.split(" ").includes(id)));
    }

    ["mouseover", "focusin", "focusout"].forEach((kind) => figure.addEventListener(kind, show));
  });
})();

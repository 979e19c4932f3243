/* For every page: folds that stand open where there is room, and addresses for paper. */
(() => {
  "use strict";

  // On wide screens nothing is folded; the markup without script is folded, and the reader's choice on a phone stays.
  const fold = (selector, width) => {
    const wide = matchMedia(`(min-width: ${width}), print`);
    const apply = () => {
      for (const details of document.querySelectorAll(selector)) details.open = wide.matches;
    };
    wide.addEventListener("change", apply);
    apply();
  };
  fold(".notes-list", "60em");
  fold(".sidebar-fold", "76.25em");

  // for print: the whole address of each sentence that is cited
  for (const link of document.querySelectorAll("a.cite")) link.dataset.address = link.href;
  for (const citation of document.querySelectorAll(".citation")) {
    citation.append(` ${location.origin}${location.pathname}`);
  }
})();

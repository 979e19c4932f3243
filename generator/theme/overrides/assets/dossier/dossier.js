/* For every page: names that the theme leaves out, keys, and folds that stand open where there is room. */
(() => {
  "use strict";

  const search = document.querySelector(".md-search");
  if (search) search.setAttribute("aria-label", "Search");
  const results = document.querySelector(".md-search__scrollwrap");
  if (results) {
    results.setAttribute("role", "region");
    results.setAttribute("aria-label", "Search results");
  }
  for (const label of document.querySelectorAll(".md-header label[for='__search']")) {
    label.setAttribute("aria-label", "Search");
  }

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      const toggle = document.getElementById("__search");
      const query = document.querySelector("[data-md-component='search-query']");
      if (!toggle || !query) return;
      event.preventDefault();
      if (!toggle.checked) toggle.click();
      query.focus();
    }
    // the theme closes a tooltip when its element loses pointer and focus
    if (event.key === "Escape") {
      for (const open of document.querySelectorAll(".md-tooltip2--active, .md-tooltip--active")) {
        open.classList.remove("md-tooltip2--active", "md-tooltip--active");
      }
    }
  });

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

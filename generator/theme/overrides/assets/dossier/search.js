/* The way into the search, and what a result lands on. The search itself is loaded when it is first opened. */
(() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src);
  const dialog = document.querySelector("dialog.search");

  // --- in and out
  let started;
  const open = () => {
    if (!dialog.open) dialog.showModal();
    const words = dialog.querySelector(".search-words");
    words.focus();
    words.select();
    started ??= import("./search/dialog.js").then((search) => search.start(dialog, root)).catch((error) => {
      started = undefined;
      dialog.querySelector(".search-count").textContent = "The search could not be loaded.";
      throw error;
    });
  };

  const typing = (element) => element.closest?.("input, textarea, select, [contenteditable]");

  document.querySelector(".search-open")?.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing) return;
    const command = event.ctrlKey || event.metaKey;
    if (command ? event.key.toLowerCase() !== "k" : event.key !== "/" || typing(event.target)) return;
    event.preventDefault();
    open();
  });
  if (new URLSearchParams(location.search).has("q")) open();

  // --- where a result lands: its words are lit without an element in the text, and the address is the sentence's own
  const landed = new URL(location.href);
  const sought = landed.searchParams.get("h")?.split(" ");
  if (!sought) return;
  landed.searchParams.delete("h");
  history.replaceState(history.state, "", landed);
  if (!globalThis.CSS?.highlights) return;
  const whole = sought.map((word) => word.replace(/[^\p{L}\p{N}\p{M}]/gu, "\\$&")).join("|");
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${whole})(?![\\p{L}\\p{N}])`, "giu");
  const ranges = [];
  for (const part of document.querySelectorAll("[data-pagefind-body], .md-content h1")) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const found of walker.currentNode.data.matchAll(words)) {
        const range = new Range();
        range.setStart(walker.currentNode, found.index);
        range.setEnd(walker.currentNode, found.index + found[0].length);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set("sought", new Highlight(...ranges));
})();

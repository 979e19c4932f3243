/* The article's page: notes beside their sentences, layers of marks, and where a search result lands. */
(() => {
  "use strict";

  const text = document.querySelector(".article-text");
  if (!text) return;
  const page = document.querySelector(".article-page");
  const notes = document.querySelector(".notes");

  // --- notes: each at the height of its sentence, below the one before it
  const GAP = 10;
  const wide = matchMedia("screen and (min-width: 60em)");

  const place = () => {
    if (!notes) return;
    notes.classList.toggle("placed", wide.matches);
    notes.style.minHeight = "";
    if (!wide.matches) return;
    const top = notes.getBoundingClientRect().top;
    let free = 0;
    for (const note of notes.querySelectorAll(".note")) {
      const mark = text.querySelector(`[data-note="${note.dataset.note}"]`)
        ?? document.getElementById(note.dataset.sentence);
      const wanted = mark ? mark.getClientRects()[0]?.top - top || 0 : 0;
      free = Math.max(free, wanted);
      note.style.top = `${free}px`;
      free += note.offsetHeight + GAP;
    }
    notes.style.minHeight = `${free}px`;
  };

  if (notes) {
    wide.addEventListener("change", place);
    new ResizeObserver(place).observe(text);
    document.fonts?.ready.then(place);
    place();

    const light = (number, on) => {
      for (const element of document.querySelectorAll(
        `.note[data-note="${number}"], .article-text [data-statement="${number}"]`)) {
        element.classList.toggle("lit", on);
      }
    };
    const number = (event) => {
      const near = event.target.closest?.("[data-statement], .note");
      return near?.dataset.statement ?? near?.dataset.note;
    };
    for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
      page.addEventListener(kind, (event) => { if (number(event)) light(number(event), on); });
    }
  }

  // --- layers
  const KEY = "dossier.hidden-layers";
  const read = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? []; } catch { return []; } };
  const write = (layers) => { try { localStorage.setItem(KEY, JSON.stringify(layers)); } catch { /* private mode */ } };
  const bar = document.querySelector(".layers");
  const hidden = new Set(read());
  const show = () => {
    for (const button of bar.querySelectorAll("button")) {
      const off = hidden.has(button.dataset.layer);
      button.setAttribute("aria-pressed", String(!off));
      page.classList.toggle(`hide-${button.dataset.layer}`, off);
    }
  };
  bar.addEventListener("click", (event) => {
    const layer = event.target.closest("button")?.dataset.layer;
    if (!layer) return;
    if (!hidden.delete(layer)) hidden.add(layer);
    write([...hidden]);
    show();
    place();
  });
  bar.hidden = false;
  show();

  // --- from the search: the first word that it marks, unless the address already names a sentence
  if (new URLSearchParams(location.search).has("h") && !location.hash) {
    const watch = new MutationObserver(() => {
      const word = text.querySelector("mark");
      if (!word) return;
      watch.disconnect();
      const sentence = word.closest("[id^='sent-']") ?? word;
      sentence.classList.add("found");
      sentence.scrollIntoView({ block: "center" });
    });
    watch.observe(text, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), 5000);
  }
})();

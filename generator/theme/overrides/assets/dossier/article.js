/* The article's page: notes beside their sentences, and layers of marks. */
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
  bar?.addEventListener("click", (event) => {
    const layer = event.target.closest("button")?.dataset.layer;
    if (!layer) return;
    if (!hidden.delete(layer)) hidden.add(layer);
    write([...hidden]);
    show();
    place();
  });
  if (bar) {
    bar.hidden = false;
    show();
  }

  // --- copying: a form of the citation, the permanent address of a sentence
  const copy = async (button, words) => {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(words);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed: copy it by hand";
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  };
  const made = (label, classes) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = classes;
    button.textContent = label;
    return button;
  };
  for (const form of document.querySelectorAll(".citation-form")) {
    const button = made("Copy", "copy");
    button.setAttribute("aria-label", `Copy ${form.closest("details").querySelector("summary").textContent}`);
    button.addEventListener("click", () => copy(button, form.textContent));
    form.after(button);
  }
  for (const link of document.querySelectorAll(".permalinks a")) {
    link.addEventListener("click", () => offer(document.getElementById(link.hash.slice(1))));
  }

  // the offer stands at the end of the sentence that was clicked, outside the text
  const offered = made("Copy link to this sentence", "copy sentence-link");
  offered.hidden = true;
  page.append(offered);
  page.style.position = "relative";
  let sentence = null;
  const offer = (element) => {
    sentence = element;
    offered.hidden = !element;
    if (!element) return;
    const boxes = element.getClientRects();
    const last = boxes[boxes.length - 1];
    if (!last) return;
    const frame = page.getBoundingClientRect();
    offered.style.left = `${Math.max(0, Math.min(last.right - frame.left, frame.width - offered.offsetWidth))}px`;
    offered.style.top = `${last.bottom - frame.top + 4}px`;
  };
  offered.addEventListener("click", () => {
    history.replaceState(null, "", `#${sentence.id}`);
    copy(offered, location.href);
  });
  text.addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    offer(event.target.closest("[id^='sent-']"));
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") offer(null); });
  addEventListener("resize", () => offer(null));
})();

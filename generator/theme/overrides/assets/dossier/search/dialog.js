/* The search's dialog: words and facets go to the index, what it finds is shown, and the address says what was asked. */
import { beginnings, SHOWN_UNASKED } from "./beginnings.js";
import { facets } from "./facets.js";
import { open as openIndex } from "./index.js";
import { result } from "./results.js";
import { empty, isChosen, read, written, FACETS } from "./state.js";

/* Pages shown at once: each is a file of its own. */
const PAGES = 5;
/* Milliseconds without a key before the words are looked up: each time, pages are fetched. */
const PAUSE = 300;
/* Milliseconds from lifting a finger to the click that comes of it. */
const LIFT = 100;

export const start = async (dialog, root) => {
  const index = await openIndex(root);
  const part = (name) => dialog.querySelector(`.${name}`);
  const [field, count, list, more, narrow, clear] = [
    "search-words", "search-count", "search-pages", "search-more", "search-facets", "search-clear",
  ].map(part);
  const wide = matchMedia("(min-width: 60em)");

  let state = empty();
  let before = "";
  let found = [];
  let turn = 0;
  let waiting;
  let pressed;

  // --- asking
  const told = (asked) => {
    if (!asked) return "";
    if (!found.length) return isChosen(state) ? "Nothing found with this choice." : "Nothing found. Another word, or its beginning, may help.";
    return `Found on ${found.length} ${found.length === 1 ? "page" : "pages"}`;
  };

  const search = async () => {
    const mine = ++turn;
    clearTimeout(waiting);
    waiting = undefined;
    if (dialog.open) history.replaceState(history.state, "", location.pathname + written(state, before) + location.hash);
    const choices = FACETS.reduce((sum, { name }) => sum + state.chosen[name].size, 0);
    clear.hidden = !choices;
    part("search-chosen").textContent = choices ? `(${choices} chosen)` : "";
    const answer = await index.search(state);
    if (mine !== turn) return;
    found = answer.results;
    count.textContent = told(answer.asked);
    if (answer.asked) await show(mine, 0);
    const counts = await index.counts(state, answer);
    if (mine !== turn) return;
    panel.draw(counts, state);
    if (!answer.asked) begin(counts);
  };

  const show = async (mine, from) => {
    const pages = await Promise.all(found.slice(from, from + PAGES).map((one) => one.data()));
    await pressed;
    if (mine !== turn) return;
    const made = pages.map((page) => result(page, root));
    if (from) list.append(...made);
    else list.replaceChildren(...made);
    more.hidden = found.length <= from + PAGES;
    if (from) made[0]?.querySelector("a").focus();
    else part("search-body").scrollTop = part("search-found").scrollTop = 0;
  };

  const begin = (counts) => {
    list.replaceChildren(...beginnings(counts, root));
    more.hidden = true;
  };

  const panel = facets(part("facets"), index.known, {
    async opened(facet) {
      await index.load([facet]);
      search();
    },
    chosen(facet, id, on) {
      if (on) state.chosen[facet].add(id);
      else state.chosen[facet].delete(id);
      search();
    },
  });

  // --- what people do
  field.addEventListener("input", () => {
    state.words = field.value;
    clearTimeout(waiting);
    waiting = setTimeout(search, PAUSE);
  });
  // What is pressed stays where it is until it is followed.
  let lifted;
  list.addEventListener("pointerdown", () => { pressed = new Promise((resolve) => { lifted = resolve; }); });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(() => lifted?.(), LIFT));
  more.addEventListener("click", () => show(turn, list.children.length));
  clear.addEventListener("click", () => {
    state = { ...empty(), words: state.words };
    search();
    field.focus();
  });
  part("search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });

  const links = () => [...list.querySelectorAll("a")];
  part("search-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (waiting) await search(); // Enter opens what was typed, not what was found before
    if (found.length) (list.querySelector(".result-sentence, .result-words") ?? links()[0]).click();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...links()];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
  });

  // --- opening, closing, and room
  const room = () => {
    narrow.open = wide.matches;
    if (wide.matches) panel.open(index.light);
  };
  const entered = async () => {
    const asked = new URLSearchParams(location.search).has("q");
    before = asked ? written(null, location.search) : location.search;
    if (asked) {
      state = read(location.search);
      field.value = state.words;
      const chosen = FACETS.map(({ name }) => name).filter((name) => state.chosen[name].size);
      await index.load(chosen);
      panel.open(chosen);
    } else {
      state.words = field.value; // typed while the search was on its way
    }
    room();
    await index.load(index.light.filter((facet) => SHOWN_UNASKED.includes(facet)));
    search();
  };
  dialog.addEventListener("close", () => {
    turn += 1;
    history.replaceState(history.state, "", location.pathname + before + location.hash);
  });
  wide.addEventListener("change", room);
  new MutationObserver(() => { if (dialog.open) entered(); }).observe(dialog, { attributeFilter: ["open"] });
  await entered();
};

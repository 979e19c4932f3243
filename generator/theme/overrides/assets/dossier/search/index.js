/* pagefind's index of the site: what answers, and how many pages each value of a facet would leave. */
import { filters, isChosen, EVERY, FACETS } from "./state.js";

/* Bytes up to which a facet is read unasked; a heavier one is read when somebody opens it. */
const LIGHT = 4096;

export const open = async (root) => {
  const at = (name) => new URL(`pagefind/${name}`, root).href;
  const [{ createInstance, PagefindInstance }, { facets, parts }] = await Promise.all(
    ["pagefind.js", "size.js"].map((name) => import(at(name))));
  // A worker would load the whole program twice, and a search is a matter of milliseconds.
  const pagefind = parts.length
    ? await (await import("./parts.js")).together(PagefindInstance, parts.map((part) => at(`${part}/`)))
    : createInstance({ noWorker: true });
  const loaded = new Set();
  let all = { results: [], filters: {} };

  /* Read these facets: their values and the pages of each. */
  const load = async (names) => {
    const wanted = names.filter((name) => !loaded.has(name));
    if (!wanted.length) return;
    await Promise.all(wanted.map((name) => pagefind.preload(EVERY, { filters: { [name]: "" } })));
    all = await pagefind.search(EVERY);
    for (const name of wanted) loaded.add(name);
  };

  const words = (state) => state.words.trim() || EVERY;

  /* The pages that answer `state`; none where nothing is `asked`. */
  const search = async (state) => (state.words.trim() || isChosen(state)
    ? { ...await pagefind.search(words(state), { filters: filters(state, all.filters) }), asked: true }
    : { ...all, results: [], asked: false });

  /* Facet → value → pages. Of a facet of which one value is enough, those that another choice would give. */
  const counts = async (state, answer) => {
    const counted = { ...answer.filters };
    for (const { name, all: every } of FACETS) {
      if (every || !state.chosen[name].size) continue;
      const others = await pagefind.search(words(state), { filters: filters(state, all.filters, name) });
      counted[name] = others.filters[name];
    }
    return counted;
  };

  const known = Object.keys(facets);
  return { known, light: known.filter((name) => facets[name] <= LIGHT), load, search, counts };
};

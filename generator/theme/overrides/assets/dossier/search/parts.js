/* The index of a very large dossier is in parts, which together answer as one would.

   pagefind leaves a word that an index lacks out of the question, or takes the longest that begins it. For one index that
   is kind; where another part has the word, each page that a part without it answers would be a false one. */
import { EVERY } from "./state.js";

/* What makes any word one that no page has. */
const UNKNOWN = "zqxj";

/* Whether a part has `word`, or words that begin with it. */
const knows = async (part, word) => {
  if ((await part.search(`"${word}"`)).results.length) return true;
  const [found, shorter] = await Promise.all([part.search(word), part.search(word + UNKNOWN)]);
  const others = new Set(shorter.results.map(({ id }) => id));
  return found.results.length !== others.size || found.results.some(({ id }) => !others.has(id));
};

const sum = (all) => {
  const summed = {};
  for (const { filters } of all) {
    for (const [facet, values] of Object.entries(filters)) {
      const known = (summed[facet] ??= {});
      for (const [value, count] of Object.entries(values)) known[value] = (known[value] ?? 0) + count;
    }
  }
  return summed;
};

const nothing = ({ filters }) => ({
  results: [],
  filters: Object.fromEntries(Object.entries(filters).map(([facet, values]) =>
    [facet, Object.fromEntries(Object.keys(values).map((value) => [value, 0]))])),
});

/* The parts at these addresses, as one index: `preload` and `search` as pagefind has them. */
export const together = async (Part, addresses) => {
  const parts = addresses.map((basePath, at) => new Part({ basePath, primary: !at }));
  const language = document.documentElement.lang.toLowerCase() || "unknown";
  const [first, ...others] = parts;
  await first.init(language, { load_wasm: true });
  await Promise.all(others.map((part) => part.init(language, { load_wasm: false })));

  const asked = new Map();
  const known = (word) => {
    if (!asked.has(word)) asked.set(word, Promise.all(parts.map((part) => knows(part, word))));
    return asked.get(word);
  };

  /* Of each part, whether it has all the words that any part has. */
  const answering = async (words) => {
    if (words === EVERY || /^\s*".+"\s*$/.test(words)) return parts.map(() => true);
    const rows = await Promise.all(words.trim().split(/\s+/).map(known));
    return parts.map((_, at) => rows.every((row) => row[at] || !row.includes(true)));
  };

  return {
    preload: (words, options) => Promise.all(parts.map((part) => part.preload(words, options))),
    search: async (words, options) => {
      const asks = await answering(words);
      const found = await Promise.all(parts.map((part) => part.search(words, options)));
      const all = found.map((answer, at) => (asks[at] ? answer : nothing(answer)));
      return { results: all.flatMap(({ results }) => results).sort((a, b) => b.score - a.score), filters: sum(all) };
    },
  };
};

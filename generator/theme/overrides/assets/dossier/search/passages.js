/* From what pagefind knows of a page to the sentences that answer. */

const MOST = 3;
/* Words of a sentence that are shown: a longer one is cut around what was found. */
const LONG = 44;
const LEAD = 10;

const WORD = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;
/* Marks that pagefind sets apart where an annotation starts or ends beside them. */
const OPENING = /^["\p{Ps}\p{Pi}]+$/u;
const CLOSING = /^[\p{Pe}\p{Pf}.,;:!?]+$/u;
const core = (word) => WORD.exec(word)[2];

/* Where each sentence starts, and where the text ends. An old id stands right before the sentence's own. */
const starts = (page) => {
  const found = page.anchors.filter((anchor) => anchor.id.startsWith("sent-"));
  return found.filter((anchor, at) => anchor.location !== found[at + 1]?.location);
};

/* Who says the statements that begin in these words. */
const speakers = (page, start, end) => {
  const said = JSON.parse(page.meta.said ?? "{}");
  const here = new Set(page.anchors
    .filter((anchor) => anchor.location >= start && anchor.location < end).map((anchor) => anchor.id));
  return Object.keys(said).filter((who) => said[who].some((id) => here.has(id)));
};

/* The words of a page from `start` to `end` as [text, whether it was sought]. */
const pieces = (words, sought, start, end) => {
  const first = [...sought].find((at) => at >= start && at < end) ?? start;
  const from = end - start > LONG && first - start > LEAD ? Math.min(first - LEAD, end - LONG) : start;
  const to = Math.min(end, from + LONG);
  const made = from > start ? [["… ", false]] : [];
  for (let at = from; at < to; at += 1) {
    const [, before, word, after] = WORD.exec(words[at]);
    const space = OPENING.test(words[at]) || CLOSING.test(words[at + 1]) ? "" : " ";
    if (sought.has(at)) made.push([before, false], [word, true], [`${after}${space}`, false]);
    else made.push([`${words[at]}${space}`, false]);
  }
  if (to < end) made.push(["…", false]);
  return made.filter(([text]) => text);
};

const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");

/* How well the words found in a stretch answer: each different one counts once. */
const weight = (words, found) => {
  const best = new Map();
  for (const { location, balanced_score: score } of found) {
    const word = core(words[location]).toLowerCase();
    best.set(word, Math.max(best.get(word) ?? 0, score));
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0);
};

/* The words of a page. pagefind ends each block with a full stop, which the last sentence of it may not have. */
const wordsOf = (page, sentences) => {
  const words = page.content.split(/\s+/);
  sentences.forEach(({ text }, at) => {
    const last = (sentences[at + 1]?.location ?? words.length) - 1;
    if (text && !text.trimEnd().endsWith(".") && words[last]?.endsWith(".")) words[last] = words[last].slice(0, -1);
  });
  return words;
};

/* A title with its words that were sought, like the text of a passage. */
export const marked = (title, marks) => title.split(/(\s+)/).flatMap((word) => {
  const [, before, middle, after] = WORD.exec(word);
  return [[before, false], [middle, Boolean(middle) && marks.includes(middle)], [after, false]];
});

/* The passages of a page that answer best: { id, who, text }; how many `more` there are; and the words found, `marks`.
   Without a word that was sought, the opening of the page. The headline is no passage, it stands above them. */
export const passages = (page) => {
  const sentences = starts(page);
  const words = wordsOf(page, sentences);
  const sought = new Set(page.locations);
  const stretch = (at) => {
    const start = sentences[at]?.location ?? 0;
    const end = sentences[at + 1]?.location ?? words.length;
    return { at, id: sentences[at]?.id, start, end, found: [] };
  };
  const isTitle = (start, end) => letters(words.slice(start, end).join("")) === letters(page.meta.title);
  const stretches = new Map();
  for (const word of page.weighted_locations) {
    const at = sentences.findLastIndex((sentence) => sentence.location <= word.location);
    if (!stretches.has(at)) {
      const made = at < 0 ? { ...stretch(-1), start: 0, end: sentences[0]?.location ?? words.length } : stretch(at);
      stretches.set(at, made);
    }
    stretches.get(at).found.push(word);
  }
  const ranked = [...stretches.values()]
    .filter(({ start, end }) => !isTitle(start, end))
    .map((one) => ({ ...one, weight: weight(words, one.found) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at);
  const opening = sentences.findIndex((_, at) => {
    const { start, end } = stretch(at);
    return end - start > LEAD && !isTitle(start, end);
  });
  const chosen = stretches.size || !words[0] ? ranked.slice(0, MOST) : [stretch(Math.max(opening, 0))];
  return {
    more: Math.max(ranked.length - MOST, 0),
    marks: [...new Set([...sought].map((at) => core(words[at] ?? "")))].filter(Boolean).slice(0, 12),
    shown: chosen.map(({ id, start, end }) => ({
      id,
      who: id ? speakers(page, start, end) : [],
      text: pieces(words, sought, start, end),
    })),
  };
};

/* What is searched for: the words and, for each facet, the ids that were chosen. It lives in the address. */

/* `all`: a page has to have each of the values chosen; otherwise one of them is enough. */
export const FACETS = [
  { name: "type", label: "Kind" },
  { name: "issue", label: "Issue", all: true },
  { name: "entity", label: "Person, organization or place", all: true },
  { name: "date", label: "Published" },
  { name: "source", label: "Source" },
];
/* A word that main.html gives to every page. For a search without words pagefind would read the whole index. */
export const EVERY = "zxpage";
const KEYS = ["q", ...FACETS.map((facet) => facet.name)];

/* A value of these facets is an id and a name; of the others it is the name. */
const NAMED = new Set(["issue", "entity"]);
const KINDS = {
  article: "Articles", person: "People", organization: "Organizations", place: "Places", issue: "Issues",
  page: "Other pages",
};
const month = new Intl.DateTimeFormat(document.documentElement.lang || "en",
  { month: "long", year: "numeric", timeZone: "UTC" });

export const idOf = (facet, value) => (NAMED.has(facet) ? value.split(" ", 1)[0] : value);

export const labelOf = (facet, value) => {
  if (NAMED.has(facet)) {
    const name = value.slice(value.indexOf(" ") + 1);
    return facet === "issue" && !/^.\p{Lu}/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  }
  if (facet === "type") return KINDS[value] ?? value;
  return facet === "date" && value.length > 4 ? month.format(new Date(`${value}-01T00:00Z`)) : value;
};

export const byFrequency = (a, b) => b.count - a.count || a.label.localeCompare(b.label);

export const empty = () => ({ words: "", chosen: Object.fromEntries(FACETS.map(({ name }) => [name, new Set()])) });

export const isChosen = (state) => FACETS.some(({ name }) => state.chosen[name].size);

export const read = (query) => {
  const given = new URLSearchParams(query);
  const state = empty();
  state.words = given.get("q") ?? "";
  for (const { name } of FACETS) state.chosen[name] = new Set(given.getAll(name));
  return state;
};

/* The query of an address in which the search stands; `before` is what the page had for itself. */
export const written = (state, before) => {
  const query = new URLSearchParams(before);
  for (const key of KEYS) query.delete(key);
  if (state) {
    query.set("q", state.words);
    for (const { name } of FACETS) for (const id of state.chosen[name]) query.append(name, id);
  }
  return query.size ? `?${query}` : "";
};

/* Of a year and its months, the months: who chose both wants the part. */
const narrowest = (values) =>
  values.filter((value) => !values.some((other) => other !== value && other.startsWith(value)));

/* The state as pagefind's filters, `known` being all values that there are; `but` leaves one facet out. */
export const filters = (state, known, but) => Object.fromEntries(FACETS
  .filter(({ name }) => name !== but && state.chosen[name].size)
  .map(({ name, all }) => {
    const ids = [...state.chosen[name]];
    const values = Object.keys(known[name] ?? {}).filter((value) => ids.includes(idOf(name, value)));
    const sought = name === "date" ? narrowest(values) : values;
    // an id that is gone finds nothing, rather than everything
    return [name, { [all ? "all" : "any"]: sought.length ? sought : ids }];
  }));

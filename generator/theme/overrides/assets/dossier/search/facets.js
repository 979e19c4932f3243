/* The facets beside the results: their most frequent values, and a field that finds the others. */
import { element } from "./element.js";
import { FACETS, byFrequency, idOf, labelOf } from "./state.js";

/* Values of a facet that are listed unasked, and at most when some are asked for. */
const FEW = 6;
const SOME = 20;

/* Years, and below each the months once it is chosen; a dossier of one year starts with its months. */
const dates = (values, chosen) => {
  const years = values.filter(({ id }) => id.length === 4);
  const open = (id) => chosen.has(id) || years.length === 1
    || [...chosen].some((other) => other.startsWith(id));
  return years.toSorted((a, b) => b.id.localeCompare(a.id)).flatMap((year) => [
    year,
    ...values.filter(({ id }) => id.length > 4 && id.startsWith(year.id) && open(year.id))
      .toSorted((a, b) => a.id.localeCompare(b.id)),
  ]);
};

const frequent = (values, chosen, asked) => {
  const wanted = asked.toLocaleLowerCase();
  const ranked = values.toSorted(byFrequency);
  const picked = ranked.filter(({ id }) => chosen.has(id));
  const others = ranked.filter(({ id }) => !chosen.has(id));
  return [...picked, ...(wanted
    ? others.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)).slice(0, SOME)
    : others.slice(0, Math.max(FEW - picked.length, 0)))];
};

/* Fill `box` with a part for each of the facets `known`. `opened(facet)` is called when somebody opens one,
   `chosen(facet, id, on)` when a value is chosen or dropped. `draw(counts, state)` shows facet → value → pages. */
export const facets = (box, known, { opened, chosen: choose }) => {
  let last;
  const parts = new Map(FACETS.filter(({ name }) => known.includes(name)).map(({ name, label }) => {
    const list = element("ul");
    const find = element("input", {
      type: "text", class: "facet-find", placeholder: "Others…", "aria-label": `${label}: find others by name`,
      autocomplete: "off", hidden: "",
    });
    const group = element("div", { role: "group", "aria-label": label }, list, find);
    const fold = element("details", { class: `facet facet-${name}` }, element("summary", {}, label), group);
    fold.addEventListener("toggle", () => { if (fold.open) opened(name); });
    find.addEventListener("input", () => draw(...last));
    list.addEventListener("change", ({ target }) => choose(name, target.value, target.checked));
    box.append(fold);
    return [name, { fold, list, find }];
  }));

  const option = (name, { id, label, count }, on) => element("li", { class: name === "date" && id.length > 4 ? "month" : undefined },
    element("label", {},
      element("input", { type: "checkbox", value: id, checked: on }),
      element("bdi", { class: "facet-name" }, label),
      element("span", { class: "count" }, String(count), element("span", { class: "unseen" }, count === 1 ? " page" : " pages"))));

  const draw = (counts, state) => {
    last = [counts, state];
    for (const [name, { fold, list, find }] of parts) {
      const chosen = state.chosen[name];
      const values = Object.entries(counts[name] ?? {})
        .map(([value, count]) => ({ id: idOf(name, value), label: labelOf(name, value), count }))
        .filter(({ id, count }) => count || chosen.has(id));
      const shown = name === "date" ? dates(values, chosen) : frequent(values, chosen, find.value.trim());
      const focused = list.contains(document.activeElement) ? document.activeElement.value : undefined;
      list.replaceChildren(...shown.map((value) => option(name, value, chosen.has(value.id))));
      if (focused !== undefined) {
        const again = [...list.querySelectorAll("input")].find((input) => input.value === focused);
        (again ?? fold.querySelector("summary")).focus();
      }
      find.hidden = name === "date" || (values.length <= FEW && !find.value);
      fold.classList.toggle("none", Boolean(counts[name]) && !values.length);
    }
  };

  const open = (names) => {
    for (const name of names) parts.get(name)?.fold.toggleAttribute("open", true);
  };
  return { draw, open };
};

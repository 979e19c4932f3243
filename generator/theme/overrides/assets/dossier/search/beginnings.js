/* What the dialog shows before anything is asked: the ways to what most pages are about, and to the lists. */
import { element } from "./element.js";
import { byFrequency, idOf, labelOf } from "./state.js";

/* Pages of a group. */
const SOME = 8;
const GROUPS = [
  { facet: "issue", title: "Most reported issues", folder: "issues" },
  { facet: "entity", title: "Most named", folder: "entities" },
];
export const SHOWN_UNASKED = GROUPS.map(({ facet }) => facet);
const LISTS = [["Issues", "issues/"], ["People and places", "entities/"], ["Timeline", "timeline/"], ["Briefs", "briefs/"]];

const group = (title, links) => element("li", { class: "beginning" },
  element("p", { class: "beginning-title" }, title),
  element("ul", {}, ...links.map(([label, href]) => element("li", {}, element("a", { href }, element("bdi", {}, label))))));

/* `counts` are facet → value → pages; of a facet that is not read yet there is no group. */
export const beginnings = (counts, root) => {
  const at = (path) => new URL(path, root).href;
  const known = GROUPS.map(({ facet, title, folder }) => {
    const values = Object.entries(counts[facet] ?? {})
      .map(([value, count]) => ({ id: idOf(facet, value), label: labelOf(facet, value), count }))
      .toSorted(byFrequency);
    return [title, values.slice(0, SOME).map(({ id, label }) => [label, at(`${folder}/${id}/`)])];
  });
  return [...known, ["Lists", LISTS.map(([label, path]) => [label, at(path)])]]
    .filter(([, links]) => links.length)
    .map(([title, links]) => group(title, links));
};

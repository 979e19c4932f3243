/* The pages that answer, each with the sentences that do, as links to them. */
import { element } from "./element.js";
import { marked, passages } from "./passages.js";
import { labelOf } from "./state.js";

const KIND = { article: "Article", person: "Person", organization: "Organization", place: "Place", issue: "Issue" };

const address = (page, root, marks, id) => {
  const url = new URL(page.raw_url.replace(/^\//, ""), root);
  if (marks.length) url.searchParams.set("h", marks.join(" "));
  if (id) url.hash = id;
  return url.href;
};

const text = (pieces) => pieces.map(([words, sought]) => (sought ? element("mark", {}, words) : words));

const about = (page) => {
  const [kind] = page.filters.type ?? [];
  const parts = [KIND[kind] ?? "Page", ...(page.filters.source ?? []), page.meta.day].filter(Boolean);
  return element("p", { class: "result-about" }, ...parts.flatMap((part, at) => [at ? " · " : "", element("bdi", {}, part)]));
};

export const result = (page, root) => {
  const { shown, more, marks } = passages(page);
  const title = page.filters.issue && page.filters.type?.[0] === "issue"
    ? labelOf("issue", page.filters.issue[0]) : page.meta.title;
  const sentences = shown.map(({ id, who, text: words }) => element("li", {},
    element("a", { href: address(page, root, marks, id), class: id ? "result-sentence" : "result-words" },
      ...(who.length ? [element("span", { class: "result-who" }, element("bdi", {}, who.join(" and ")), ": ")] : []),
      element("span", { dir: "auto" }, ...text(words)))));
  return element("li", { class: "result" },
    element("a", { class: "result-title", href: address(page, root, marks) }, element("bdi", {}, ...text(marked(title, marks)))),
    about(page),
    ...(sentences.length ? [element("ul", {}, ...sentences)] : []),
    ...(more ? [element("p", { class: "result-more" }, `${more} more ${more === 1 ? "sentence" : "sentences"} on this page`)] : []));
};

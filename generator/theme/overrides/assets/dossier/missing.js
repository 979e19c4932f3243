/* The page of a wrong address: its last part is mostly made of words, and the search may know them. */
(() => {
  "use strict";

  const line = document.querySelector(".missing-search");
  if (!line) return;
  const parts = location.pathname.split("/").filter((part) => part && !["index.html", "404.html"].includes(part));
  let last = parts.at(-1) ?? "";
  try { last = decodeURIComponent(last); } catch { /* not an encoding: as it stands */ }
  const words = last.replace(/\.\w+$/, "").match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  if (!words.length) return;
  const link = line.querySelector("a");
  const home = new URL(link.href);
  home.search = new URLSearchParams({ q: words.slice(0, 8).join(" ") });
  link.href = home.href;
  link.textContent = `Search for “${words.slice(0, 8).join(" ")}”`;
  line.hidden = false;
})();

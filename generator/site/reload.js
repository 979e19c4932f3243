// In the preview, puts a newer page in the place of this one as soon as there is one, with the same words before the
// reader's eyes. It asks only while the page is seen: a browser has few connections, and an editor many tabs.
(() => {
  const { seen } = document.currentScript.dataset;
  const KEPT = "dossier/place";
  const BELOW_HEADER = 64;
  const MANY = 20;
  const RETRY = 1000;
  let asking = null;

  // Several places in view, since the sentence that was corrected may be the one that is gone.
  function place() {
    const found = [...document.querySelectorAll("article [id]")]
      .map((element) => [element.id, element.getBoundingClientRect()])
      .filter(([, box]) => box.height && box.top >= BELOW_HEADER && box.top < innerHeight)
      .slice(0, MANY)
      .map(([id, box]) => [id, box.top]);
    return { page: location.pathname, scroll: scrollY, found };
  }

  function reload() {
    history.scrollRestoration = "manual";
    sessionStorage.setItem(KEPT, JSON.stringify(place()));
    location.reload();
  }

  function restore() {
    const { page, scroll, found } = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    if (page !== location.pathname) return;
    scrollTo({ top: scroll, behavior: "instant" });
    const [id, top] = found.find(([id]) => document.getElementById(id)) ?? [];
    if (!id || !scroll) return;
    const moved = document.getElementById(id).getBoundingClientRect().top - top;
    scrollBy({ top: moved, behavior: "instant" });
  }

  async function ask() {
    while (document.visibilityState === "visible" && !asking) {
      asking = new AbortController();
      const about = new URLSearchParams({ page: location.pathname, seen });
      try {
        const answer = await fetch(`/-newer?${about}`, { signal: asking.signal, cache: "no-store" });
        if (answer.status === 200) return reload();
        asking = null;
      } catch {
        if (asking.signal.aborted) asking = null;
        else setTimeout(() => { asking = null; ask(); }, RETRY); // the server may come back
      }
    }
  }

  addEventListener("DOMContentLoaded", restore);
  addEventListener("load", () => {
    restore();
    sessionStorage.removeItem(KEPT);
    history.scrollRestoration = "auto";
    ask();
  });
  addEventListener("visibilitychange", () => (document.hidden ? asking?.abort() : ask()));
  addEventListener("pagehide", () => asking?.abort());
  addEventListener("pageshow", ask);
})();

/* What the pages need of the theme's own script, which is not published: of its 35 kB they would use a tenth.
   The classes and attributes are those that the theme's style sheet knows. */
(() => {
  "use strict";

  document.documentElement.classList.replace("no-js", "js");

  // --- the switch of schemes: the system's, until a reader chooses one, which the theme's template then reads
  const schemes = [...document.querySelectorAll("[data-md-component=palette] input")];
  const metas = ["color-scheme", "theme-color"].map((name) => {
    const meta = Object.assign(document.createElement("meta"), { name });
    document.head.append(meta);
    return meta;
  });
  const colours = (input) => Object.fromEntries(["media", "scheme", "primary", "accent"]
    .map((key) => [key, input.getAttribute(`data-md-color-${key}`)]));

  const apply = (chosen) => {
    if (!chosen) return;
    document.body.setAttribute("data-md-color-switching", "");
    for (const [key, value] of Object.entries(colours(chosen))) document.body.setAttribute(`data-md-color-${key}`, value);
    for (const input of schemes) input.nextElementSibling?.toggleAttribute("hidden", input !== chosen);
    chosen.checked = true;
    const style = getComputedStyle(document.body);
    metas[0].content = style.colorScheme;
    metas[1].content = style.getPropertyValue("--paper").trim();
    setTimeout(() => document.body.removeAttribute("data-md-color-switching"));
  };
  const ofSystem = () => schemes.find((input) => matchMedia(input.dataset.mdColorMedia).matches) ?? schemes[0];
  const kept = () => { try { return schemes[__md_get("__palette")?.index]; } catch { return undefined; } };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => apply(kept() ?? ofSystem()));
  schemes.forEach((input, index) => {
    input.addEventListener("change", () => {
      apply(input);
      __md_set("__palette", { index, color: colours(input) });
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const next = schemes[(index + 1) % schemes.length];
      next.click();
      next.focus();
    });
  });
  apply(kept() ?? ofSystem());

  // --- the menu of narrow screens: a button for the theme's box to tick, which is never shown and takes no focus
  const drawer = document.getElementById("__drawer");
  const burger = document.querySelector(".menu-open");
  const menu = document.querySelector(".md-sidebar--primary");
  const unfold = (open) => {
    drawer.checked = open;
    burger.setAttribute("aria-expanded", String(open));
  };
  if (burger) {
    burger.addEventListener("click", () => {
      unfold(!drawer.checked);
      if (drawer.checked) menu.querySelector("a").focus();
    });
    drawer.addEventListener("change", () => unfold(drawer.checked)); // by a label: the ground beside the menu
    document.addEventListener("focusin", ({ target }) => { if (!menu.contains(target)) unfold(false); });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      unfold(false);
      burger.focus();
    });
  }

  // --- tooltips: what a `title` says, for pointer and keyboard alike
  const words = Object.assign(document.createElement("div"), { className: "md-tooltip2__inner md-typeset" });
  const tip = Object.assign(document.createElement("div"), { className: "md-tooltip2", id: "tooltip", role: "tooltip" });
  tip.append(words);
  let host = null;

  const hide = () => {
    if (!host) return;
    host.title = words.textContent;
    host.removeAttribute("aria-describedby");
    host = null;
    tip.classList.remove("md-tooltip2--active");
    tip.remove();
  };
  const show = (element) => {
    hide();
    host = element;
    words.textContent = host.title;
    host.removeAttribute("title"); // else the browser shows it as well
    host.setAttribute("aria-describedby", tip.id);
    document.body.append(tip);
    const box = host.getBoundingClientRect();
    const gap = 8;
    const room = box.bottom + gap + words.offsetHeight <= innerHeight; // else above, where it can be read
    const place = {
      "host-x": box.left + scrollX, "host-y": box.top + scrollY, x: box.width / 2,
      y: room ? box.height + gap : -gap - words.offsetHeight,
      width: words.offsetWidth, tail: 0,
    };
    for (const [key, value] of Object.entries(place)) tip.style.setProperty(`--md-tooltip-${key}`, `${value}px`);
    requestAnimationFrame(() => tip.classList.toggle("md-tooltip2--active", Boolean(host)));
  };
  let pointer = "";
  let dismissed; // where the pointer stood: what then comes to light under it was not pointed at
  const spot = ({ screenX, screenY }) => `${screenX} ${screenY}`;
  document.addEventListener("mousemove", (event) => { pointer = spot(event); }, { passive: true });
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const element = event.target.closest?.(".md-content [title]");
      if (element && !(kind === "mouseover" && spot(event) === dismissed)) show(element);
    });
  }
  // it stays while the pointer is on either, and long enough to get from one to the other
  const LINGER = 300; // ms
  const wanted = () => host?.matches(":hover, :focus-visible") || words.matches(":hover");
  for (const kind of ["mouseout", "focusout"]) {
    document.addEventListener(kind, () => { if (host) setTimeout(() => { if (!wanted()) hide(); }, LINGER); });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    dismissed = pointer;
    hide();
  });

  // --- the header: the page's title once its headline is out of sight, and the way back up for whoever turns round
  const header = document.querySelector(".md-header");
  const headline = document.querySelector(".md-content h1");
  if (headline) {
    new IntersectionObserver(([{ isIntersecting, boundingClientRect: { top } }]) => {
      document.querySelector(".md-header__title").classList.toggle("md-header__title--active", !isIntersecting && top < 0);
    }, { rootMargin: `-${header.offsetHeight}px 0px 0px` }).observe(headline);
  }
  const up = document.querySelector(".md-top");
  if (up) {
    const offer = (on) => {
      up.hidden = !on;
      up.tabIndex = on ? 0 : -1; // the style sheet keeps its place when it is hidden
    };
    let last = scrollY;
    addEventListener("scroll", () => {
      offer(scrollY < last && scrollY > 0);
      last = scrollY;
    }, { passive: true });
    up.addEventListener("click", () => scrollTo({ top: 0 }));
    offer(false);
  }

  // --- folds: open where the address leads into one, and on paper
  const reveal = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* not an encoding: as it stands */ }
    const target = document.getElementById(id);
    let fold = target?.closest("details:not([open])");
    if (!fold) return;
    for (; fold; fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  let folded = [];
  matchMedia("print").addEventListener("change", ({ matches: printed }) => {
    if (printed) folded = [...document.querySelectorAll(".md-content details:not([open])")];
    for (const fold of folded) fold.open = printed;
  });

  // --- the style sheet asks for this class, and not for what browsers know by now
  addEventListener("focusin", ({ target }) => target.classList.toggle("focus-visible", target.matches(":focus-visible")));
  addEventListener("focusout", ({ target }) => target.classList.remove("focus-visible"));
})();

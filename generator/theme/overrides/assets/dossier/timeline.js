/* The filters of the timeline and of the list of issues. Their state is the address's query, so that a view can be
   sent to somebody. */
(() => {
  "use strict";

  const form = document.querySelector(".filters");
  const list = document.querySelector(".timeline, .filters ~ .issue-list");
  if (!form || !list) return;
  const rows = [...list.children].filter((row) => row.matches(".event-row, [data-status]"));
  const dividers = [...list.querySelectorAll(".divider")];
  const whole = [...list.children];
  const stretches = document.querySelector(".stretches");
  const result = form.querySelector(".filter-result");
  const fields = ["actor", "issue", "phase", "status", "by", "from", "to"].filter((name) => form.elements[name]);

  const words = (value) => (value ? value.split(" ") : []);
  const day = (row, by) => (by === "reported" ? row.dataset.reported : row.dataset.happens);

  const fits = (row, wanted) =>
    (!wanted.actor || words(row.dataset.actors).includes(wanted.actor))
    && (!wanted.issue || words(row.dataset.issues).includes(wanted.issue))
    && (!wanted.status || row.dataset.status === wanted.status)
    && (!wanted.phase || row.dataset.phase === wanted.phase
      || (wanted.phase === "overdue" && row.classList.contains("overdue")))
    && (!wanted.from || day(row, wanted.by) >= wanted.from)
    && (!wanted.to || (day(row, wanted.by) || "9") <= wanted.to);

  const apply = () => {
    const wanted = Object.fromEntries(fields.map((name) => [name, form.elements[name].value]));
    let shown = 0;
    for (const row of rows) {
      row.hidden = !fits(row, wanted);
      if (!row.hidden) shown += 1;
    }
    const order = wanted.by
      ? [...rows].sort((a, b) => (day(a, wanted.by) || "9").localeCompare(day(b, wanted.by) || "9"))
      : whole;
    list.append(...order);
    list.classList.toggle("by-report", Boolean(wanted.by));
    for (const divider of dividers) divider.hidden = Boolean(wanted.by);
    if (stretches) stretches.hidden = shown < rows.length || Boolean(wanted.by);
    result.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} ${form.dataset.rows} shown`;
    return wanted;
  };

  const remember = (wanted) => {
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${query.size ? `?${query}` : ""}${location.hash}`);
  };

  const given = new URLSearchParams(location.search);
  for (const name of fields) form.elements[name].value = given.get(name) ?? "";
  for (const select of form.querySelectorAll("select")) if (select.selectedIndex < 0) select.selectedIndex = 0;

  form.addEventListener("change", () => remember(apply()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => remember(apply())));
  document.querySelector(".to-overdue")?.addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    form.elements.phase.value = "overdue";
    remember(apply());
    form.elements.phase.focus();
  });
  form.hidden = false;
  if (fields.some((name) => form.elements[name].value)) apply(); // else the list stands as it came
})();

/* The picture below the list: rows out of sight have a height that is a guess until one passes them, so that an
   address lands somewhere before what it names. Whoever comes back finds the page where it was left. */
(() => {
  "use strict";

  const settle = (frames) => {
    if (location.hash !== "#picture" || !frames) return;
    picture.scrollIntoView({ behavior: "instant" });
    requestAnimationFrame(() => settle(frames - 1));
  };
  const picture = document.querySelector(".timeline ~ #picture");
  if (!picture) return;
  addEventListener("hashchange", () => settle(12));
  if (performance.getEntriesByType("navigation")[0]?.type === "navigate") addEventListener("load", () => settle(12));
})();

/* An event's address from when the timeline was divided less: on, part by part, to where its day stands now. */
(async () => {
  "use strict";

  const id = location.hash.match(/^#event-(.+)/)?.[1];
  const data = document.querySelector("main a[href$='timeline.json']");
  if (!id || !data || document.getElementById(`event-${id}`)) return;
  const answer = await fetch(data.href).catch(() => undefined); // refused where a site is opened as files
  if (!answer?.ok) return;
  const event = (await answer.json()).events.find((one) => one.id === decodeURIComponent(id));
  if (!event) return;
  const day = event.earliest || event.latest || "undated";
  const holds = (part) => {
    const days = part.match(/^(\d{4}-\d\d)-(\d\d)-(\d\d)$/);
    return days ? day.startsWith(days[1]) && day.slice(8) >= days[2] && day.slice(8) <= days[3] : day.startsWith(part);
  };
  const next = [...document.querySelectorAll("main .years a")]
    .find((link) => link.pathname !== location.pathname && holds(link.pathname.split("/").at(-2)));
  if (next) location.replace(next.pathname + location.hash);
})();

"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all(".card");
  const card = new Map(cards.map((node) => [node.dataset.id, node]));
  const marks = all("mark[data-of]");
  const figures = all(".fig");
  const filters = all(".filter");
  const views = ["facts", "text", "article"];
  const narrow = matchMedia("(max-width: 860px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  // ---- views: on a wide screen the article always stands on the right
  let left = "facts";
  let view = "facts";
  function show(name) {
    view = name;
    if (name !== "article") left = name;
    for (const each of views) {
      const there = narrow.matches ? each === view : each === left || each === "article";
      byId(each).hidden = !there;
      const on = narrow.matches ? each === view : each === left;
      const tab = byId("tab-" + each);
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
  }
  views.forEach((name) => byId("tab-" + name).addEventListener("click", () => show(name)));
  one(".tabs").addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const open = views.filter((name) => narrow.matches || name !== "article");
    const next = open[(open.indexOf(view) + step + open.length) % open.length];
    show(next);
    byId("tab-" + next).focus();
    event.preventDefault();
  });
  narrow.addEventListener("change", () => show(view));

  // ---- ticks: kept by what a claim says, so that a changed one has to be checked again
  const key = "bulletin-evidence:" + root.dataset.name;
  let ticks = {};
  try { ticks = JSON.parse(localStorage.getItem(key) || "{}") || {}; } catch { ticks = {}; }
  const keep = () => { try { localStorage.setItem(key, JSON.stringify(ticks)); } catch { /* a closed store: this sitting only */ } };
  const box = (node) => node.querySelector("input[type=checkbox]");
  const due = cards.filter(box);
  function count() {
    const done = due.filter((node) => box(node).checked).length;
    for (const id of ["done", "sheet-done"]) byId(id).textContent = String(done);
    byId("bar").value = done;
    byId("todo").textContent = String(due.length - done);
  }
  function tick(node, on) {
    box(node).checked = on;
    node.classList.toggle("done", on);
    if (on) ticks[node.dataset.id] = node.dataset.stamp; else delete ticks[node.dataset.id];
  }
  for (const node of due) {
    tick(node, ticks[node.dataset.id] === node.dataset.stamp);
    box(node).addEventListener("change", () => { tick(node, box(node).checked); keep(); count(); sift(); });
  }

  // ---- filters: any of those pressed, and the words searched for
  const pressed = () => filters.filter((node) => node.getAttribute("aria-pressed") === "true").map((node) => node.dataset.filter);
  function sift() {
    const words = byId("find").value.trim().toLowerCase();
    const on = pressed();
    const kinds = on.filter((name) => name !== "todo");
    for (const node of cards) {
      const flags = node.dataset.flags.split(" ");
      const open = Boolean(box(node)) && !box(node).checked;
      const fits = (!kinds.length || kinds.some((name) => flags.includes(name))) && (!on.includes("todo") || open);
      node.hidden = !(fits && (!words || node.textContent.toLowerCase().includes(words) || node.dataset.id.includes(words)));
    }
    const seen = cards.filter((node) => !node.hidden).length;
    byId("tally").textContent = on.length || words ? seen + " / " + cards.length : "";
    byId("none").hidden = seen > 0;
    for (const list of all(".cards")) {
      const empty = ![...list.children].some((node) => !node.hidden);
      for (let node = list.previousElementSibling; node && !node.matches(".cards"); node = node.previousElementSibling) node.hidden = empty;
    }
  }
  for (const node of filters) {
    node.addEventListener("click", () => {
      node.setAttribute("aria-pressed", String(node.getAttribute("aria-pressed") !== "true"));
      sift();
    });
  }
  byId("find").addEventListener("input", sift);
  one(".bar").addEventListener("submit", (event) => event.preventDefault());
  function unfilter() {
    filters.forEach((node) => node.setAttribute("aria-pressed", "false"));
    byId("find").value = "";
    sift();
  }

  // ---- light: a claim and the words it rests on
  const toView = (node) => node && node.scrollIntoView({ block: "center", behavior: still.matches ? "instant" : "smooth" });
  const restsOn = (id) => {
    const terms = card.has(id) ? [...card.get(id).querySelectorAll(".terms .fig")].map((node) => node.dataset.fact) : [];
    return terms.length ? terms.flatMap(restsOn) : [id];
  };
  function light(ids) {
    const quoted = new Set(ids.flatMap(restsOn));
    const chosen = new Set(ids);
    cards.forEach((node) => {
      node.classList.toggle("lit", chosen.has(node.dataset.id));
      node.classList.toggle("kin", !chosen.has(node.dataset.id) && quoted.has(node.dataset.id));
    });
    figures.forEach((node) => node.classList.toggle("lit", chosen.has(node.dataset.fact)));
    marks.forEach((node) => node.classList.toggle("lit", node.dataset.of.split(" ").some((id) => quoted.has(id))));
    const words = (id) => card.has(id) ? [...card.get(id).querySelectorAll(".go > span")].map((node) => node.textContent.trim()).join(" · ") : id;
    byId("heard").textContent = ids.map(words).join("; ");
    return marks.find((node) => node.classList.contains("lit"));
  }
  function choose(id) {
    const mark = light([id]);
    if (narrow.matches) show("article");
    toView(mark);
  }
  function rest(mark) {
    const ids = mark.dataset.of.split(" ");
    light(ids);
    show("facts");
    if (ids.every((id) => card.get(id)?.hidden)) unfilter();
    const first = cards.find((node) => ids.includes(node.dataset.id) && !node.hidden);
    toView(first);
  }
  for (const node of cards) {
    node.querySelector(".go").addEventListener("click", (event) => { event.preventDefault(); current = node; choose(node.dataset.id); });
  }
  for (const node of figures) node.addEventListener("click", (event) => { event.preventDefault(); choose(node.dataset.fact); });
  for (const node of marks) {
    node.addEventListener("click", () => rest(node));
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); rest(node); }
    });
  }

  byId("heard").addEventListener("click", () => { show("facts"); toView(cards.find((node) => node.classList.contains("lit") && !node.hidden)); });

  // ---- keyboard
  let current = null;
  document.addEventListener("focusin", (event) => { current = event.target.closest(".card") || current; });
  function move(step) {
    if (view !== "facts") show("facts");
    const open = cards.filter((node) => !node.hidden);
    if (!open.length) return;
    const at = open.indexOf(current);
    current = open[at < 0 ? (step > 0 ? 0 : open.length - 1) : Math.min(Math.max(at + step, 0), open.length - 1)];
    current.querySelector(".go").focus({ preventScroll: true });
    current.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
  const keys = {
    j: () => move(1),
    k: () => move(-1),
    x: () => { if (current && box(current) && !current.hidden) box(current).click(); },
    "/": () => { show("facts"); byId("find").focus(); },
    1: () => show("facts"),
    2: () => show("text"),
    3: () => { show("article"); byId("article").focus(); },
    Escape: () => { light([]); unfilter(); document.activeElement.blur(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input[type=search]") && event.key !== "Escape") return;
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });

  byId("print").addEventListener("click", () => window.print());
  show("facts");
  count();
  sift();
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (card.has(wanted.replace(/^[fq]-/, ""))) choose(wanted.replace(/^[fq]-/, ""));
})();

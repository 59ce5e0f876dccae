"use strict";
(() => {
  const root = document.documentElement, key = "bulletin-language";
  const tap = document.getElementById("tap"), held = tap.querySelector(".held");
  const switches = [...document.querySelectorAll(".switch")];
  let from = null;

  function remembered() {
    try { return localStorage.getItem(key); } catch { return null; }
  }
  function remember(value) {
    try { localStorage.setItem(key, value); } catch { /* a file that may keep nothing */ }
  }
  function turned(one) {
    // where the reader was: the same place, as far as the views are alike
    root.lang = one.dataset.lang;
    root.dataset.view = one.value;
  }
  for (const one of switches) {
    one.addEventListener("change", () => {
      const above = root.scrollHeight - root.clientHeight;
      const share = above > 0 ? root.scrollTop / above : 0;
      turned(one);
      remember(one.value);
      root.scrollTop = share * (root.scrollHeight - root.clientHeight);
    });
    if (one.value === remembered()) one.checked = true;
    if (one.checked) turned(one);
  }

  function open(link) {
    const found = link.dataset.facts.split(" ").map((id) => document.getElementById(`v-${id}`)).filter(Boolean);
    if (!found.length || typeof tap.showModal !== "function") return false;
    held.replaceChildren(...found.map((entry) => {
      const copy = entry.cloneNode(true);
      copy.removeAttribute("id");
      return copy;
    }));
    if (!tap.open) {
      from = link;
      tap.showModal();
    }
    held.scrollTop = 0;
    return true;
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-facts]");
    if (link && open(link)) event.preventDefault();
  });
  for (const link of document.querySelectorAll(".view a[data-facts]")) link.setAttribute("aria-haspopup", "dialog");
  document.getElementById("close").addEventListener("click", () => tap.close());
  tap.addEventListener("click", (event) => { if (event.target === tap) tap.close(); });
  tap.addEventListener("close", () => { if (from) from.focus({ preventScroll: true }); from = null; });
})();

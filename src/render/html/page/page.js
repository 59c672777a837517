"use strict";
// The page is complete without this script: it adds the filter, the keys and the way to what is folded away.
(() => {
  const root = document.documentElement;
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];
  root.classList.add("js");
  for (const part of all(".scripted")) part.hidden = false;

  const items = all(".item");
  const rows = all("tr.row");
  const sources = all("details.source");
  const groups = all("main > .group");

  // What is kept between visits; a page opened from disk may have no storage.
  const kept = {
    get(name) { try { return localStorage.getItem("crosscheck-" + name); } catch { return null; } },
    set(name, value) { try { localStorage.setItem("crosscheck-" + name, value); } catch { /* for this visit only */ } },
  };

  // Appearance.
  const theme = one("#theme");
  const dress = (name) => {
    if (name === "light" || name === "dark") root.dataset.theme = name;
    else delete root.dataset.theme;
  };
  if (["light", "dark"].includes(kept.get("theme"))) theme.value = kept.get("theme");
  dress(theme.value);
  theme.addEventListener("change", () => { dress(theme.value); kept.set("theme", theme.value); });

  // Filter.
  const form = one("#filter");
  const boxes = [...form.querySelectorAll('input[name="verdict"]')];
  const [source, kind, text] = [one("#f-source"), one("#f-kind"), one("#f-text")];
  const [shown, showAll, noMatch] = [one("#shown"), one("#show-all"), one("#no-match")];
  const counted = new Intl.NumberFormat(root.lang);
  const marks = /\p{M}/gu;
  const stroke = /[đĐ]/g;
  // Small letters; without marks for a search that was typed without.
  const lower = (s) => s.normalize("NFC").toLowerCase().replace(/\s+/g, " ");
  const bare = (s) => s.normalize("NFD").replace(marks, "").replace(stroke, "d");
  const entry = (element) => ({
    element,
    verdict: element.dataset.v,
    sources: element.dataset.s ? element.dataset.s.split(" ") : [],
    kinds: element.dataset.k ? element.dataset.k.split(" ") : [],
    group: element.closest(".group"),
    lower: null,
    bare: null,
  });
  const entries = items.map(entry);
  const rowEntries = rows.map(entry);
  const read = (it) => {
    if (it.lower === null) {
      it.lower = lower(it.element.textContent);
      it.bare = bare(it.lower);
    }
  };
  // The text of the findings is read while nothing else is to do.
  const later = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 60));
  const unread = [...entries, ...rowEntries];
  const readSome = (time) => {
    while (unread.length && time.timeRemaining() > 2) read(unread.pop());
    if (unread.length) later(readSome);
  };
  later(readSome);

  const filter = () => {
    const verdicts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const words = lower(text.value.trim());
    const field = words && bare(words) === words ? "bare" : "lower";
    const matches = (it) => {
      if (verdicts.size && !verdicts.has(it.verdict)) return false;
      if (source.value && !it.sources.includes(source.value)) return false;
      if (kind.value && !it.kinds.includes(kind.value)) return false;
      if (!words) return true;
      read(it);
      return it[field].includes(words);
    };
    const filtered = Boolean(verdicts.size || source.value || kind.value || words);
    const found = new Set();
    let count = 0;
    for (const it of entries) {
      const match = matches(it);
      if (it.element.hidden === match) it.element.hidden = !match;
      if (match) { count += 1; found.add(it.group); }
    }
    let inTable = 0;
    for (const it of rowEntries) {
      const match = matches(it);
      if (it.element.hidden === match) it.element.hidden = !match;
      if (match) inTable += 1;
    }
    for (const group of groups) {
      if (group.id === "section-sources") continue;
      group.hidden = filtered && (group.id === "section-table" ? inTable === 0 : !found.has(group));
    }
    for (const list of all(".singles")) {
      const none = filtered && !list.querySelector(".item:not([hidden])");
      list.hidden = none;
      list.previousElementSibling.hidden = none;
    }
    for (const article of sources) article.hidden = Boolean(source.value) && article.dataset.s !== source.value;
    noMatch.hidden = count > 0 || !filtered;
    showAll.hidden = !filtered;
    shown.textContent = (filtered ? form.dataset.shown : form.dataset.all)
      .replace("{shown}", counted.format(count)).replace("{all}", counted.format(entries.length));
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", filter);
  const unfilter = () => { form.reset(); filter(); };
  showAll.addEventListener("click", unfilter);
  let waiting = 0;
  text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
  filter();

  // Links to a fact, a figure or an article open what they lie in.
  const reveal = (move) => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    if (target.closest("[hidden]")) unfilter();
    if (target.matches("details")) target.open = true;
    for (let up = target.parentElement; up; up = up.parentElement) if (up.matches("details")) up.open = true;
    if (!move) return;
    target.scrollIntoView({ block: target.matches(".m") ? "center" : "start" });
    if (target.matches(".item, a")) { target.focus({ preventScroll: true }); here(target); }
  };
  const here = (item) => {
    for (const old of all(".here")) old.classList.remove("here");
    if (item.matches(".item")) item.classList.add("here");
  };
  addEventListener("hashchange", () => reveal(true));
  reveal(true);
  // A link to where the page already is changes no hash.
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest('a[href^="#"]');
    if (link && link.getAttribute("href") === location.hash) reveal(true);
  });

  one("#open-all").addEventListener("click", () => { for (const article of sources) article.open = true; });
  one("#close-all").addEventListener("click", () => { for (const article of sources) article.open = false; });

  // Keys.
  const keys = one("#keys");
  const keysOn = one("#keys-on");
  keysOn.checked = kept.get("keys") !== "off";
  keysOn.addEventListener("change", () => kept.set("keys", keysOn.checked ? "on" : "off"));
  one("#keys-open").addEventListener("click", () => keys.showModal());
  const step = (by) => {
    const visible = items.filter((item) => !item.hidden && !item.closest("details:not([open]), [hidden]"));
    if (!visible.length) return;
    const at = visible.indexOf(document.activeElement.closest(".item") || one(".item.here"));
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + by, 0), visible.length - 1);
    visible[next].focus({ preventScroll: true });
    visible[next].scrollIntoView({ block: "start" });
    here(visible[next]);
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const typing = event.target.matches && event.target.matches("input[type=search], select, textarea");
    if (event.key === "Escape" && event.target === text) {
      text.value = "";
      filter();
      text.blur();
      return;
    }
    if (typing || !keysOn.checked) return;
    const act = {
      j: () => step(1),
      k: () => step(-1),
      "/": () => { text.focus(); text.select(); },
      "?": () => keys.showModal(),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // On paper, the grounds of a conflict are open.
  const opened = [];
  addEventListener("beforeprint", () => {
    for (const details of all(".card.conflict .why, .card .rest, .card.update > .fold")) {
      if (!details.open) { details.open = true; opened.push(details); }
    }
  });
  addEventListener("afterprint", () => { for (const details of opened.splice(0)) details.open = false; });
})();

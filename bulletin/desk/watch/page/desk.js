// The desk's page. The server says by its stream that something is new; what is new is fetched, the rest stays.

const $ = (id) => document.getElementById(id);
const made = (tag, name = "", text = "") => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text) node.textContent = text;
  return node;
};
const WORDS = await (await fetch("/words")).json();
const word = (name, values = {}) => Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`[${key}]`, value), WORDS[name]);

let state = {};
let held = { pages: [], article: { lines: [] }, problems: [] };
let had = new Set(); // what the pages said before the last save
let lit = null;

const post = (path, data) => fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data) });

// ------------------------------------------------------------------ what is new

const stream = new EventSource("/events");
let following = Promise.resolve();
stream.onmessage = (event) => {
  const now = JSON.parse(event.data);
  following = following.then(() => follow(now)).catch((error) => console.error(error));
};
stream.onerror = () => {
  document.body.classList.add("stale");
  $("state").textContent = word("gone");
};

async function follow(now) {
  const before = state;
  state = now;
  const other = before.name !== now.name;
  const changed = ["pages", "article", "problems"].filter((key) => before[key] !== now[key]);
  const found = await Promise.all(changed.map(async (key) => (await fetch(`/${key}`)).json()));
  changed.forEach((key, at) => { held[key] = found[at]; });
  if (changed.includes("pages")) {
    const said = other ? new Set() : new Set(had);
    had = new Set(held.pages.flatMap((page) => page.spots.map((spot) => spot.words)));
    showPages(said);
  }
  if (changed.includes("article")) showArticle();
  if (changed.length) showProblems();
  showState();
  document.documentElement.dataset.serial = now.serial;
}

function showState() {
  document.body.classList.toggle("busy", state.busy);
  document.body.classList.toggle("stale", state.stale && !state.busy);
  $("state").textContent = state.busy ? word("busy") : state.stale ? word("stale") : word("current", { seconds: ((state.took || 0) / 1000).toFixed(1) });
  document.title = `${state.errors ? `(${state.errors}) ` : ""}${state.name} · ${WORDS.title}`;
  $("counts").replaceChildren(
    made("b", state.errors ? "error" : "", word("errors", { n: state.errors })), " · ",
    made("b", state.warnings ? "warning" : "", word("warnings", { n: state.warnings })),
  );
  const names = $("names");
  if (names.dataset.names !== state.names.join()) {
    names.dataset.names = state.names.join();
    names.replaceChildren(...state.names.map((name) => Object.assign(made("option", "", name), { value: name })));
  }
  names.value = state.name;
  $("banner").hidden = !(state.stale && held.pages.length);
  $("banner").textContent = word("stale_banner", { n: state.errors });
  $("no-problems").hidden = held.problems.length > 0 || state.busy;
  $("empty").hidden = held.pages.length > 0;
  $("empty").textContent = state.busy ? WORDS.setting : WORDS.no_pages;
}

// ------------------------------------------------------------------ pages

function showPages(said) {
  const sheets = $("sheets");
  while (sheets.children.length > held.pages.length) sheets.lastChild.remove();
  held.pages.forEach((page, at) => {
    const sheet = sheets.children[at] || sheets.appendChild(newSheet());
    if (sheet.dataset.wanted !== page.digest || sheet.dataset.said !== String(said.size)) fill(sheet, page, said);
  });
  $("jump").replaceChildren(...held.pages.map((page) => {
    const button = made("button", page.used < 0.85 ? "short" : "", String(page.number));
    button.type = "button";
    button.title = word("full", { percent: Math.round(page.used * 100) });
    button.classList.toggle("changed", sheets.children[page.number - 1].classList.contains("changed"));
    button.onclick = () => sheets.children[page.number - 1].scrollIntoView({ block: "start" });
    return button;
  }));
}

function newSheet() {
  const sheet = made("section", "sheet");
  const paper = made("div", "paper");
  paper.append(Object.assign(made("img"), { alt: "" }), made("div", "spots"));
  sheet.append(made("h3"), paper);
  paper.addEventListener("keydown", walk);
  return sheet;
}

function fill(sheet, page, said) {
  const fresh = said.size ? page.spots.filter((spot) => !said.has(spot.words)) : [];
  sheet.id = `page-${page.number}`;
  sheet.setAttribute("aria-label", word("page", { n: page.number }));
  sheet.classList.toggle("changed", fresh.length > 0);
  const used = Math.round(page.used * 100);
  const meter = Object.assign(made("meter"), { min: 0, max: 1, low: 0.85, optimum: 1, value: Math.min(page.used, 1) });
  meter.setAttribute("aria-label", word("full", { percent: used }));
  sheet.querySelector("h3").replaceChildren(
    word("page", { n: page.number }), meter,
    made("span", page.used < 0.85 ? "short" : "", word("full", { percent: used })),
    ...(fresh.length ? [made("span", "tag", word("changed", { n: fresh.length }))] : []),
  );
  const paper = sheet.querySelector(".paper");
  paper.style.aspectRatio = `1 / ${page.ratio}`;
  sheet.querySelector(".spots").replaceChildren(...page.spots.map((spot, at) => button(spot, page, at === 0, fresh)));
  sheet.dataset.said = String(said.size);
  if (sheet.dataset.wanted !== page.digest) draw(sheet, page.digest);
}

function button(spot, page, first, fresh) {
  const node = made("button", `spot ${spot.kind}`);
  node.type = "button";
  node.tabIndex = first ? 0 : -1;
  node.setAttribute("aria-label", `${WORDS[spot.kind]}: ${spot.words}`);
  node.classList.toggle("new", fresh.includes(spot));
  node.spot = spot;
  for (const [x, y, w, h] of spot.boxes) {
    const box = made("i");
    Object.assign(box.style, { left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` });
    node.append(box);
  }
  node.onclick = () => point(node);
  return node;
}

function draw(sheet, digest) {
  // the new picture takes the old one's place once it is there: nothing flickers, nothing moves
  sheet.dataset.wanted = digest;
  const width = Math.ceil((sheet.querySelector(".paper").clientWidth || 900) * window.devicePixelRatio);
  const image = new Image();
  image.onload = () => {
    if (sheet.dataset.wanted !== digest) return;
    const shown = sheet.querySelector("img");
    shown.src = image.src;
    sheet.dataset.shown = digest;
  };
  image.src = `/picture/${digest}?w=${width}`;
}

let waiting = 0;
window.addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => [...$("sheets").children].forEach((sheet) => draw(sheet, sheet.dataset.wanted)), 250);
});

function walk(event) {
  // arrow keys go from one thing on a page to the next; Tab leads from page to page
  const spots = [...event.currentTarget.querySelectorAll(".spot")];
  const at = spots.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: spots.length - 1 }[event.key];
  if (at < 0 || to === undefined || !spots[to]) return;
  event.preventDefault();
  spots[at].tabIndex = -1;
  spots[to].tabIndex = 0;
  spots[to].focus();
  spots[to].firstChild?.scrollIntoView({ block: "nearest" });
}

const spots = () => [...document.querySelectorAll(".spot")];

// ------------------------------------------------------------------ what is pointed at

function clear() {
  document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
}

function quote(facts) {
  const marks = [...document.querySelectorAll("#lines [data-claims]")].filter((mark) => mark.dataset.claims.split(" ").some((id) => facts.has(id)));
  marks.forEach((mark) => mark.classList.add("lit"));
  marks[0]?.scrollIntoView({ block: "center" });
}

function claims(spot) {
  const parts = spot.path.split(".");
  const own = ["honours", "projects", "left_out"].includes(parts[0]) ? [parts.slice(0, 2).join(".")] : [];
  return new Set([...spot.facts, ...own]);
}

async function point(node) {
  clear();
  node.classList.add("lit");
  quote(claims(node.spot));
  await show(node.spot, node.spot.words);
}

async function show(place, words) {
  lit = place.file ? place : null;
  $("found").hidden = false;
  $("found-words").textContent = words;
  $("found-said").textContent = "";
  $("found-open").hidden = $("found-source").hidden = !lit;
  $("found-place").textContent = lit ? `${place.file}:${place.line}` : WORDS.nowhere;
  if (!lit) return;
  const last = Math.max(place.line, place.last || place.line);
  const answer = await fetch(`/source?file=${encodeURIComponent(place.file)}&line=${place.line}&last=${last}`);
  if (!answer.ok || lit !== place) return;
  const { lines } = await answer.json();
  $("found-source").replaceChildren(...lines.flatMap((line, at) => [made("b", "", `${String(place.line + at).padStart(4)}  `), `${line}\n`]));
}

async function edit() {
  if (!lit) return;
  const told = await (await post("/open", { file: lit.file, line: lit.line, column: lit.column || 1 })).json();
  $("found-said").textContent = told.said;
}

$("found-open").onclick = edit;
function dismiss() {
  $("found").hidden = true;
  lit = null;
  clear();
}
$("found-close").onclick = dismiss;
document.addEventListener("dblclick", (event) => { if (event.target.closest(".spot")) edit(); });
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !$("proposal").open) { $("make").hidden = true; dismiss(); }
  if (event.key === "o" && lit && !event.ctrlKey && !event.metaKey && event.target.tagName !== "SELECT") edit();
});

// ------------------------------------------------------------------ problems

function of(problem) {
  const path = problem.path;
  const own = spots().filter((node) => node.spot.file === problem.file);
  if (path.startsWith("facts.")) {
    const fact = path.split(".")[1];
    return spots().filter((node) => node.spot.facts.includes(fact) && node.spot.kind === "number");
  }
  const inside = path && own.filter((node) => node.spot.path === path || node.spot.path.startsWith(`${path}.`) || path.startsWith(`${node.spot.path}.`));
  if (inside?.length) {
    const deepest = Math.max(...inside.map((node) => Math.min(node.spot.path.length, path.length)));
    const near = inside.filter((node) => Math.min(node.spot.path.length, path.length) === deepest);
    return whole(near.filter((node) => covers(node.spot, problem.line)), near);
  }
  return whole(own.filter((node) => covers(node.spot, problem.line)), []);
}

const covers = (spot, line) => spot.line <= line && line <= spot.last;

function whole(found, otherwise) {
  // a sentence stands for the figures in it
  const nodes = found.length ? found : otherwise;
  const wholes = nodes.filter((node) => node.spot.kind !== "number");
  return wholes.length ? wholes : nodes;
}

function showProblems() {
  if (lit?.rule) dismiss();
  spots().forEach((node) => node.classList.remove("error", "warning"));
  const bad = new Set();
  const rows = held.problems.map((problem) => {
    const marks = of(problem);
    if (marks.length <= 12) {
      marks.forEach((node) => node.classList.add(problem.level));
      if (problem.level === "error") marks.forEach((node) => bad.add(node.closest(".sheet").id));
    }
    const row = made("button", problem.level);
    row.type = "button";
    row.append(made("span", "level", `${WORDS[problem.level]} `), problem.message);
    problem.notes.forEach(([label, text]) => row.append(made("span", "note", label === "help" ? `→ ${text}` : text)));
    const page = marks[0]?.closest(".sheet").id.replace("page-", "");
    row.append(made("span", "place", `${problem.file}${problem.line ? `:${problem.line}` : ""}  ${problem.rule}${page ? `  ${word("page", { n: page })}` : ""}`));
    row.onclick = () => { clear(); row.classList.add("lit"); lead(problem, of(problem)); };
    const item = made("li");
    item.append(row);
    return item;
  });
  $("problem-list").replaceChildren(...rows);
  [...$("jump").children].forEach((node, at) => node.classList.toggle("bad", bad.has(`page-${at + 1}`)));
}

function lead(problem, marks) {
  marks.forEach((node) => node.classList.add("lit"));
  marks[0]?.firstChild?.scrollIntoView({ block: "center" });
  quote(new Set(marks.flatMap((node) => [...claims(node.spot)])));
  show(problem, problem.message);
}

// ------------------------------------------------------------------ the article

function showArticle() {
  const nodes = held.article.lines.flatMap((line) => {
    const row = made("p");
    row.dataset.number = line.number;
    row.append(...line.stretches.map(stretch));
    return line.file ? [made("h3", "", line.file), row] : [row];
  });
  const top = $("article").scrollTop;
  $("lines").replaceChildren(...nodes);
  $("article").scrollTop = top;
  $("share").textContent = held.article.share;
}

function stretch({ at, text, claims: ids, look }) {
  const node = made("span", [ids.length ? "quoted" : "", look].filter(Boolean).join(" "), text);
  node.dataset.at = at;
  if (ids.length) {
    node.dataset.claims = ids.join(" ");
    node.onclick = () => { if (getSelection().isCollapsed) back(new Set(ids)); };
  }
  if (look === "open") {
    Object.assign(node, { tabIndex: 0, title: WORDS.open_number });
    node.setAttribute("role", "button");
    node.onclick = () => { if (getSelection().isCollapsed) offer(at, at + text.length); };
    node.onkeydown = (event) => { if (event.key === "Enter") offer(at, at + text.length); };
  }
  return node;
}

function back(ids) {
  // from the article to the page: what rests on these words
  clear();
  quote(ids);
  const marks = spots().filter((node) => [...claims(node.spot)].some((id) => ids.has(id)) && node.spot.kind !== "text");
  marks.forEach((node) => node.classList.add("lit"));
  marks[0]?.firstChild?.scrollIntoView({ block: "center" });
}

// ------------------------------------------------------------------ a fact from words

function selected() {
  const chosen = getSelection();
  if (chosen.isCollapsed || !chosen.rangeCount || !$("lines").contains(chosen.anchorNode) || !$("lines").contains(chosen.focusNode)) return null;
  const range = chosen.getRangeAt(0);
  const place = (node, offset) => {
    const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : (node.childNodes[offset] || node.lastChild || node);
    const of = holder.closest?.("[data-at]") || holder.querySelector?.("[data-at]");
    return of ? Number(of.dataset.at) + (node.nodeType === Node.TEXT_NODE ? offset : 0) : null;
  };
  const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
  return start !== null && end > start ? { start, end, box: range.getBoundingClientRect() } : null;
}

document.addEventListener("selectionchange", () => {
  const chosen = selected();
  $("make").hidden = !chosen;
  if (chosen) {
    const left = Math.min(chosen.box.left, innerWidth - 220);
    Object.assign($("make").style, { left: `${left}px`, top: `${Math.min(chosen.box.bottom + 6, innerHeight - 50)}px` });
  }
});
$("make").onpointerdown = (event) => event.preventDefault();
$("make").onclick = () => { const chosen = selected(); if (chosen) offer(chosen.start, chosen.end); };

let offered = null;
async function offer(start, end) {
  const answer = await post("/propose", { start, end });
  const told = await answer.json().catch(() => ({ said: WORDS.refused }));
  offered = answer.ok ? told : null;
  $("make").hidden = true;
  $("proposal-for").textContent = offered ? word("for_key", { key: `${told.key}:`, file: told.file }) : told.said;
  $("proposal-text").textContent = offered ? told.text : "";
  $("proposal-text").hidden = $("copy").hidden = $("insert").hidden = !offered;
  $("proposal-said").textContent = "";
  $("insert").textContent = WORDS.insert;
  $("insert").dataset.sure = "";
  $("proposal").showModal();
}

$("copy").onclick = async () => {
  if (!offered) return;
  await navigator.clipboard.writeText(offered.text);
  $("proposal-said").textContent = WORDS.copied;
};
$("insert").onclick = async () => {
  if (!offered) return;
  if (!$("insert").dataset.sure) { // asked once more: this writes into the person's file
    $("insert").dataset.sure = "yes";
    $("insert").textContent = word("sure", { file: offered.file });
    return;
  }
  const answer = await post("/insert", { id: offered.id });
  const told = await answer.json().catch(() => ({ said: WORDS.refused }));
  $("proposal-said").textContent = answer.ok ? word("written", { file: told.file, line: told.line }) : told.said;
  $("insert").hidden = $("copy").hidden = true;
  if (answer.ok) show({ file: told.file, line: told.line, last: told.line + 9 }, offered.text.trim().split("\n")[0]);
  offered = null;
};
$("proposal-close").onclick = () => $("proposal").close();
$("names").onchange = () => post("/choose", { name: $("names").value });

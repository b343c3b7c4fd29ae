// The meeting screen: forms are put in a queue and sent in order, the parts of the page are fetched
// anew when the meeting has changed, and what somebody is writing is never taken away from her.
import { Queue, newKey } from "./queue.js";

const screen = document.querySelector("[data-screen]");
const text = (name) => screen.dataset[`text${name}`] ?? "";
const status = screen.querySelector("[data-status]");
const refusals = screen.querySelector("[data-refusals]");
const itemPart = screen.querySelector("[data-item-part]");
let csrf = screen.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
let ahead = Date.parse(screen.dataset.now) - Date.now();
let isDirty = false;
let isReloading = false;

const queue = new Queue(screen.dataset.screen, {
  csrf: () => csrf,
  changed: showQueue,
  refused(entry, why, page) {
    if (page && sentBack(page)) return;
    const box = document.createElement("div");
    box.className = "alert alert-error";
    const body = document.createElement("div");
    body.className = "alert-body";
    const heading = document.createElement("p");
    heading.className = "alert-heading";
    heading.textContent = `${text("Refused")}: ${entry.label}`;
    const words = document.createElement("p");
    words.className = "alert-text";
    words.textContent = why;
    body.append(heading, words);
    box.append(body);
    const typed = entry.pairs.filter(([name, value]) => /text/.test(name) && value);
    for (const [, value] of typed) {
      const kept = document.createElement("blockquote");
      kept.textContent = value;
      body.append(kept);
    }
    refusals.append(box);
    look(true);
  },
  done(entry, told) {
    if (entry.reload && !queue.all().length) {
      isReloading = true;
      location.reload();
      return;
    }
    if (entry.isDecision && !isDirty) fetchItem();
    if (told?.parts) take(told);
    else look(true);
  },
});

function showQueue() {
  const entries = queue.all();
  const lines = [];
  if (entries.length === 1) lines.push(text("WaitingOne"));
  else if (entries.length) lines.push(text("Waiting").replace("%s", entries.length));
  if (entries.length) lines.push(`(${entries.map((each) => each.label).join(" · ")})`);
  if (queue.trouble === "signed-out") lines.push(text("SignedOut"));
  else if (queue.trouble === "offline" || !navigator.onLine) lines.push(text("Offline"));
  const told = lines.join(" ");
  if (status.textContent !== told) status.textContent = told;
  status.classList.toggle("is-waiting", Boolean(told));
  for (const mark of screen.querySelectorAll("[data-pending]")) mark.remove();
  for (const entry of entries) markPending(entry);
}

function markPending(entry) {
  const [kind, key] = entry.pairs.find(([name]) => name === "seat" || name === "guest") ?? [];
  const place = kind && screen.querySelector(`[data-place="${kind}-${key}"] .hold-who`);
  if (!place) return;
  const mark = document.createElement("span");
  mark.className = "hold-where is-pending";
  mark.dataset.pending = "";
  mark.textContent = `${entry.label.split(": ").pop()}, ${text("Pending")}`;
  place.append(mark);
}

// A form that was sent back with a question or what is wrong takes the place of the one on the
// screen, with all that was typed; false when another item is shown by now.
function sentBack(page) {
  const form = page.querySelector("[data-decide]");
  const there = itemPart.querySelector("[data-decide]");
  if (!form || !there || isDirty) return false;
  if (form.getAttribute("aria-labelledby") !== there.getAttribute("aria-labelledby")) return false;
  there.replaceWith(document.importNode(form, true));
  isDirty = true;
  const alert = itemPart.querySelector("[data-decide] .alert, [data-decide] .form-error-message");
  const next = alert?.querySelector("input") ?? itemPart.querySelector("[aria-invalid], textarea");
  next?.focus();
  return true;
}

// Sending ----------------------------------------------------------------

screen.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("data-direct")) return;
  if (form.querySelector("input[type=file]")) return;
  const inItem = itemPart.contains(form);
  if (!form.dataset.queued && !inItem) return;
  event.preventDefault();
  const moment = form.querySelector("[data-moment]");
  if (moment) moment.value = new Date(Date.now() + ahead).toISOString();
  const pairs = [...new FormData(form, event.submitter)].filter(
    ([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string",
  );
  const field = form.querySelector("[name$=operation]");
  const key = field?.value || newKey();
  const heading = itemPart.querySelector(".kicker, h2");
  queue.add({
    key,
    url: event.submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href,
    pairs,
    label: form.dataset.queued || heading?.textContent.trim() || "",
    isDecision: inItem,
    item: inItem ? loadedItem() : "",
    reload: form.hasAttribute("data-reload"),
  });
  if (inItem) isDirty = false;
  // A double click sends the same key; what is sent later from the same form is another operation.
  if (field) setTimeout(() => field.value === key && (field.value = newKey()), 800);
});

itemPart.addEventListener("input", () => (isDirty = true));
addEventListener("beforeunload", (event) => {
  if (isDirty && !isReloading) event.preventDefault();
});

// Showing ----------------------------------------------------------------

// First the meeting, then what waits: the look brings the token that it is sent with, and says
// whether she is signed in at all.
async function look(isForced) {
  let told;
  try {
    const set = isForced ? "" : screen.dataset.revision;
    const shown = screen.dataset.shown;
    const answer = await fetch(`${screen.dataset.state}?set=${set}&punkt=${shown}`, {
      headers: { Accept: "application/json" },
    });
    if (answer.redirected) {
      if (queue.all().length || new URL(answer.url).pathname.startsWith("/konto/")) {
        queue.trouble = "signed-out";
        showQueue();
      }
      return;
    }
    if (!answer.ok) {
      queue.send();
      return;
    }
    told = await answer.json();
  } catch {
    queue.trouble = "offline";
    showQueue();
    return;
  }
  queue.trouble = "";
  take(told);
  queue.send();
}

function take(told) {
  csrf = told.csrf ?? csrf;
  ahead = Date.parse(told.now) - Date.now();
  if (told.state !== "open") {
    if (!isDirty && !queue.all().length) {
      isReloading = true;
      location.reload();
    } else status.textContent = text("Closed");
    return;
  }
  if (told.parts) {
    const moved = String(told.current ?? "") !== screen.dataset.current;
    screen.dataset.revision = told.revision;
    screen.dataset.current = told.current ?? "";
    for (const [name, html] of Object.entries(told.parts)) replace(name, html);
    offerMany();
    // The screen goes with the meeting, unless she is writing on the item she has.
    if (moved && !isDirty) {
      screen.dataset.shown = told.current ?? screen.dataset.shown;
      fetchItem();
    } else if (told.mark !== screen.dataset.mark) {
      if (!isDirty) fetchItem();
      else if (written(told.mark) !== written(screen.dataset.mark)) note(text("Changed"));
    }
  }
  showQueue();
}

// Of the mark, what is written on the item; the rest is who takes part in it.
const written = (mark) => (mark ?? "").split("/")[0];

function replace(name, html) {
  const part = screen.querySelector(`[data-part="${name}"]`);
  const focused = part.contains(document.activeElement) ? pathTo(document.activeElement, part) : null;
  const typing = part.querySelector("input:focus:not([type=hidden]), textarea:focus, select:focus");
  if (typing && typing.type !== "checkbox") return;
  const opened = [...part.querySelectorAll("details")].map((each) => each.open);
  part.innerHTML = html;
  part.querySelectorAll("details").forEach((each, index) => (each.open = opened[index] ?? false));
  focused?.().focus?.();
}

// What is decided on its own is no longer offered among many.
function offerMany() {
  for (const box of screen.querySelectorAll('[name="many-items"]')) {
    const row = screen.querySelector(`.hold-list [data-show="${box.value}"]`)?.closest(".hold-row");
    const isDone = Boolean(row?.matches(".is-decided, .is-postponed, .is-nothing_recorded, .is-withdrawn"));
    box.disabled = isDone;
    box.checked &&= !isDone;
    (box.closest(".form-group-checkbox") ?? box).hidden = isDone;
  }
}

// Where the focus was: the same place in the list, and the same button in it.
function pathTo(element, part) {
  const place = element.closest("[data-place]")?.dataset.place;
  const shown = element.dataset.show;
  const key = element.dataset.key;
  return () =>
    (key && part.querySelector(`[data-key="${key}"]`)) ||
    (shown && part.querySelector(`[data-show="${shown}"]`)) ||
    (place && part.querySelector(`[data-place="${place}"] button`)) ||
    part.querySelector("h2, button");
}

let asked = 0;

const loadedItem = () => itemPart.querySelector("[data-loaded]")?.dataset.loaded;

// What she sent about the item stands on the screen until the meeting has it.
const isWaited = () =>
  loadedItem() === screen.dataset.shown &&
  queue.all().some((entry) => entry.isDecision && entry.item === loadedItem());

async function fetchItem(hasFocus) {
  asked += 1;
  const number = asked;
  // Until another item is here, the buttons of the one before are out of reach.
  itemPart.inert = loadedItem() !== screen.dataset.shown;
  try {
    const answer = await fetch(`${screen.dataset.item}?punkt=${screen.dataset.shown}`);
    if (!answer.ok || answer.redirected) return;
    const html = await answer.text();
    // Another item was asked for meanwhile, or she has begun to write.
    if (number !== asked || isDirty || isWaited()) return;
    showItem(html);
  } catch {
    queue.trouble = "offline";
    showQueue();
    return;
  } finally {
    if (number === asked) itemPart.inert = false;
  }
  const loaded = itemPart.querySelector("[data-loaded]");
  screen.dataset.mark = loaded?.dataset.mark ?? "";
  document.dispatchEvent(new CustomEvent("sagsgang:part", { detail: itemPart }));
  if (hasFocus) itemPart.querySelector("h2")?.focus();
}

// The same item anew keeps open what was open.
function showItem(html) {
  const before = loadedItem();
  const summaries = () => [...itemPart.querySelectorAll("details > summary")];
  const opened = summaries().filter((each) => each.parentElement.open);
  const words = new Set(opened.map((each) => each.textContent));
  itemPart.innerHTML = html;
  if (loadedItem() !== before) return;
  for (const each of summaries()) if (words.has(each.textContent)) each.parentElement.open = true;
}

function note(words) {
  const there = itemPart.querySelector(".hold-changed");
  if (there) return;
  const line = document.createElement("p");
  line.className = "hold-changed";
  line.setAttribute("role", "status");
  line.textContent = words;
  itemPart.prepend(line);
}

screen.addEventListener("click", (event) => {
  const link = event.target.closest("[data-show]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || isDirty) return;
  event.preventDefault();
  screen.dataset.shown = link.dataset.show;
  history.replaceState(null, "", link.getAttribute("href"));
  for (const each of screen.querySelectorAll(".hold-list [data-show]")) {
    each.toggleAttribute("aria-current", false);
    if (each.dataset.show === link.dataset.show) each.setAttribute("aria-current", "true");
    each.closest("li")?.classList.toggle("is-shown", each.dataset.show === link.dataset.show);
  }
  fetchItem(true);
});

// Keys -------------------------------------------------------------------

const switchKeys = screen.querySelector("[data-shortcuts]");
switchKeys.checked = localStorage.getItem("sagsgang-shortcuts") !== "off";
switchKeys.addEventListener("change", () =>
  localStorage.setItem("sagsgang-shortcuts", switchKeys.checked ? "on" : "off"),
);

// Switched off, no single key does anything on this page, the decision's own keys among them.
addEventListener(
  "keydown",
  (event) => {
    const isPlain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isPlain && event.key !== " " && !switchKeys.checked && !isField(event.target)) {
      event.stopImmediatePropagation();
    }
  },
  true,
);

const isField = (element) =>
  element.closest?.(
    "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]",
  );
const focusOn = (...selectors) =>
  selectors.map((each) => screen.querySelector(each)).find(Boolean)?.focus();
const KEYS = {
  n: () => screen.querySelector("[data-key=n]")?.click(),
  b: () =>
    focusOn(
      "[data-decision] textarea, [data-decision] input:not([type=hidden]), [data-decision] button",
    ),
  f: () => focusOn(".hold-presence .hold-place button"),
  l: () => focusOn(".hold-list [aria-current]", ".hold-list a"),
  j: () => step(1),
  k: () => step(-1),
  h: () => {
    const help = document.getElementById("genveje");
    help.open = !help.open;
    help.querySelector("summary").focus();
  },
};

function step(by) {
  const list = document.activeElement.closest(".hold-presence, .hold-list");
  const stops = list && [
    ...list.querySelectorAll(list.matches(".hold-list") ? "[data-show]" : ".hold-place button"),
  ].filter((each) => each.offsetParent !== null && !each.closest("details.hold-more"));
  const at = stops ? stops.indexOf(document.activeElement) : -1;
  stops?.[Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "Enter") {
    const form = event.target.closest("form");
    if (form && screen.contains(form)) {
      event.preventDefault();
      form.requestSubmit();
    }
    return;
  }
  if (isField(event.target) || !switchKeys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

// Clock and polling --------------------------------------------------------

function tick() {
  const clock = screen.querySelector("[data-clock]");
  const now = new Date(Date.now() + ahead);
  const zone = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" };
  if (clock) clock.textContent = now.toLocaleTimeString("da-DK", zone);
}

addEventListener("offline", () => {
  queue.trouble = "offline";
  showQueue();
});
addEventListener("online", () => look());
setInterval(tick, 1000);
setInterval(() => look(), 5000);
showQueue();
tick();
look();

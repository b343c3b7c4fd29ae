// Saving while one writes: a pause of 1.5 s, or leaving the page, saves what has changed.
//
// Each `form[data-autosave]` is saved by itself, with the revision it was written on. What is not
// saved yet lies in the browser (localStorage) until the server has said that it is: a lost
// connection, a closed lid or a signed-out session loses nothing. When somebody else was quicker the
// server keeps both texts, and this page links to where one chooses.
import "./points.js";

const PAUSE = 1500;
const RETRY = 5000;
const HERE = 30000;
const page = document.querySelector("[data-write]");
const words = page.dataset;
const state = document.getElementById("gemt");
const who = document.getElementById("hvem");
let lastFocused = "";

const say = (text) => {
  if (state.textContent !== text) state.textContent = text;
};

function key(name) {
  return `sagsgang:${words.user}:${words.case}:${name}`;
}

function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    if (value === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), JSON.stringify(value));
  } catch {
    // A full or closed store: the text still stands on the page, and saving goes on being tried.
  }
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Everything of a form that is written by a person, as one string that can be compared and kept. */
function written(form) {
  const told = [];
  for (const [name, value] of new FormData(form)) {
    if (!["csrfmiddlewaretoken", "operation", "based_on", "settles"].includes(name)) told.push([name, value]);
  }
  return JSON.stringify(told);
}

/** Forms that wait to be saved are shown as such; the page may be left when there is none. */
const saves = new Map();

class Save {
  constructor(form) {
    this.form = form;
    this.name = form.dataset.autosave;
    this.saved = written(form);
    this.timer = 0;
    this.busy = false;
    this.stopped = false;
    /** What is on its way, and under which key, so that asking again does nothing twice. */
    this.pending = null;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("sagsgang:change", () => this.changed());
    form.addEventListener("submit", (event) => {
      if (event.submitter?.name === "move" || this.stopped) return;
      event.preventDefault();
      this.now();
    });
  }

  get base() {
    return this.form.elements.based_on.value;
  }

  isDirty() {
    return written(this.form) !== this.saved;
  }

  changed() {
    if (!this.isDirty()) return;
    keep(this.name, { text: written(this.form), base: this.base });
    if (this.stopped) return;
    say(words.unsaved);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE);
  }

  async now(isLeaving = false) {
    clearTimeout(this.timer);
    if (this.stopped || (this.busy && !isLeaving)) return;
    const text = written(this.form);
    if (text === this.saved && !this.pending) {
      if (!isLeaving) say(state.textContent);
      return;
    }
    if (!this.pending || this.pending.text !== text) this.pending = { text, operation: newKey() };
    const { operation } = this.pending;
    const body = new FormData(this.form);
    body.set("operation", operation);
    this.busy = true;
    if (!isLeaving) say(words.saving);
    try {
      const told = await send(this.form.action, body, isLeaving);
      this.pending = null;
      this.done(told, text);
    } catch (failure) {
      this.failed(failure);
    } finally {
      this.busy = false;
    }
    if (!this.stopped && !this.pending && this.isDirty()) this.changed();
  }

  done(told, text) {
    if (told.kept) {
      this.stopped = true;
      keep(this.name, null);
      this.warn(words.kept, told.conflict);
      say(words.kept);
      return;
    }
    this.form.elements.based_on.value = told.revision;
    this.saved = text;
    if (told.ids) this.form.dispatchEvent(new CustomEvent("sagsgang:ids", { detail: told.ids }));
    this.saved = this.isSameBut(text) ? written(this.form) : text;
    if (!this.isDirty()) keep(this.name, null);
    const section = this.form.closest("[data-section]");
    if (section) {
      section.querySelector(".renew")?.remove();
      section.querySelector(".nothing")?.remove();
    }
    say(told.told);
  }

  /** Whether only the keys of new points have come since `text` was sent. */
  isSameBut(text) {
    const bare = (told) => JSON.stringify(JSON.parse(told).filter(([name]) => name !== "point_id"));
    return bare(text) === bare(written(this.form));
  }

  failed(failure) {
    if (failure.told) {
      // The server has read it and says no: trying again would not help before something changes.
      this.pending = null;
      if (failure.isFinal) this.stopped = true;
      this.warn(`${words.refused}: ${failure.told}`, null);
      say(`${words.refused}: ${failure.told}`);
      return;
    }
    say(failure.isSignedOut ? words.signedOut : words.notSaved);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), RETRY);
  }

  warn(text, address) {
    this.form.querySelector("[data-warning]")?.remove();
    const box = document.createElement("div");
    box.className = "alert alert-warning";
    box.dataset.warning = "";
    box.setAttribute("role", "alert");
    const line = document.createElement("p");
    line.className = "alert-text";
    line.textContent = `${text} `;
    if (address) {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = words.keptLink;
      line.append(link);
    }
    const inner = document.createElement("div");
    inner.className = "alert-body";
    inner.append(line);
    box.append(inner);
    this.form.prepend(box);
  }

  /** What an earlier visit could not save: it goes in again on the revision it was written on. */
  async bringBack() {
    const found = kept(this.name);
    if (!found || found.text === this.saved) {
      keep(this.name, null);
      return;
    }
    if (found.base === this.base) {
      this.put(JSON.parse(found.text));
      this.changed();
      return;
    }
    const body = new FormData(this.form);
    const told = JSON.parse(found.text);
    for (const name of new Set(told.map(([name]) => name))) body.delete(name);
    for (const [name, value] of told) body.append(name, value);
    body.set("based_on", found.base);
    body.set("operation", newKey());
    try {
      const answer = await send(this.form.action, body, false);
      keep(this.name, null);
      if (answer.kept) this.warn(words.kept, answer.conflict);
    } catch {
      // It stays in the browser and is tried at the next visit.
    }
  }

  put(told) {
    const values = new Map();
    for (const [name, value] of told) values.set(name, [...(values.get(name) || []), value]);
    if (this.name === "punkter") {
      this.form.dispatchEvent(new CustomEvent("sagsgang:rows", { detail: (values.get("point_text") || []).length }));
    }
    for (const [name, list] of values) {
      const fields = [...this.form.querySelectorAll(`[name="${name}"]`)];
      list.forEach((value, at) => {
        if (!fields[at]) return;
        fields[at].value = value;
        if (fields[at].matches("[data-richtext]")) {
          fields[at].dispatchEvent(new CustomEvent("sagsgang:set", { detail: { html: value } }));
        }
      });
    }
  }
}

async function send(address, body, isLeaving) {
  const answer = await fetch(address, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    credentials: "same-origin",
    keepalive: isLeaving,
  });
  const isJson = (answer.headers.get("Content-Type") || "").includes("json");
  // Who is signed out is sent to the page for signing in, which answers in JSON too.
  if (answer.ok && isJson && !answer.redirected) return answer.json();
  const failure = new Error("not saved");
  if (answer.redirected || (answer.ok && !isJson)) failure.isSignedOut = true;
  else if (isJson && answer.status < 500) {
    const told = await answer.json();
    failure.told = told.error;
    failure.isFinal = Boolean(told.is_final);
  }
  throw failure;
}

async function here() {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", page.querySelector("[name=csrfmiddlewaretoken]").value);
  body.set("section", lastFocused);
  let told;
  try {
    told = await send(words.here, body, false);
  } catch {
    return;
  }
  const text = told.others.length ? `${words.others}: ${told.others.join(", ")}` : "";
  if (who.textContent.trim() !== text) who.textContent = text;
  for (const save of saves.values()) {
    const section = save.form.closest("[data-section]")?.dataset.section;
    const now = save.name === "punkter" ? told.points : told.revisions[section];
    if (now && String(now) !== save.base && !save.busy && !save.stopped && !save.told) {
      save.told = true;
      save.warn(words.changed, null);
    }
  }
}

function start() {
  for (const form of page.querySelectorAll("form[data-autosave]")) {
    const save = new Save(form);
    saves.set(save.name, save);
  }
  for (const save of saves.values()) save.bringBack();
  page.addEventListener("focusin", (event) => {
    lastFocused = event.target.closest("[data-section]")?.dataset.section || lastFocused;
  });
  for (const form of page.querySelectorAll("form[data-nothing]")) {
    form.addEventListener("submit", (event) => {
      const section = form.closest("[data-section]");
      const area = section.querySelector("textarea[data-richtext]");
      const save = saves.get(`afsnit-${section.dataset.section}`);
      if (!area || !save || save.stopped || !area.sagsgangEditor) return;
      event.preventDefault();
      const paragraph = document.createElement("p");
      paragraph.textContent = form.dataset.nothing;
      area.dispatchEvent(new CustomEvent("sagsgang:set", { detail: { html: paragraph.outerHTML } }));
      save.changed();
      save.now();
      area.focus();
    });
  }
  const leave = () => {
    for (const save of saves.values()) if (save.isDirty()) save.now(true);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
  window.addEventListener("pagehide", leave);
  window.addEventListener("online", () => {
    for (const save of saves.values()) if (save.isDirty()) save.now();
  });
  window.addEventListener("beforeunload", (event) => {
    const isLost = [...saves.values()].some((save) => save.isDirty() && save.pending && !save.busy);
    if (isLost) event.preventDefault();
  });
  setInterval(here, HERE);
}

// The editors are laid by their own module; when all modules have run, what they show is the base.
if (document.readyState === "complete") start();
else window.addEventListener("load", start);

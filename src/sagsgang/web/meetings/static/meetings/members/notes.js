// Notes and highlights at an item: words are chosen and marked, notes save themselves.
import { chosen, lettersOf, markLetters, placeOf } from "./anchoring.js";
import { ARRIVED, keepAnew, put, send, take, waiting } from "./outbox.js";

const PAUSE = 800;
let box;
let words;
let text;
let list;
let canKeep;

export function startNotes(mayKeep) {
  box = document.querySelector("[data-notes]");
  const own = document.querySelector("[data-own-item]");
  if (!box) return;
  canKeep = mayKeep;
  words = box.dataset;
  list = box.querySelector("[data-note-list]");
  text = own ? document.querySelector("main") : null;
  for (const row of list.children) startRow(row);
  const form = box.querySelector("[data-note-new]");
  if (form) startNew(form);
  if (text && own.dataset.ownMayWrite === "1") startChoosing(own.dataset.ownNotesAddress);
  showWaiting();
  document.addEventListener(ARRIVED, (event) => arrived(event.detail));
}

// Rows ---------------------------------------------------------------------------------------

function startRow(row) {
  if (row.dataset.quote && text) showMark(row);
  const form = row.querySelector("[data-note-form]");
  if (!form) return;
  let timer;
  const area = form.elements.text;
  const status = form.querySelector("[data-note-status]");
  // What is saved by the script needs no button; the button stays for those without one.
  form.querySelector("button").hidden = true;
  area.addEventListener("input", () => {
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  area.addEventListener("blur", () => {
    if (!timer) return;
    clearTimeout(timer);
    save();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });

  async function save() {
    timer = null;
    status.textContent = words.saving;
    await deliver(
      {
        name: row.dataset.local ?? `note-${row.dataset.note}`,
        title: document.title,
        address: form.getAttribute("action"),
        operation: crypto.randomUUID(),
        fields: { text: area.value, based_on: form.elements.based_on.value },
      },
      status,
      (data) => {
        form.elements.based_on.value = data.changed;
        if (data.text !== area.value.trim()) area.value = data.text;
      },
    );
  }
}

function showMark(row) {
  const found = lettersOf(text);
  const place = placeOf(found.letters, row.dataset);
  if (!place) return;
  const marks = markLetters(found, place, row.dataset.note);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-unstyled own-button";
  button.textContent = words.show;
  button.addEventListener("click", () => {
    marks[0].tabIndex = -1;
    marks[0].scrollIntoView({ block: "center" });
    marks[0].focus();
  });
  row.querySelector("blockquote")?.after(button);
}

// New notes ------------------------------------------------------------------------------------

function startNew(form) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(form));
    for (const name of ["csrfmiddlewaretoken", "next", "operation"]) delete fields[name];
    const key = form.elements.operation.value;
    let status = form.querySelector("[data-note-status]");
    if (!status) {
      status = document.createElement("p");
      status.className = "own-saved";
      status.dataset.noteStatus = "";
      status.setAttribute("role", "status");
      form.append(status);
    }
    const isKept = await add(form.getAttribute("action"), key, fields, status);
    if (!isKept) return;
    form.reset();
    form.elements.operation.value = crypto.randomUUID();
    form.closest("details").open = false;
  });
}

async function add(address, operation, fields, status) {
  const entry = { name: `new-${operation}`, title: document.title, address, operation, fields };
  entry.isNew = true;
  return deliver(entry, status, (data) => rowOf(data).scrollIntoView({ block: "nearest" }));
}

// To the server, or where there is no connection, into what waits. True when it is not lost.
async function deliver(entry, status, then) {
  try {
    const answer = await send(entry);
    if (answer.refused) {
      if (status) status.textContent = `${words.failed} ${answer.refused.join(" ")}`;
      return false;
    }
    await take(entry.name);
    if (status) status.textContent = words.saved;
    then(answer.data);
    keepAnew();
    return true;
  } catch {
    if (!canKeep) {
      if (status) status.textContent = words.failed;
      return false;
    }
    await put(entry);
    if (status) status.textContent = words.waiting;
    if (entry.isNew) waitingRow(entry);
    return true;
  }
}

function arrived({ entry, data }) {
  const own = box.querySelector("[data-note-new]")?.getAttribute("action");
  list.querySelector(`[data-waiting="${entry.name}"]`)?.remove();
  if (entry.isNew && entry.address === own) rowOf(data);
  keepAnew();
}

async function showWaiting() {
  if (!canKeep) return;
  const own = box.querySelector("[data-note-new]")?.getAttribute("action");
  for (const entry of await waiting()) {
    if (entry.isNew && entry.address === own) waitingRow(entry);
    const area = list.querySelector(`form[action="${entry.address}"] textarea`);
    if (area && !entry.refused) {
      area.value = entry.fields.text;
      area.form.querySelector("[data-note-status]").textContent = words.waiting;
    }
  }
}

function waitingRow(entry) {
  if (list.querySelector(`[data-waiting="${entry.name}"]`)) return;
  const row = element("li", "own-note");
  row.dataset.waiting = entry.name;
  if (entry.fields.quote) row.append(element("blockquote", "", entry.fields.quote));
  if (entry.fields.text) row.append(element("p", "", entry.fields.text));
  const told = entry.refused ? `${words.failed} ${entry.refused.join(" ")}` : words.waiting;
  row.append(element("p", "own-saved", told));
  list.append(row);
}

function rowOf(data) {
  const there = list.querySelector(`[data-note="${data.note}"]`);
  if (there) return there;
  const row = element("li", "own-note");
  Object.assign(row, { id: `note-${data.note}` });
  Object.assign(row.dataset, { note: data.note, state: "there" });
  if (data.quote) {
    Object.assign(row.dataset, { quote: data.quote, before: data.before, after: data.after });
    row.append(element("blockquote", "", data.quote));
  }
  const form = element("form", "own-form");
  form.setAttribute("action", data.address);
  form.method = "post";
  form.dataset.noteForm = "";
  const based = element("input");
  Object.assign(based, { type: "hidden", name: "based_on", value: data.changed });
  const label = element("label", "form-label", words.noteLabel);
  label.htmlFor = `note-${data.note}-text`;
  const area = element("textarea", "form-input");
  Object.assign(area, { id: label.htmlFor, name: "text", rows: 3, value: data.text });
  const status = element("p", "own-saved");
  status.dataset.noteStatus = "";
  status.setAttribute("role", "status");
  const button = element("button", "button button-secondary own-button", words.save);
  button.type = "submit";
  form.append(based, label, area, status, button);
  row.append(form);
  list.append(row);
  startRow(row);
  return row;
}

function element(name, css = "", words_ = "") {
  const made = document.createElement(name);
  if (css) made.className = css;
  if (words_) made.textContent = words_;
  return made;
}

// Choosing words -------------------------------------------------------------------------------

function startChoosing(address) {
  const bar = element("div", "own-bar");
  bar.hidden = true;
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words.chosen);
  const highlight = element("button", "button button-primary own-button", words.highlight);
  const write = element("button", "button button-secondary own-button", words.write);
  const status = element("p", "sr-only");
  status.setAttribute("role", "status");
  bar.append(highlight, write);
  document.body.append(bar, status);
  let anchor = null;

  document.addEventListener("selectionchange", () => {
    if (bar.contains(document.activeElement)) return;
    anchor = chosen(text);
    bar.hidden = !anchor;
  });
  // Pressing must not undo the choice.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  highlight.type = write.type = "button";
  highlight.addEventListener("click", () => done(false));
  write.addEventListener("click", () => done(true));

  async function done(isNote) {
    if (!anchor) return;
    const fields = { text: "", ...anchor };
    bar.hidden = true;
    document.getSelection().removeAllRanges();
    const operation = crypto.randomUUID();
    await add(address, operation, fields, status);
    if (isNote) list.lastElementChild?.querySelector("textarea")?.focus();
  }
}

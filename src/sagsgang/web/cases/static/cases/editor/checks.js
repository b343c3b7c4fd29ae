// The checks beside the text: what the rules say of what is on the screen, a moment after one pauses.
//
// The page says where things are:
//   {% case_checks_setup case %}            once: addresses and words
//   <textarea data-richtext data-section="12">   a section and its key (or on what is around it)
//   <input data-point> / <textarea data-point>   the points of the recommendation, in order
//   <input data-case-title>                      the title
//   <div data-findings-for="12|points|case">     where the findings are shown; made when missing
// Each change of the text comes as `sagsgang:change` on its text area (see editor.js); the findings
// go out again as `sagsgang:checked` on the document (detail: findings).
import { plainOf, rangeOf } from "./plain.js";

const PAUSE = 300;
const WAITS = [2, 5, 10, 30];
const SEVERITIES = ["blocks", "warns", "notes"];

const setup = document.getElementById("checks-setup");
const words = setup ? JSON.parse(setup.dataset.words) : {};
const said = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, value), words[key]);

let findings = [];
let maySuppress = false;
let timer = 0;
let asking = null;
let failures = 0;
/** The finding whose reason is being written, and what is written of it. */
let writing = null;

const keyOf = (area) => area.closest("[data-section]").dataset.section;
const sections = () => [...document.querySelectorAll("textarea[data-richtext]")].filter((area) => area.closest("[data-section]"));
const areaOf = (section) => sections().find((area) => keyOf(area) === String(section));
const points = () => [...document.querySelectorAll("[data-point]")];

function token() {
  const input = document.querySelector("input[name=csrfmiddlewaretoken]");
  return input ? input.value : "";
}

function draft() {
  const told = { sections: {} };
  for (const area of sections()) told.sections[keyOf(area)] = area.value;
  if (points().length) told.points = points().map((input) => input.value);
  const title = document.querySelector("[data-case-title]");
  if (title) told.title = title.value;
  return told;
}

// Asking ----------------------------------------------------------------------------------------

function soon(wait = PAUSE) {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
}

async function ask() {
  if (asking) asking.abort();
  const mine = new AbortController();
  asking = mine;
  let answer;
  try {
    answer = await fetch(setup.dataset.url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": token() },
      body: JSON.stringify(draft()),
      signal: mine.signal,
      credentials: "same-origin",
    });
    // Sent on to the page of signing in is no answer either.
    if (answer.status >= 500 || answer.redirected) throw new TypeError("server");
    if (!answer.ok) {
      const told = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : {};
      tell(told.error || words.refused);
      return;
    }
    const told = await answer.json();
    if (asking !== mine) return;
    failures = 0;
    findings = told.findings;
    maySuppress = told.may_suppress;
    tell("");
    show();
    document.dispatchEvent(new CustomEvent("sagsgang:checked", { detail: { findings } }));
  } catch (error) {
    if (error.name === "AbortError") return;
    const wait = WAITS[Math.min(failures, WAITS.length - 1)];
    failures += 1;
    tell(said("lost", { n: wait }));
    soon(wait * 1000);
  }
}

/** What is wrong with the checks themselves, said once on the page. */
function tell(message) {
  let element = document.getElementById("checks-trouble");
  if (!element) {
    element = document.createElement("p");
    element.id = "checks-trouble";
    element.className = "checks-trouble";
    element.setAttribute("role", "status");
    setup.after(element);
  }
  if (element.textContent !== message) element.textContent = message;
}

// Showing ---------------------------------------------------------------------------------------

function ownerOf(finding) {
  if (!finding.spot) return "case";
  if (finding.spot.point !== null || finding.spot.section === null) return "points";
  return String(finding.spot.section);
}

function placeFor(owner) {
  let place = document.querySelector(`[data-findings-for="${owner}"]`);
  if (place) return place;
  place = document.createElement("div");
  place.dataset.findingsFor = owner;
  const area = areaOf(owner);
  if (area) (area.nextElementSibling?.matches(".richtext") ? area.nextElementSibling : area).after(place);
  else if (owner === "points" && points().length) points().at(-1).after(place);
  else setup.after(place);
  return place;
}

function nameOf(owner) {
  if (owner === "case") return words.whole;
  const area = owner === "points" ? points()[0] : areaOf(owner);
  const label = area?.id && document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
  return (label?.dataset.name || label?.textContent || area?.getAttribute("aria-label") || "").trim();
}

function make(tag, className = "", text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function show() {
  const owners = new Map(sections().map((area) => [keyOf(area), []]));
  if (points().length) owners.set("points", []);
  owners.set("case", []);
  for (const finding of findings) {
    const owner = ownerOf(finding);
    if (!owners.has(owner)) owners.set(owner, []);
    owners.get(owner).push(finding);
  }
  for (const [owner, own] of owners) showIn(owner, own);
  highlight();
}

function showIn(owner, own) {
  const place = placeFor(owner);
  const state = JSON.stringify([own, maySuppress, writing && writing.fingerprint]);
  if (place.dataset.state === state) return;
  place.dataset.state = state;
  let frame = place.querySelector(":scope > .findings-frame");
  if (!frame) {
    frame = make("section", "findings-frame");
    frame.setAttribute("aria-label", `${words.checksOf} ${nameOf(owner)}`);
    const status = make("p", "findings-status");
    status.setAttribute("aria-live", "polite");
    frame.append(status, make("ul", "findings"));
    place.append(frame);
  }
  const open = own.filter((finding) => !finding.set_aside);
  const aside = own.length - open.length;
  let sum = open.length === 0 ? words.none : open.length === 1 ? words.one : said("many", { n: open.length });
  if (aside) sum += ` ${said("aside", { n: aside })}.`;
  const status = frame.querySelector(".findings-status");
  if (status.textContent !== sum) status.textContent = sum;
  status.classList.toggle("sr-only", !own.length);
  frame.hidden = owner === "case" && !own.length;
  const held = document.activeElement?.closest?.(".finding");
  const heldAt = held && frame.contains(held)
    ? { fingerprint: held.dataset.fingerprint, part: document.activeElement.dataset.part, caret: document.activeElement.selectionStart }
    : null;
  frame.querySelector(".findings").replaceChildren(...own.map((finding) => row(finding)));
  if (heldAt) {
    const again = frame.querySelector(`[data-fingerprint="${heldAt.fingerprint}"] [data-part="${heldAt.part}"]`);
    again?.focus();
    if (again && heldAt.part === "reason") again.setSelectionRange(heldAt.caret, heldAt.caret);
  }
}

function row(finding) {
  const item = make("li", `finding finding-is-${finding.set_aside ? "aside" : finding.look}`);
  item.dataset.fingerprint = finding.fingerprint;
  item.dataset.rule = finding.rule;
  const head = make("p", "finding-head");
  head.append(make("span", "finding-weight", finding.weight), " ", make("strong", "", finding.title));
  if (finding.on_trial) head.append(" ", make("span", "finding-trial", `(${words.onTrial})`));
  item.append(head, make("p", "finding-message", finding.message));
  if (finding.printed.length && finding.computed.length) {
    const pair = make("dl", "finding-pair");
    pair.append(make("dt", "", words.printed), make("dd", "", finding.printed.join(", ")));
    pair.append(make("dt", "", words.should), make("dd", "", finding.computed.join(", ")));
    item.append(pair);
  }
  if (finding.suggestion) item.append(make("p", "finding-suggestion", finding.suggestion));
  const tools = make("p", "finding-tools");
  if (finding.spot) {
    const label = finding.spot.point === null ? words.goTo : `${words.goTo} (${said("point", { n: finding.spot.point })})`;
    tools.append(button(label, "go", finding, () => goTo(finding)));
  }
  const link = make("a", "finding-help", words.about);
  link.href = finding.help;
  link.dataset.part = "help";
  link.append(hidden(finding.title));
  tools.append(link);
  if (maySuppress && !finding.set_aside) {
    tools.append(button(words.setAside, "aside", finding, () => {
      writing = { fingerprint: finding.fingerprint, reason: "", operation: uuid(), error: "" };
      show();
      document.querySelector(`[data-fingerprint="${finding.fingerprint}"] [data-part=reason]`)?.focus();
    }));
  }
  item.append(tools);
  if (finding.set_aside) {
    item.append(make("p", "finding-aside", said("isAside", finding.set_aside)));
    if (maySuppress) item.append(button(words.takeUp, "up", finding, () => takeUp(finding)));
  } else if (writing?.fingerprint === finding.fingerprint) {
    item.append(reasonForm(finding));
  }
  return item;
}

function hidden(text) {
  return make("span", "sr-only", `: ${text}`);
}

function button(text, part, finding, run) {
  const element = make("button", "finding-button", text);
  element.type = "button";
  element.dataset.part = part;
  element.append(hidden(finding.title));
  element.addEventListener("click", run);
  return element;
}

// Setting aside ---------------------------------------------------------------------------------

function uuid() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

function reasonForm(finding) {
  const mine = writing;
  const id = `reason-${finding.fingerprint.slice(0, 12)}`;
  const form = make("div", "finding-reason");
  const label = make("label", "form-label", words.why);
  label.htmlFor = id;
  const area = make("textarea", "form-input");
  area.id = id;
  area.rows = 2;
  area.maxLength = 300;
  area.value = mine.reason;
  area.dataset.part = "reason";
  area.addEventListener("input", () => (mine.reason = area.value));
  const error = make("p", "form-error-message", mine.error);
  error.id = `${id}-error`;
  error.setAttribute("role", "alert");
  area.setAttribute("aria-describedby", error.id);
  if (mine.error) area.setAttribute("aria-invalid", "true");
  const close = () => {
    writing = null;
    show();
    document.querySelector(`[data-fingerprint="${finding.fingerprint}"] [data-part=aside]`)?.focus();
  };
  form.append(label, area, error);
  form.append(
    button(words.save, "save", finding, async () => {
      const answer = await send(setup.dataset.setAsideUrl, finding, mine);
      if (answer.error) {
        mine.error = answer.error;
        error.textContent = answer.error;
        area.setAttribute("aria-invalid", "true");
        area.focus();
        return;
      }
      finding.set_aside = answer.set_aside;
      writing = null;
      show();
      document.querySelector(`[data-fingerprint="${finding.fingerprint}"] [data-part=up]`)?.focus();
    }),
    " ",
    button(words.cancel, "cancel", finding, close),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return form;
}

async function takeUp(finding) {
  finding.operation ||= uuid();
  const answer = await send(setup.dataset.takeUpUrl, finding, { operation: finding.operation });
  if (answer.error) {
    tell(answer.error);
    return;
  }
  finding.set_aside = null;
  finding.operation = null;
  show();
  document.querySelector(`[data-fingerprint="${finding.fingerprint}"] [data-part=aside]`)?.focus();
}

async function send(url, finding, { operation, reason = "" }) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ operation, reason, rule: finding.rule, fingerprint: finding.fingerprint })) {
    body.append(name, value);
  }
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": token() },
      body,
      credentials: "same-origin",
    });
    const isJson = (answer.headers.get("Content-Type") || "").includes("json");
    const told = isJson ? await answer.json() : {};
    return answer.ok && isJson ? told : { error: told.error || words.refused };
  } catch {
    return { error: words.refused };
  }
}

// Marking ---------------------------------------------------------------------------------------

function editorOf(section) {
  return areaOf(section)?.sagsgangEditor;
}

/** Mark the words without touching the text: CSS highlights stand beside the document. */
function highlight() {
  if (!window.Highlight || !CSS.highlights) return;
  const ranges = Object.fromEntries(SEVERITIES.map((severity) => [severity, []]));
  const plains = new Map();
  for (const finding of findings) {
    if (finding.set_aside) continue;
    for (const spot of finding.spot ? [finding.spot, ...finding.others] : []) {
      const editor = spot.section !== null && editorOf(spot.section);
      if (!editor) continue;
      if (!plains.has(spot.section)) plains.set(spot.section, plainOf(editor.view.dom));
      const range = rangeOf(plains.get(spot.section), spot);
      if (!range) continue;
      ranges[spot === finding.spot ? finding.look : "notes"].push(range);
    }
  }
  for (const severity of SEVERITIES) {
    const name = `finding-${severity}`;
    if (!ranges[severity].length) CSS.highlights.delete(name);
    else {
      const marks = new Highlight(...ranges[severity]);
      marks.priority = SEVERITIES.length - SEVERITIES.indexOf(severity);
      CSS.highlights.set(name, marks);
    }
  }
}

function goTo(finding) {
  const { spot } = finding;
  if (spot.section === null) {
    const input = points()[(spot.point || 1) - 1];
    input?.focus();
    if (input && spot.start !== null) input.setSelectionRange(spot.start, spot.end);
    return;
  }
  const editor = editorOf(spot.section);
  if (!editor) {
    const area = areaOf(spot.section);
    area?.focus();
    return;
  }
  const range = rangeOf(plainOf(editor.view.dom), spot);
  const chain = editor.chain().focus();
  if (range) {
    const from = editor.view.posAtDOM(range.startContainer, range.startOffset);
    const to = editor.view.posAtDOM(range.endContainer, range.endOffset);
    chain.setTextSelection({ from, to });
  }
  chain.scrollIntoView().run();
}

if (setup) {
  document.addEventListener("sagsgang:change", () => {
    soon();
    highlight();
  });
  document.addEventListener("input", (event) => {
    if (event.target.matches?.("[data-point], [data-case-title], textarea[data-richtext]")) soon();
  });
  // A point that is moved or taken away changes no field of its own.
  let before = points().map((input) => input.value).join("\n");
  document.addEventListener("click", () =>
    setTimeout(() => {
      const now = points().map((input) => input.value).join("\n");
      if (now !== before) soon();
      before = now;
    }),
  );
  window.addEventListener("online", () => soon(0));
  soon(0);
}

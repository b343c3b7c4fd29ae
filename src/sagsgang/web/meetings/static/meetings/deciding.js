/* Decisions by keyboard: digits choose a phrase, letters open a part, Ctrl + Enter saves. */

const writes = (element) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(element.tagName)) &&
  !["checkbox", "radio", "button", "submit"].includes(element.type);

const panel = () => document.querySelector("[data-decide]");

document.addEventListener("keydown", (event) => {
  const here = panel();
  if (!here || event.defaultPrevented) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    // The meeting screen sends its forms itself, and keeps them when the connection is lost.
    if (here.closest("[data-screen]") && event.target.closest?.("form")) return;
    const form = event.target.closest?.("form") ?? here.querySelector("[data-decide-form]");
    if (form && here.contains(form)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector("button[type=submit]:not([name=phrase])"));
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || writes(event.target)) return;
  if (localStorage.getItem("sagsgang-shortcuts") === "off") return;
  const phrase = here.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (phrase) {
    event.preventDefault();
    phrase.click();
    return;
  }
  if (event.key === "t") {
    event.preventDefault();
    here.querySelector("[data-decision-text]")?.focus();
    return;
  }
  const part = here.querySelector(`details[data-open="${CSS.escape(event.key)}"]`);
  if (part) {
    event.preventDefault();
    part.open = true;
    part.querySelector("select, textarea, input:not([type=hidden])")?.focus();
  }
});

/* A group's stance shows on its members at once; the server would fill them in any case. */
document.addEventListener("change", (event) => {
  const group = event.target.closest?.("[data-votes] [data-group]");
  if (!group) return;
  const party = CSS.escape(group.dataset.group);
  for (const row of group.closest("[data-votes]").querySelectorAll(`[data-party="${party}"]`)) {
    const same = row.querySelector(`input[value="${CSS.escape(event.target.value)}"]`);
    if (same) same.checked = true;
  }
});

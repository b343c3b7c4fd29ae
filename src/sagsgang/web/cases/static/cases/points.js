// The rows of the recommendation's points: moved, removed and added on the page, by keyboard too.
// Without this file the same buttons are sent to the server, which does the same.

function rowsOf(form) {
  return [...form.querySelectorAll("[data-row]")];
}

/** The numbers, names and buttons of all rows follow from their places. */
function renumber(form) {
  const rows = rowsOf(form);
  const filled = rows.length - 1;
  rows.forEach((row, at) => {
    const isNew = at === filled;
    row.toggleAttribute("data-new", isNew);
    for (const [prefix, selector] of [
      ["punkt-", "[name=point_text]"],
      ["punkt-til-", "[name=point_addressee]"],
      ["punkt-valg-", "[name=point_choice]"],
    ]) {
      const input = row.querySelector(selector);
      row.querySelector(`label[for="${input.id}"]`).htmlFor = `${prefix}${at}`;
      input.id = `${prefix}${at}`;
    }
    const label = row.querySelector("[data-number]");
    label.textContent = (isNew ? form.dataset.wordNew : form.dataset.wordPoint).replace("0", String(at + 1));
    row.querySelector("legend").textContent = form.dataset.wordPoint.replace("0", String(at + 1));
    const buttons = row.querySelector(".point-buttons");
    buttons.hidden = isNew;
    for (const button of buttons.querySelectorAll("button")) {
      const [name] = button.value.split(":");
      button.value = `${name}:${at}`;
      button.querySelector(".sr-only").textContent = ` ${form.dataset.wordPoint.replace("0", String(at + 1))}`;
      button.disabled = (name === "up" && at === 0) || (name === "down" && at >= filled - 1);
    }
  });
}

function addRow(form) {
  const row = rowsOf(form).at(-1).cloneNode(true);
  for (const input of row.querySelectorAll("input, textarea, select")) input.value = "";
  for (const marks of row.querySelectorAll("[data-findings-for]")) marks.remove();
  form.querySelector("[data-rows]").append(row);
  renumber(form);
}

function moved(form, button) {
  const [name] = button.value.split(":");
  const row = button.closest("[data-row]");
  const rows = rowsOf(form);
  const at = rows.indexOf(row);
  let focused = button;
  if (name === "up" && at > 0) rows[at - 1].before(row);
  if (name === "down" && at < rows.length - 2) rows[at + 1].after(row);
  if (name === "remove") {
    row.remove();
    focused = rowsOf(form)[Math.min(at, rowsOf(form).length - 1)].querySelector("textarea");
  }
  renumber(form);
  if (focused.disabled) focused = row.querySelector("button:not(:disabled)") || focused;
  focused.focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

function take(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=move]");
    if (!button) return;
    event.preventDefault();
    moved(form, button);
  });
  form.addEventListener("input", (event) => {
    if (event.target.closest?.("[data-new]") && event.target.name === "point_text" && event.target.value.trim()) {
      addRow(form);
    }
  });
  form.addEventListener("sagsgang:rows", (event) => {
    while (rowsOf(form).length < event.detail) addRow(form);
  });
  form.addEventListener("sagsgang:ids", (event) => {
    // The server left out rows without text; the others have their keys in order.
    const filled = rowsOf(form).filter((row) => row.querySelector("[name=point_text]").value.trim());
    if (filled.length !== event.detail.length) return;
    filled.forEach((row, at) => {
      row.querySelector("[name=point_id]").value = event.detail[at];
    });
  });
  renumber(form);
}

for (const form of document.querySelectorAll("form.points")) take(form);

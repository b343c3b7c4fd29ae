// A file that is dropped or chosen is sent at once, and the page says that it is being read.
// Without this the form works by its button.
"use strict";

for (const form of document.querySelectorAll(".check-form")) {
  const field = form.querySelector("input[type=file]");
  const progress = form.querySelector("[role=status]");

  const has = (event) => Array.from(event.dataTransfer ? event.dataTransfer.types : []).includes("Files");

  form.addEventListener("dragover", (event) => {
    if (!has(event)) return;
    event.preventDefault();
    form.classList.add("is-over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("is-over"));
  form.addEventListener("drop", (event) => {
    if (!has(event)) return;
    event.preventDefault();
    form.classList.remove("is-over");
    const first = new DataTransfer();
    first.items.add(event.dataTransfer.files[0]);
    field.files = first.files;
    form.requestSubmit();
  });

  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    words.id = "check-words";
    words.textContent = form.dataset.reading;
    bar.setAttribute("aria-labelledby", words.id);
    progress.replaceChildren(bar, words);
  });

  // Back from the result: the page is as it was before it was sent.
  window.addEventListener("pageshow", () => {
    delete form.dataset.sent;
    progress.replaceChildren();
  });
}

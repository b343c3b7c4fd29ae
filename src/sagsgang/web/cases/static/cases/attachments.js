// Files that are dropped are put in the field; while they are sent the page says how far it is.
// Without this the form works by its button.
const form = document.querySelector(".attach-form");

if (form) {
  const field = form.querySelector("input[type=file]");
  const progress = form.querySelector("[role=status]");
  const most = Number(form.dataset.mostBytes);

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
    const all = new DataTransfer();
    for (const file of [...field.files, ...event.dataTransfer.files]) all.items.add(file);
    field.files = all.files;
    check();
  });
  field.addEventListener("change", check);

  // A file that is too large is named before it is sent; the rest can be sent without it.
  function check() {
    const large = [...field.files].filter((file) => file.size > most);
    progress.textContent = large.map((file) => `${file.name} ${form.dataset.tooLarge}.`).join(" ");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.dataset.sent) return;
    form.dataset.sent = "1";
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    words.id = "upload-words";
    words.textContent = form.dataset.sending;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-labelledby", words.id);
    progress.replaceChildren(bar, words);

    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    request.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      words.textContent = form.dataset.reading;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      // The answer says what is wrong; it is the same page with the good files on it.
      const page = new DOMParser().parseFromString(request.responseText, "text/html");
      const main = page.querySelector("main");
      if (request.status === 422 && main) {
        document.querySelector("main").replaceWith(document.adoptNode(main));
        const alert = document.querySelector("[role=alert]");
        if (alert) {
          alert.tabIndex = -1;
          alert.focus();
        }
        // The form that is there now is sent without this script's help: it is a plain form.
        return;
      }
      failed();
    });
    request.addEventListener("error", failed);
    request.send(new FormData(form));

    function failed() {
      delete form.dataset.sent;
      progress.textContent = form.dataset.failed;
    }
  });
}

// The example beside each setting follows what is chosen; nothing is saved by looking.

const form = document.querySelector("form[data-examples]");
let latest = 0;

async function show() {
  const mine = ++latest;
  const chosen = new URLSearchParams(new FormData(form));
  chosen.delete("csrfmiddlewaretoken");
  const answer = await fetch(`${form.dataset.examples}?${chosen}`, { headers: { Accept: "application/json" } });
  if (!answer.ok || mine !== latest) return;
  const examples = await answer.json();
  for (const place of form.querySelectorAll("[data-example]")) {
    const text = examples[place.dataset.example];
    if (text && place.textContent !== text) place.textContent = text;
  }
}

form?.addEventListener("input", () => show().catch(() => {}));

// Keeps the draft of a hearing's answer while somebody writes it.
const PAUSE = 1500;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = form.querySelector("[data-draft-status]");
  const names = ["html", "dissent", "absent", "csrfmiddlewaretoken"];
  let waiting = 0;
  let kept = said();

  function said() {
    const words = new URLSearchParams();
    for (const name of names) words.set(name, form.elements[name]?.value ?? "");
    return words.toString();
  }

  async function keep() {
    const now = said();
    if (now === kept) return;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: new URLSearchParams(now),
        headers: { Accept: "application/json" },
      });
      // Sent on to the page of signing in: nothing was kept.
      if (answer.redirected) return;
      const told = await answer.json();
      status.textContent = told.message ?? "";
      if (answer.ok) kept = now;
    } catch {
      // The next change tries again; what is written stays on the page.
    }
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(keep, PAUSE);
  }

  form.addEventListener("input", later);
  form.addEventListener("sagsgang:change", later);
  form.addEventListener("submit", () => clearTimeout(waiting));
}

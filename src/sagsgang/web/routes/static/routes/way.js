// Says what would be wrong with the way while somebody is still choosing; the page says it again
// when it is sent, so nothing is lost without this.

for (const form of document.querySelectorAll("form[data-try]")) {
  const told = form.querySelector(".way-tried");
  let asked = 0;

  const ask = async () => {
    const wanted = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith(form.dataset.prefix) && typeof value === "string") {
        wanted.set(name.slice(form.dataset.prefix.length), value);
      }
    }
    wanted.delete("operation");
    if (form.dataset.stop) wanted.set("stop", form.dataset.stop);
    const mine = ++asked;
    try {
      const answer = await fetch(`${form.dataset.try}?${wanted}`);
      if (answer.ok && mine === asked) told.innerHTML = (await answer.text()).trim();
    } catch {
      told.textContent = "";
    }
  };
  form.addEventListener("change", ask);
}

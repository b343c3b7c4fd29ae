// The sums and the balance of an appropriation statement while one types. The server counts, so
// there is one way of counting; without this file the button "Regn efter" does the same.

const WAIT = 350;

function follow(form) {
  let timer = 0;
  let asked = 0;

  async function count() {
    const mine = (asked += 1);
    const body = new FormData(form);
    try {
      const answer = await fetch(form.dataset.count, { method: "POST", body, headers: { Accept: "application/json" } });
      // What was typed since has its own answer; a page of another kind is no answer.
      if (!answer.ok || mine !== asked) return;
      const told = await answer.json();
      form.querySelector("[data-sums]").innerHTML = told.sums;
      form.querySelector("[data-balance]").innerHTML = told.balance;
    } catch {
      // No connection: what stands is from before, and saving counts again.
    }
  }

  // On a phone each amount has its column's heading above it.
  function name(heading) {
    const at = [...form.querySelectorAll("[name=column_label]")].indexOf(heading);
    for (const amount of form.querySelectorAll(`[name$=_amount_${at}]`)) amount.closest("td").dataset.column = heading.value;
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "column_label") name(event.target);
    clearTimeout(timer);
    timer = setTimeout(count, WAIT);
  });
}

for (const form of document.querySelectorAll("form.appropriation")) follow(form);

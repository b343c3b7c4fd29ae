// Tells how far the reading of a file is, and shows its page when it is done.
"use strict";

const told = document.getElementById("waiting");
let last = "";

async function look() {
  try {
    const answer = await fetch(told.dataset.state, { headers: { Accept: "application/json" } });
    const { state, share } = await answer.json();
    if (last && state !== last) return location.reload();
    last = state;
    told.textContent = `${told.dataset.words}: ${share} %`;
  } catch {
    // The connection is away for a moment: it is asked again.
  }
  setTimeout(look, 2000);
}

if (told) look();

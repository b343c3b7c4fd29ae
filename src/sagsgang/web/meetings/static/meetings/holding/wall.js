// The wall asks every three seconds and changes only when the meeting has.
const wall = document.querySelector("[data-wall]");

async function look() {
  try {
    const answer = await fetch(`${wall.dataset.wall}?set=${wall.dataset.revision}`, {
      headers: { Accept: "application/json" },
    });
    if (!answer.ok || answer.redirected) return;
    const told = await answer.json();
    if (told.html === undefined) return;
    wall.dataset.revision = told.revision;
    wall.innerHTML = told.html;
  } catch {
    // Without connection it stays as it was.
  }
}

if (wall) setInterval(look, 3000);

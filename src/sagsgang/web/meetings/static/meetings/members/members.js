// On every page of somebody who sits in a body: the app, and what is hers at an item.
import { sendWaiting, waiting } from "./outbox.js";
import { startDevice } from "./device.js";
import { startNotes } from "./notes.js";
import { startReading } from "./reading.js";

const canKeep = "serviceWorker" in navigator && "caches" in window;

async function register() {
  const wasKept = Boolean(navigator.serviceWorker.controller);
  await navigator.serviceWorker.register("/mine-moeder/service-worker.js", { scope: "/" });
  const ready = await navigator.serviceWorker.ready;
  if (wasKept || document.querySelector("[data-kept-page]")) return;
  const parts = performance
    .getEntriesByType("resource")
    .map((each) => each.name)
    .filter((name) => name.startsWith(`${location.origin}/static/`));
  const address = location.href.replace(/#.*$/, "");
  ready.active?.postMessage({ kind: "keep", address, parts });
}

// Signing out wipes what is not sent yet, so it is sent first.
function sendBeforeSigningOut() {
  for (const form of document.querySelectorAll('form[action$="/log-ud/"]')) {
    form.addEventListener("submit", async (event) => {
      if (form.dataset.sent || (await hasNothing)) return;
      event.preventDefault();
      await sendWaiting();
      form.dataset.sent = "1";
      form.submit();
    });
  }
}

let hasNothing = true;

if (canKeep) {
  register().catch(() => {});
  waiting().then((entries) => {
    hasNothing = entries.length === 0;
  });
  sendBeforeSigningOut();
  window.addEventListener("online", () => sendWaiting());
  if (!document.querySelector("[data-kept-page]")) sendWaiting();
}
startReading(canKeep);
startNotes(canKeep);
startDevice(canKeep);

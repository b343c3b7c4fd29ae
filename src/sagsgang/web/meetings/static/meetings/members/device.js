// What this device keeps, and wiping it.
import { sendWaiting, waiting } from "./outbox.js";

export async function startDevice(canKeep) {
  const box = document.querySelector("[data-device]");
  if (!box || !canKeep) return;
  box.hidden = false;
  const status = box.querySelector("[data-device-status]");
  box.querySelector("[data-device-wipe]").addEventListener("click", async () => {
    await sendWaiting();
    if ((await waiting()).length && !window.confirm(box.dataset.unsure)) return;
    for (const name of await caches.keys()) {
      if (name.startsWith("sagsgang-")) await caches.delete(name);
    }
    await show(box);
    status.textContent = box.dataset.wiped;
  });
  await show(box);
}

async function show(box) {
  const list = box.querySelector("[data-device-list]");
  list.replaceChildren();
  for (const each of await kept()) {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = each.address;
    link.textContent = each.title;
    row.append(link);
    list.append(row);
  }
  if (!list.children.length) {
    const row = document.createElement("li");
    row.textContent = box.dataset.none;
    list.append(row);
  }
  const entries = (await waiting()).filter((each) => each.fields.text || each.fields.quote);
  box.querySelector("[data-device-unsent]").hidden = !entries.length;
  const unsent = box.querySelector("[data-device-unsent-list]");
  unsent.replaceChildren(
    ...entries.map((each) => {
      const row = document.createElement("li");
      const why = each.refused ? ` (${box.dataset.refused} ${each.refused.join(" ")})` : "";
      row.textContent = `${each.fields.quote ?? ""} ${each.fields.text ?? ""}${why}`.trim();
      return row;
    }),
  );
}

async function kept() {
  if (!(await caches.has("sagsgang-pages"))) return [];
  const pages = await caches.open("sagsgang-pages");
  const found = [];
  for (const request of await pages.keys()) {
    const response = await pages.match(request, { ignoreVary: true });
    const title = decodeURIComponent(response.headers.get("Sagsgang-Title") ?? request.url);
    found.push({ address: request.url, title });
  }
  return found;
}

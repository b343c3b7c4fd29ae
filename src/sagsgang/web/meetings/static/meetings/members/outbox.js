// Notes and read marks that wait for a connection: kept with what else the device keeps of her, so
// that they are wiped with it. Each entry has the key of its operation: sent twice, done once.
const OUTBOX = "sagsgang-outbox";
const ADDRESS = "/mine-moeder/udbakke/";

const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

// An entry: { name, address, operation, fields, title }. The same name again takes its place.
export async function put(entry) {
  const box = await caches.open(OUTBOX);
  const told = { at: Date.now(), ...entry };
  await box.put(ADDRESS + entry.name, new Response(JSON.stringify(told)));
}

export async function take(name) {
  if (await caches.has(OUTBOX)) await (await caches.open(OUTBOX)).delete(ADDRESS + name);
}

export async function waiting() {
  if (!("caches" in window) || !(await caches.has(OUTBOX))) return [];
  const box = await caches.open(OUTBOX);
  const found = [];
  for (const request of await box.keys()) found.push(await (await box.match(request)).json());
  return found.sort((one, other) => one.at - other.at);
}

// What the server answers: { ok, data } or { refused: [words] }; throws when nobody answers.
export async function send({ address, operation, fields }) {
  const body = new URLSearchParams({ ...fields, operation, csrfmiddlewaretoken: token() });
  const answer = await fetch(address, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    credentials: "same-origin",
  });
  const isData = (answer.headers.get("Content-Type") ?? "").startsWith("application/json");
  // Sent on to the page of signing in: nothing was kept there, so it is tried again.
  if (answer.redirected) throw new Error("signed out");
  if (answer.ok && isData) return { ok: true, data: await answer.json() };
  if (answer.status === 422 && isData) return { refused: (await answer.json()).errors };
  // She was signed in anew since this page was made: the next page sends it.
  if (answer.headers.get("Sagsgang-Form") === "stale") throw new Error("stale");
  // Signed out, or the server is ill: it is tried again.
  if (answer.ok || answer.status >= 500 || answer.status === 429) throw new Error("no answer");
  return { refused: [String(answer.status)] };
}

let isSending = false;

export const ARRIVED = "sagsgang-arrived";

// Sends what waits, oldest first; the document hears of each that arrived.
export async function sendWaiting() {
  if (isSending) return;
  isSending = true;
  try {
    for (const entry of await waiting()) {
      if (entry.refused) continue;
      const answer = await send(entry);
      const now = (await waiting()).find((each) => each.name === entry.name);
      if (!now) continue;
      const isNewer = JSON.stringify(now.fields) !== JSON.stringify(entry.fields);
      if (answer.refused) await put({ ...now, refused: answer.refused });
      else if (isNewer || sameNoteOtherWords(entry, answer.data)) await put(next(now, answer.data));
      else await take(entry.name);
      if (answer.ok) {
        const detail = { entry, data: answer.data };
        document.dispatchEvent(new CustomEvent(ARRIVED, { detail }));
      }
    }
  } catch {
    // No connection yet.
  } finally {
    isSending = false;
  }
}

// The key was used before with other words: what is written since goes as a change of the note.
const sameNoteOtherWords = (entry, data) =>
  entry.isNew && data.text !== undefined && data.text !== entry.fields.text.trim();

const next = (entry, data) => ({
  name: entry.name,
  title: entry.title,
  address: data.address ?? entry.address,
  operation: crypto.randomUUID(),
  fields: { text: entry.fields.text, based_on: data.changed ?? "" },
});

// What the device keeps of this page is as it is now, with what was just written.
export function keepAnew() {
  const address = location.href.replace(/#.*$/, "");
  navigator.serviceWorker?.controller?.postMessage({ kind: "keep", address, parts: [] });
}

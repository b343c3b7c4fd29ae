// Keeps the pages that say they may be kept, for the one person whose they are, and shows them when
// there is no connection. WORDS is put in front of this by the server.
//
// Caches: `sagsgang-owner` says whose the rest is and until when; `sagsgang-pages` has pages and
// files; `sagsgang-parts` what pages are drawn with; `sagsgang-outbox` (written by the pages) notes
// that are not sent yet. Wiping deletes all of them.
const OWNER = "sagsgang-owner";
const PAGES = "sagsgang-pages";
const PARTS = "sagsgang-parts";
const OWNER_KEY = "/mine-moeder/ejer";
const LARGEST = 25_000_000;
const PATIENCE = 6000;

let wipes = 0;

async function wipe() {
  wipes += 1;
  for (const name of await caches.keys()) {
    if (name.startsWith("sagsgang-")) await caches.delete(name);
  }
}

async function owner() {
  if (!(await caches.has(OWNER))) return null;
  const kept = await (await caches.open(OWNER)).match(OWNER_KEY);
  // Being written at this moment.
  if (!kept) return null;
  const told = await kept.json();
  if (told.until * 1000 > Date.now()) return told;
  await wipe();
  return null;
}

// Whose page this is: what is kept for anyone else goes.
async function noticePerson(response) {
  const person = response.headers.get("Sagsgang-Person");
  if (person === null) return;
  const known = await owner();
  if (known && known.person !== person) await wipe();
}

async function keep(address, response, before) {
  const { headers } = response;
  const kind = headers.get("Sagsgang-Keep");
  if (!kind || response.status !== 200 || response.redirected) return;
  if (Number(headers.get("Content-Length") || 0) > LARGEST) return;
  const body = kind === "page" ? await response.text() : await response.blob();
  if ((body.length ?? body.size) > LARGEST) return;
  const told = { person: headers.get("Sagsgang-Person"), until: Number(headers.get("Sagsgang-Until")) };
  const known = await owner();
  // Somebody signed out, or another person signed in, while this was on its way.
  if (wipes !== before || (known && known.person !== told.person)) return;
  const kept = new Headers(headers);
  for (const name of ["Content-Encoding", "Content-Length", "Set-Cookie"]) kept.delete(name);
  kept.set("Sagsgang-Kept-At", String(Date.now()));
  const title = kind === "page" ? /<title>([^<]*)<\/title>/.exec(body)?.[1] : fileName(headers);
  kept.set("Sagsgang-Title", encodeURIComponent((title || address).replace(" – Sagsgang", "")));
  const mine = await caches.open(OWNER);
  await mine.put(OWNER_KEY, new Response(JSON.stringify(told)));
  await (await caches.open(PAGES)).put(address, new Response(body, { headers: kept }));
  // A wipe that came while this was written takes it along.
  if (wipes !== before) await wipe();
}

function fileName(headers) {
  const said = headers.get("Content-Disposition") || "";
  const starred = /filename\*=utf-8''([^;]+)/i.exec(said);
  if (starred) return decodeURIComponent(starred[1]);
  return /filename="([^"]*)"/.exec(said)?.[1];
}

const plainAddress = (request) => {
  const address = new URL(request.url);
  address.hash = "";
  return address.href;
};

async function kept(address) {
  if (!(await owner()) || !(await caches.has(PAGES))) return null;
  return (await (await caches.open(PAGES)).match(address, { ignoreVary: true })) ?? null;
}

async function page(event) {
  const { request } = event;
  const address = plainAddress(request);
  const before = wipes;
  const asked = fetch(request);
  asked.catch(() => {});
  let response = null;
  let line = WORDS.shown;
  try {
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, "late"));
    const first = await Promise.race([asked, late]);
    if (first !== "late") response = first;
    else if (await kept(address)) line = WORDS.slow;
    else response = await asked;
  } catch {
    response = null;
  }
  if (response && ![502, 503, 504].includes(response.status)) {
    // What was wiped while this was on its way is not kept again, and says nothing new.
    if (wipes === before) {
      await noticePerson(response);
      event.waitUntil(keep(address, response.clone(), wipes));
    }
    return response;
  }
  const found = await kept(address);
  if (found) return shown(found, line);
  return response ?? nothingKept();
}

async function shown(found, line) {
  if (found.headers.get("Sagsgang-Keep") !== "page") return found;
  const when = new Date(Number(found.headers.get("Sagsgang-Kept-At")));
  const written = new Intl.DateTimeFormat(WORDS.language, {
    dateStyle: "long",
    timeStyle: "short",
  }).format(when);
  const words = escaped(line.replace("%(when)s", written));
  const body = (await found.text()).replace(
    '<main id="main-content" tabindex="-1">',
    (main) => `${main}<p class="kept-line note" role="status" data-kept-page>${words}</p>`,
  );
  return new Response(body, { headers: found.headers });
}

async function nothingKept() {
  const rows = [];
  if (await owner()) {
    const pages = await caches.open(PAGES);
    for (const request of await pages.keys()) {
      const response = await pages.match(request, { ignoreVary: true });
      const title = decodeURIComponent(response.headers.get("Sagsgang-Title") || "");
      const path = new URL(request.url);
      rows.push(`<li><a href="${escaped(path.pathname + path.search)}">${escaped(title)}</a></li>`);
    }
  }
  const styles = WORDS.styles.map((each) => `<link rel="stylesheet" href="${each}">`).join("");
  const list = rows.length
    ? `<p>${escaped(WORDS.list)}</p><ul>${rows.join("")}</ul>`
    : `<p>${escaped(WORDS.nothing)}</p>`;
  return new Response(
    `<!doctype html><html lang="${WORDS.language}"><head><meta charset="utf-8">` +
      '<meta name="viewport" content="width=device-width, initial-scale=1">' +
      `<title>${escaped(WORDS.missingTitle)} – Sagsgang</title>${styles}</head><body>` +
      `<div class="container page-container"><main id="main-content">` +
      `<h1>${escaped(WORDS.missingTitle)}</h1><p>${escaped(WORDS.missing)}</p>${list}` +
      `<p><a class="button button-secondary" href="">${escaped(WORDS.again)}</a></p>` +
      "</main></div></body></html>",
    {
      status: 503,
      headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": WORDS.policy,
      },
    },
  );
}

function escaped(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]);
}

async function part(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok && (await caches.has(OWNER))) {
      event.waitUntil(keepPart(request.url, response.clone(), wipes));
    }
    return response;
  } catch (error) {
    const found = (await caches.has(PARTS)) && (await (await caches.open(PARTS)).match(request.url, { ignoreVary: true }));
    if (found) return found;
    throw error;
  }
}

async function keepPart(address, response, before) {
  const body = await response.blob();
  if (wipes !== before || !(await caches.has(OWNER))) return;
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  await (await caches.open(PARTS)).put(address, new Response(body, { headers }));
  if (wipes !== before) await wipe();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  if (request.method !== "GET") {
    if (address.pathname === WORDS.signOut) event.waitUntil(wipe());
    return;
  }
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (address.pathname.startsWith("/static/")) event.respondWith(part(event));
});

// The first page of a device is opened before this program runs; it asks to be kept itself.
self.addEventListener("message", (event) => {
  if (event.data?.kind !== "keep") return;
  event.waitUntil(
    (async () => {
      const before = wipes;
      const response = await fetch(event.data.address, { headers: { Accept: "text/html" } });
      if (wipes !== before) return;
      await noticePerson(response);
      await keep(event.data.address, response, wipes);
      if (!(await caches.has(OWNER))) return;
      for (const each of event.data.parts) {
        const found = await fetch(each);
        if (found.ok) await keepPart(each, found, wipes);
      }
    })().catch(() => {}),
  );
});

// Operations that wait to be sent: kept in the browser, sent in order, each with its own key, so
// that one sent twice is done once. What the server refuses leaves the queue and is told.

export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export class Queue {
  constructor(name, { csrf, changed, refused, done }) {
    Object.assign(this, { name: `sagsgang-queue-${name}`, csrf, changed, refused, done });
    this.trouble = "";
    this.isSending = false;
    addEventListener("storage", (event) => event.key === this.name && this.changed());
    addEventListener("online", () => this.send());
  }

  all() {
    try {
      return JSON.parse(localStorage.getItem(this.name) ?? "[]");
    } catch {
      return [];
    }
  }

  keep(entries) {
    if (entries.length) localStorage.setItem(this.name, JSON.stringify(entries));
    else localStorage.removeItem(this.name);
    this.changed();
  }

  add(entry) {
    const entries = this.all();
    if (entries.some((each) => each.key === entry.key)) return;
    this.keep([...entries, entry]);
    this.send();
  }

  drop(key) {
    this.keep(this.all().filter((each) => each.key !== key));
  }

  // One tab sends at a time; without locks two may, and the keys make that harmless.
  async send() {
    if (this.isSending || !this.all().length) return;
    this.isSending = true;
    try {
      if (navigator.locks) {
        await navigator.locks.request(this.name, { ifAvailable: true }, (lock) =>
          lock ? this.sendAll() : null,
        );
      } else await this.sendAll();
    } finally {
      this.isSending = false;
      this.changed();
    }
    // What was added in the very moment the sending ended.
    if (!this.trouble && this.all().length) setTimeout(() => this.send(), 500);
  }

  async sendAll() {
    for (let entry = this.all()[0]; entry; entry = this.all()[0]) {
      const outcome = await this.sendOne(entry);
      if (outcome.wait) {
        this.trouble = outcome.wait;
        return;
      }
      this.trouble = "";
      this.drop(entry.key);
      if (outcome.refused !== undefined) this.refused(entry, outcome.refused, outcome.page);
      else this.done(entry, outcome.told);
    }
  }

  async sendOne(entry) {
    const body = new URLSearchParams(entry.pairs);
    body.set("csrfmiddlewaretoken", this.csrf());
    let answer;
    try {
      answer = await fetch(entry.url, {
        method: "POST",
        body,
        headers: { "X-Requested-With": "fetch", "X-CSRFToken": this.csrf() },
      });
    } catch {
      return { wait: "offline" };
    }
    if (answer.redirected && new URL(answer.url).pathname.startsWith("/konto/")) {
      return { wait: "signed-out" };
    }
    if (answer.status >= 500 || answer.status === 429) return { wait: "offline" };
    // Our token is not the browser's: she was signed out, or signed in anew. Nothing was said about
    // the act; it waits for the next look at the meeting, which brings the token.
    if (answer.headers.get("Sagsgang-Form") === "stale") return { wait: "stale" };
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    const told = isJson ? await answer.json() : await answer.text();
    if (answer.ok) return { told: isJson ? told : null };
    if (isJson) return { refused: told.refused ?? "" };
    const page = new DOMParser().parseFromString(told, "text/html");
    return { refused: words(page), page };
  }
}

// What a page that was sent back says is wrong.
function words(page) {
  const errors = page.querySelectorAll(".form-error-message, .alert-error .alert-text");
  const found = errors.length ? errors : page.querySelectorAll("main h1");
  return [...new Set([...found].map((each) => each.textContent.trim()))].join(" ");
}

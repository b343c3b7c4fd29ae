// The case's figures in the editor: they stand as the server worded them, can be moved and deleted,
// and nobody types in them. What they may hold is what cases/richtext/grammar.py lets through.
import * as prose from "../../prose/editor.js";

const KEY = /^t[1-9][0-9]{0,5}$/;
const PICTURE = /^\/sager\/[0-9]+\/tal\/t[1-9][0-9]{0,5}\/diagram\.svg\?v=[0-9a-f]{16}$/;
const TAGS = new Set(["P", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "STRONG", "EM", "BR", "SMALL"]);
const NAMES = ["scope", "colspan", "rowspan"];

/** A copy with nothing in it but what a figure may hold: what is pasted can hold anything. */
function clean(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeName === "IMG" && PICTURE.test(node.getAttribute("src") || "")) {
      const picture = document.createElement("img");
      picture.setAttribute("src", node.getAttribute("src"));
      picture.setAttribute("alt", node.getAttribute("alt") || "");
      to.append(picture);
    } else if (TAGS.has(node.nodeName)) {
      const made = document.createElement(node.nodeName);
      for (const name of NAMES) if (node.hasAttribute(name)) made.setAttribute(name, node.getAttribute(name));
      clean(node, made);
      to.append(made);
    } else if (node.nodeType === Node.ELEMENT_NODE) clean(node, to);
  }
  return to;
}

function inner(element) {
  return clean(element, document.createElement("div")).innerHTML;
}

function keyOf(element, name) {
  const key = element.getAttribute(name) || "";
  return KEY.test(key) ? key : null;
}

export const FigureNumber = prose.Node.create({
  name: "figureNumber",
  group: "inline",
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return {
      key: { default: null, rendered: false },
      words: { default: "", rendered: false },
    };
  },
  parseHTML() {
    return [
      {
        tag: "data[value]",
        priority: 100,
        getAttrs: (element) => {
          const key = keyOf(element, "value");
          return key && element.textContent.trim() ? { key, words: element.textContent } : false;
        },
      },
    ];
  },
  renderHTML({ node }) {
    const made = document.createElement("data");
    made.setAttribute("value", node.attrs.key);
    made.textContent = node.attrs.words;
    return made;
  },
  renderText({ node }) {
    return node.attrs.words;
  },
});

export const FigureBlock = prose.Node.create({
  name: "figureBlock",
  group: "block",
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes() {
    return {
      key: { default: null, rendered: false },
      html: { default: "", rendered: false },
    };
  },
  parseHTML() {
    return [
      {
        tag: "figure[data-figure]",
        priority: 100,
        getAttrs: (element) => {
          const key = keyOf(element, "data-figure");
          return key ? { key, html: inner(element) } : false;
        },
      },
    ];
  },
  renderHTML({ node }) {
    const made = document.createElement("figure");
    made.setAttribute("data-figure", node.attrs.key);
    made.innerHTML = node.attrs.html;
    return made;
  },
});

// Putting one in -------------------------------------------------------------------------------

let dialog = null;

/** Opened over the text by the button under a section; the same pages stand alone without a script. */
function open(link) {
  const section = link.closest("[data-section]");
  const editor = section?.querySelector("textarea[data-richtext]")?.sagsgangEditor;
  if (!editor || !window.HTMLDialogElement) return false;
  dialog?.remove();
  dialog = document.createElement("dialog");
  dialog.className = "figure-dialog";
  dialog.setAttribute("aria-label", link.textContent.trim());
  const bar = document.createElement("p");
  bar.className = "figure-dialog-bar";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button button-secondary button-small";
  close.textContent = document.querySelector("[data-write]").dataset.close;
  close.addEventListener("click", () => dialog.close());
  bar.append(close);
  const holder = document.createElement("div");
  dialog.append(bar, holder);
  document.body.append(dialog);
  dialog.addEventListener("close", () => link.focus());
  holder.addEventListener("click", (event) => {
    const inside = event.target.closest("a[href]");
    if (!inside) return;
    event.preventDefault();
    load(holder, inside.href);
  });
  holder.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    if (form.method === "get") {
      const address = new URL(holder.dataset.address);
      address.search = new URLSearchParams(new FormData(form)).toString();
      load(holder, address.href);
      return;
    }
    const body = new FormData(form);
    if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value);
    load(holder, holder.dataset.address, body).then((made) => made && put(editor, made));
  });
  dialog.showModal();
  load(holder, link.href);
  return true;
}

async function load(holder, href, body = null) {
  const address = new URL(href, window.location.href);
  address.searchParams.delete("del");
  holder.dataset.address = address.href;
  address.searchParams.set("del", "1");
  let answer;
  try {
    answer = await fetch(address, { method: body ? "POST" : "GET", body, credentials: "same-origin" });
  } catch {
    window.location.assign(holder.dataset.address);
    return null;
  }
  if (answer.redirected) {
    window.location.assign(holder.dataset.address);
    return null;
  }
  if ((answer.headers.get("Content-Type") || "").includes("json")) return answer.json();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  holder.replaceChildren(...page.body.childNodes);
  (holder.querySelector("[aria-invalid], input:not([type=hidden]), select") || holder.firstElementChild)?.focus();
  return null;
}

/** After what is selected, which stays; of who never was in the text, at its end. Below a table or a
 *  chart there is a line to go on in, or what is typed next would take its place. */
function put(editor, made) {
  dialog.close();
  const element = new DOMParser().parseFromString(made.html, "text/html").body.firstElementChild;
  const isNumber = element.nodeName === "DATA";
  const content = isNumber
    ? { type: "figureNumber", attrs: { key: made.key, words: element.textContent } }
    : [{ type: "figureBlock", attrs: { key: made.key, html: inner(element) } }, { type: "paragraph" }];
  editor.chain().focus(editor.sagsgangTouched ? null : "end").run();
  editor.commands.insertContentAt(editor.state.selection.to, content);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-figure-insert]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  if (open(link)) event.preventDefault();
});

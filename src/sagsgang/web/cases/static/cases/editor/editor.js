// The editor of a section: laid over its text area, which it keeps up to date.
//
// It tells of every change by the event `sagsgang:change` on the text area (detail: html), and takes
// another text by the event `sagsgang:set` (detail: html), which is itself undone by Fortryd.
import * as prose from "../../prose/editor.js";
import { FigureBlock, FigureNumber } from "./figures.js";
import { asMeant } from "./paste.js";
import { buildToolbar } from "./toolbar.js";

const EMPTY = /^(<(p|h3|h4)><\/\2>)*$/;

const Footnote = prose.Mark.create({
  name: "footnote",
  inclusive: false,
  excludes: "footnote",
  parseHTML() {
    return [{ tag: "small" }];
  },
  renderHTML() {
    return ["small", 0];
  },
});

const BulletList = prose.BulletList.extend({
  addInputRules() {
    return [prose.wrappingInputRule({ find: /^\s*[-*•]\s$/, type: this.type })];
  },
});

const OrderedList = prose.OrderedList.extend({
  addAttributes() {
    return {
      start: { default: 1, parseHTML: (list) => Number(list.getAttribute("start")) || 1 },
      type: {
        default: null,
        parseHTML: (list) => (/^[aAiI]$/.test(list.getAttribute("type")) ? list.getAttribute("type") : null),
      },
    };
  },
  // The browser numbers by the attribute `type` alone.
  addNodeView: null,
  addInputRules() {
    const getAttributes = (match) => ({ start: Number(match[1]) });
    return [prose.wrappingInputRule({ find: /^(\d{1,3})[.)]\s$/, type: this.type, getAttributes })];
  },
});

// Ctrl+K asks in the line under the tools (toolbar.js), which says what is wrong with an address.
const Link = prose.Link.extend({
  addKeyboardShortcuts() {
    return {};
  },
});

function extensions() {
  return [
    prose.Document,
    prose.Paragraph,
    prose.Text,
    prose.HardBreak,
    prose.Heading.configure({ levels: [3, 4] }),
    prose.Bold,
    prose.Italic,
    prose.Subscript,
    prose.Superscript,
    prose.Blockquote,
    BulletList,
    OrderedList,
    prose.ListItem,
    Link.configure({
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      protocols: ["http", "https", "mailto"],
      HTMLAttributes: { target: null, rel: null, class: null },
    }),
    Footnote,
    FigureNumber,
    FigureBlock,
    prose.Table.configure({ resizable: false, allowTableNodeSelection: true }),
    prose.TableRow,
    prose.TableHeader,
    prose.TableCell,
    prose.Gapcursor,
    prose.Dropcursor,
    prose.UndoRedo,
  ];
}

/** Text that was never HTML (typed where JavaScript was off) as paragraphs. */
function asHtml(value) {
  if (/<\/?[a-z][^>]*>/i.test(value) || !value.trim()) return value;
  const holder = document.createElement("div");
  for (const part of value.split(/\n\s*\n/)) {
    const paragraph = document.createElement("p");
    paragraph.textContent = part.trim();
    holder.append(paragraph);
  }
  return holder.innerHTML;
}

export function htmlOf(editor) {
  const html = editor.getHTML();
  return EMPTY.test(html) ? "" : html;
}

function naming(textarea) {
  const label = textarea.id && document.querySelector(`label[for="${CSS.escape(textarea.id)}"]`);
  const attributes = { role: "textbox", "aria-multiline": "true", spellcheck: "true", lang: "da" };
  if (label) {
    label.id ||= `${textarea.id}-label`;
    attributes["aria-labelledby"] = label.id;
  } else {
    attributes["aria-label"] = textarea.getAttribute("aria-label") || textarea.name;
  }
  const described = textarea.getAttribute("aria-describedby");
  if (described) attributes["aria-describedby"] = described;
  if (textarea.getAttribute("aria-invalid")) attributes["aria-invalid"] = "true";
  return { label, attributes };
}

/** Lay an editor over a text area; nothing happens the second time. */
export function lay(textarea) {
  if (textarea.sagsgangEditor) return textarea.sagsgangEditor;
  const words = JSON.parse(textarea.dataset.words || "{}");
  const frame = document.createElement("div");
  frame.className = "richtext";
  const holder = document.createElement("div");
  holder.className = "richtext-text";
  const { label, attributes } = naming(textarea);
  const isEditable = !(textarea.readOnly || textarea.disabled);
  if (!isEditable) attributes["aria-readonly"] = "true";

  const editor = new prose.Editor({
    element: holder,
    injectCSS: false,
    editable: isEditable,
    content: asMeant(asHtml(textarea.value)),
    extensions: extensions(),
    editorProps: {
      attributes,
      transformPastedHTML: (html) => (html.includes("data-pm-slice") ? html : asMeant(html)),
    },
    onUpdate({ editor: changed }) {
      const html = htmlOf(changed);
      textarea.value = html;
      textarea.dispatchEvent(
        new CustomEvent("sagsgang:change", { bubbles: true, detail: { html } }),
      );
    },
  });
  textarea.sagsgangEditor = editor;
  editor.on("focus", () => {
    editor.sagsgangTouched = true;
  });
  textarea.after(frame);
  textarea.hidden = true;
  if (isEditable) {
    const name = label ? label.textContent.trim() : textarea.name;
    frame.append(buildToolbar(editor, words, name));
  }
  frame.append(holder);
  if (label) label.addEventListener("click", () => editor.commands.focus());
  textarea.addEventListener("sagsgang:set", (event) => {
    editor.commands.setContent(asMeant(event.detail.html || ""), { emitUpdate: true });
  });
  textarea.addEventListener("focus", () => editor.commands.focus());
  textarea.dispatchEvent(new CustomEvent("sagsgang:ready", { bubbles: true, detail: { editor } }));
  return editor;
}

/** Lay editors over every text area in a part of the page that asks for one. */
export function layAll(root = document) {
  for (const textarea of root.querySelectorAll("textarea[data-richtext]")) lay(textarea);
}

layAll();

// Comments beside the text: the words that a comment is about are marked, and words that the
// reader marks go into the form. Without this a comment is written with its section chosen.
const normal = (text) => text.replace(/\s+/g, " ").trim();

function mark(container, quote, comment) {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    for (let at = 0; at < walker.currentNode.data.length; at += 1) {
      const letter = walker.currentNode.data[at];
      const blank = /\s/.test(letter);
      if (blank && (text === "" || text.endsWith(" "))) continue;
      text += blank ? " " : letter;
      nodes.push([walker.currentNode, at]);
    }
    if (text !== "" && !text.endsWith(" ")) {
      text += " ";
      nodes.push([walker.currentNode, walker.currentNode.data.length]);
    }
  }
  const start = text.indexOf(quote);
  if (start < 0) return;
  const spans = new Map();
  for (const [node, at] of nodes.slice(start, start + quote.length)) {
    const span = spans.get(node) || [at, at];
    spans.set(node, [Math.min(span[0], at), Math.max(span[1], at + 1)]);
  }
  for (const [node, [from, to]] of spans) {
    const end = Math.min(to, node.data.length);
    if (end <= from) continue;
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, end);
    const wrap = document.createElement("mark");
    wrap.className = "comment-mark";
    range.surroundContents(wrap);
    wrap.addEventListener("click", () => {
      comment.classList.add("is-shown");
      comment.focus();
      comment.addEventListener("blur", () => comment.classList.remove("is-shown"), { once: true });
    });
  }
}

const key = (container) => container.closest("[id^='afsnit-']").id.slice("afsnit-".length);
const texts = new Map([...document.querySelectorAll("[id^='afsnit-'] .prose")].map((each) => [key(each), each]));
for (const comment of document.querySelectorAll(".comment[data-quote]")) {
  const container = texts.get(comment.dataset.section);
  if (container) mark(container, comment.dataset.quote, comment);
}

const made = document.querySelector("[data-comment-new]");
if (made) {
  const quote = made.querySelector("[name=quote]");
  const section = made.querySelector("[name=section]");
  // What was marked last in the text goes into the form when it is opened or already is.
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.anchorNode) return;
    const start = selection.anchorNode.parentElement;
    const container = start && start.closest("[id^='afsnit-'] .prose");
    if (!container || !container.contains(selection.focusNode)) return;
    const words = normal(selection.toString());
    if (!words || words.length > 300) return;
    quote.value = words;
    section.value = key(container);
  });
}

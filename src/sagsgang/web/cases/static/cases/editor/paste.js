// What a paste from Word, LibreOffice or Outlook means: the same as cases/richtext/paste.py says on
// the server. The editor itself leaves out everything it does not know.

const GONE = "style, script, title, meta, link, xml, head, noscript, iframe, object, template, svg, math";
/** Pictures are left out, but for those of the case's own figures. */
const OWN_PICTURE = /^\/sager\/[0-9]+\/tal\/t[1-9][0-9]*\/diagram\.svg\?v=[0-9a-f]{16}$/;
const MSO_LIST = /mso-list:\s*l(\d+)\s+level(\d+)/i;
const NUMBERED = /\(?(?:(\d{1,3})|([a-zæøå])|([ivxlcdm]{1,6}))[.)]+\s*$/i;
const BULLET = /^\s*([·•▪■◦‣–\-§o\uf0b7\uf0a7\uf0d8\u25cf])[\s\u00a0]+/;
const WRITTEN = /^\s*(\(?(?:\d{1,3}|[a-zæøå])[.)])[\s\u00a0]+/i;
const FOOTNOTE = /^#(?:_ftn\d+|_edn\d+|sdfootnote\d+sym|sdendnote\d+sym|(?:footnote|endnote)-[\w-]*\d+)$/;
const BACK = /^#(?:_ftnref|_ednref|sdfootnote\d+anc|sdendnote\d+anc|(?:foot|end)note-ref)/;
const LAYOUT = /[ \u00a0\u2002\u2003\u2009]{2,}/g;
const ROMAN = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

function styleOf(element) {
  return (element.dataset.style || "").toLowerCase();
}

function renamed(element, tag) {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

// Our policy lets no element have a style of its own, so the browser would drop what it says (and
// complain): it is read as words.
function withoutStyles(html) {
  return html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/\sstyle(?=\s*=)/gi, " data-style").replace(/\son[a-z]+(?=\s*=)/gi, " data-gone"),
  );
}

/** HTML from another program as the editor should read it. */
export function asMeant(html) {
  if (!html) return "";
  const page = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  const body = page.body;
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.remove();
  for (const element of body.querySelectorAll(GONE)) element.remove();
  for (const picture of body.querySelectorAll("img")) {
    const isOwn = picture.closest("figure[data-figure]") && OWN_PICTURE.test(picture.getAttribute("src") || "");
    if (!isOwn) picture.remove();
  }
  for (const element of body.querySelectorAll("[data-style]")) {
    if (/display:\s*none|mso-hide:\s*all/.test(styleOf(element))) element.remove();
  }
  takeFootnotes(body);
  for (const element of body.querySelectorAll("b, strong")) {
    if (/(^|[^\w-])font-weight:\s*(normal|lighter|[1-5]00)/.test(styleOf(element))) renamed(element, "span");
  }
  for (const element of body.querySelectorAll("span[data-style]")) markStyled(element);
  makeLists(body);
  for (const element of body.querySelectorAll("h1, h2")) renamed(element, "h3");
  for (const element of body.querySelectorAll("h5, h6")) renamed(element, "h4");
  for (const caption of body.querySelectorAll("caption")) {
    const table = caption.closest("table");
    table.before(renamed(caption, "p"));
  }
  for (const paragraph of [...body.querySelectorAll("p, h3, h4")]) {
    const isAlone = paragraph.parentElement.matches("td, th, li") && paragraph.parentElement.children.length === 1;
    if (!isAlone && !paragraph.textContent.trim()) paragraph.remove();
  }
  const texts = page.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    text.data = text.data.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "").replace(LAYOUT, " ");
  }
  for (const cell of body.querySelectorAll("thead td")) {
    const head = renamed(cell, "th");
    for (const name of ["colspan", "rowspan"]) {
      if (cell.hasAttribute(name)) head.setAttribute(name, cell.getAttribute(name));
    }
  }
  for (const element of body.querySelectorAll("*")) {
    for (const name of ["class", "data-style", "data-gone"]) element.removeAttribute(name);
  }
  return body.innerHTML;
}

/** Bold, italic, raised and lowered letters that are said in style alone. */
function markStyled(span) {
  const style = styleOf(span).replace(/\s/g, "");
  const marks = [
    [/(^|[^\w-])font-weight:(bold|bolder|[6-9]00)/, "strong"],
    [/(^|[^\w-])font-style:(italic|oblique)/, "em"],
    [/vertical-align:super/, "sup"],
    [/vertical-align:sub(?!\w)/, "sub"],
  ];
  for (const [said, tag] of marks) {
    if (!said.test(style)) continue;
    const mark = span.ownerDocument.createElement(tag);
    mark.append(...span.childNodes);
    span.append(mark);
  }
}

// Lists that Word only made look like lists ------------------------------------------------------

function makeLists(body) {
  const points = [...body.querySelectorAll("p, div")].filter((element) => {
    const style = styleOf(element);
    return MSO_LIST.test(style) && !/mso-list:\s*none/.test(style);
  });
  let run = [];
  const flush = () => {
    if (run.length) build(run);
    run = [];
  };
  for (const point of points) {
    const last = run.at(-1);
    if (last && following(last.element) !== point) flush();
    run.push({ element: point, level: Number(MSO_LIST.exec(styleOf(point))[2]), mark: takeMark(point) });
  }
  flush();
}

function following(element) {
  let next = element.nextSibling;
  while (next && next.nodeType === Node.TEXT_NODE && !next.data.trim()) next = next.nextSibling;
  return next;
}

function takeMark(point) {
  for (const element of point.querySelectorAll("[data-style]")) {
    if (/mso-list:\s*ignore/.test(styleOf(element))) {
      element.remove();
      return element.textContent.trim();
    }
  }
  const walker = point.ownerDocument.createTreeWalker(point, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.data.trim()) continue;
    const said = BULLET.exec(text.data) || WRITTEN.exec(text.data);
    if (!said) return "";
    text.data = text.data.slice(said[0].length);
    return said[1];
  }
  return "";
}

function build(run) {
  const page = run[0].element.ownerDocument;
  const stack = [];
  for (const { element, level, mark } of run) {
    while (stack.length && stack.at(-1).level > level) stack.pop();
    const { tag, start, type } = kindOf(mark);
    if (stack.length && stack.at(-1).level === level && stack.at(-1).list.localName !== tag) stack.pop();
    if (!stack.length || stack.at(-1).level < level) {
      const list = page.createElement(tag);
      if (start > 1) list.setAttribute("start", start);
      if (type) list.setAttribute("type", type);
      if (stack.length) stack.at(-1).list.lastElementChild.append(list);
      else element.before(list);
      stack.push({ level, list });
    }
    const item = page.createElement("li");
    stack.at(-1).list.append(item);
    const paragraph = page.createElement("p");
    paragraph.append(...element.childNodes);
    item.append(paragraph);
    element.remove();
  }
}

function kindOf(mark) {
  const said = NUMBERED.exec(mark);
  if (!said) return { tag: "ul" };
  const [, digits, letter, roman] = said;
  if (digits) return { tag: "ol", start: Number(digits) };
  const word = (letter || roman).toLowerCase();
  const isUpper = word !== (letter || roman);
  if (roman || word === "i") {
    const values = [...word].map((each) => ROMAN[each]);
    const start = values.reduce((sum, value, at) => sum + (value < (values[at + 1] || 0) ? -value : value), 0);
    return { tag: "ol", start: Math.max(1, start), type: isUpper ? "I" : "i" };
  }
  return { tag: "ol", start: "abcdefghijklmnopqrstuvwxyzæøå".indexOf(word) + 1, type: isUpper ? "A" : "a" };
}

// Footnotes that stand below with a mark in the text come to stand where the mark is ---------------

function takeFootnotes(body) {
  const found = [];
  for (const link of body.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href").trim();
    if (!FOOTNOTE.test(href)) continue;
    const note = noteOf(body, href.slice(1));
    if (note) found.push({ link, note });
  }
  for (const { link, note } of found) {
    for (const back of note.querySelectorAll("a[href]")) {
      if (BACK.test(back.getAttribute("href").trim())) back.remove();
    }
    const small = body.ownerDocument.createElement("small");
    small.textContent = note.textContent.replace(/\s+/g, " ").trim();
    const raised = link.parentElement.matches("sup") && link.parentElement.textContent === link.textContent;
    (raised ? link.parentElement : link).replaceWith(small);
    note.remove();
  }
}

function noteOf(body, name) {
  const names = [name, name.replace(/^_/, ""), name.replace(/sym$/, "")];
  for (const id of names) {
    const element = body.querySelector(`[id="${CSS.escape(id)}"]:is(div, li, p, section)`);
    if (element) return element;
  }
  const anchor = body.querySelector(`a[name="${CSS.escape(name)}"][href]`);
  return anchor && BACK.test(anchor.getAttribute("href")) ? anchor.closest("p, div") : null;
}

// The plain text of what stands in an editor, as cases/richtext/blocks.py writes it, and where in the
// page each of its characters stands.

const BLOCKS = new Set(["P", "H3", "H4", "UL", "OL", "TABLE", "BLOCKQUOTE", "DIV"]);
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const SPACE = /[ \t\n\r\f\v]/;
const LAYOUT = /[ \u00a0\u2002\u2003\u2009]/;
const LETTERS = "abcdefghijklmnopqrstuvwxyzæøå";

class Writer {
  constructor() {
    this.text = [];
    this.nodes = [];
    this.offsets = [];
  }

  put(words) {
    for (const letter of words) this.push(letter, null, 0);
  }

  push(letter, node, offset) {
    this.text.push(letter);
    this.nodes.push(node);
    this.offsets.push(offset);
  }

  apart(ends) {
    if (this.text.length) this.put("\n".repeat(ends));
  }

  // Inline words: spaces are collapsed, and taken away at either end, as the server does.
  inline(nodes) {
    const start = this.text.length;
    for (const node of nodes) this.inlineNode(node);
    let first = start;
    const isEdge = (letter) => /[ \n\t\u00a0]/.test(letter);
    while (first < this.text.length && isEdge(this.text[first])) first += 1;
    if (first > start) {
      for (const list of [this.text, this.nodes, this.offsets]) list.splice(start, first - start);
    }
    while (this.text.length > start && isEdge(this.text.at(-1))) {
      for (const list of [this.text, this.nodes, this.offsets]) list.pop();
    }
  }

  inlineNode(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      const data = node.data;
      for (let at = 0; at < data.length; at++) {
        let letter = data[at];
        if (UNSEEN.test(letter)) continue;
        if (SPACE.test(letter)) letter = " ";
        if (LAYOUT.test(letter) && this.text.length && LAYOUT.test(this.text.at(-1))) {
          this.text[this.text.length - 1] = " ";
          continue;
        }
        this.push(letter, node, at);
      }
    } else if (node.nodeName === "BR") {
      if (!node.classList.contains("ProseMirror-trailingBreak")) this.put("\n");
    } else if (node.nodeName === "SMALL") {
      this.put(" (");
      this.inline(node.childNodes);
      this.put(")");
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      for (const child of node.childNodes) this.inlineNode(child);
    }
  }

  blocks(nodes, ends) {
    for (const node of nodes) {
      if (node.nodeType !== Node.ELEMENT_NODE || !node.textContent.trim()) continue;
      if (node.nodeName === "UL" || node.nodeName === "OL") this.points(node, "", ends);
      else if (node.nodeName === "TABLE") {
        this.apart(ends);
        this.table(node);
      } else if (node.nodeName === "BLOCKQUOTE" || node.nodeName === "DIV") {
        this.blocks(node.childNodes, ends);
      } else {
        this.apart(ends);
        this.inline(node.childNodes);
      }
    }
  }

  points(list, indent, ends) {
    const first = Number(list.getAttribute("start") || 1);
    let number = first;
    for (const point of list.children) {
      if (!point.textContent.trim()) continue;
      this.apart(number === first ? ends : 1);
      this.put(`${indent}${mark(list, number)} `);
      let isFirst = true;
      for (const block of point.children) {
        if (block.nodeName === "UL" || block.nodeName === "OL") this.points(block, `${indent}   `, 1);
        else if (isFirst && block.nodeName === "P") this.inline(block.childNodes);
        else this.blocks([block], 1);
        isFirst = false;
      }
      number += 1;
    }
  }

  table(table) {
    const rows = [...table.rows];
    const taken = new Set();
    const grid = rows.map(() => new Map());
    let width = 0;
    rows.forEach((row, number) => {
      let column = 0;
      for (const cell of row.cells) {
        while (taken.has(`${number},${column}`)) column += 1;
        grid[number].set(column, cell);
        for (let down = 0; down < cell.rowSpan; down++) {
          for (let right = 0; right < cell.colSpan; right++) {
            taken.add(`${number + down},${column + right}`);
            if (number + down < rows.length) width = Math.max(width, column + right + 1);
          }
        }
        column += 1;
      }
    });
    grid.forEach((cells, number) => {
      if (number) this.put("\n");
      for (let column = 0; column < width; column++) {
        if (column) this.put("\t");
        if (cells.has(column)) this.cell(cells.get(column));
      }
    });
  }

  cell(cell) {
    const texts = [];
    const walk = (node) => {
      for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) texts.push(child);
        else if (child.nodeName === "SMALL") texts.push(" (", ...leaves(child), ")");
        else if (child.nodeName === "BR" || BLOCKS.has(child.nodeName) || child.nodeName === "LI") {
          texts.push(" ");
          walk(child);
          texts.push(" ");
        } else walk(child);
      }
    };
    walk(cell);
    const start = this.text.length;
    for (const part of texts) {
      const data = typeof part === "string" ? part : part.data;
      for (let at = 0; at < data.length; at++) {
        const letter = data[at];
        if (UNSEEN.test(letter)) continue;
        if (/\s/.test(letter)) {
          if (this.text.length > start && this.text.at(-1) !== " ") this.push(" ", null, 0);
        } else this.push(letter, typeof part === "string" ? null : part, at);
      }
    }
    while (this.text.length > start && this.text.at(-1) === " ") {
      for (const list of [this.text, this.nodes, this.offsets]) list.pop();
    }
  }
}

function leaves(node) {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function mark(list, number) {
  if (list.nodeName === "UL") return "-";
  const kind = list.getAttribute("type") || "1";
  if ("aA".includes(kind) && number <= LETTERS.length) {
    const letter = LETTERS[number - 1];
    return `${kind === "A" ? letter.toUpperCase() : letter})`;
  }
  if ("iI".includes(kind)) {
    const steps = [[100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];
    let written = "";
    for (const [value, letters] of steps) {
      while (number >= value && written.length < 12) {
        written += letters;
        number -= value;
      }
    }
    return `${kind === "I" ? written.toUpperCase() : written})`;
  }
  return `${number}.`;
}

/** The plain text of an editor's content, with the node and offset of each character. */
export function plainOf(root) {
  const writer = new Writer();
  writer.blocks(root.childNodes, 2);
  return { text: writer.text.join(""), nodes: writer.nodes, offsets: writer.offsets };
}

/** The page's range of the words from `start` to `end`; null when they are not there any more. */
export function rangeOf(plain, { start, end, words }) {
  if (start === null || end === null) return null;
  const isThere = (at) => like(plain.text.slice(at, at + words.length), words);
  let first = start;
  if (words && !isThere(first)) {
    const places = [];
    for (let at = plain.text.indexOf(words); at >= 0; at = plain.text.indexOf(words, at + 1)) places.push(at);
    if (!places.length) return null;
    first = places.reduce((best, at) => (Math.abs(at - start) < Math.abs(best - start) ? at : best));
  }
  let last = first + (end - start) - 1;
  while (first <= last && !plain.nodes[first]) first += 1;
  while (last >= first && !plain.nodes[last]) last -= 1;
  if (first > last) return null;
  const range = document.createRange();
  range.setStart(plain.nodes[first], plain.offsets[first]);
  range.setEnd(plain.nodes[last], plain.offsets[last] + 1);
  return range;
}

/** Whether the words are the same; the server hides the digits of a personal number. */
function like(here, told) {
  if (here.length !== told.length) return false;
  return [...told].every((letter, at) => letter === here[at] || (letter === "X" && /\d/.test(here[at])));
}

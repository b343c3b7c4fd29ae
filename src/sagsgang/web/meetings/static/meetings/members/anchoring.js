// Words of a page by their place in it. Blanks do not count, as in anchoring.py: the server says
// which words to look for, here they are found among what the page shows.
export const CONTEXT = 100;
const LEFT_OUT = ".own-box, .own-notes, nav, aside, form, script, .sr-only, .breadcrumbs, .kept-line";

// The letters of the text without blanks, and for each the node and place where it stands.
export function lettersOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes = [];
  const places = [];
  let letters = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    nodes.push(node);
    for (let index = 0; index < node.data.length; index += 1) {
      if (/\s/.test(node.data[index])) continue;
      letters += node.data[index];
      places.push([node, index]);
    }
  }
  return { letters, places, nodes };
}

const squeezed = (text) => text.replace(/\s+/g, "");

function sameStart(one, other) {
  let same = 0;
  while (same < one.length && same < other.length && one[same] === other[same]) same += 1;
  return same;
}

const backwards = (text) => [...text].reverse().join("");

// Where the words begin and end among the letters; null when they are not on the page.
export function placeOf(letters, { quote, before, after }) {
  const [words, left, right] = [quote, before, after].map(squeezed);
  if (!words) return null;
  let best = null;
  let most = -1;
  for (let at = letters.indexOf(words); at >= 0; at = letters.indexOf(words, at + 1)) {
    const ahead = backwards(letters.slice(Math.max(0, at - left.length), at));
    const behind = letters.slice(at + words.length, at + words.length + right.length);
    const alike = sameStart(ahead, backwards(left)) + sameStart(behind, right);
    if (alike > most) [best, most] = [[at, at + words.length], alike];
  }
  return best;
}

// What is chosen on the page, with what stands around it; null when it is not of the item.
export function chosen(root) {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const quote = selection.toString().trim();
  if (!quote || quote.length > 2000) return null;
  const { letters, places } = lettersOf(root);
  const inside = places.findIndex(([node, index]) => range.comparePoint(node, index) >= 0);
  const length = squeezed(quote).length;
  if (inside < 0 || letters.slice(inside, inside + length) !== squeezed(quote)) return null;
  const around = (from, to) => letters.slice(Math.max(0, from), Math.max(0, to));
  return {
    quote,
    before: around(inside - CONTEXT, inside),
    after: around(inside + length, inside + length + CONTEXT),
  };
}

// Marks the letters from `start` to `end`: one <mark> for each piece of text.
export function markLetters({ places }, [start, end], key) {
  const pieces = new Map();
  for (const [node, index] of places.slice(start, end)) {
    const piece = pieces.get(node);
    if (piece) piece[1] = index + 1;
    else pieces.set(node, [index, index + 1]);
  }
  const marks = [];
  for (const [node, [from, to]] of pieces) {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    const mark = document.createElement("mark");
    mark.className = "own-mark";
    mark.dataset.ownMark = key;
    range.surroundContents(mark);
    marks.push(mark);
  }
  return marks;
}

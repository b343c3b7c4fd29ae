// The editor's tools: buttons with words, one stop for the tab key, arrows between them.
// The words come from cases/richtext/widget.py in the language of the reader.

const ADDRESS = /^(https?:\/\/|mailto:|\/(?!\/))\S+$/i;

function tools(editor) {
  const run = () => editor.chain().focus();
  const heading = (level) => ({
    run: () => run().toggleHeading({ level }).run(),
    isOn: () => editor.isActive("heading", { level }),
  });
  return [
    ["heading", heading(3)],
    ["subheading", heading(4)],
    ["bold", { run: () => run().toggleBold().run(), isOn: () => editor.isActive("bold"), keys: "Control+B" }],
    ["italic", { run: () => run().toggleItalic().run(), isOn: () => editor.isActive("italic"), keys: "Control+I" }],
    ["bullets", { run: () => run().toggleBulletList().run(), isOn: () => editor.isActive("bulletList") }],
    ["numbers", { run: () => run().toggleOrderedList().run(), isOn: () => editor.isActive("orderedList") }],
    ["indent", { run: () => run().sinkListItem("listItem").run(), can: () => editor.can().sinkListItem("listItem") }],
    ["outdent", { run: () => run().liftListItem("listItem").run(), can: () => editor.can().liftListItem("listItem") }],
    ["quote", { run: () => run().toggleBlockquote().run(), isOn: () => editor.isActive("blockquote") }],
    ["link", { asks: "link", isOn: () => editor.isActive("link"), keys: "Control+K" }],
    ["footnote", { asks: "footnote", isOn: () => editor.isActive("footnote") }],
    [
      "table",
      {
        run: () => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
        can: () => !editor.isActive("table"),
      },
    ],
    ["undo", { run: () => run().undo().run(), can: () => editor.can().undo(), keys: "Control+Z" }],
    ["redo", { run: () => run().redo().run(), can: () => editor.can().redo(), keys: "Control+Y" }],
  ];
}

function tableTools(editor) {
  const tool = (command, more = {}) => ({
    run: () => editor.chain().focus()[command]().run(),
    can: () => editor.can()[command](),
    ...more,
  });
  return [
    ["rowBefore", tool("addRowBefore")],
    ["rowAfter", tool("addRowAfter")],
    ["rowAway", tool("deleteRow")],
    ["columnBefore", tool("addColumnBefore")],
    ["columnAfter", tool("addColumnAfter")],
    ["columnAway", tool("deleteColumn")],
    ["headRow", tool("toggleHeaderRow", { isOn: () => firstCells(editor).row })],
    ["headColumn", tool("toggleHeaderColumn", { isOn: () => firstCells(editor).column })],
    ["join", tool("mergeCells")],
    ["split", tool("splitCell")],
    ["tableAway", tool("deleteTable")],
  ];
}

/** Whether the first row, and the first column, of the table at the cursor are headers. */
function firstCells(editor) {
  const { $anchor } = editor.state.selection;
  for (let depth = $anchor.depth; depth > 0; depth--) {
    const node = $anchor.node(depth);
    if (node.type.name !== "table") continue;
    const isHead = (cell) => cell && cell.type.name === "tableHeader";
    const cells = [];
    node.firstChild.forEach((cell) => cells.push(cell));
    const firsts = [];
    node.forEach((row) => firsts.push(row.firstChild));
    return { row: cells.every(isHead), column: firsts.every(isHead) };
  }
  return { row: false, column: false };
}

function bar(name, list, words, ask) {
  const element = document.createElement("div");
  element.className = "richtext-tools";
  element.setAttribute("role", "toolbar");
  element.setAttribute("aria-label", name);
  for (const [key, tool] of list) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "richtext-tool";
    button.dataset.tool = key;
    button.textContent = words[key];
    button.tabIndex = -1;
    if (tool.keys) button.setAttribute("aria-keyshortcuts", tool.keys);
    // The cursor stays where it is in the text.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      if (tool.asks) ask(tool.asks);
      else tool.run();
    });
    element.append(button);
  }
  const buttons = [...element.children];
  buttons[0].tabIndex = 0;
  element.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons[(to + buttons.length) % buttons.length];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
  const refresh = () => {
    list.forEach(([, tool], place) => {
      if (tool.isOn) buttons[place].setAttribute("aria-pressed", String(Boolean(tool.isOn())));
      if (tool.can) buttons[place].setAttribute("aria-disabled", String(!tool.can()));
    });
  };
  return { element, refresh, buttons };
}

/** The line that asks for an address or a footnote's text, under the tools. */
function question(editor, words) {
  const element = document.createElement("div");
  element.className = "richtext-ask";
  element.hidden = true;
  const id = `richtext-${Math.random().toString(36).slice(2)}`;
  const label = document.createElement("label");
  label.className = "form-label";
  label.htmlFor = id;
  const input = document.createElement("input");
  input.className = "form-input";
  input.id = id;
  input.type = "text";
  const error = document.createElement("p");
  error.className = "form-error-message";
  error.id = `${id}-error`;
  error.setAttribute("role", "alert");
  const make = (name) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "richtext-tool";
    button.textContent = words[name];
    element.append(button);
    return button;
  };
  element.append(label, input, error);
  const insert = make("insert");
  const remove = make("remove");
  const cancel = make("cancel");
  let kind = "link";

  const close = () => {
    element.hidden = true;
    editor.commands.focus();
  };
  const mark = () => (kind === "link" ? "link" : "footnote");
  const apply = () => {
    const value = input.value.trim();
    error.textContent = "";
    input.removeAttribute("aria-invalid");
    if (kind === "link") {
      if (!ADDRESS.test(value)) {
        error.textContent = words.badAddress;
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", error.id);
        input.focus();
        return;
      }
      const chain = editor.chain().focus();
      if (editor.state.selection.empty && !editor.isActive("link")) {
        chain.insertContent({ type: "text", text: value, marks: [{ type: "link", attrs: { href: value } }] }).run();
      } else {
        chain.extendMarkRange("link").setLink({ href: value }).run();
      }
    } else if (value) {
      const content = { type: "text", text: value, marks: [{ type: "footnote" }] };
      const chain = editor.chain().focus();
      if (editor.isActive("footnote")) chain.extendMarkRange("footnote");
      else chain.setTextSelection(editor.state.selection.to);
      chain.insertContent(content).run();
    }
    close();
  };
  insert.addEventListener("click", apply);
  cancel.addEventListener("click", close);
  remove.addEventListener("click", () => {
    const chain = editor.chain().focus().extendMarkRange(mark());
    (kind === "link" ? chain.unsetLink() : chain.deleteSelection()).run();
    close();
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      apply();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  const ask = (what) => {
    kind = what;
    const isOn = editor.isActive(mark());
    label.textContent = kind === "link" ? words.address : words.footnoteText;
    input.value = "";
    if (isOn && kind === "link") input.value = editor.getAttributes("link").href || "";
    if (isOn && kind === "footnote") {
      const { $from } = editor.state.selection;
      const node = [$from.nodeAfter, $from.nodeBefore].find(
        (part) => part && part.marks.some((each) => each.type.name === "footnote"),
      );
      input.value = node ? node.text : "";
    }
    remove.hidden = !isOn;
    error.textContent = "";
    input.removeAttribute("aria-invalid");
    element.hidden = false;
    input.focus();
  };
  return { element, ask };
}

/** Toolbars and question line for an editor; `name` is what the section is called. */
export function buildToolbar(editor, words, name) {
  const holder = document.createElement("div");
  holder.className = "richtext-bars";
  const { element: asking, ask } = question(editor, words);
  const main = bar(`${words.tools} ${name}`, tools(editor), words, ask);
  const table = bar(`${words.tableTools} ${name}`, tableTools(editor), words, ask);
  table.element.hidden = true;
  holder.append(main.element, table.element, asking);

  const refresh = () => {
    main.refresh();
    table.element.hidden = !editor.isActive("table");
    if (!table.element.hidden) table.refresh();
  };
  editor.on("transaction", refresh);
  refresh();
  main.element.title = words.keys;

  editor.view.dom.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "F10") {
      event.preventDefault();
      const shown = table.element.hidden ? main : table;
      shown.buttons.find((button) => button.tabIndex === 0).focus();
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      ask("link");
    }
  });
  holder.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      editor.commands.focus();
    }
  });
  return holder;
}

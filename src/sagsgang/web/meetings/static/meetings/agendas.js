// Items are dragged to another place; the page's own form then writes the order. Without this the
// buttons beside each item do the same.
for (const list of document.querySelectorAll("[data-sortable]")) {
  const form = document.getElementById(list.dataset.form);
  const items = () => [...list.children].filter((item) => item.dataset.key);
  const before = items().map((item) => item.dataset.key).join(",");
  let dragged = null;

  const unmark = () => {
    for (const item of items()) {
      item.classList.remove("is-over", "is-over-end", "is-dragged");
    }
  };
  const isUpper = (item, y) => {
    const box = item.getBoundingClientRect();
    return y < box.top + box.height / 2;
  };
  const itemAt = (y) =>
    items().find((item) => y < item.getBoundingClientRect().bottom) ?? items().at(-1);

  list.classList.add("can-drag");
  list.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".agenda-handle");
    if (!handle || event.button !== 0) return;
    dragged = handle.closest("[data-key]");
    dragged.classList.add("is-dragged");
    handle.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  list.addEventListener("pointermove", (event) => {
    if (!dragged) return;
    const over = itemAt(event.clientY);
    for (const item of items()) item.classList.remove("is-over", "is-over-end");
    if (over && over !== dragged) {
      over.classList.add(isUpper(over, event.clientY) ? "is-over" : "is-over-end");
    }
  });
  list.addEventListener("pointerup", (event) => {
    if (!dragged) return;
    const over = itemAt(event.clientY);
    if (over && over !== dragged) {
      if (isUpper(over, event.clientY)) over.before(dragged);
      else over.after(dragged);
    }
    dragged = null;
    unmark();
    const order = items().map((item) => item.dataset.key).join(",");
    if (order !== before) {
      form.elements.order.value = order;
      form.requestSubmit();
    }
  });
  list.addEventListener("pointercancel", () => {
    dragged = null;
    unmark();
  });
}

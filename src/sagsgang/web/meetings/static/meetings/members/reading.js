// An item counts as read when it is opened; without a connection that is told later.
import { keepAnew, put, send } from "./outbox.js";

export function startReading(canKeep) {
  const box = document.querySelector("[data-own-item]");
  if (!box || box.dataset.ownRead === "read" || !Number(box.dataset.ownVersion)) return;
  const entry = {
    name: `read-${box.dataset.ownItem}`,
    title: document.title,
    address: box.dataset.ownReadAddress,
    operation: crypto.randomUUID(),
    fields: { version: box.dataset.ownVersion },
  };
  send(entry).then(
    (answer) => {
      if (!answer.ok) return;
      box.querySelector("[data-own-read-form]").hidden = true;
      box.querySelector("[data-own-unread-form]").hidden = false;
      keepAnew();
    },
    () => {
      if (canKeep) put(entry);
    },
  );
}

// drag.js: draw over words in the cut form to mark them, or to unmark them when the first one was marked.
import { behave } from "./behave.js";

behave("[data-words]", (words) => {
  const boxAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".word")?.querySelector("input");
  const boxes = [...words.querySelectorAll(".word input")];
  let first = null, mark = false, moved = false;
  words.addEventListener("pointerdown", (event) => {
    first = boxAt(event);
    mark = first ? !first.checked : false;
    moved = false;
    if (first) words.releasePointerCapture(event.pointerId);
  });
  words.addEventListener("pointermove", (event) => {
    const here = first && event.buttons ? boxAt(event) : null;
    if (!here || !words.contains(here) || (here === first && !moved)) return;
    moved = true;
    const [from, to] = [boxes.indexOf(first), boxes.indexOf(here)].sort((a, b) => a - b);
    for (const box of boxes.slice(from, to + 1)) box.checked = mark;
  });
  addEventListener("pointerup", () => { first = null; });
  words.addEventListener("click", (event) => {
    if (moved) event.preventDefault();
    moved = false;
  }, true);
  words.addEventListener("dragstart", (event) => event.preventDefault());
});

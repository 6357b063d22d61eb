// queue.js: j and k move through the cases, Enter opens the one that has the focus (as links do by themselves).
import { behave } from "./behave.js";

behave("[data-queue]", (queue) => {
  const links = [...queue.querySelectorAll("li > p:first-child > a")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (!step) return;
    const here = links.indexOf(document.activeElement);
    links[Math.min(Math.max(here + step, 0), links.length - 1)]?.focus();
  });
  links[0]?.focus({ preventScroll: true });
});

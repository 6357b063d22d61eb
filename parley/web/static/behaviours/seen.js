// seen.js: a new comment whose end was on the screen for a while is read, on all devices. Several are told at once.
import { behave, fields } from "./behave.js";

const WHILE = 1000, APART = 3000;
const strip = document.querySelector("[data-tracking]"), read = new Set(), ends = new Map();

const tell = () => {
  if (!read.size) return;
  if (navigator.sendBeacon(`${strip.dataset.tracking}/seen`, fields({ comments: [...read].slice(0, 200).join() }))) read.clear();
};

const watch = new IntersectionObserver((happened) => {
  for (const { target, isIntersecting } of happened) {
    clearTimeout(ends.get(target));
    if (isIntersecting) ends.set(target, setTimeout(() => {
      if (document.hidden) return;
      read.add(target.closest("[data-comment]").dataset.comment);
      watch.unobserve(target);
      ends.delete(target);
    }, WHILE));
  }
}, { threshold: 0.9 });

behave("article .role.is-new", (badge) => { if (strip) watch.observe(badge.closest(".comment-box").lastElementChild); });

if (strip) {
  setInterval(tell, APART);
  addEventListener("pagehide", tell);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) tell();
    else for (const end of ends.keys()) { watch.unobserve(end); watch.observe(end); } // looked at again
  });
}

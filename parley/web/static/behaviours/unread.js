// unread.js: n goes to the next new comment, on this page or on a later one, and p back. What waits to come in is first.
import { behave } from "./behave.js";
import { arrive, numberOf } from "./arrive.js";
import { reveal } from "./fold.js";
const NEW = "article:has(.role.is-new), article.is-arrived";
const FOLLOWS = Node.DOCUMENT_POSITION_FOLLOWING, TYPES = "textarea, select, input, [contenteditable]";

behave("[data-tracking]", (strip) => {
  let here = null;
  const [keys, nothing] = ["keys", "nothing"].map((name) => strip.querySelector(`[data-${name}]`));
  const unread = () => [...document.querySelectorAll(NEW)];
  const isBehind = (one) => (here ? here.compareDocumentPosition(one) & FOLLOWS : one.getBoundingClientRect().top > 8);
  const isBefore = (one) => one !== here && (here ? !isBehind(one) : one.getBoundingClientRect().top < 0);
  const go = (one) => {
    nothing.textContent = "";
    reveal(one);
    here = one;
    one.tabIndex = -1;
    one.focus({ preventScroll: true });
    one.scrollIntoView({ block: "start" });
    dispatchEvent(new Event("went"));
  };
  const onward = () => {
    const last = [...document.querySelectorAll("article[data-comment]")].at(-1), more = document.querySelector("main > .more [rel=next]");
    if (last && more && strip.querySelector(".fresh")) location.assign(`${strip.dataset.tracking}/next?after=${numberOf(last)}`);
    else setTimeout(() => { nothing.textContent = nothing.dataset.nothing; }, 50);
  };
  keys.hidden = false;
  document.addEventListener("keydown", async (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest(TYPES)) return;
    if (event.key === "n") {
      if (document.querySelector(".news [data-waits]")) await arrive().catch(() => []);
      const next = unread().find(isBehind) ?? (here ? null : unread()[0]);
      if (next) go(next); else onward();
    } else if (event.key === "p") {
      const before = unread().filter(isBefore).at(-1);
      if (before) go(before);
    }
  });
});

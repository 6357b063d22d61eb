// live.js: says that there are new comments. Pressed, they come into the page, and then it leads to the first of them; they move nothing.
import { behave } from "./behave.js";
import { arrive } from "./arrive.js";
import { said } from "./words.js";

behave(".news[data-live]", (place) => {
  const stream = new EventSource(place.dataset.live), me = document.querySelector("[data-me]")?.dataset.me;
  const link = document.createElement("a");
  const say = (text, href) => {
    Object.assign(link, { textContent: text, href });
    if (!link.isConnected) place.replaceChildren(link); // else it keeps the focus
  };
  const look = async () => {
    const answer = await fetch(place.dataset.live.replace(/live$/, "news"));
    if (!answer.ok) return;
    const { comments, newest, authors } = await answer.json(), since = comments - Number(place.dataset.count);
    const isKnown = (key, at) => authors[at] === me || document.getElementById(`c${key}`);
    const fresh = newest.slice(0, Math.max(since, 0)).filter((key, at) => !isKnown(key, at));
    if (!fresh.length) return;
    link.dataset.waits = "";
    say(said("new", { count: fresh.length + Math.max(since - newest.length, 0) }), `/c/${fresh.at(-1)}`);
  };
  link.addEventListener("click", (event) => {
    const elsewhere = link.href;
    if (!("waits" in link.dataset) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    arrive().then((came) => { if (!came.length) location.assign(elsewhere); }, () => location.assign(elsewhere));
  });
  document.addEventListener("arrived", ({ detail: { came, page } }) => {
    place.dataset.count = page.querySelector(".news[data-live]").dataset.count;
    delete link.dataset.waits;
    const others = came.filter((one) => one.querySelector(".author").textContent !== me);
    if (others.length) say(said("came", { count: others.length }), `#${others[0].id}`);
    else place.replaceChildren();
  });
  stream.addEventListener("open", look); // what came before, or without a network
  stream.addEventListener("changed", look);
  for (const went of ["hashchange", "went"]) addEventListener(went, () => { if (!("waits" in link.dataset)) place.replaceChildren(); });
  addEventListener("pagehide", () => stream.close());
});

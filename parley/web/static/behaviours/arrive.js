// arrive.js: brings new comments into the page, at their places and without moving what is read. Tells "arrived".
import { wake } from "./behave.js";

const comments = (page) => [...page.querySelectorAll("article[data-comment]")];
export const numberOf = (one) => one.querySelector(".number").title, rootOf = (one) => numberOf(one).split(".")[0];
// A page as a document, which fetch does not give; its scripts do not run.
export const asked = (url, sent) => new Promise((give, fail) => {
  const asks = new XMLHttpRequest();
  asks.open(sent ? "POST" : "GET", url);
  asks.responseType = "document";
  asks.onload = () => (asks.status === 200 && asks.response ? give(asks.response) : fail(asks.status));
  asks.onerror = fail;
  asks.send(sent);
});

function put(one, before) {
  let spot = before && document.getElementById(before.id);
  const opens = !numberOf(one).includes("."), goesOn = (next) => next?.matches("[data-comment]") && rootOf(next) === rootOf(spot);
  while (spot && opens && goesOn(spot.nextElementSibling)) spot = spot.nextElementSibling;
  const came = document.importNode(one, true);
  came.classList.add("is-arrived");
  if (spot) spot.after(came); else (comments(document)[0] ?? document.querySelector(".news[data-live]")).before(came);
  return came;
}

export async function arrive() {
  const page = await asked(location.pathname + location.search), all = comments(page), root = document.documentElement, main = document.getElementById("main");
  const parts = [...main.children], line = innerHeight / 3, shown = (part) => part.getBoundingClientRect().bottom > line;
  const read = document.activeElement.closest("form.write, article[data-comment]") ?? parts.find(shown);
  const stood = read?.getBoundingClientRect().top;
  root.style.overflowAnchor = "none"; // what the browser would do by itself is done here
  const came = all.map((one, at) => (document.getElementById(one.id) ? null : put(one, all[at - 1]))).filter(Boolean);
  if (came.length) main.querySelector(":scope > .empty")?.remove();
  for (const count of [".toolbar h2", "a[href='#discussion']"]) document.querySelector(count)?.replaceChildren(page.querySelector(count).textContent);
  document.dispatchEvent(new CustomEvent("arrived", { detail: { came, page } }));
  for (const one of came) wake(one);
  if (read) scrollBy({ top: read.getBoundingClientRect().top - stood, behavior: "instant" });
  requestAnimationFrame(() => { root.style.overflowAnchor = ""; });
  return came;
}

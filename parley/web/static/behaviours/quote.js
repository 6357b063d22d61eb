// quote.js: select words in a comment, and "Quote this" appears beside them. The words go into the comment being written
// on this page, or else to the reply page.
import { behave, filled } from "./behave.js";
import { said } from "./words.js";

const button = document.createElement("button");
Object.assign(button, { type: "button", className: "button", textContent: said("quote") });
button.dataset.quoteButton = "";
let chosen = null;

function look() {
  const picked = getSelection(), words = picked.toString().trim();
  const near = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.closest("[data-body]");
  const body = near(picked.anchorNode);
  if (document.activeElement === button) return;
  button.remove();
  if (!words || !body || body !== near(picked.focusNode)) return;
  const comment = body.closest("[data-comment]"), place = picked.getRangeAt(0).getBoundingClientRect();
  chosen = { words, comment, reply: comment.querySelector("[data-reply]") };
  body.after(button);
  button.style.top = `${place.bottom + scrollY + 6}px`;
  button.style.left = `${Math.min(place.left + scrollX, innerWidth - button.offsetWidth - 20)}px`;
}

function quote() {
  const { words, comment, reply } = chosen, value = `${comment.dataset.comment}:${words}`;
  const form = [...document.querySelectorAll("form.write")].find((one) => one.elements.text?.value.trim());
  button.remove();
  if (!form) return reply && location.assign(`${reply.href}?${new URLSearchParams({ quote: value })}`);
  const row = filled(form.querySelector("template[data-quote]"), { words, author: comment.querySelector(".author").textContent,
    number: comment.querySelector(".number").title });
  row.querySelector("input").value = value;
  form.querySelector("[data-quotes]").append(row);
  form.elements.text.focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
button.addEventListener("click", quote);
behave("[data-comment] [data-reply]", () => document.addEventListener("selectionchange", look));

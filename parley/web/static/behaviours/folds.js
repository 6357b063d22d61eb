// folds.js: what stands below a comment, folded away or shown; where it is folded or muted there is the way to mute it, or not.
import { fields, tell } from "./behave.js";
import { numberOf } from "./arrive.js";
import { said } from "./words.js";

export const folded = new Set(), muted = new Set(), keyOf = (one) => one.dataset.comment;
export const all = () => [...document.querySelectorAll("main > article[data-comment]")].map((one) => [one, `${numberOf(one)}.`]);

function made(tag, one, number, given) {
  const hint = Object.assign(document.createElement("span"), { className: "unseen", textContent: ` ${said("below", { number })}` });
  const part = Object.assign(document.createElement(tag), given);
  part.append("", hint);
  one.querySelector("header").append(" ", part);
  return part;
}

function turn(key) {
  const on = !folded.delete(key) && Boolean(folded.add(key));
  draw();
  tell(`/c/${key}/fold`, fields({ on: Number(on) })).catch(() => { /* here alone */ });
}

function dress(one, number, count) {
  const key = keyOf(one), isOpen = !folded.has(key), isMuted = muted.has(key);
  const button = one.querySelector(".fold") ?? made("button", one, number, { type: "button", className: "plain fold", onclick: () => turn(key) });
  const link = one.querySelector(".mute") ?? made("a", one, number, { className: "meta mute", href: `/c/${key}/branch` });
  button.setAttribute("aria-expanded", isOpen);
  button.firstChild.data = isOpen ? said("fold") : said("unfold", { count });
  link.hidden = isOpen && !isMuted;
  link.firstChild.data = said(isMuted ? "muted" : "mute");
}

export function draw() {
  const here = all(), tops = here.filter(([one]) => folded.has(keyOf(one))).map(([, number]) => number);
  here.forEach(([one, number], at) => {
    const end = here.findIndex(([, other], place) => place > at && !other.startsWith(number)), count = (end < 0 ? here.length : end) - at - 1;
    one.hidden = tops.some((top) => top !== number && number.startsWith(top));
    if (count) dress(one, number.slice(0, -1), count);
  });
}

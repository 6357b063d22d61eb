// fold.js: branches are folded as they were left on any device. A comment that is gone to is shown.
import { behave } from "./behave.js";
import { numberOf } from "./arrive.js";
import { all, draw, folded, keyOf, muted } from "./folds.js";

export function reveal(one) {
  const number = numberOf(one);
  for (const [top, its] of all()) if (number.startsWith(its)) folded.delete(keyOf(top));
  if (one.hidden) draw();
}

behave("[data-tracking]", (strip) => {
  const keys = (name) => strip.dataset[name].split(" ").filter(Boolean), target = document.querySelector("article:target");
  for (const key of keys("folded")) folded.add(key);
  for (const key of keys("muted")) muted.add(key);
  draw();
  if (target) reveal(target);
  document.addEventListener("arrived", draw);
});

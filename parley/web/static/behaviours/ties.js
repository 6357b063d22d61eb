// ties.js: words of a rule and the clause they became light up together, from either side, by mouse and by keyboard. Without it
// their numbers tell.
import { behave } from "./behave.js";

const BOTH = { mouseenter: true, focusin: true, mouseleave: false, focusout: false };

behave("a.acts-on", (word) => {
  const both = [word, document.querySelector(word.getAttribute("href"))];
  for (const [happening, isOn] of both[1] ? Object.entries(BOTH) : []) {
    for (const side of both) side.addEventListener(happening, () => both.forEach((each) => each.classList.toggle("is-tied", isOn)));
  }
});

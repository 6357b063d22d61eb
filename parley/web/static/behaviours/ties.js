// ties.js: words of a rule and the clause they became light up together, from either side, by mouse and by keyboard. Without it
// their numbers tell.
import { behave } from "./behave.js";

const BOTH = { mouseenter: true, focusin: true, mouseleave: false, focusout: false };

function tie(word, clause) {
  for (const [happening, isOn] of Object.entries(BOTH)) {
    for (const side of [word, clause]) {
      side.addEventListener(happening, () => [word, clause].forEach((each) => each.classList.toggle("is-tied", isOn)));
    }
  }
}

behave("a.acts-on", (word) => {
  const clause = document.querySelector(word.getAttribute("href"));
  if (clause) tie(word, clause);
});

// case.js: 1 to 4 choose what to do, Enter decides once something was chosen, and what the author will read follows the form.
import { asked } from "./arrive.js";
import { behave } from "./behave.js";

behave("[data-case]", (form) => {
  let isChosen, waiting, turn = 0;
  const ways = [...form.querySelectorAll("[data-ways] input")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea, select, summary, a, button, input:not([type=radio], [type=checkbox])")) return;
    if (event.key === "Enter") {
      event.preventDefault();
      // The Enter that opened the case, or that decided the one before, decides nothing here.
      if (isChosen && !event.repeat) form.querySelector("[value=decide]").click();
    } else if (ways[event.key - 1]) {
      isChosen = true;
      ways[event.key - 1].click();
      ways[event.key - 1].focus({ preventScroll: true });
    }
  });
  const look = async () => {
    const body = new FormData(form), mine = ++turn;
    body.set("do", "preview");
    const page = await asked(form.action, body).catch(() => null);
    for (const part of mine === turn ? form.querySelectorAll("[data-live]") : []) {
      const fresh = page?.querySelector(`[data-live=${part.dataset.live}]`);
      if (fresh && fresh.textContent !== part.textContent) part.replaceChildren(...fresh.childNodes);
    }
  };
  form.addEventListener("change", () => {
    isChosen = true;
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  });
});

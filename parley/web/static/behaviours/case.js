// case.js: 1 to 4 choose what to do, Enter decides, and what the author will read follows the form.
import { behave } from "./behave.js";

behave("[data-case]", (form) => {
  const ways = [...form.querySelectorAll("[data-ways] input")];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("textarea, select, summary, a, button, input:not([type=radio], [type=checkbox])")) return;
    if (event.key === "Enter") {
      event.preventDefault();
      form.querySelector("[value=decide]").click();
    } else if (ways[event.key - 1]) {
      ways[event.key - 1].click();
      ways[event.key - 1].focus({ preventScroll: true });
    }
  });

  let asked;
  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData(form);
    body.set("do", "preview");
    const answer = await fetch(form.action, { method: "POST", body, signal: asked.signal, headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    for (const [name, sentences] of Object.entries(await answer.json())) {
      const place = form.querySelector(`[data-live=${name}]`);
      const lines = sentences.map((each) => Object.assign(document.createElement("p"), { textContent: each }));
      place?.replaceChildren(...(place.firstElementChild?.querySelector("b") ? [place.firstElementChild] : []), ...lines);
    }
  };
  let waiting;
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look().catch(() => {}), 150);
  });
});

// replay.js: while a replay runs, how far it is and what it counted is asked for anew every two seconds. Without it the page is
// reloaded by hand.
import { behave, filled } from "./behave.js";

function show(part, now) {
  part.querySelector("[data-says]").textContent = now.says;
  const bar = part.querySelector("progress");
  if (bar) bar.value = now.percent;
  const rows = now.figures.map(([what, before, after]) => filled(part.querySelector("template"), { what, before, after }));
  part.querySelector("tbody").replaceChildren(...rows);
  part.querySelector(".figures").hidden = !rows.length;
  if (now.is_running) return;
  bar?.remove();
  part.querySelector("[data-stops]")?.remove();
  part.querySelector("[data-after]").hidden = false;
}

behave("[data-replay^='/']", (part) => {
  const ask = async () => {
    try {
      const answer = await fetch(part.dataset.replay, { headers: { Accept: "application/json" } });
      if (!answer.ok || answer.redirected) return;
      const now = await answer.json();
      show(part, now);
      if (!now.is_running) return;
    } catch { /* the network is gone for a moment */ }
    setTimeout(ask, 2000);
  };
  setTimeout(ask, 1000);
});

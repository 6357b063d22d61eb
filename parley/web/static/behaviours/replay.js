// replay.js: how far a running replay is, and what it counted, is asked for every two seconds. Without it one reloads.
import { behave, filled } from "./behave.js";

function show(part, now) {
  const find = (what) => part.querySelector(what);
  find("[data-says]").textContent = now.says;
  const bar = find("progress");
  if (bar) bar.value = now.percent;
  const rows = now.figures.map(([what, before, after]) => filled(find("template"), { what, before, after }));
  find("tbody").replaceChildren(...rows);
  find(".figures").hidden = !rows.length;
  if (now.is_running) return;
  bar?.remove();
  find("[data-stops]")?.remove();
  find("[data-after]").hidden = false;
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

// live.js: says that there are new comments, and where. It moves nothing; a link leads to them, or the reader loads the page again.
import { behave } from "./behave.js";

behave("[data-live]", (place) => {
  const stream = new EventSource(place.dataset.live);
  stream.addEventListener("changed", async () => {
    const answer = await fetch(place.dataset.live.replace(/live$/, "news"));
    if (!answer.ok) return;
    const fresh = (await answer.json()).comments - Number(place.dataset.count);
    if (fresh < 1) return;
    const link = document.createElement("a");
    link.href = place.dataset.newest;
    link.textContent = fresh === 1 ? "1 new comment" : `${fresh} new comments`;
    place.replaceChildren(link);
  });
  addEventListener("pagehide", () => stream.close());
});

// live.js: says that there are new comments, and where the first of them is. It moves nothing; a link leads there.
import { behave } from "./behave.js";

behave("[data-live]", (place) => {
  const stream = new EventSource(place.dataset.live);
  const look = async () => {
    const answer = await fetch(place.dataset.live.replace(/live$/, "news"));
    if (!answer.ok) return;
    const { comments, newest } = await answer.json();
    const fresh = comments - Number(place.dataset.count);
    if (fresh < 1 || !newest.length) return;
    const link = document.createElement("a");
    link.href = `/c/${newest[Math.min(fresh, newest.length) - 1]}`;
    link.textContent = fresh === 1 ? "1 new comment" : `${fresh} new comments`;
    place.replaceChildren(link);
  };
  stream.addEventListener("open", look); // what came between the page and the stream, or while the network was gone
  stream.addEventListener("changed", look);
  addEventListener("pagehide", () => stream.close());
});

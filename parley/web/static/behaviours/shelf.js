// shelf.js: what is being written is kept by the server for one's other devices, a while after each change. Where another window kept
// other words, it says so and keeps nothing more there.
import { behave } from "./behave.js";
import { said } from "./words.js";

const AFTER = 2500;

behave("form[data-shelf]", (form) => {
  const { text, version } = form.elements, says = form.querySelector("[data-shelf-says]");
  let timer, kept = text.defaultValue, isRefused = false, isSent = false;
  const keep = async () => {
    const typed = text.value;
    if (isRefused || typed === kept) return;
    const body = new FormData(form);
    for (const [name, value] of [...body]) if (value instanceof File) body.delete(name); // 64 KiB is all that may outlive a page
    try {
      const answer = await fetch(form.dataset.shelf, { method: "POST", body, keepalive: typed.length < 20000,
        headers: { Accept: "application/json" } });
      const known = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      isRefused = answer.status === 409;
      form.querySelector("[data-shelf-both]").hidden = !isRefused;
      if (answer.ok) {
        kept = typed;
        version.value = known.version;
        form.dispatchEvent(new Event("kept"));
      }
      says.textContent = answer.ok ? (known.version ? said("kept") : "") : (known.sentence ?? "");
    } catch { /* offline: the browser has it */ }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, AFTER);
  });
  form.addEventListener("submit", () => {
    isSent = true;
    clearTimeout(timer);
  });
  addEventListener("pagehide", () => { if (!isSent) keep(); });
});

// drafts.js: what is being written stays in this browser until the server says that it was posted (data-clears on a notice), or until
// signing out. What the server put into a field is not overwritten, but for a draft that this browser went on with.
import { behave } from "./behave.js";

const place = (name) => `draft:${name}`;
const fields = (form) => [...form.querySelectorAll("textarea[name], input:is([type=text], [type=url])[name]")];

function restore(form, key) {
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(key)) ?? {}; } catch { localStorage.removeItem(key); }
  const { begun } = form.dataset, version = form.elements.version, goesOn = Number(begun) > 0 && kept.version === begun;
  const open = fields(form).filter((one) => kept[one.name] && one.value !== kept[one.name] && (goesOn || !one.value));
  for (const one of open) one.value = kept[one.name];
  if (open.length && goesOn) version.value = begun;
  if (open.length) form.dispatchEvent(new Event("input", { bubbles: true }));
}

behave("[data-clears]", (notice) => localStorage.removeItem(place(notice.dataset.clears)));

behave("form[data-draft]", (form) => {
  const key = place(form.dataset.draft);
  let timer;
  const save = () => {
    const typed = fields(form).filter((one) => one.value !== one.defaultValue).map((one) => [one.name, one.value]);
    const more = { version: form.elements.version?.value, at: location.pathname };
    try { localStorage.setItem(key, JSON.stringify({ ...Object.fromEntries(typed), ...more })); } catch { /* full or forbidden */ }
  };
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, 300);
  });
  form.addEventListener("submit", save); // there may be no network
  form.addEventListener("kept", save); // with the version that the server has now
  restore(form, key);
});

behave("[data-forgets]", (button) => button.addEventListener("click", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(place(""))) localStorage.removeItem(key);
}));

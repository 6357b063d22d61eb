// drafts.js: what is being written stays in this browser until the server says that it has it (data-clears on a notice),
// or until signing out. What the server put into a field is never overwritten.
import { behave } from "./behave.js";

const place = (name) => `draft:${name}`;
const fields = (form) => [...form.querySelectorAll("textarea[name], input:is([type=text], [type=url])[name]")];

function restore(form, key) {
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(key)) ?? {}; } catch { localStorage.removeItem(key); }
  const empty = fields(form).filter((one) => !one.value && kept[one.name]);
  for (const one of empty) one.value = kept[one.name];
  if (empty.length) form.dispatchEvent(new Event("input", { bubbles: true }));
}

behave("[data-clears]", (notice) => localStorage.removeItem(place(notice.dataset.clears)));

behave("form[data-draft]", (form) => {
  const key = place(form.dataset.draft);
  let timer;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const typed = fields(form).filter((one) => one.value !== one.defaultValue).map((one) => [one.name, one.value]);
      try { localStorage.setItem(key, JSON.stringify(Object.fromEntries(typed))); } catch { /* full or forbidden */ }
    }, 300);
  });
  restore(form, key);
});

behave("[data-forgets]", (button) => button.addEventListener("click", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(place(""))) localStorage.removeItem(key);
}));

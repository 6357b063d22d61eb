// ages.js: once a draft is changed, what was counted before is shown as of an earlier state; turned back, as its own again. Without it
// the style sheet does that for what is chosen.
import { behave } from "./behave.js";

const APART = new Set(["try", "days"]); // change nothing of the draft
const isChanged = (field) =>
  field.value !== field.defaultValue || field.checked !== field.defaultChecked;

behave("[data-ages]:not(.of-earlier)", (form) => {
  const look = () => {
    const fields = [...form.querySelectorAll("input, textarea")].filter((field) => !APART.has(field.name));
    form.classList.toggle("of-earlier", fields.some(isChanged));
  };
  form.addEventListener("input", look);
  look();
});

// mark.js: words that are selected in the text above stand in the field data-marks, each passage on its own line.
import { behave } from "./behave.js";

behave("[data-marks]", (field) => {
  const body = document.querySelector("[data-body]"), lines = () => field.value.split("\n").filter((line) => line.trim());
  if (!body) return;
  let kept = lines();
  field.form.querySelector("[data-mark-hint]").hidden = false;
  document.addEventListener("selectionchange", () => {
    const picked = getSelection(), words = picked.toString().replace(/\s+/g, " ").trim();
    if (!words || !body.contains(picked.anchorNode) || !body.contains(picked.focusNode)) kept = lines();
    else field.value = [...kept.filter((line) => line !== words), words].join("\n");
  });
});

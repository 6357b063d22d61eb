// resend.js: signing in elsewhere makes a form's token old. Back in its window it gets a fresh one.
import { behave } from "./behave.js";

behave("form[data-resend]", (form) => addEventListener("focus", async () => {
  const page = await fetch(form.dataset.resend).then((answer) => answer.text(), String);
  const fresh = new DOMParser().parseFromString(page, "text/html").querySelector("[name=csrfmiddlewaretoken]");
  if (fresh) form.elements.csrfmiddlewaretoken.value = fresh.value;
}));

// resend.js: signing in elsewhere makes the token of a form here old. When this window is looked at again, the form gets a fresh one.
import { asked } from "./arrive.js";
import { behave } from "./behave.js";

behave("form[data-resend]", (form) => addEventListener("focus", async () => {
  try {
    const token = form.elements.csrfmiddlewaretoken, page = await asked(form.dataset.resend);
    token.value = page.querySelector(`[name=${token.name}]`).value;
  } catch { /* offline: the server says to press once more */ }
}));

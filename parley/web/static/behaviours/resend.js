// resend.js: signing in elsewhere makes the token of a form here old. When this window is looked at again, the form gets a fresh one.
import { behave } from "./behave.js";

const NAME = "csrfmiddlewaretoken";

behave("form[data-resend]", (form) => addEventListener("focus", async () => {
  try {
    const page = await (await fetch(form.dataset.resend)).text();
    const fresh = new DOMParser().parseFromString(page, "text/html").querySelector(`[name=${NAME}]`);
    if (fresh) form.elements[NAME].value = fresh.value;
  } catch { /* offline: the server says to press once more */ }
}));

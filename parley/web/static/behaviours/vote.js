// vote.js: a vote without a new page. Answer: {count, voted}. Whatever goes wrong, the form is sent as without JavaScript.
import { behave, tell } from "./behave.js";

behave("[data-vote]", (button) => {
  const show = ({ count, voted }) => {
    button.querySelector("[data-count]").textContent = count;
    button.setAttribute("aria-pressed", String(voted));
    button.value = voted ? "0" : "1";
  };
  button.addEventListener("click", async (event) => {
    event.preventDefault();
    if (button.ariaBusy === "true") return;
    const body = new FormData(button.form);
    body.set(button.name, button.value);
    button.ariaBusy = "true";
    try {
      show(await tell(button.formAction, body));
    } catch {
      button.form.requestSubmit(button);
    } finally {
      button.ariaBusy = null;
    }
  });
});

// resend.js: a form gets a fresh token when one comes back from signing in elsewhere.
import { behave } from "./behave.js";

behave("form[data-resend]", (form) => addEventListener("focus", () => {
  const asks = new XMLHttpRequest();
  asks.open("GET", form.dataset.resend);
  asks.responseType = "document";
  asks.onload = () => {
    const fresh = asks.response?.querySelector("[name=csrfmiddlewaretoken]");
    if (fresh) form.elements.csrfmiddlewaretoken.value = fresh.value;
  };
  asks.send();
}));

// passkey.js: a form that a device signs, by finger, face, or number. Without it, or where the browser cannot, the form says so.
import { behave } from "./behave.js";
const kind = window.PublicKeyCredential;

async function asked(form) {
  if (form.dataset.options) return JSON.parse(form.dataset.options).publicKey;
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).request_options.publicKey;
}

async function signed(form) {
  const options = await asked(form);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: kind.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: kind.parseRequestOptionsFromJSON(options) });
}

behave("form[data-passkey]", (form) => {
  if (!kind?.parseCreationOptionsFromJSON) return;
  for (const one of form.querySelectorAll("[data-with], [data-without]")) one.hidden = "without" in one.dataset;
  const why = JSON.parse(form.dataset.words), problem = form.querySelector("[data-problem]"), field = form.elements.credential;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      field.value = JSON.stringify(await signed(form));
      form.submit();
    } catch (error) {
      problem.replaceChildren(why[error.name] ?? why.other);
      problem.hidden = false;
    }
  });
});

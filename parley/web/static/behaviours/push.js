// push.js: this browser hears of notices, or no more. The form names our worker and key; without any of this it stays hidden.
import { behave, tell } from "./behave.js";
import { register } from "./worker.js";

const bytes = (words) => Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

async function started(form) {
  const registration = await register(form.dataset.worker);
  const worker = registration.installing ?? registration.waiting;
  if (!registration.active && worker) {
    await new Promise((done) => worker.addEventListener("statechange", () => worker.state === "activated" && done()));
  }
  return registration.pushManager;
}

behave("form[data-push]", async (form) => {
  if (!navigator.serviceWorker || !globalThis.PushManager) return;
  const [button, said] = [form.querySelector("button"), form.querySelector("[role=status]")];
  const heard = await Promise.all((await navigator.serviceWorker.getRegistrations()).map((one) => one.pushManager.getSubscription()));
  const listed = new Set([...document.querySelectorAll("[data-endpoint]")].map((one) => one.dataset.endpoint));
  const before = heard.find((one) => listed.has(one?.endpoint)), known = Boolean(before);
  if (known) button.textContent = button.dataset.stops;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.ariaBusy = "true";
    try {
      const key = { userVisibleOnly: true, applicationServerKey: bytes(form.dataset.push) };
      const { endpoint, keys } = (known ? before : await (await started(form)).subscribe(key)).toJSON();
      const body = new FormData(form);
      for (const [name, value] of Object.entries({ endpoint, ...keys, stop: known ? "1" : "" })) body.set(name, value);
      await tell(form.action, body);
      if (known) await before.unsubscribe();
      location.reload();
    } catch {
      said.textContent = said.dataset.failed;
      button.ariaBusy = null;
    }
  });
});

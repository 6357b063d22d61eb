// behave.js: starts a behaviour on every element that asks for it by an attribute. Without it every page still works.
const started = [];

export function behave(selector, start) {
  started.push([selector, start]);
  for (const element of document.querySelectorAll(selector)) start(element);
}

// Starts them on what came into the page later.
export function wake(root) {
  for (const [selector, start] of started) {
    for (const element of root.querySelectorAll(selector)) start(element);
  }
}

// Posts a form's fields, without its files, and gives back the JSON answer; anything else (an error, a sign-in page) throws.
export async function tell(url, body, signal) {
  for (const [name, value] of body instanceof FormData ? [...body] : []) if (value instanceof File) body.delete(name);
  const answer = await fetch(url, { method: "POST", body, signal, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// Fields with the token of the page's own form, for what is posted without one.
export function fields(given) {
  const body = new FormData(document.getElementById("acts"));
  for (const [name, value] of Object.entries(given)) body.set(name, value);
  return body;
}

// A copy of a <template>'s one element, its data-slot places filled with text or nodes.
export function filled(template, slots) {
  const copy = template.content.firstElementChild.cloneNode(true);
  for (const place of copy.querySelectorAll("[data-slot]")) place.replaceChildren(slots[place.dataset.slot] ?? "");
  return copy;
}

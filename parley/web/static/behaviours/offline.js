// offline.js: on the page without a network, what was being written in this browser, each with the way to its form. It
// imports nothing, since only what the worker keeps is there.
const place = document.querySelector("[data-drafts]");
for (const [key, said] of Object.entries(localStorage)) {
  if (!key.startsWith("draft:")) continue;
  let kept = {};
  try { kept = JSON.parse(said) ?? {}; } catch { /* drafts.js drops it */ }
  const { at, version: _, ...typed } = kept;
  const words = Object.values(typed).join(" ").trim();
  if (!words || !/^\/(?!\/)/.test(at ?? "")) continue;
  const [line, link] = ["li", "a"].map((name) => document.createElement(name));
  link.href = at;
  link.textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
  line.append(link);
  place.querySelector("ul").append(line);
  place.hidden = false;
}

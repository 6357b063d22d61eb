// offline.js: where the network is gone, a small page stands in for the one that was asked for. Nothing else is kept, least of all a
// page that somebody signed in has seen. `KEPT` comes before this text, from pages/installing.py.
self.addEventListener("install", (event) => event.waitUntil((async () => {
  const cache = await caches.open(KEPT.name);
  await cache.addAll(KEPT.files.map((url) => new Request(url, { credentials: "omit", cache: "reload" })));
  await self.skipWaiting();
})()));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== KEPT.name) await caches.delete(name);
})()));

self.addEventListener("fetch", (event) => {
  const { mode, method, url } = event.request, asked = url.slice(self.location.origin.length);
  if (mode !== "navigate") {
    if (KEPT.files.includes(asked)) event.respondWith(caches.match(asked).then((kept) => kept ?? fetch(event.request)));
    return;
  }
  // A form that is sent while there is a network goes its own way, with its files.
  if (method === "GET" || !navigator.onLine) event.respondWith(fetch(event.request).catch(() => caches.match(KEPT.page)));
});

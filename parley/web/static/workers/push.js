// push.js: shows that there is a notice, and opens it. What it says is read on the site, so no word stands here that was cut. `KEPT`
// comes before this text, from pages/installing.py.
self.addEventListener("push", (event) => {
  let told = {};
  try { told = event.data?.json() ?? {}; } catch { /* a notice all the same */ }
  const url = /^\/notices(\/\d+)?$/.test(told.url) ? told.url : "/notices";
  const shown = { tag: String(told.kind ?? "notice"), data: url, icon: "/static/icon.svg" };
  event.waitUntil(self.registration.showNotification(String(told.title ?? KEPT.notice), shown));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});

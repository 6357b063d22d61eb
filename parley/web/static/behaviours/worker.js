// worker.js: starts the site's worker (the page without a network, notices on this browser) on the pages that name it.
import { behave } from "./behave.js";

const policy = globalThis.trustedTypes?.createPolicy("push", { createScriptURL: (same) => same });

export const register = (url) => navigator.serviceWorker.register(policy?.createScriptURL(url) ?? url);

behave("[data-starts]", (one) => { if (navigator.serviceWorker) register(one.dataset.starts).catch(() => { /* later, then */ }); });

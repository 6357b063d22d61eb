// words.js: what scripts say, in the language of the page, which brings it.
const words = JSON.parse(document.getElementById("acts")?.dataset.words ?? "{}");
const forms = new Intl.PluralRules(document.documentElement.lang);

// A sentence by its name, filled in; where it counts, in the form for so many.
export function said(name, given = {}) {
  const found = words[name] ?? "", sentence = found.other ? found[forms.select(given.count)] : found;
  return sentence.replace(/\{(\w+)\}/g, (_, part) => given[part]);
}

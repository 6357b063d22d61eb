// marks.js: words with some of them marked. Spans count code points; a string in JavaScript counts UTF-16.
export function marked(text, spans) {
  const points = Array.from(text), words = document.createDocumentFragment();
  if (!spans.length) return words;
  const from = Math.max(0, spans[0][0] - 30), to = Math.min(points.length, spans.at(-1)[1] + 30);
  const cut = (start, end) => points.slice(start, end).join("");
  let here = from;
  for (const [start, end] of spans) {
    const mark = document.createElement("mark");
    mark.textContent = cut(start, end);
    words.append(here === from && from ? "… " : "", cut(here, start), mark);
    here = end;
  }
  words.append(cut(here, to), to < points.length ? " …" : "");
  return words;
}

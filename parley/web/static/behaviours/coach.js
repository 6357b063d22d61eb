// coach.js: what the rules say about a draft, while it is written. Answer: {findings: [{lines: [[number, words]], note,
// passes, spans: [[start, end]]}], can_post_anyway, after, anyway, append_url}; spans count code points of the text with \n line ends.
import { behave, filled, tell } from "./behave.js";
import { marked } from "./marks.js";

function named(template, lines) {
  const all = document.createDocumentFragment(), { first, next } = template.content.querySelector("[data-slot=joint]").dataset;
  all.append(...lines.map(([number, line], at) => filled(template, { joint: at ? ` ${next}` : first, number, line })));
  return all;
}

function say(form, text, answer) {
  const part = (name) => form.querySelector(`[data-coach-${name}]`);
  const anyway = part("anyway"), append = part("append"), speaks = answer.findings.length > 0;
  const panel = filled(part("panel"), { after: answer.after });
  for (const one of answer.findings) panel.querySelector("ol").append(filled(part("finding"),
    { lines: named(part("line"), one.lines), note: one.note, passes: one.passes, words: marked(text, one.spans) }));
  part("says").replaceChildren(...(speaks ? [panel] : []));
  anyway.textContent = answer.anyway;
  anyway.hidden = !(speaks && answer.can_post_anyway);
  for (const one of [anyway, part("post")]) one.classList.toggle("quiet", answer.waits === (one !== anyway));
  if (!(append.hidden = !answer.append_url)) append.formAction = answer.append_url;
}

behave("form[data-coach]", (form) => {
  let timer, asking, heard;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    asking?.abort();
    timer = setTimeout(async () => {
      asking = new AbortController();
      try {
        const text = form.elements.text.value;
        const answer = await tell(form.dataset.coach, new FormData(form), asking.signal);
        const words = answer.findings.map(({ spans }) => spans.map(([start, end]) => Array.from(text).slice(start, end)));
        if (heard !== (heard = JSON.stringify([answer, words]))) say(form, text, answer);
      } catch { /* offline or refused: posting asks again */ }
    }, 400);
  });
});

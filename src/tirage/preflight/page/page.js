"use strict";
(() => {
  const form = document.getElementById("filters");
  const state = document.getElementById("state");
  const findings = [...document.querySelectorAll(".finding")].map((element) => ({
    element,
    mark: document.getElementById(element.id.replace("finding", "mark")),
    text: element.textContent.toLowerCase(),
  }));
  const holders = [...document.querySelectorAll(".group, .file")];

  const show = () => {
    const asked = new FormData(form);
    const severities = new Set(asked.getAll("severity"));
    const words = asked.get("words").toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ({ element, text }) =>
      severities.has(element.dataset.severity) &&
      ["piece", "check"].every((name) => !asked.get(name) || asked.get(name) === element.dataset[name]) &&
      words.every((word) => text.includes(word));
    let shown = 0;
    for (const finding of findings) {
      const wanted = fits(finding);
      finding.element.hidden = !wanted;
      finding.mark?.toggleAttribute("hidden", !wanted);
      shown += wanted;
    }
    for (const holder of holders) {
      holder.hidden = !holder.querySelector(".finding:not([hidden])");
    }
    state.textContent = `${shown} of ${findings.length} findings shown`;
  };

  if (!findings.length) return;
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show(); // browsers keep what was chosen when a page is loaded again
})();

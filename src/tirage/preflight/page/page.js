"use strict";
(() => {
  const form = document.getElementById("filters");
  const state = document.getElementById("state");
  const findings = [...document.querySelectorAll(".finding")];
  const holders = [...document.querySelectorAll(".group, .file")];

  const show = () => {
    const asked = new FormData(form);
    const severities = new Set(asked.getAll("severity"));
    const fits = (of, name) => !asked.get(name) || asked.get(name) === of.dataset[name];
    let shown = 0;
    for (const finding of findings) {
      const wanted = severities.has(finding.dataset.severity) && fits(finding, "file") && fits(finding, "check");
      finding.hidden = !wanted;
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

// The eval page: choose a phenomenon and a slot, and only the articles and decisions that are of it stay.
"use strict";

const phenomenon = document.getElementById("phenomenon");
const slot = document.getElementById("slot");
const faults = document.getElementById("faults");
const shown = document.getElementById("shown");
const scored = document.querySelectorAll(".report");

function decisionStays(decision) {
  const ofSlot = !slot.value || decision.dataset.slot === slot.value;
  return ofSlot && !(faults.checked && decision.dataset.fault === "0");
}

// Of one article: hides lines, then the facts and incidents of which nothing is left, and fades their words.
function narrow(article, chosen) {
  for (const line of article.querySelectorAll(".said")) line.hidden = !decisionStays(line);
  for (const fact of article.querySelectorAll(".fact")) fact.hidden = !fact.querySelector(".said:not([hidden])");
  for (const incident of article.querySelectorAll(".incident")) {
    incident.hidden = chosen && !incident.querySelector(".fact:not([hidden])");
  }
  for (const mark of article.querySelectorAll("mark[data-f]")) {
    mark.classList.toggle("faded", mark.dataset.f.split(" ").every((id) => document.getElementById(id).hidden));
  }
}

function filter() {
  const chosen = Boolean(slot.value || faults.checked);
  let count = 0;
  for (const article of scored) {
    const tagged = !phenomenon.value || article.dataset.phenomena.split(" ").includes(phenomenon.value);
    narrow(article, chosen);
    article.hidden = !tagged || (chosen && !article.querySelector(".fact:not([hidden])"));
    count += article.hidden ? 0 : 1;
  }
  shown.textContent = `${count} of ${scored.length} articles`;
}

for (const control of [phenomenon, slot, faults]) control.addEventListener("change", filter);
filter();

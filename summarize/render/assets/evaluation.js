// The eval page: choose a phenomenon and a slot, and only the articles and decisions that are of it stay.
"use strict";

const phenomenon = document.getElementById("phenomenon");
const slot = document.getElementById("slot");
const faults = document.getElementById("faults");
const shown = document.getElementById("shown");
const scored = document.querySelectorAll(".report");

function decisionStays(decision) {
  const ofSlot = !slot.value || decision.dataset.slots.split(" ").includes(slot.value);
  return ofSlot && !(faults.checked && decision.dataset.fault === "0");
}

function filter() {
  let count = 0;
  for (const article of scored) {
    const tagged = !phenomenon.value || article.dataset.phenomena.split(" ").includes(phenomenon.value);
    let left = 0;
    for (const decision of article.querySelectorAll(".fact")) {
      decision.hidden = !decisionStays(decision);
      left += decision.hidden ? 0 : 1;
    }
    article.hidden = !tagged || ((slot.value || faults.checked) && left === 0);
    count += article.hidden ? 0 : 1;
  }
  shown.textContent = `${count} of ${scored.length} articles`;
}

for (const control of [phenomenon, slot, faults]) control.addEventListener("change", filter);
filter();

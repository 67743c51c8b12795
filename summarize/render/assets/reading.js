// The reading page: a click on a fact lights its words, a click on words lights their facts; keys do the same.
"use strict";

const facts = (mark) => mark.dataset.f.split(" ");

function light(report, ids) {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  const wanted = new Set(ids);
  for (const id of wanted) document.getElementById(id)?.classList.add("lit");
  for (const mark of report.querySelectorAll("mark"))
    if (facts(mark).some((id) => wanted.has(id))) mark.classList.add("lit");
}

function choose(target) {
  const mark = target.closest("mark");
  const fact = target.closest(".fact");
  const report = target.closest(".report");
  if (!report || !(mark || fact)) return false;
  light(report, mark ? facts(mark) : [fact.id]);
  const other = mark ? document.getElementById(facts(mark)[0]) : report.querySelector("mark.lit");
  other?.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", "#" + (mark ? facts(mark)[0] : fact.id));
  return true;
}

document.addEventListener("click", (event) => {
  if (!getSelection().toString()) choose(event.target);
});
document.addEventListener("keydown", (event) => {
  if ((event.key === "Enter" || event.key === " ") && choose(event.target)) event.preventDefault();
});

const index = document.getElementById("index");
const reports = document.querySelectorAll(".report");
if (index && reports.length > 1) {
  const list = document.createElement("ol");
  for (const report of reports) {
    const link = document.createElement("a");
    link.href = "#" + report.id;
    link.textContent = report.querySelector("h1").textContent;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  index.append(list);
  index.hidden = false;
}
const linked = location.hash && document.getElementById(location.hash.slice(1));
if (linked) choose(linked);

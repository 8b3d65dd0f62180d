// What the page does when script runs: filter threats, find anything by text, open what is pointed at, open all for print.
// Plain JavaScript in one text, because the page names it by digest; it writes text only, never markup.

export const pageScript = `
"use strict";
(function () {
  var filter = document.getElementById("filter");
  var find = document.getElementById("find");
  var threats = Array.prototype.slice.call(document.querySelectorAll("details.threat"));
  var texts = new Map();

  function textOf(item) {
    if (!texts.has(item)) {
      var group = item.closest(".group");
      var title = group ? group.querySelector("h3").textContent : "";
      texts.set(item, (title + " " + item.textContent).toLowerCase());
    }
    return texts.get(item);
  }

  function has(list, word) {
    return word === "" || list.split(" ").indexOf(word) >= 0;
  }

  function applyFilter() {
    var form = new FormData(filter);
    var severities = form.getAll("severity");
    var words = String(form.get("text")).toLowerCase().split(/\\s+/).filter(Boolean);
    var shown = 0;
    threats.forEach(function (threat) {
      var data = threat.dataset;
      var visible = severities.indexOf(data.severity) >= 0 && has(data.stride, form.get("stride")) && has(data.status, form.get("status")) &&
        has(data.at, form.get("at")) && words.every(function (word) { return textOf(threat).indexOf(word) >= 0; });
      threat.hidden = !visible;
      if (visible) shown += 1;
    });
    document.querySelectorAll("[data-filtered] .group").forEach(function (group) {
      group.hidden = group.querySelector("details.threat:not([hidden])") === null;
    });
    filter.querySelector("output").textContent = shown + " of " + threats.length + (threats.length === 1 ? " threat" : " threats") + " shown";
  }

  if (filter) {
    filter.hidden = false;
    filter.addEventListener("input", applyFilter);
    filter.addEventListener("submit", function (event) { event.preventDefault(); });
    filter.addEventListener("reset", function () { setTimeout(applyFilter, 0); });
    applyFilter();
  }

  function titleOf(item) {
    var named = item.querySelector("h3, .where");
    var group = item.closest(".group");
    var title = (named || item).textContent.trim().replace(/\\s+/g, " ");
    return group && item.matches("details") ? group.querySelector("h3").textContent + ", " + title : title;
  }

  function show(item) {
    for (var up = item; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
      if (up.hidden) up.hidden = false;
    }
    item.scrollIntoView({ block: "center" });
    item.setAttribute("tabindex", "-1");
    item.focus({ preventScroll: true });
  }

  function findText() {
    var list = find.querySelector("ul");
    var words = find.querySelector("input").value.toLowerCase().split(/\\s+/).filter(Boolean);
    list.textContent = "";
    if (words.join("").length < 2) return;
    var found = Array.prototype.filter.call(document.querySelectorAll("[data-find]"), function (item) {
      var row = item.closest("tr") || item;
      return words.every(function (word) { return textOf(row).indexOf(word) >= 0; });
    });
    found.slice(0, 30).forEach(function (item) {
      var entry = document.createElement("li");
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = item.dataset.find + ": " + titleOf(item).slice(0, 90);
      button.addEventListener("click", function () { show(item); });
      entry.appendChild(button);
      list.appendChild(entry);
    });
    var rest = document.createElement("li");
    rest.textContent = found.length === 0 ? "Nothing found." : found.length > 30 ? "And " + (found.length - 30) + " more." : "";
    list.appendChild(rest);
  }

  if (find) {
    find.hidden = false;
    find.querySelector("input").addEventListener("input", findText);
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      find.querySelector("input").focus();
    });
  }

  function openTarget() {
    var target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (error) { target = null; }
    if (target && target.closest("details, [hidden]")) show(target);
  }
  window.addEventListener("hashchange", openTarget);
  openTarget();

  var closed = [];
  window.addEventListener("beforeprint", function () {
    closed = Array.prototype.slice.call(document.querySelectorAll("details:not([open]):not(.screen)"));
    closed.forEach(function (one) { one.open = true; });
  });
  window.addEventListener("afterprint", function () {
    closed.forEach(function (one) { one.open = false; });
  });
})();
`;

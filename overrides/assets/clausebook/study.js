/* A guide worked through question by question: answers when asked for, results kept on the device. */
"use strict";

(function () {
  const root = document.querySelector("[data-study]");
  if (!root) return;

  const said = root.dataset;
  const version = document.querySelector("[data-version]").textContent;
  const name = "study." + said.study + ".";
  const tasks = [...root.querySelectorAll("[data-task]")];
  const items = tasks.filter((task) => "item" in task.dataset);
  const marks = root.querySelector("template[data-marks]").content;
  const progress = root.querySelector("[data-progress]");
  const resume = root.querySelector("[data-resume]");
  const left = root.querySelector("[data-left]");
  let state = read();

  function read() {
    const kept = __md_get(name + version) || {};
    return { marks: kept.marks || {}, last: kept.last || "" };
  }

  /* What was kept for other data is of no use any more: its questions may be others. */
  function forget() {
    try {
      const begin = __md_scope.pathname + "." + name;
      Object.keys(localStorage)
        .filter((key) => key.startsWith(begin) && key !== begin + version)
        .forEach((key) => localStorage.removeItem(key));
    } catch (refused) {
      /* The device keeps nothing. */
    }
  }

  function keep(task, mark) {
    state.marks[task.dataset.task] = mark;
    state.last = task.dataset.task;
    __md_set(name + version, state);
    show();
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  const answer = (task) => document.getElementById("answer-" + task.dataset.task);
  const right = (task) => Number(answer(task).dataset.right);

  function show() {
    const done = tasks.filter((task) => task.dataset.task in state.marks);
    let text = fill(said.saidProgress, { done: done.length, all: tasks.length });
    if (items.length) {
      const good = items.filter((item) => state.marks[item.dataset.task] === right(item));
      text += "；" + fill(said.saidChecked, { right: good.length, items: items.length });
    }
    progress.textContent = text + "。";
    resume.hidden = !state.last;
    for (const task of tasks) {
      const mark = state.marks[task.dataset.task];
      task.classList.toggle("cb-task--done", mark !== undefined && mark !== "again");
      for (const button of task.querySelectorAll("[data-mark]")) {
        button.setAttribute("aria-pressed", String(button.dataset.mark === mark));
      }
    }
    if (left) {
      const only = left.getAttribute("aria-pressed") === "true";
      for (const task of tasks) task.hidden = only && state.marks[task.dataset.task] === "known";
    }
  }

  /* The answer from the end of the page, in its place, and what to do next. */
  function reveal(task) {
    const place = task.querySelector("[data-shown]");
    if (!place.firstChild) {
      place.append(...answer(task).querySelector("[data-key]").cloneNode(true).childNodes);
      const tools = marks.cloneNode(true);
      if (items.includes(task)) {
        for (const button of tools.querySelectorAll("[data-mark]")) button.remove();
      }
      for (const button of tools.querySelectorAll("[data-mark]")) {
        button.addEventListener("click", () => keep(task, button.dataset.mark));
      }
      tools.querySelector("[data-next]").addEventListener("click", () => next(task));
      place.append(tools);
    }
    place.hidden = false;
  }

  function close(task) {
    task.querySelector("[data-shown]").hidden = true;
    const ask = task.querySelector("[data-ask]");
    if (ask) ask.setAttribute("aria-expanded", "false");
  }

  function goTo(task) {
    task.scrollIntoView({ block: "center" });
    task.querySelector("input:not(:disabled), button:not([hidden])").focus({ preventScroll: true });
  }

  function next(task) {
    const after = tasks.slice(tasks.indexOf(task) + 1).find((other) => !other.hidden);
    if (after) goTo(after);
    else progress.textContent = said.saidEnd;
  }

  function judge(item) {
    const chosen = state.marks[item.dataset.task];
    const radios = [...item.querySelectorAll("input")];
    const letter = radios[right(item)].parentElement.querySelector(".cb-option__letter").textContent;
    const good = chosen === right(item);
    radios[chosen].checked = true;
    for (const radio of radios) radio.disabled = true;
    item.querySelector("[data-verdict]").textContent = good
      ? said.saidRight
      : fill(said.saidWrong, { letter });
    item.querySelector("[data-check]").hidden = true;
    item.classList.toggle("cb-item--wrong", !good);
    reveal(item);
  }

  function open(item) {
    for (const radio of item.querySelectorAll("input")) {
      radio.disabled = false;
      radio.checked = false;
    }
    item.querySelector("[data-verdict]").textContent = "";
    item.querySelector("[data-check]").hidden = false;
    item.classList.remove("cb-item--wrong");
  }

  for (const task of tasks) {
    const ask = task.querySelector("[data-ask]");
    if (ask) {
      ask.addEventListener("click", () => {
        const shut = ask.getAttribute("aria-expanded") === "false";
        if (shut) reveal(task);
        else close(task);
        ask.setAttribute("aria-expanded", String(shut));
        if (shut && !(task.dataset.task in state.marks)) keep(task, "seen");
      });
    }
    const check = task.querySelector("[data-check]");
    if (check) {
      check.addEventListener("click", () => {
        const chosen = task.querySelector("input:checked");
        if (chosen) {
          keep(task, Number(chosen.value));
          judge(task);
          task.querySelector("[data-next]").focus();
        } else {
          task.querySelector("[data-verdict]").textContent = said.saidChoose;
        }
      });
      if (Number.isInteger(state.marks[task.dataset.task])) judge(task);
    }
  }

  resume.addEventListener("click", () => {
    const last = tasks.find((task) => task.dataset.task === state.last);
    if (last) goTo(last);
  });

  root.querySelector("[data-reset]").addEventListener("click", () => {
    if (!confirm(said.saidReset)) return;
    state = { marks: {}, last: "" };
    __md_set(name + version, state);
    tasks.forEach(close);
    items.forEach(open);
    show();
    progress.textContent = said.saidCleared;
  });

  if (left) {
    left.addEventListener("click", () => {
      const only = left.getAttribute("aria-pressed") === "true";
      left.setAttribute("aria-pressed", String(!only));
      show();
    });
  }

  /* One meeting alone on paper, with its sheet and its answers. */
  for (const button of root.querySelectorAll("[data-print-meeting]")) {
    button.addEventListener("click", () => {
      for (const part of root.querySelectorAll("[data-of]")) {
        part.classList.toggle("cb-off-paper", part.dataset.of !== button.dataset.printMeeting);
      }
      print();
    });
  }
  for (const button of root.querySelectorAll("[data-print-whole]")) {
    button.addEventListener("click", () => print());
  }
  addEventListener("afterprint", () => {
    for (const part of root.querySelectorAll(".cb-off-paper")) part.classList.remove("cb-off-paper");
  });

  /* A printed guide shows every list, the folded ones too. */
  const folded = root.querySelectorAll("details");
  addEventListener("beforeprint", () => folded.forEach((list) => (list.open = true)));

  forget();
  show();
})();

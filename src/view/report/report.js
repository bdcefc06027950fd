"use strict";
(() => {
  const panel = document.getElementById("record");
  const records = new WeakMap();
  let chosen = null;

  // Everything of a text becomes text nodes: nothing is ever read as markup.
  const make = (tag, content, attributes) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    if (content !== undefined) element.append(content);
    return element;
  };

  const recordsOf = (holder) => {
    if (!records.has(holder)) records.set(holder, JSON.parse(holder.querySelector("script").textContent));
    return records.get(holder);
  };

  const at = (all, path) => path.split(".").reduce((record, step) => (record == null ? record : record[step]), all);

  const words = (name) => name.replace(/_/g, " ");

  // What is not said is left out; where a thing stands is seen in the text.
  const isSaid = (value) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0);

  const show = (value, all) => {
    if (Array.isArray(value)) {
      if (value.every((member) => typeof member !== "object")) return document.createTextNode(value.map(words).join(", "));
      const list = document.createDocumentFragment();
      value.forEach((member) => list.append(show(member, all)));
      return list;
    }
    if (typeof value === "object") {
      const list = make("dl");
      for (const [name, part] of Object.entries(value)) {
        if (!isSaid(part) || name === "start" || name === "end" || name === "offsets") continue;
        const dd = make("dd", show(part, all));
        if (name === "figure" || name === "date" || name === "converts") dd.append(told(all, String(part)));
        list.append(make("dt", words(name)), dd);
      }
      return list;
    }
    return document.createTextNode(String(value));
  };

  // What an id stands for, in the words of the text.
  const told = (all, id) => {
    const list = { f: all.figures, d: all.dates, c: all.contracts }[id[0]] || [];
    const found = list.find((record) => record.id === id);
    return found ? ": " + found.text : "";
  };

  const marksOf = (holder) => [...holder.querySelectorAll("mark[data-at]")];

  const holderOf = (mark) => mark.closest(".document");

  const highlight = (holder, record) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("contract");
    if (!record) return;
    const walker = document.createTreeWalker(holder.querySelector(".text"), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let before = 0;
    let begun = false;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const after = before + node.length;
      if (!begun && after > record.start) { range.setStart(node, record.start - before); begun = true; }
      if (begun && after >= record.end) { range.setEnd(node, record.end - before); break; }
      before = after;
    }
    if (begun) CSS.highlights.set("contract", new Highlight(range));
  };

  const letGo = () => {
    document.querySelectorAll("mark.chosen").forEach((mark) => mark.classList.remove("chosen"));
    if (window.Highlight && CSS.highlights) CSS.highlights.delete("contract");
  };

  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    panel.replaceChildren();
    letGo();
    if (chosen) chosen.focus();
  };

  const way = (says, mark) => {
    const button = make("button", says, { type: "button" });
    button.addEventListener("click", () => { choose(mark); panel.focus(); });
    return button;
  };

  const open = (mark) => {
    const holder = holderOf(mark);
    const all = recordsOf(holder);
    const marks = marksOf(holder);
    const paths = mark.dataset.at.split(" ");
    letGo();
    for (const part of holder.querySelectorAll(`mark[data-n="${mark.dataset.n}"], mark[data-more="${mark.dataset.n}"]`)) {
      part.classList.add("chosen");
    }
    const kind = mark.classList[0];
    const quit = make("button", "Close", { type: "button", class: "close" });
    quit.addEventListener("click", close);
    const title = make("h2", words(kind[0].toUpperCase() + kind.slice(1)), { id: "record-title" });
    panel.replaceChildren(quit, title);
    for (const path of paths) {
      const record = at(all, path);
      if (record == null) continue;
      const owner = path.startsWith("contracts.") ? all.contracts[path.split(".")[1]] : null;
      const steps = path.split(".");
      const role = steps.length > 2 ? words(steps[2]) + " of " + (owner ? owner.id : all[steps[0]][steps[1]].id) : String(record.id || kind);
      panel.append(make("h3", role));
      panel.append(show(record, all));
      const rule = record.rule || (owner || all[steps[0]][steps[1]]).rule;
      if (rule && !record.rule) panel.append(make("p", "Rule: " + rule, { class: "rule" }));
      if (kind === "contract") highlight(holder, record);
      const ways = make("div", undefined, { class: "ways" });
      const ids = new Set(record.contracts || []);
      if (owner && kind !== "contract") ids.add(owner.id);
      if (steps[0] === "dates") {
        all.contracts.filter((c) => c.dates.some((d) => d.date === record.id)).forEach((c) => ids.add(c.id));
      }
      for (const id of ids) {
        const found = marks.find((m) => m.dataset.label === id);
        if (found) ways.append(way("Contract " + id, found));
      }
      if (record.converts) {
        const index = all.figures.findIndex((figure) => figure.id === record.converts);
        const found = marks.find((m) => m.dataset.at === "figures." + index);
        if (found) ways.append(way("Converts " + all.figures[index].text, found));
      }
      if (kind === "contract" && owner) {
        const named = new Set([...owner.values.map((v) => v.figure), ...owner.dates.map((d) => d.date)]);
        for (const m of marks) {
          const own = m.dataset.at.split(" ").some((p) => {
            if (p.startsWith(path + ".")) return true;
            const other = at(all, p);
            return p.split(".").length === 2 && other && named.has(other.id);
          });
          if (own && ways.childElementCount < 40) ways.append(way(m.classList[0] + ": " + m.textContent.slice(0, 60), m));
        }
      }
      if (ways.childElementCount) panel.append(ways);
    }
    const place = marks.indexOf(mark);
    const ways = make("div", undefined, { class: "ways" });
    if (place > 0) ways.append(way("← Mark before", marks[place - 1]));
    if (place + 1 < marks.length) ways.append(way("Mark behind →", marks[place + 1]));
    panel.append(make("h3", "Neighbours"), ways);
    panel.hidden = false;
    panel.scrollTop = 0;
  };

  // One mark of a text is in the order of Tab: the last that was reached.
  const reach = (mark) => {
    holderOf(mark).querySelectorAll("mark[tabindex='0']").forEach((other) => { other.tabIndex = -1; });
    mark.tabIndex = 0;
    mark.focus();
  };

  const choose = (mark) => {
    holderOf(mark).open = true;
    chosen = mark;
    reach(mark);
    open(mark);
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) {
      const target = document.getElementById(link.hash.slice(1));
      if (target && target.matches("mark[data-at]")) {
        event.preventDefault();
        choose(target);
        target.scrollIntoView({ block: "center" });
      }
      return;
    }
    const part = event.target.closest("mark");
    if (!part) return;
    const mark = part.dataset.more === undefined
      ? part : holderOf(part).querySelector(`mark[data-n="${part.dataset.more}"]`);
    if (mark) choose(mark);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { close(); return; }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const mark = event.target.closest ? event.target.closest("mark[data-at]") : null;
    if (!mark) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      const marks = marksOf(holderOf(mark));
      const next = marks[marks.indexOf(mark) + step];
      event.preventDefault();
      if (!next) return;
      if (panel.hidden) reach(next); else choose(next);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(mark);
      panel.focus();
    }
  });

  const form = document.getElementById("filters");
  if (form) {
    const cards = [...document.querySelectorAll(".card")];
    const shown = document.getElementById("shown");
    const fits = (card, status, party, currency, year) =>
      (!status || card.dataset.status === status)
      && (!party || card.dataset.party.includes(party))
      && (!currency || card.dataset.currency.split(" ").includes(currency))
      && (!year || card.dataset.year.split(" ").some((range) => {
        const [from, to] = range.split("-");
        return from <= year && year <= to;
      }));
    const filter = () => {
      const value = (name) => form.elements[name].value;
      const party = value("party").trim().toLowerCase();
      let count = 0;
      for (const card of cards) {
        card.hidden = !fits(card, value("status"), party, value("currency"), value("year"));
        if (!card.hidden) count += 1;
      }
      shown.textContent = count === cards.length ? `${count} contracts` : `${count} of ${cards.length} contracts`;
    };
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    filter();
  }
  // The last years are seen first where not all have room.
  document.querySelectorAll(".drawing").forEach((drawing) => { drawing.scrollLeft = drawing.scrollWidth; });
  document.getElementById("keys").hidden = false;
})();

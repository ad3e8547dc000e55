"use strict";
// A card beside the mention that is pointed at, tapped or focused, with what the lists say of it.
(() => {
  const card = document.getElementById("card");
  let open = null;
  let tapped = false;
  const itemsOf = (link) => (link.dataset.items || link.getAttribute("href").slice(1)).split(" ");
  const hide = () => {
    if (!open) return;
    open.removeAttribute("aria-describedby");
    document.querySelectorAll(".lit").forEach((other) => other.classList.remove("lit"));
    card.hidden = true;
    open = null;
  };
  const show = (link) => {
    if (open === link) return;
    hide();
    open = link;
    card.replaceChildren();
    for (const id of itemsOf(link)) {
      const entry = document.getElementById(id).closest("li");
      const fact = document.createElement("div");
      fact.className = "fact";
      for (const part of entry.querySelectorAll("summary > *, ul")) fact.append(part.cloneNode(true), " ");
      card.append(fact);
    }
    const way = document.createElement("p");
    const anchor = document.createElement("a");
    anchor.href = link.getAttribute("href");
    anchor.textContent = "all mentions";
    anchor.tabIndex = -1;
    way.append(anchor);
    card.append(way);
    card.hidden = false;
    link.setAttribute("aria-describedby", "card");
    const of = new Set(link.dataset.m.split(" "));
    for (const other of link.closest(".text").querySelectorAll(".m")) {
      if (other.dataset.m.split(" ").some((mention) => of.has(mention))) other.classList.add("lit");
    }
    const box = link.getClientRects()[0];
    const space = document.documentElement.clientWidth - card.offsetWidth - 16;
    const below = box.bottom + card.offsetHeight + 8 < window.innerHeight;
    card.style.setProperty("left", `${Math.max(16, Math.min(box.left, space)) + window.scrollX}px`);
    card.style.setProperty("top", `${(below ? box.bottom + 4 : box.top - card.offsetHeight - 4) + window.scrollY}px`);
  };
  const mention = (event) => (event.target instanceof Element ? event.target.closest(".text .m") : null);
  document.addEventListener("pointerover", (event) => {
    const link = mention(event);
    if (link && event.pointerType === "mouse") show(link);
    else if (event.pointerType === "mouse" && !card.contains(event.target)) hide();
  });
  document.addEventListener("pointerdown", (event) => { tapped = event.pointerType !== "mouse"; });
  document.addEventListener("focusin", (event) => {
    const link = mention(event);
    if (link) show(link);
    else if (!card.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = mention(event);
    const byTouch = tapped;
    tapped = false;
    if (link && byTouch) {
      event.preventDefault();
      show(link);
    } else if (!card.contains(event.target) || event.target.closest("a")) hide();
  });
  document.addEventListener("keydown", (event) => { tapped = false; if (event.key === "Escape") hide(); });
})();

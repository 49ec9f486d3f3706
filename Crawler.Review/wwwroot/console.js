// Keyboard, copying, drawers and the connection box: what a page needs in the browser itself.
(() => {
  let pendingGo = 0;

  const typing = el => el && (el.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) || el.closest("[role=dialog],[role=listbox],[role=combobox],dialog"));
  const items = () => [...document.querySelectorAll("[data-item]")].filter(e => e.offsetParent !== null);

  function step(by) {
    const all = items();
    if (all.length === 0) {
      return false;
    }
    const at = all.indexOf(document.activeElement.closest?.("[data-item]"));
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next.focus();
    next.scrollIntoView({ block: "nearest" });
    return true;
  }

  function perRow() {
    const all = items();
    return all.length < 2 ? 1 : Math.max(1, all.findIndex(e => e.getBoundingClientRect().top > all[0].getBoundingClientRect().top + 4));
  }

  function press(selector) {
    const target = document.querySelector(selector);
    if (target && !target.matches("[aria-disabled=true]")) {
      target.click();
      return true;
    }
    return false;
  }

  const goTo = { l: "", w: "watch-lists", s: "sweeps", i: "sites", k: "workers" };

  function key(e) {
    if (Date.now() < pendingGo && e.key in goTo) {
      pendingGo = 0;
      return press(`.nav a[href="${goTo[e.key]}"]`);
    }
    switch (e.key) {
      case "/": {
        const box = document.querySelector("[data-search]");
        box?.focus();
        box?.select();
        return !!box;
      }
      case "j": return step(1);
      case "k": return step(-1);
      case "ArrowDown": return !!document.activeElement.closest?.("[data-item]") && step(perRow());
      case "ArrowUp": return !!document.activeElement.closest?.("[data-item]") && step(-perRow());
      case "ArrowRight": return !!document.activeElement.closest?.(".cards [data-item]") && step(1);
      case "ArrowLeft": return !!document.activeElement.closest?.(".cards [data-item]") && step(-1);
      case "n": return press("[data-next]");
      case "p": return press("[data-previous]");
      case "u": return press("[data-up]");
      case "g": pendingGo = Date.now() + 1200; return true;
      case "?": document.getElementById("shortcuts")?.showModal(); return true;
      default: return false;
    }
  }

  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) {
      return;
    }
    if (e.key === "Escape" && document.body.classList.contains("drawer-open")) {
      closeDrawer();
      return;
    }
    if (!typing(e.target) && key(e)) {
      e.preventDefault();
    }
  });

  let opener = null;

  function openDrawer(button) {
    opener = button;
    document.body.classList.add("drawer-open");
    document.querySelector(".drawer")?.focus();
  }

  function closeDrawer() {
    document.body.classList.remove("drawer-open");
    opener?.focus();
    opener = null;
  }

  async function copy(button) {
    const label = button.getAttribute("aria-label");
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.classList.add("copied");
      button.setAttribute("aria-label", "Copied");
      setTimeout(() => {
        button.classList.remove("copied");
        button.setAttribute("aria-label", label);
      }, 1500);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button.previousElementSibling ?? button);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }
  }

  document.addEventListener("click", e => {
    const on = selector => e.target.closest(selector);
    if (on("[data-skip]")) {
      e.preventDefault();
      document.getElementById("content")?.focus();
    } else if (on("[data-help]")) {
      document.getElementById("shortcuts")?.showModal();
    } else if (on("[data-copy]")) {
      copy(on("[data-copy]"));
    } else if (on("[data-drawer-open]")) {
      openDrawer(on("[data-drawer-open]"));
    } else if (on("[data-drawer-close]")) {
      closeDrawer();
    } else if (on("[data-reload]")) {
      location.reload();
    } else if (on("[data-reconnect]")) {
      Blazor.reconnect().then(ok => ok || location.reload(), () => { });
    }
  });

  window.patrolConsole = {
    applyTheme: () => window.patrolTheme.apply(),
    closeDrawer,
    goFrom: (from, address, replace) => {
      if (location.href === from) {
        Blazor.navigateTo(address, { replaceHistoryEntry: replace });
      }
    },
    focusItem: id => {
      const item = document.querySelector(`[data-item="${CSS.escape(id)}"]`);
      item?.focus({ preventScroll: true });
      item?.scrollIntoView({ block: "center" });
    },
  };
})();

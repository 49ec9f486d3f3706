// Chooses light or dark before the first paint: what was chosen here earlier, else what the system says.
(() => {
  const key = "desk-theme";
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const names = { system: "System", light: "Light", dark: "Dark" };

  function chosen() {
    try {
      return names[localStorage.getItem(key)] ? localStorage.getItem(key) : "system";
    } catch {
      return "system";
    }
  }

  function apply() {
    const choice = chosen();
    const isDark = choice === "dark" || (choice === "system" && dark.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    document.getElementById("radzen-light").media = isDark ? "not all" : "all";
    document.getElementById("radzen-dark").media = isDark ? "all" : "not all";
    for (const name of document.querySelectorAll("[data-theme-name]")) {
      name.textContent = names[choice];
    }
  }

  dark.addEventListener("change", apply);
  document.addEventListener("click", e => {
    if (e.target.closest("[data-theme-switch]")) {
      const order = ["system", "light", "dark"];
      try {
        localStorage.setItem(key, order[(order.indexOf(chosen()) + 1) % order.length]);
      } catch {
        // Private windows may refuse storage; the choice then lasts for nothing.
      }
      apply();
    }
  });
  apply();
  window.patrolTheme = { apply };
})();

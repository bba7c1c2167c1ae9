// Runs before the page is painted, so that a remembered theme does not flash. Not a module for that reason.
(function () {
  try {
    const theme = localStorage.getItem("heard.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's colours are a fine answer then.
  }
})();

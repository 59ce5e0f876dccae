"use strict";
document.getElementById("copy").addEventListener("click", () => {
  const shown = [...document.querySelectorAll(".view")].find((view) => view.offsetParent !== null);
  const range = document.createRange(), chosen = getSelection();
  range.selectNodeContents(shown);
  chosen.removeAllRanges();
  chosen.addRange(range);
  // the editor takes the clipboard's HTML, which is the fragment as it was written
  const copied = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/html", shown.innerHTML.trim());
    event.clipboardData.setData("text/plain", shown.innerText);
  };
  document.addEventListener("copy", copied);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", copied);
  const said = document.getElementById("said");
  if (done) said.textContent = said.dataset.said;
});

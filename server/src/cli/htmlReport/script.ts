/**
 * All that the page runs; without it everything can be read all the same. It opens what a link leads into, where the browser does
 * not do so by itself, and shows only the articles that hold some words.
 */
export const SCRIPT = `'use strict';
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let at = target; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
  if (target) target.scrollIntoView();
}
addEventListener('hashchange', reveal);
// A second click on the same link changes no address
addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) reveal();
});
reveal();

const form = document.querySelector('form.filter');
const texts = [...document.querySelectorAll('details.text')];
let words;
function filter() {
  words ??= texts.map((text) => text.textContent.toLowerCase());
  const asked = form.filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  texts.forEach((text, i) => {
    text.hidden = !asked.every((word) => words[i].includes(word));
    if (!text.hidden) shown++;
  });
  for (const folder of document.querySelectorAll('.folders > details')) {
    folder.hidden = !folder.querySelector('details.text:not([hidden])');
    if (asked.length) folder.open = !folder.hidden;
  }
  form.querySelector('output').value = asked.length ? shown + ' of ' + texts.length : '';
}
let soon;
form.addEventListener('input', () => {
  clearTimeout(soon);
  soon = setTimeout(filter, 150);
});
form.addEventListener('submit', (event) => event.preventDefault());
form.hidden = texts.length < 2;
`;

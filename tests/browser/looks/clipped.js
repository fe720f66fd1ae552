// Text that is cut off or leaves the box that it stands in, as a list of texts.
const wrong = [];
for (const element of document.querySelectorAll("body *")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".hidden, svg, canvas, .skip-link")) continue;
    const style = getComputedStyle(element);
    const cuts = value => value === "hidden" || value === "clip";
    const name = `${element.outerHTML.slice(0, 140)} | ${element.textContent.trim().slice(0, 40)}`;
    if (cuts(style.overflowY) && element.scrollHeight > element.clientHeight + 1) wrong.push(`cut below: ${name}`);
    if (cuts(style.overflowX) && element.scrollWidth > element.clientWidth + 1) wrong.push(`cut beside: ${name}`);
    if (element.matches("button, .radio, .chip, .head")) {
        const box = element.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(element);
        const text = range.getBoundingClientRect();
        if (text.width > 1 && (text.bottom > box.bottom + 2 || text.top < box.top - 2 || text.right > box.right + 2 || text.left < box.left - 2)) {
            wrong.push(`out of its box: ${name}`);
        }
    }
}
return wrong;
